import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from core.models import Letter
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

LOGIN, RESET = reverse("account_login"), reverse("account_reset_password")
PASSWORD = "un-long-mot-de-passe-42"
ELSEWHERE = ["https://evil.example.org/", "//evil.example.org", "/\\evil.example.org", "javascript:alert(1)"]


@pytest.fixture
def user():
    made = UserFactory(email="membre@example.org")
    made.set_password(PASSWORD)
    made.save()
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


def sign_in(client, password, address="192.0.2.1", **more):
    data = {"login": "membre@example.org", "password": password, **more}
    return client.post(LOGIN, data, headers={"x-forwarded-for": f"203.0.113.9, {address}"})


@pytest.mark.parametrize("target", ELSEWHERE)
def test_nobody_is_sent_to_another_site(client, user, target):
    signed_in = sign_in(client, PASSWORD, next=target)
    spoken_to = client.post(reverse("set_language"), {"language": "en", "next": target})
    sent_by_the_administration = client.get(reverse("admin:login"), {"next": target})

    assert (signed_in.status_code, signed_in.url) == (302, "/")
    assert (spoken_to.status_code, spoken_to.url) == (302, "/")
    assert sent_by_the_administration.status_code == 403  # a member has no business there


def test_guesses_of_a_password_come_to_an_end(client, user):
    for guess in range(5):
        sign_in(client, f"guess-{guess}")

    refused = sign_in(client, PASSWORD)

    assert (refused.status_code, len(refused.context["form"].non_field_errors())) == (200, 1)


def test_behind_the_proxy_the_guesses_of_one_reader_close_the_door_to_no_other(client, user, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for guess in range(12):
        client.post(
            LOGIN, {"login": f"{guess}@example.org", "password": "x"}, headers={"x-forwarded-for": "192.0.2.66"}
        )

    guessing, other = sign_in(client, PASSWORD, address="192.0.2.66"), sign_in(client, PASSWORD, address="192.0.2.1")

    assert (guessing.status_code, other.status_code) == (200, 302)


def test_a_lost_password_tells_nobody_who_has_an_account(client, user):
    known, unknown = (client.post(RESET, {"email": f"{name}@example.org"}) for name in ("membre", "personne"))

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [letter.to for letter in Letter.objects.all()] == ["membre@example.org"]
