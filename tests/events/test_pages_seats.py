"""What one does with one's seats, and the list of them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from events.models import Seat, Session
from events.services import cancel_seat
from tests.factories import AffiliationFactory, EventFactory, OrganisationFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

LIST = reverse("events:registration_list")


def referent_of(organisation, as_role):
    client = as_role("partner")
    AffiliationFactory(person=client.user.person, organisation=organisation, may_edit=True)
    return client


def act(client, name, seat, **data):
    return client.post(reverse(f"events:seat_{name}", args=[seat.pk]), data, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def offered(event, enter, as_role):
    """A member's client, and the seat that is offered to it because somebody gave theirs back."""
    session, client = SessionFactory(event=event, capacity=1), as_role("member")
    held = enter(session)
    seat = enter(session, person=client.user.person)
    cancel_seat(seat=held, by=None)
    seat.refresh_from_db()
    return client, seat


def test_an_offered_seat_is_taken_and_taking_it_twice_changes_nothing(offered):
    client, seat = offered

    first, second = act(client, "confirm", seat), act(client, "confirm", seat)

    seat.refresh_from_db()
    assert seat.state == "confirmed"
    assert said(first) == said(second) == [f"« {seat.session} » : la place est confirmée."]


def test_an_offer_answered_too_late_is_refused_with_its_reason(offered):
    client, seat = offered
    Seat.objects.filter(pk=seat.pk).update(offered_until=timezone.now() - timedelta(minutes=1))

    response = act(client, "confirm", seat)

    assert said(response) == ["Cette place n’est plus proposée : le délai pour répondre est passé."]


def test_a_seat_is_given_back_once_and_a_second_time_says_so(offered):
    client, seat = offered

    first, second = act(client, "cancel", seat), act(client, "cancel", seat)

    seat.refresh_from_db()
    assert seat.state == "cancelled"
    assert said(first) == [f"« {seat.session} » : la place est rendue. Merci."]
    assert said(second) == [f"« {seat.session} » : cette place était déjà rendue."]


@pytest.mark.parametrize("name", ["confirm", "cancel"])
@pytest.mark.parametrize("role", ["visitor", "member", "referent", "partner"])
def test_the_seat_of_somebody_else_does_not_exist(event, enter, as_role, name, role):
    seat = enter(SessionFactory(event=event))

    response = as_role(role).post(reverse(f"events:seat_{name}", args=[seat.pk]))

    assert response.status_code == (302 if role == "visitor" else 404)
    assert Seat.objects.get().state == "confirmed"


def test_who_registered_a_colleague_a_referent_and_staff_may_give_the_seat_back(event, enter, as_role, make_user):
    organisation = OrganisationFactory()
    seats = [enter(SessionFactory(event=event), organisation) for _ in range(3)]
    member = as_role("member", organisation=organisation)
    seats[0].registration.registered_by = member.user
    seats[0].registration.save()
    referent = referent_of(organisation, as_role)

    for client, seat in zip((member, referent, as_role("officer")), seats, strict=True):
        act(client, "cancel", seat)

    assert set(Seat.objects.values_list("state", flat=True)) == {"cancelled"}


def test_a_seat_of_a_session_that_has_begun_is_given_back_by_staff_alone(event, enter, as_role):
    client = as_role("member")
    seat = enter(SessionFactory(event=event), person=client.user.person)
    now = timezone.now()
    today = FuzzyDate.day(timezone.localdate(now))
    event.first_day, event.last_day = today, FuzzyDate.day(today.first + timedelta(days=500))
    event.save()
    Session.objects.update(starts_at=now - timedelta(seconds=1), ends_at=now + timedelta(seconds=1))

    response = act(client, "cancel", seat)
    kept = Seat.objects.get().state
    act(as_role("secretariat"), "cancel", seat)

    assert said(response) == [f"« {seat.session} » a commencé : il est trop tard."]
    assert (kept, Seat.objects.get().state) == ("confirmed", "cancelled")


@pytest.mark.parametrize("name", ["confirm", "cancel"])
def test_seats_change_by_post_alone(offered, name):
    client, seat = offered

    assert client.get(reverse(f"events:seat_{name}", args=[seat.pk])).status_code == 405


@pytest.mark.parametrize(("asked", "target"), [("/evenements/1/", "/evenements/1/"), ("https://x.example.org/", LIST)])
def test_one_comes_back_to_where_one_was_and_never_to_another_site(offered, asked, target):
    client, seat = offered

    response = client.post(reverse("events:seat_cancel", args=[seat.pk]), {"next": asked})

    assert response.url == target


def test_the_list_says_each_state_with_what_it_asks(offered):
    client, _seat = offered

    text = " ".join(client.get(LIST).text.split())

    assert "Place proposée" in text
    assert "à confirmer avant le" in text
    assert "Prendre la place" in text


def test_one_lists_ones_own_seats_those_one_made_and_as_a_referent_those_of_the_organisation(event, enter, as_role):
    organisation = OrganisationFactory()
    mine = as_role("member", organisation=organisation)
    referent = referent_of(organisation, as_role)
    own = enter(SessionFactory(event=event), organisation, mine.user.person).registration
    colleague = enter(SessionFactory(event=event), organisation).registration
    enter(SessionFactory(event=event))

    def listed(client):
        return set(client.get(LIST).context["registrations"])

    assert (listed(mine), listed(referent)) == ({own}, {own, colleague})


def test_staff_list_their_own_and_find_the_others_in_the_list_of_the_event(event, enter, as_role):
    client = as_role("officer")
    enter(SessionFactory(event=event))
    own = enter(SessionFactory(event=event), person=client.user.person).registration

    assert list(client.get(LIST).context["registrations"]) == [own]


def test_what_is_to_come_is_listed_first(as_role):
    client = as_role("member")
    today = timezone.localdate()
    for days in (-40, 60, 7, -3):
        made = EventFactory(
            title=str(days), first_day=FuzzyDate.day(today + timedelta(days)), last_day=None, public=True
        )
        RegistrationFactory(event=made, person=client.user.person)

    rows = client.get(LIST).context["registrations"]

    assert [registration.event.title for registration in rows] == ["7", "60", "-3", "-40"]
    past = client.get(LIST, {"period": "passes"}).context["registrations"]
    assert [registration.event.title for registration in past] == ["-3", "-40"]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_runs_a_fixed_number_of_queries(event, as_role, count, django_assert_num_queries):
    client = as_role("referent")
    organisation = client.user.current_affiliations.get().organisation
    session = SessionFactory(event=event, place=OrganisationFactory().territory)
    for affiliation in AffiliationFactory.create_batch(count, organisation=organisation):
        made = RegistrationFactory(event=event, person=affiliation.person, organisation=organisation)
        Seat.objects.create(
            registration=made, session=session, state="confirmed", person=made.person, during=session.during
        )
    client.get(LIST)

    with django_assert_num_queries(8):
        response = client.get(LIST)

    assert response.context["paginator"].count == count
