"""What a command says when it cannot do what it is asked: one sentence, and an exit status that is not 0."""

import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from meetings.models import Meeting
from tests.factories import MeetingFactory
from tests.house.processes import PROJECT, environment

UNWRITABLE = "La suite de la commande n’a pas pu être écrite : la sortie est fermée ou pleine.\n"


def said(*arguments, **options):
    with pytest.raises(CommandError) as refusal:
        call_command(*arguments, **options)
    return str(refusal.value)


def test_a_full_output_is_told_in_one_sentence(tmp_path):
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [sys.executable, "manage.py", "help"],
            cwd=PROJECT,
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (ended.returncode, ended.stderr) == (1, UNWRITABLE)


@pytest.mark.django_db
def test_an_export_that_fails_leaves_the_file_of_last_time(tmp_path):
    kept = tmp_path / "compte-rendu.md"
    kept.write_text("celui de la dernière fois")
    meeting = MeetingFactory()
    nowhere = tmp_path / "absent" / "compte-rendu.md"

    assert said("export_minutes", meeting.pk, output=nowhere, format="md") == (
        f"Impossible d’écrire {nowhere} : ce chemin n’existe pas."
    )
    assert said("export_minutes", meeting.pk, output=tmp_path, format="md") == (
        f"Impossible d’écrire {tmp_path} : c’est un dossier."
    )
    assert said("export_minutes", meeting.pk + 1, output=kept) == f"La réunion numéro {meeting.pk + 1} n’existe pas."
    assert [one.read_text() for one in tmp_path.iterdir()] == ["celui de la dernière fois"]
    assert Meeting.objects.get() == meeting


def test_a_number_and_a_day_that_are_none_are_told_in_french(tmp_path):
    assert said("export_minutes", "abc", "--output", "x") == (
        "Error: argument meeting: « abc » n’est pas un numéro de réunion."
    )
    assert said("load_territories", "--on", "demain") == (
        "Error: argument --on: « demain » n’est pas un jour ; écrivez AAAA-MM-JJ."
    )


@pytest.mark.django_db
def test_a_folder_in_place_of_a_file_is_told_in_french(tmp_path):
    assert said("load_themes", file=tmp_path) == f"{tmp_path} ne peut pas être lu : c’est un dossier."


@pytest.mark.django_db
def test_a_refused_value_is_told_with_its_argument():
    assert said("add_territory", "Hué", country="viet") == (
        "--country : Deux lettres capitales, par exemple FR. "
        "Assurez-vous que cette valeur comporte au plus 2 caractères (actuellement 4)."
    )
