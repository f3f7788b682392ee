"""The second factor: who owes one, where they are led, and what lies in the database."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "mot de passe de test"
OWING = ["partner", "secretariat", "officer", "administrator"]


@pytest.fixture(autouse=True)
def _as_in_production(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def verified(user):
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def protected(user):
    secret = generate_totp_secret()
    TOTP.activate(verified(user), secret)
    return secret


@pytest.mark.parametrize("role", OWING)
@pytest.mark.parametrize("path", ["/", "/partenariats/", "/admin/", "/compte/", "/compte/password/change/"])
def test_who_owes_a_second_factor_is_led_to_where_it_is_made(as_role, role, path):
    answer = as_role(role).get(path)

    assert (answer.status_code, answer.url) == (302, reverse("mfa_index"))


@pytest.mark.parametrize("role", OWING)
def test_who_owes_one_can_act_nowhere_before(as_role, group, role):
    answer = as_role(role).post(reverse("cufportal:entry_add"), {"title": "Foire", "group": group.pk})

    assert (answer.status_code, answer.url) == (302, reverse("mfa_index"))


@pytest.mark.parametrize("role", OWING)
def test_the_pages_where_it_is_made_and_the_way_out_stay_open(as_role, role):
    client = as_role(role)

    answers = [
        client.get(path).status_code for path in (reverse("mfa_index"), "/mentions-legales/", reverse("account_logout"))
    ]

    assert answers == [200, 200, 200]


@pytest.mark.parametrize("role", ["member", "referent", "visitor"])
def test_the_others_choose(as_role, role):
    assert as_role(role).get("/").status_code == 200


def test_once_it_is_made_the_portal_opens(as_role):
    client = as_role("officer")
    protected(client.user)

    assert [client.get(path).status_code for path in ("/", "/admin/")] == [200, 200]


def test_recovery_codes_alone_are_no_second_factor(as_role):
    client = as_role("officer")
    RecoveryCodes.activate(client.user)

    assert client.get("/").status_code == 302


def test_the_last_one_is_kept_while_it_is_owed(as_role, make_user):
    officer, member = make_user("officer"), make_user("member")
    for user in (officer, member):
        protected(user)
    adapter = get_adapter()

    assert [adapter.can_delete_authenticator(Authenticator.objects.get(user=user)) for user in (officer, member)] == [
        False,
        True,
    ]


def test_secrets_lie_encrypted_and_a_former_secret_of_the_site_still_opens_them(settings):
    secret = protected(UserFactory())
    stored = Authenticator.objects.get().data["secret"]

    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "une-autre" * 10

    assert secret not in stored
    assert get_adapter().decrypt(stored) == secret


def test_the_password_alone_does_not_sign_in_and_a_code_works_once():
    client, user = Client(), UserFactory()
    secret = protected(user)

    first = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    between = client.get("/compte/")
    second = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    again = Client()
    again.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    replayed = again.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert (first.url, between.status_code, second.url) == (reverse("mfa_authenticate"), 302, "/")
    assert client.get("/compte/").status_code == 200
    assert replayed.status_code == 200
    assert again.get("/compte/").status_code == 302


def test_a_recovery_code_opens_once():
    client, user = Client(), UserFactory()
    protected(user)
    code = RecoveryCodes.activate(user).get_unused_codes()[0]

    answers = []
    for visitor in (client, Client()):
        visitor.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
        answers.append(visitor.post(reverse("mfa_authenticate"), {"code": code}).status_code)

    assert answers == [302, 200]
