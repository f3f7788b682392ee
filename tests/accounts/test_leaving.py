"""Who leaves an organisation, or whose account is closed, is out at the next click, in a session that is open."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.links import DeadInvitation, invitation_token
from accounts.models import FeedLink, User
from accounts.services import (
    close_account,
    feed_token,
    leave_organisation,
    open_account,
    renew_feed_link,
    resend_invitation,
)
from core.dates import FuzzyDate
from core.enums import Audience
from directory.models import Affiliation
from tests.delegations.factories import ApproachFactory, DelegationFactory
from tests.factories import (
    AffiliationFactory,
    InvitationFactory,
    MeetingFactory,
    PartnershipFactory,
    UserFactory,
)
from tests.readers import STAFF

pytestmark = pytest.mark.django_db

PASSWORD = "mot de passe de test"


def place_of(user):
    return user.person.affiliations.get().organisation


def departure_of(user, organisation=None):
    return reverse("accounts:departure", args=[(organisation or place_of(user)).pk, user.person_id])


def leave(user, by):
    return leave_organisation(person=user.person, organisation=place_of(user), by=by)


def test_rights_go_the_same_second_in_an_open_session(as_role, make_user, group):
    own = PartnershipFactory(group=group)
    client = as_role("referent", organisation=own.french_side)
    meeting = MeetingFactory(group=group, audience=Audience.GROUP, first_day=timezone.localdate())
    approach = ApproachFactory(
        delegation=DelegationFactory(group=group, audience=Audience.GROUP, detail="full"), organisation=own.french_side
    )
    answer = reverse("delegations:approach_answer", args=[approach.delegation_id, approach.pk])
    feed = reverse("cufportal:personal_feed", args=[feed_token(renew_feed_link(user=client.user))])
    pages = [
        own.get_absolute_url(),
        meeting.get_absolute_url(),
        reverse("partnerships:partnership_edit", args=[own.pk]),
        answer,
        reverse("accounts:people_list", args=[own.french_side_id]),
    ]
    before = [client.get(page).status_code for page in pages]
    told_before = meeting.title in client.get(feed).text

    leave(client.user, make_user("officer"))

    assert before == [200] * len(pages)
    assert [client.get(page).status_code for page in pages] == [404, 404, 404, 404, 403]
    assert client.post(answer, {"answer": "accepted"}).status_code == 404
    assert (told_before, meeting.title in client.get(feed).text) == (True, False)


def test_the_history_says_the_day_they_left_and_who_said_so(make_user):
    user, officer = make_user("member"), make_user("officer")

    leave(user, officer)

    function = user.person.affiliations.get()
    today = timezone.localdate()
    assert function.until == FuzzyDate.day(today)
    assert abs(timezone.now() - function.left_at).total_seconds() < 60
    assert function in Affiliation.objects.current(today)  # they were there today
    assert function not in Affiliation.objects.current()
    assert function in Affiliation.objects.past()


def test_somebody_who_came_today_may_leave_today(make_user):
    user = make_user("member")
    user.person.affiliations.update(since=FuzzyDate.day(timezone.localdate()))

    leave(user, make_user("officer"))

    assert list(user.current_affiliations) == []


def test_all_functions_in_the_organisation_end_and_those_elsewhere_stay(make_user):
    user = make_user("referent")
    place = place_of(user)
    AffiliationFactory(person=user.person, organisation=place, function="Adjointe")
    elsewhere = AffiliationFactory(person=user.person)

    leave_organisation(person=user.person, organisation=place, by=make_user("officer"))

    assert list(user.current_affiliations) == [elsewhere]


def test_who_has_left_does_not_come_back_by_an_invitation_sent_before(make_user, client):
    user = make_user("member")
    invitation = InvitationFactory(organisation=place_of(user), email=user.email.upper())
    other = InvitationFactory(organisation=place_of(user))

    leave(user, make_user("officer"))

    paths = [reverse("accounts:invitation_accept", args=[invitation_token(one)]) for one in (invitation, other)]
    assert [client.get(path).status_code for path in paths] == [410, 200]


def test_leaving_twice_is_said(make_user):
    user, officer = make_user("member"), make_user("officer")
    place = place_of(user)
    leave(user, officer)

    with pytest.raises(ValidationError, match="n’est plus"):
        leave_organisation(person=user.person, organisation=place, by=officer)


def test_the_database_keeps_a_departure_with_its_day():
    function = AffiliationFactory()

    with pytest.raises(IntegrityError, match="left_means_ended"), transaction.atomic():
        Affiliation.objects.filter(pk=function.pk).update(left_at=timezone.now())


@pytest.mark.parametrize("role", [*STAFF, "referent"])
def test_the_team_and_the_referents_of_the_organisation_note_a_departure(as_role, make_user, role):
    client = as_role(role)
    place = place_of(client.user) if role == "referent" else None
    leaving = make_user("member", organisation=place) if not place else UserFactory()
    if place:
        AffiliationFactory(person=leaving.person, organisation=place)
    page = departure_of(leaving)

    shown, answer = client.get(page), client.post(page)

    assert (shown.status_code, answer.status_code) == (200, 302)
    assert list(leaving.current_affiliations) == []


@pytest.mark.parametrize("role", ["member", "referent", "partner"])
def test_nobody_else_does(as_role, make_user, role):
    leaving, client = make_user("member"), as_role(role)

    answers = [client.get(departure_of(leaving)).status_code, client.post(departure_of(leaving)).status_code]

    assert answers == [403, 403]
    with pytest.raises(PermissionDenied):
        leave(leaving, client.user)
    assert leaving.current_affiliations.count() == 1


def test_a_referent_does_not_reach_a_person_of_another_organisation_through_their_own(as_role, make_user):
    client, stranger = as_role("referent"), make_user("member")

    answer = client.post(departure_of(stranger, place_of(client.user)))

    assert (answer.status_code, stranger.current_affiliations.count()) == (404, 1)


def test_a_referent_who_leaves_is_led_out(as_role):
    client = as_role("referent")

    answer = client.post(departure_of(client.user))

    assert (answer.url, client.get(answer.url).status_code) == (reverse("accounts:account"), 200)


def test_closing_an_account_ends_its_sessions_and_its_link_to_the_agenda(as_role, make_user):
    user = make_user("member")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    feed = reverse("cufportal:personal_feed", args=[feed_token(renew_feed_link(user=user))])
    before = [client.get(path).status_code for path in ("/compte/", feed)]

    as_role("officer").post(reverse("accounts:account_close", args=[user.pk]))

    user.refresh_from_db()
    assert (before, user.is_active, UserSession.objects.filter(user=user).count()) == ([200, 200], False, 0)
    assert client.get("/compte/").status_code == 302
    assert client.get(feed).status_code >= 400
    assert FeedLink.objects.filter(user=user, revoked_at__isnull=True).count() == 0
    again = Client().post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert again.url == reverse("account_inactive")


@pytest.mark.parametrize(
    ("role", "closed"),
    [
        ("secretariat", ["member", "referent", "partner"]),
        ("officer", ["member", "referent", "partner"]),
        ("administrator", ["member", "referent", "partner", "secretariat", "officer", "administrator"]),
        ("referent", []),
        ("member", []),
        ("partner", []),
    ],
)
def test_nobody_closes_the_account_of_somebody_who_holds_more(as_role, make_user, role, closed):
    client = as_role(role)
    accounts = {
        name: make_user(name) for name in ("member", "referent", "partner", "secretariat", "officer", "administrator")
    }

    answers = {
        name: client.post(reverse("accounts:account_close", args=[account.pk])).status_code
        for name, account in accounts.items()
    }

    assert answers == {name: 302 if name in closed else 403 for name in accounts}
    still_open = set(User.objects.filter(is_active=True, pk__in=[one.pk for one in accounts.values()]))
    assert still_open == {account for name, account in accounts.items() if name not in closed}


def test_nobody_closes_their_own_account(as_role):
    client = as_role("administrator")

    assert client.post(reverse("accounts:account_close", args=[client.user.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        close_account(account=client.user, by=client.user)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_people_of_an_organisation_are_read_in_as_many_questions_whatever_their_number(
    as_role, django_assert_max_num_queries, count
):
    client = as_role("officer")
    place = AffiliationFactory().organisation
    for _ in range(count):
        AffiliationFactory(organisation=place, person=UserFactory().person)

    with django_assert_max_num_queries(11):
        shown = client.get(reverse("accounts:people_list", args=[place.pk]))

    assert len(shown.context["functions"]) == count + 1
    assert shown.text.count("Clore le compte") == count


def test_an_invitation_of_a_referent_who_has_left_lets_nobody_in(make_user):
    referent, officer = make_user("referent"), make_user("officer")
    invitation = InvitationFactory(organisation=place_of(referent), invited_by=referent, email="deux@example.org")
    page = reverse("accounts:invitation_accept", args=[invitation_token(invitation)])
    leave_organisation(person=referent.person, organisation=invitation.organisation, by=officer)

    answer = Client().post(page, {"password1": "une phrase assez longue", "password2": "une phrase assez longue"})

    assert answer.status_code == 410
    assert not User.objects.filter(email="deux@example.org").exists()


@pytest.mark.parametrize("end", ["closed", "demoted"])
def test_an_administrator_who_is_one_no_more_gives_no_role_by_a_letter_of_before(make_user, end):
    administrator, other = make_user("administrator"), make_user("administrator")
    invitation = InvitationFactory(organisation=None, role="administrator", invited_by=administrator)
    if end == "closed":
        close_account(account=administrator, by=other)
    else:
        administrator.groups.clear()
        User.objects.filter(pk=administrator.pk).update(is_superuser=False)

    with pytest.raises(DeadInvitation):
        open_account(token=invitation_token(invitation), password="une phrase assez longue")


def test_who_sends_an_invitation_again_answers_for_it(make_user):
    referent, officer = make_user("referent"), make_user("officer")
    invitation = InvitationFactory(organisation=place_of(referent), invited_by=referent)
    leave_organisation(person=referent.person, organisation=invitation.organisation, by=officer)

    resend_invitation(invitation=invitation, by=officer)

    invitation.refresh_from_db()
    assert invitation.invited_by == officer
    assert (
        open_account(token=invitation_token(invitation), password="une phrase assez longue").email == invitation.email
    )
