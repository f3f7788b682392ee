import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from core.models import Letter
from tests.admin_forms import page

pytestmark = pytest.mark.django_db

LIST = page(Letter, "changelist")


def letter(**fields):
    return Letter.objects.create(to="wang@example.org", body="Votre lien", language="fr", **fields)


@pytest.fixture
def letters():
    return {
        "waiting": letter(subject="Attend"),
        "sent": letter(subject="Partie", sent_at=timezone.now(), next_try_at=None),
        "given_up": letter(subject="Refusée", attempts=8, next_try_at=None),
    }


@pytest.mark.parametrize("state", ["waiting", "sent", "given_up"])
def test_letters_are_listed_by_what_became_of_them(as_role, letters, state):
    shown = as_role("secretariat").get(LIST, {"etat": state}).context["cl"].queryset

    assert list(shown) == [letters[state]]


@pytest.mark.parametrize(("role", "shown"), [("secretariat", False), ("officer", True)])
def test_the_text_of_a_letter_is_for_those_who_may_do_what_its_links_permit(as_role, letters, role, shown):
    response = as_role(role).get(page(Letter, "change", letters["sent"].pk))

    assert (response.status_code, "Votre lien" in response.text) == (200, shown)


def test_an_officer_sends_letters_again(as_role, letters, mailoutbox, django_capture_on_commit_callbacks):
    chosen = [letters["sent"].pk, letters["given_up"].pk]

    with django_capture_on_commit_callbacks(execute=True):
        response = as_role("officer").post(LIST, {"action": "resend", "_selected_action": chosen, "confirmed": "1"})

    assert [message.subject for message in mailoutbox] == ["Refusée", "Partie"]
    assert [str(message) for message in get_messages(response.wsgi_request)] == ["2 lettres partent à nouveau."]
    assert Letter.objects.sent().count() == 3


def test_the_secretariat_sends_no_letter_again(as_role, letters, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        as_role("secretariat").post(
            LIST, {"action": "resend", "_selected_action": [letters["given_up"].pk], "confirmed": "1"}
        )

    assert mailoutbox == []


def test_nobody_writes_or_deletes_a_letter_by_hand(as_role, letters):
    client, key = as_role("administrator"), letters["waiting"].pk

    statuses = [
        client.get(page(Letter, "add")).status_code,
        client.get(page(Letter, "delete", key)).status_code,
        client.post(page(Letter, "change", key), {"_save": "1", "to": "other@example.org"}).status_code,
    ]

    assert statuses == [403, 403, 403]
