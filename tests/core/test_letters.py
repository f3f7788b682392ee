"""Letters, sent to a real mail server."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from core.letters import resend_letter, send_letter, send_waiting_letters
from core.models import Letter

pytestmark = pytest.mark.django_db
HTML_AND_TEMPLATE = "<b>L’été & l’eau</b> {{ secret }} {% now 'Y' %} 南京"


@pytest.fixture
def written(settings, tmp_path):
    """Return a function that keeps a letter: its template says who writes what."""
    folder = tmp_path / "letters"
    folder.mkdir()
    folder.joinpath("greeting.txt").write_text(
        "{% load i18n %}{% translate 'Réunions' %} {{ said }}\n", encoding="utf-8"
    )
    first = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**first, "DIRS": [tmp_path, *first["DIRS"]]}]

    def write(to="wang@example.org", subject="Rappel", said="", language="fr", at_once=False):
        context = {"said": said}
        return send_letter(
            to=to, subject=subject, template="greeting", context=context, language=language, at_once=at_once
        )

    return write


def state_of(letter):
    letter.refresh_from_db()
    return letter.attempts, letter.sent_at is not None, letter.next_try_at is not None


def make_due(letter):
    Letter.objects.filter(pk=letter.pk).update(next_try_at=timezone.now())


def test_a_letter_leaves_once_the_transaction_is_committed(server, written, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        letter = written(at_once=True)
        before = state_of(letter)

    assert (before, state_of(letter)) == ((0, False, True), (1, True, False))
    assert [(message["To"], message["Subject"]) for message in server.messages] == [("wang@example.org", "Rappel")]


def test_a_letter_whose_transaction_fails_was_never_written(server, written, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), suppress(ZeroDivisionError), transaction.atomic():
        written(at_once=True)
        raise ZeroDivisionError

    assert (server.messages, Letter.objects.count()) == ([], 0)


def test_what_strangers_wrote_stays_what_they_wrote(server, written):
    written(said=HTML_AND_TEMPLATE)

    send_waiting_letters()

    [message] = server.messages
    assert message.get_content_type() == "text/plain"
    assert message.get_content().strip() == f"Réunions {HTML_AND_TEMPLATE}"


@pytest.mark.parametrize(("language", "said"), [("fr", "Réunions"), ("en", "Meetings"), ("zh-hans", "会议")])
def test_a_letter_is_written_in_the_language_of_its_reader(server, written, language, said):
    written(language=language, subject=gettext_lazy("Réunions"))

    send_waiting_letters()

    [message] = server.messages
    assert (message["Subject"], message.get_content().strip()) == (said, said)
    assert (message["Content-Language"], message["Auto-Submitted"]) == (language, "auto-generated")


def test_no_name_in_a_subject_adds_a_header(server, written):
    written(subject="Rencontre\r\nBcc: tous@example.org\n\nTexte")

    send_waiting_letters()

    [message] = server.messages
    assert (message["Subject"], message["Bcc"]) == ("Rencontre Bcc: tous@example.org Texte", None)
    assert server.received.envelopes[0].rcpt_tos == ["wang@example.org"]


def test_the_database_refuses_a_subject_of_two_lines(written):
    with pytest.raises(IntegrityError, match="core_letter_headers_of_one_line"):
        Letter.objects.create(to="wang@example.org", subject="Rencontre\nBcc: x@example.org", body="", language="fr")


@pytest.mark.parametrize("to", ["", "wang", "a@example.org\nBcc: b@example.org", "a@example.org, b@example.org"])
def test_a_letter_has_one_true_address(written, to):
    with pytest.raises(ValidationError) as refused:
        written(to=to)

    assert list(refused.value.message_dict)[0] == "to"


def test_a_long_subject_is_cut(written):
    assert written(subject="é" * 300).subject == "é" * 199 + "…"


def test_a_server_that_is_down_is_noted_and_asked_again_later(server, written, django_capture_on_commit_callbacks):
    server.stop()
    with django_capture_on_commit_callbacks(execute=True):
        letter = written(at_once=True)
    while_down = state_of(letter)
    too_early = send_waiting_letters()
    server.start()
    make_due(letter)
    later = send_waiting_letters()

    assert while_down == (1, False, True)
    assert (too_early, later) == ((0, 0), (1, 0))
    assert state_of(letter) == (2, True, False)
    assert (letter.last_error, len(server.messages)) == ("", 1)


def test_a_server_that_does_not_answer_is_asked_once(server, written):
    server.stop()
    for _ in range(3):
        written()

    assert send_waiting_letters() == (0, 1)
    assert Letter.objects.exclude(last_error="").get().last_error.startswith("ConnectionRefusedError : ")


def test_each_failure_waits_longer_and_the_last_gives_up(server, written):
    server.stop()
    letter, delays = written(), []
    for _ in range(20):
        make_due(letter)
        send_waiting_letters()
        letter.refresh_from_db()
        if letter.is_given_up:
            break
        delays.append(round((letter.next_try_at - timezone.now()).total_seconds() / 60))

    assert delays == [1, 5, 15, 60, 240, 720, 1440]
    assert (letter.attempts, list(Letter.objects.given_up())) == (8, [letter])


def test_an_address_that_does_not_exist_is_given_up_at_once_and_the_others_leave(server, written):
    wrong, right = written(to="nobody@example.org"), written()

    delivery = send_waiting_letters()

    assert (delivery, str(delivery)) == ((1, 1), "1 lettre envoyée, 1 envoi manqué")
    assert (state_of(wrong), state_of(right)) == ((1, False, False), (1, True, False))
    assert "no such user" in wrong.last_error


def test_no_more_letters_are_tried_than_asked(server, written):
    for _ in range(3):
        written()

    assert [send_waiting_letters(limit=2), send_waiting_letters(limit=2)] == [(2, 0), (1, 0)]


def test_a_letter_that_was_sent_is_sent_again_as_a_copy(server, written, django_capture_on_commit_callbacks):
    letter = written()
    send_waiting_letters()

    with django_capture_on_commit_callbacks(execute=True):
        copy = resend_letter(letter=letter)

    assert (state_of(letter), state_of(copy)) == ((1, True, False), (1, True, False))
    assert (copy.pk == letter.pk, copy.body, len(server.messages)) == (False, letter.body, 2)


def test_a_letter_that_was_given_up_begins_again(server, written, django_capture_on_commit_callbacks):
    letter = written(to="nobody@example.org")
    send_waiting_letters()
    Letter.objects.filter(pk=letter.pk).update(to="somebody@example.org", attempts=8)

    with django_capture_on_commit_callbacks(execute=True):
        resend_letter(letter=letter)

    assert state_of(letter) == (1, True, False)
