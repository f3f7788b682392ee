import io

import pytest
from django.core.management import CommandError, call_command

from core.models import Letter
from core.ticking import Job
from cufportal.management.commands import tick

pytestmark = pytest.mark.django_db


def fail():
    raise ValueError("jour inconnu")


def run(command=None):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(command or tick.Command(), stdout=out, stderr=err, no_color=True)
        refused = ""
    except CommandError as error:
        refused = str(error)
    return out.getvalue(), err.getvalue(), refused


def test_letters_that_wait_are_sent(mailoutbox):
    Letter.objects.create(to="wang@example.org", subject="Rappel", body="Bonjour", language="fr")

    said = [line for _time in range(2) for line in run()[0].splitlines() if line.startswith("lettres")]

    assert said == ["lettres : 1 lettre envoyée", "lettres : rien à faire"]
    assert [message.to for message in mailoutbox] == [["wang@example.org"]]


def test_a_job_that_fails_is_told_and_the_command_fails_at_the_end():
    command = tick.Command()
    command.due = [Job("rappels", fail), Job("lettres", lambda: "2 lettres envoyées")]

    assert run(command) == (
        "lettres : 2 lettres envoyées\n",
        "rappels : échec, ValueError : jour inconnu\n",
        "Ce qui a échoué sera tenté à nouveau la prochaine fois.",
    )


@pytest.mark.parametrize("every", ["0", "-1", "x", "²", "9" * 30])
def test_an_interval_that_is_none_is_told(every):
    with pytest.raises(CommandError) as refused:
        call_command("tick", f"--every={every}")

    assert str(refused.value) == f"Error: argument --every: « {every} » n’est pas un nombre de secondes, de 1 à 86400."
