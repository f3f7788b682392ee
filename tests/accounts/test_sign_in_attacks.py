"""What an attacker tries at the door: guessing who has an account, keeping a session, sending people elsewhere."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import hashers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from accounts.links import invitation_token
from core.models import Letter
from tests.factories import InvitationFactory, UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "mot de passe de test"
ELSEWHERE = [
    "https://evil.example.org/",
    "//evil.example.org/",
    "/\\evil.example.org",
    "javascript:alert(1)",
    "http:///evil",
]
CHANGING = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"|value="[\w.+-]+@example\.org"')


@pytest.fixture
def user():
    user = UserFactory(email="connue@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


class Never:
    """A mail server that nobody should reach."""

    def __init__(self, *args, **kwargs):
        raise AssertionError("the page waits for the mail server")


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def test_sign_in_answers_the_same_for_a_known_and_an_unknown_address(user):
    answers = [sign_in(Client(), email, "faux").text for email in (user.email, "inconnue@example.org")]

    assert CHANGING.sub("", answers[0]) == CHANGING.sub("", answers[1])


def test_sign_in_does_the_same_work_for_a_known_and_an_unknown_address(user, monkeypatch):
    hashed = []
    made = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", lambda self, *a: hashed.append(a) or made(self, *a))

    counts = []
    for email in (user.email, "inconnue@example.org"):
        hashed.clear()
        sign_in(Client(), email, "faux")
        counts.append(len(hashed))

    assert counts == [1, 1]


def test_a_lost_password_answers_the_same_and_writes_only_to_who_has_an_account(user):
    answers = [
        Client().post(reverse("account_reset_password"), {"email": email}, follow=True)
        for email in (user.email, "inconnue@example.org")
    ]

    assert CHANGING.sub("", answers[0].text) == CHANGING.sub("", answers[1].text)
    assert [letter.to for letter in Letter.objects.all()] == [user.email]


def test_a_closed_account_answers_like_a_wrong_password_or_says_it_is_closed_to_its_owner_alone(user):
    user.is_active = False
    user.save()

    wrong = sign_in(Client(), user.email, "faux").text
    unknown = sign_in(Client(), "inconnue@example.org", "faux").text

    assert CHANGING.sub("", wrong) == CHANGING.sub("", unknown)


def test_guesses_close_the_door_of_one_address_and_of_no_other(user, settings):
    other = UserFactory(email="autre@example.org")
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    for number in range(5):
        sign_in(Client(REMOTE_ADDR=f"192.0.2.{number}"), user.email, "faux")

    refused = sign_in(Client(REMOTE_ADDR="192.0.2.77"), user.email)
    opened = sign_in(Client(REMOTE_ADDR="192.0.2.78"), other.email)

    assert (refused.status_code, opened.status_code) == (200, 302)


def test_a_session_given_beforehand_is_not_the_one_that_is_signed_in(user):
    client = Client()
    client.get(reverse("account_login"))
    session = client.session
    session["trace"] = "de l’attaquant"
    session.save()
    before = session.session_key

    sign_in(client, user.email)

    assert client.session.session_key != before
    assert Client(headers={"cookie": f"sessionid={before}"}).get("/compte/").status_code == 302


def test_leaving_ends_the_session_on_the_server(user):
    client = Client()
    sign_in(client, user.email)
    kept = client.session.session_key

    client.post(reverse("account_logout"))

    assert Client(headers={"cookie": f"sessionid={kept}"}).get("/compte/").status_code == 302


def test_a_new_password_ends_the_other_sessions(user):
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        sign_in(client, user.email)
    form = {"oldpassword": PASSWORD, "password1": "un nouveau mot de passe", "password2": "un nouveau mot de passe"}

    here.post(reverse("account_change_password"), form)

    assert [client.get("/compte/").status_code for client in (here, elsewhere)] == [200, 302]


def test_closing_an_account_and_taking_a_role_back_count_from_the_next_click(as_role):
    client = as_role("officer")
    client.user.groups.clear()

    without_role = client.get("/delegations/tableau/").status_code
    client.user.is_active = False
    client.user.save()

    assert (without_role, client.get("/compte/").status_code) == (403, 302)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_door_leads_to_another_site(user, target):
    client = Client()
    doors = [
        sign_in(client, user.email, next=target),
        client.post(reverse("set_language"), {"language": "en", "next": target}),
        client.post(reverse("account_logout"), {"next": target}),
        client.get("/admin/login/", {"next": target}),
    ]

    assert [
        answer.url for answer in doors if "evil" in answer.url.split("?")[0] or "javascript" in answer.url[:11]
    ] == []


def test_no_form_is_taken_without_its_token(as_role):
    client = Client(enforce_csrf_checks=True)
    client.cookies = as_role("administrator").cookies
    invitation = InvitationFactory()
    paths = [path_of(pattern.name, prefix, invitation) for prefix, pattern in pages_of_accounts()]
    paths += [
        "/langue/",
        "/agenda/proposer/",
        "/partenariats/ajouter/",
        "/admin/accounts/user/add/",
        "/delegations/demande/",
    ]

    assert len(paths) > 30
    assert {path: client.post(path).status_code for path in paths} == dict.fromkeys(paths, 403)


def pages_of_accounts():
    """Yield (namespace, pattern) of every page under `/compte/`, ours and those of the library."""
    for included in get_resolver().url_patterns:
        if str(included.pattern) == "compte/":
            yield from leaves(included.url_patterns, included.namespace or "")


def leaves(patterns, namespace):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from leaves(pattern.url_patterns, namespace)
        else:
            yield namespace, pattern


def path_of(name, namespace, invitation):
    arguments = {
        "account_confirm_email": ["cle"],
        "account_reset_password_from_key": ["3", "cle"],
        "accounts:departure": [1, 1],
        "accounts:invitation_accept": [invitation_token(invitation)],
    }
    full = f"{namespace}:{name}" if namespace else name
    takes_a_number = ("_end", "_close", "_resend", "_revoke", "people_list", "edit_webauthn", "remove_webauthn")
    return reverse(full, args=arguments.get(full, [1] if full.endswith(takes_a_number) else []))


def test_no_page_of_accounts_stands_in_a_frame_or_is_kept_by_anybody(as_role):
    client, invitation = as_role("administrator"), InvitationFactory()
    private = {"no-store", "private"}

    answers = [client.get(path_of(pattern.name, prefix, invitation)) for prefix, pattern in pages_of_accounts()]

    assert {answer.headers["X-Frame-Options"] for answer in answers} == {"DENY"}
    assert ["frame-ancestors 'none'" in answer.headers["Content-Security-Policy"] for answer in answers] == [
        True
    ] * len(answers)
    kept = [
        answer.request["PATH_INFO"]
        for answer in answers
        if answer.status_code == 200 and not private & directives(answer)
    ]
    assert kept == []


def directives(answer):
    return {part.strip() for part in answer.headers.get("Cache-Control", "").split(",")}


def test_a_letter_names_the_portal_whatever_host_the_request_claims(user, settings):
    settings.ALLOWED_HOSTS = ["*"]

    Client().post(reverse("account_reset_password"), {"email": user.email}, headers={"host": "evil.example.org"})

    texts = [letter.body for letter in Letter.objects.all()]
    assert len(texts) == 1
    assert "evil" not in texts[0]
    assert settings.SITE_URL in texts[0]


def test_nobody_opens_an_account_alone(client):
    before = EmailAddress.objects.count()

    answers = [
        client.get(reverse("account_signup")),
        client.post(reverse("account_signup"), {"email": "x@example.org"}),
    ]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert "sur invitation" in answers[0].text or "Cités Unies France" in answers[0].text
    assert EmailAddress.objects.count() == before


def test_cookies_are_closed_to_scripts_and_other_sites(user, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client = Client()

    client.get(reverse("account_login"))
    sign_in(client, user.email)
    client.post(reverse("set_language"), {"language": "en"})

    flags = {name: (cookie["samesite"], bool(cookie["httponly"])) for name, cookie in client.cookies.items()}
    assert flags == {"sessionid": ("Lax", True), "csrftoken": ("Lax", False), "django_language": ("Lax", True)}


def test_a_lost_password_waits_for_no_mail_server(user, settings):
    settings.MAILERS = {"default": {"BACKEND": "tests.accounts.test_sign_in_attacks.Never"}}

    for email in (user.email, "inconnue@example.org"):
        answer = Client().post(reverse("account_reset_password"), {"email": email})
        assert answer.status_code == 302

    assert [letter.attempts for letter in Letter.objects.all()] == [0]  # `tick` sends it


def test_guesses_of_the_second_factor_come_to_an_end(user):
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    client = Client()
    sign_in(client, user.email)
    for guess in range(5):
        client.post(reverse("mfa_authenticate"), {"code": f"{guess:06}"})

    refused = client.post(reverse("mfa_authenticate"), {"code": right_code(secret)})
    elsewhere = Client()
    sign_in(elsewhere, user.email)
    refused_there = elsewhere.post(reverse("mfa_authenticate"), {"code": right_code(secret)})

    assert [refused.status_code, refused_there.status_code] == [200, 200]
    assert [visitor.get("/compte/").status_code for visitor in (client, elsewhere)] == [302, 302]


def right_code(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_an_invitation_opens_a_new_session(client):
    invitation = InvitationFactory()
    client.get(reverse("account_login"))
    session = client.session
    session["trace"] = "de l’attaquant"
    session.save()
    before = session.session_key

    path = reverse("accounts:invitation_accept", args=[invitation_token(invitation)])
    client.post(path, {"password1": "une phrase assez longue", "password2": "une phrase assez longue"})

    assert client.session.session_key != before
    assert Client(headers={"cookie": f"sessionid={before}"}).get("/compte/").status_code == 302


def test_an_invitation_does_the_same_work_for_an_address_that_is_known(as_role, user):
    client = as_role("referent")
    form = {"last_name": "Benali", "kind": "technical", "language": "fr", "organisation": client.user.edited_ids[0]}
    questions = []

    for email in ("avant@example.org", user.email, "inconnue@example.org"):
        with CaptureQueriesContext(connection) as asked:
            client.post(reverse("accounts:invitation_add"), {**form, "email": email})
        questions.append(len(asked))

    assert questions[1] == questions[2]


def test_a_link_that_is_forged_asks_the_database_for_no_invitation(client):
    invitation = InvitationFactory()
    forged = invitation_token(invitation)[:-2]

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("accounts:invitation_accept", args=[forged]))

    assert [query for query in asked.captured_queries if "accounts_invitation" in query["sql"]] == []


def test_an_account_does_not_say_that_an_address_is_somebody_else_s(user):
    other = UserFactory(email="autre@example.org")
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    answers = []
    for email in (other.email, "inconnue@example.org"):
        client = Client()
        sign_in(client, user.email)
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        answers.append(client.post(reverse("account_email"), {"email": email, "action_add": ""}))
        EmailAddress.objects.filter(user=user, verified=False).delete()

    assert answers[0].status_code == answers[1].status_code
