"""The page behind the link of an invitation: who accepts, what is made, and what a link that does not lead in says."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.links import invitation_token
from accounts.models import Invitation, User
from accounts.services import close_account, join_with_account, open_account
from core.links import make_link_token
from core.models import ReviewFlag
from directory.models import Affiliation, Person
from tests.factories import AffiliationFactory, InvitationFactory, OrganisationFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db

PHRASE = "une phrase assez longue"
PASSWORDS = {"password1": PHRASE, "password2": PHRASE}


def page_of(invitation):
    return reverse("accounts:invitation_accept", args=[invitation_token(invitation)])


def accept(invitation, client=None, **data):
    return (client or Client()).post(page_of(invitation), {**PASSWORDS, **data})


def known(email="connue@example.org", **fields):
    user = UserFactory(email=email, **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_the_page_says_who_invites_and_for_which_organisation(client):
    invitation = InvitationFactory(function="Directrice")

    shown = client.get(page_of(invitation))

    assert shown.status_code == 200
    assert str(invitation.invited_by.person) in shown.text
    assert invitation.organisation.name in shown.text
    assert "Directrice" in shown.text
    assert shown.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_accepting_makes_the_account_its_person_its_function_and_signs_in(client):
    invitation = InvitationFactory(function="Directrice", may_edit=True, kind="elected")

    answer = accept(invitation, client)

    user = User.objects.get(email=invitation.email)
    function = user.person.affiliations.get()
    invitation.refresh_from_db()
    assert (answer.status_code, answer.url, client.get("/compte/").status_code) == (302, "/", 200)
    assert user.check_password(PHRASE)
    assert (user.is_staff, user.is_superuser, user.roles) == (False, False, set())
    assert (str(user.person), user.person.email) == (str(invitation), invitation.email)
    assert (function.organisation, function.function, function.kind) == (
        invitation.organisation,
        "Directrice",
        "elected",
    )
    assert (function.may_edit, function.since.first) == (True, timezone.localdate())
    assert [(one.email, one.verified, one.primary) for one in EmailAddress.objects.all()] == [(user.email, True, True)]
    assert (invitation.accepted_by, invitation.accepted_at is not None) == (user, True)


@pytest.mark.parametrize(
    "passwords",
    [
        {"password1": "court", "password2": "court"},
        {"password1": "password123", "password2": "password123"},
        {"password1": PHRASE, "password2": "une autre phrase longue"},
        {"password1": "nadia.benali@example.org", "password2": "nadia.benali@example.org"},
        {"password1": "", "password2": ""},
    ],
)
def test_a_weak_password_opens_nothing(passwords):
    invitation = InvitationFactory(email="nadia.benali@example.org")

    answer = accept(invitation, **passwords)

    assert (answer.status_code, len(answer.context["form"].errors) > 0) == (422, True)
    assert not User.objects.filter(email=invitation.email).exists()


def test_fields_that_the_page_does_not_have_change_nothing():
    invitation = InvitationFactory()
    other = OrganisationFactory()

    accept(
        invitation,
        email="autre@example.org",
        role="administrator",
        is_superuser="on",
        is_staff="on",
        organisation=other.pk,
        may_edit="on",
        person=PersonFactory().pk,
    )

    user = User.objects.get(email=invitation.email)
    assert (user.is_staff, user.is_superuser, user.roles) == (False, False, set())
    assert list(user.person.affiliations.values_list("organisation", "may_edit")) == [
        (invitation.organisation_id, False)
    ]


def test_the_one_colleague_known_by_the_address_is_the_person():
    colleague = AffiliationFactory(person__email="nadia@example.org", function="Directrice")
    invitation = InvitationFactory(email="nadia@example.org", organisation=colleague.organisation, may_edit=True)

    accept(invitation)

    user, function = (
        User.objects.get(email="nadia@example.org"),
        Affiliation.objects.get(organisation=colleague.organisation),
    )
    assert user.person == colleague.person
    assert (function.pk, function.function, function.may_edit) == (colleague.pk, "Directrice", True)


def test_two_colleagues_with_one_address_are_not_guessed_between():
    first = AffiliationFactory(person__email="accueil@example.org")
    second = AffiliationFactory(person__email="accueil@example.org", organisation=first.organisation)

    accept(InvitationFactory(email="accueil@example.org", organisation=first.organisation))

    assert User.objects.get(email="accueil@example.org").person not in {first.person, second.person}


def test_a_person_who_has_an_account_is_never_taken_over():
    colleague = AffiliationFactory(person__email="nadia@example.org")
    owner = UserFactory(email="autre-adresse@example.org", person=colleague.person)

    accept(InvitationFactory(email="nadia@example.org", organisation=colleague.organisation))

    owner.refresh_from_db()
    assert owner.person == colleague.person
    assert User.objects.get(email="nadia@example.org").person != colleague.person


def test_somebody_of_another_organisation_or_who_has_left_is_somebody_else():
    elsewhere = AffiliationFactory(person__email="nadia@example.org")

    accept(InvitationFactory(email="nadia@example.org"))

    assert User.objects.get(email="nadia@example.org").person != elsewhere.person


def test_a_namesake_is_left_alone_and_noted_as_a_doubt():
    PersonFactory(first_name="Nadia", last_name="Benali")

    accept(InvitationFactory(first_name="Nadia", last_name="Benali"))

    assert [flag.code for flag in ReviewFlag.objects.all()] == ["namesake"]
    assert Person.objects.filter(last_name="Benali").count() == 2


def test_a_role_of_the_team_opens_the_administration_and_asks_for_a_second_factor(client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    invitation = InvitationFactory(organisation=None, role="officer")

    accept(invitation, client)

    user = User.objects.get(email=invitation.email)
    assert ({role.value for role in user.roles}, user.is_staff, user.is_superuser) == ({"officer"}, True, False)
    assert client.get("/admin/").url == reverse("mfa_index")


def test_a_partner_gets_the_role_and_not_the_administration():
    invitation = InvitationFactory(role="partner")

    accept(invitation)

    user = User.objects.get(email=invitation.email)
    assert ({role.value for role in user.roles}, user.is_staff) == ({"partner"}, False)


def test_who_has_an_account_signs_in_and_adds_the_invitation_to_it():
    user = known()
    AffiliationFactory(person=user.person)
    invitation = InvitationFactory(email="Connue@example.org")

    asked = Client().get(page_of(invitation))
    unsigned = accept(invitation)
    client = signed_in(user)
    shown, answer = client.get(page_of(invitation)), client.post(page_of(invitation))

    assert (asked.status_code, "password1" in asked.text, reverse("account_login") in asked.text) == (200, False, True)
    assert (unsigned.status_code, shown.status_code, answer.status_code) == (403, 200, 302)
    assert invitation.organisation_id in {one.organisation_id for one in user.person.affiliations.all()}
    assert (User.objects.filter(email__iexact=user.email).count(), user.person.affiliations.count()) == (1, 2)


def test_nobody_else_accepts_whether_or_not_the_address_has_an_account(make_user):
    known()
    for email in ("connue@example.org", "nouvelle@example.org"):
        invitation = InvitationFactory(email=email)
        client = signed_in(make_user("officer"))

        assert [client.get(page_of(invitation)).status_code, accept(invitation, client).status_code] == [200, 403]
        invitation.refresh_from_db()
        assert invitation.accepted_at is None


def test_an_address_that_is_not_proved_makes_nobody_its_owner():
    squatter = known("autre@example.org")
    EmailAddress.objects.create(user=squatter, email="nadia@example.org", verified=False)
    invitation = InvitationFactory(email="nadia@example.org")

    refused = accept(invitation, signed_in(squatter))
    accept(invitation)

    assert refused.status_code == 403
    assert User.objects.get(email="nadia@example.org") != squatter


def test_a_closed_account_accepts_nothing(client, make_user):
    closed = known()
    close_account(account=closed, by=make_user("officer"))
    invitation = InvitationFactory(email=closed.email)

    shown, answer = client.get(page_of(invitation)), accept(invitation, client)

    assert (shown.status_code, answer.status_code) == (410, 410)
    assert closed.email not in shown.text


def test_a_second_click_finds_the_account_open_and_makes_no_other(client):
    invitation = InvitationFactory()
    accept(invitation, client)

    again, elsewhere = accept(invitation, client), accept(invitation)

    assert (again.status_code, again.url) == (302, "/compte/")
    assert (elsewhere.status_code, invitation.email in elsewhere.text) == (410, False)
    assert User.objects.filter(email=invitation.email).count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_forged_link_is_not_found_and_tells_nothing(client, method):
    invitation = InvitationFactory(last_name="Benali")
    token = invitation_token(invitation)
    payload, date, signature = token.split(".")
    forged = [
        token[:-1],
        token + "A",
        f"{payload}.{date}.{signature[::-1]}",
        f"{payload}A.{date}.{signature}",
        "x",
        "..",
        "é" * 3000,
    ]

    answers = [getattr(client, method)(reverse("accounts:invitation_accept", args=[text])) for text in forged]

    assert [answer.status_code for answer in answers] == [404] * len(forged)
    leaks = (invitation.email, "Benali", invitation.organisation.name)
    assert [leak for leak in leaks for answer in answers if leak in answer.text] == []


def test_a_link_made_for_something_else_is_not_an_invitation(client):
    invitation = InvitationFactory()
    others = [make_link_token("accounts.feed", invitation.pk), make_link_token("accounts.invitation", invitation.pk)]

    assert [client.get(reverse("accounts:invitation_accept", args=[token])).status_code for token in others] == [
        404,
        404,
    ]


def test_a_dead_link_names_nobody(client):
    invitation = InvitationFactory(last_name="Benali", revoked_at=timezone.now())

    shown = client.get(page_of(invitation))

    assert shown.status_code == 410
    assert [leak for leak in (invitation.email, "Benali", invitation.organisation.name) if leak in shown.text] == []


def test_the_link_of_an_invitation_that_was_removed_is_dead(client):
    invitation = InvitationFactory()
    page = page_of(invitation)
    Invitation.objects.all().delete()

    assert client.get(page).status_code == 410


def test_the_page_speaks_the_language_of_the_letter_until_another_is_chosen(client):
    invitation = InvitationFactory(language="en")

    first = client.get(page_of(invitation))
    client.post(reverse("set_language"), {"language": "fr"})
    second = client.get(page_of(invitation))

    assert [answer.headers["Content-Language"] for answer in (first, second)] == ["en", "fr"]


def test_services_refuse_what_the_page_would_not_offer():
    user = known()
    invitation = InvitationFactory(email=user.email)

    with pytest.raises(ValidationError):
        open_account(token=invitation_token(invitation), password=PHRASE)
    join_with_account(token=invitation_token(invitation), by=user)

    assert user.person.affiliations.count() == 1


def test_the_service_lets_nobody_else_accept_whatever_a_page_lets_through(make_user):
    user = known()
    invitation = InvitationFactory(email=user.email)
    token = invitation_token(invitation)

    for other in (make_user("officer"), make_user("member"), AnonymousUser()):
        with pytest.raises(PermissionDenied):
            join_with_account(token=token, by=other)

    invitation.refresh_from_db()
    assert invitation.accepted_at is None
