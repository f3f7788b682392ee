"""What sign-in writes: in our words, in the reader's language, with the address of the site and nothing of a stranger's."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.letters import CHANGES, send_account_letter
from core.letters import send_waiting_letters
from core.models import Letter
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD, PHRASE = "mot de passe de test", "une phrase assez longue"
EVIL = {"host": "evil.example.org", "user-agent": "<b>Cliquez https://evil.example.org</b>"}


@pytest.fixture
def user(settings):
    settings.ALLOWED_HOSTS = ["*"]
    user = UserFactory(email="connue@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def client(user):
    client = Client(headers=EVIL)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return client


def links(letter):
    return re.findall(r"https?://\S+", letter.body)


def test_a_lost_password_is_chosen_again_by_the_link_of_the_letter(user, settings):
    visitor = Client(headers=EVIL)
    visitor.post(reverse("account_reset_password"), {"email": user.email})
    letter = Letter.objects.get()
    [link] = links(letter)

    assert link.startswith(settings.SITE_URL)
    chosen = visitor.get(link.removeprefix(settings.SITE_URL[:-1]), follow=True)
    visitor.post(chosen.redirect_chain[-1][0], {"password1": PHRASE, "password2": PHRASE})
    again = Client().get(link.removeprefix(settings.SITE_URL[:-1]), follow=True)

    user.refresh_from_db()
    assert user.check_password(PHRASE)
    assert again.context["token_fail"] is True


@pytest.mark.parametrize("protected", [False, True])
def test_a_new_address_is_the_account_s_once_it_is_proved(client, user, settings, protected):
    if protected:
        TOTP.activate(user, generate_totp_secret())
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("account_email"), {"email": "neuve@example.org", "action_add": ""})
    letter = Letter.objects.get(to="neuve@example.org")
    [link] = links(letter)
    user.refresh_from_db()
    before = user.email

    client.post(link.removeprefix(settings.SITE_URL[:-1]))

    user.refresh_from_db()
    assert (before, user.email, letter.is_private) == ("connue@example.org", "neuve@example.org", True)


def test_what_protects_an_account_does_not_change_without_a_letter(client, user, settings):
    form = {"oldpassword": PASSWORD, "password1": PHRASE, "password2": PHRASE}

    client.post(reverse("account_change_password"), form)

    [letter] = Letter.objects.all()
    assert (letter.to, links(letter)) == (user.email, [f"{settings.SITE_URL}compte/"])
    assert "evil" not in letter.body
    assert "<b>" not in letter.body


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_has_its_sentence(name, settings):
    send_account_letter(name, "connue@example.org", {"ip": "192.0.2.1", "user_agent": "<script>"})

    letter = Letter.objects.get()
    assert str(CHANGES[name]) in letter.body
    assert links(letter) == [f"{settings.SITE_URL}compte/"]


def test_letters_are_plain_text(user):
    Client().post(reverse("account_reset_password"), {"email": user.email})

    send_waiting_letters()

    [message] = mail.outbox
    assert (message.content_subtype, getattr(message, "alternatives", [])) == ("plain", [])


def test_a_letter_that_the_portal_does_not_know_is_not_sent():
    with pytest.raises(KeyError):
        send_account_letter("account/email/unknown_account", "x@example.org", {})


def test_the_team_reads_no_link_of_a_lost_password(user, as_role):
    Client().post(reverse("account_reset_password"), {"email": user.email})
    letter = Letter.objects.get()

    shown = as_role("administrator").get(reverse("admin:core_letter_change", args=[letter.pk]))

    assert (shown.status_code, links(letter)[0] in shown.text, "password/reset/key" in shown.text) == (
        200,
        False,
        False,
    )
