"""The pages of the library, in the portal's look and words: each of them, in each of its states."""

from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.template.loader import get_template
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.templatetags.browsers import browser_in_words
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "mot de passe de test"
OPEN = ["account_login", "account_signup", "account_inactive", "account_reset_password", "account_reset_password_done"]
OPEN += ["account_reset_password_from_key_done", "account_email_verification_sent"]
OWN = ["account_email", "account_change_password", "account_logout", "account_reauthenticate", "mfa_index"]
OWN += ["mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "usersessions_list", "accounts:account"]
PROTECTED = ["mfa_index", "mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_view_recovery_codes"]
PROTECTED += ["mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_list_webauthn", "accounts:account"]
KEPT = {"mfa/webauthn/snippets/login_script.html", "mfa/webauthn/snippets/scripts.html"}  # scripts, which nobody reads
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture
def user():
    user = UserFactory(email="connue@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def client(user):
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@pytest.fixture
def key(user):
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Ma clé", "credential": {}}
    )


def foreign_templates(answer):
    """The templates of a page that the portal did not write, but for what Django and crispy draw forms with."""
    ours = Path(settings.BASE_DIR) / "templates"
    used = {template.name for template in answer.templates if template.name}
    theirs = {name for name in used if name.startswith(("account/", "mfa/", "usersessions/", "allauth/"))}
    return {name for name in theirs - KEPT if ours not in Path(get_template(name).origin.name).parents}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OPEN)
def test_the_pages_at_the_door_are_ours(name, language):
    answer = Client(headers={"accept-language": language}).get(reverse(name))

    assert (answer.status_code, foreign_templates(answer)) == (200, set())


@pytest.mark.parametrize("name", OWN)
def test_the_pages_of_an_account_are_ours(client, name):
    answer = client.get(reverse(name))

    assert (answer.status_code, foreign_templates(answer)) == (200, set())


@pytest.mark.parametrize("name", PROTECTED)
def test_the_pages_of_an_account_with_a_second_factor_are_ours(client, user, key, monkeypatch, name):
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.WebAuthn.is_passwordless", True)
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)

    answer = client.get(reverse(name))

    assert (answer.status_code, foreign_templates(answer)) == (200, set())


@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_the_pages_of_a_key_are_ours_and_its_owner_s(client, key, name):
    stranger = UserFactory()
    others = Authenticator.objects.create(user=stranger, type="webauthn", data={"name": "La sienne", "credential": {}})

    answers = [client.get(reverse(name, args=[one.pk])) for one in (key, others)]

    assert [answer.status_code for answer in answers] == [200, 404]
    assert foreign_templates(answers[0]) == set()


def test_links_of_letters_that_are_dead_have_a_page_of_ours():
    paths = [
        reverse("account_confirm_email", args=["rien"]),
        reverse("account_reset_password_from_key", args=["3", "rien"]),
    ]

    answers = [Client().get(path) for path in paths]

    assert [(answer.status_code, foreign_templates(answer)) for answer in answers] == [(200, set())] * 2
    assert all("n’est plus valable" in answer.text for answer in answers)


def test_the_codes_are_shown_to_whoever_made_them(client, user):
    TOTP.activate(user, generate_totp_secret())
    codes = RecoveryCodes.activate(user).get_unused_codes()

    shown = client.get(reverse("mfa_view_recovery_codes")).text

    assert [code for code in codes if code not in shown] == []


def test_the_secret_is_drawn_by_the_server(client):
    shown = client.get(reverse("mfa_activate_totp")).text

    assert shown.count('src="data:image/svg+xml;base64,') == 1


def test_nobody_signs_in_by_a_code_sent_by_mail():
    with pytest.raises(NoReverseMatch):
        reverse("account_confirm_login_code")
    assert Client().get("/compte/login/code/confirm/").status_code == 404


def test_a_session_is_closed_by_its_owner_alone(client, user, as_role):
    elsewhere = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"})
    elsewhere.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    session = user.usersession_set.get(session_key=elsewhere.session.session_key)
    assert "Firefox, Windows" in client.get(reverse("usersessions_list")).text

    refused = as_role("administrator").post(reverse("accounts:session_end", args=[session.pk])).status_code
    still_open = elsewhere.get("/compte/").status_code
    client.post(reverse("accounts:session_end", args=[session.pk]))

    assert (refused, still_open) == (404, 200)
    assert [one.get("/compte/").status_code for one in (elsewhere, client)] == [302, 200]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
            "Chrome, Linux",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) AppleWebKit/605 Version/18 Safari/604",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Mac OS"),
        ("<script>", "navigateur inconnu"),
        ("", "navigateur inconnu"),
    ],
)
def test_a_browser_is_named_as_people_know_it(said, shown):
    assert browser_in_words(said) == shown
