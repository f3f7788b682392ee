"""Who may come to what, and what they are answered."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.dates import FuzzyDate
from events.enums import SeatState
from events.models import Registration
from events.services import (
    cancel_seat,
    register,
)
from tests.events.rows import seat_at
from tests.factories import EventFactory, OrganisationFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db

JUST_NOW, SOON = timezone.now() - timedelta(seconds=1), timezone.now() + timedelta(hours=1)
LONG_AGO = FuzzyDate(date(2020, 1, 1), date(2020, 1, 1))


@pytest.fixture
def staff(make_user):
    return make_user("secretariat")


def test_who_gave_a_seat_back_comes_again_at_the_end_of_the_line(enter, staff):
    session, person, organisation = SessionFactory(capacity=1), PersonFactory(), OrganisationFactory()
    first = enter(session, organisation, person)
    waiting = enter(session)
    cancel_seat(seat=first, by=staff)

    again = enter(session, organisation, person)

    assert (again.state, again.rank, again.registration) == (SeatState.WAITING, 1, first.registration)
    waiting.refresh_from_db()
    assert waiting.state == SeatState.OFFERED


def test_who_left_comes_again_for_another_organisation(enter, staff):
    session, person = SessionFactory(), PersonFactory()
    first = enter(session, person=person)
    cancel_seat(seat=first, by=staff)
    other = OrganisationFactory()

    again = enter(session, other, person)

    assert (again.registration, again.registration.organisation) == (first.registration, other)


def test_who_is_there_for_one_organisation_is_not_registered_for_another(enter):
    session, person, organisation = SessionFactory(), PersonFactory(), OrganisationFactory()
    other = SessionFactory(event=session.event, starts_at=session.ends_at)
    enter(session, organisation, person)

    with pytest.raises(ValidationError) as refusal:
        enter(other, person=person)

    assert refusal.value.messages == [f"{person} est déjà inscrit·e pour « {organisation} »."]


def test_several_sessions_are_taken_together_or_none(staff):
    first = SessionFactory()
    full = SessionFactory(event=first.event, starts_at=first.ends_at, seats_per_organisation=1)
    organisation = OrganisationFactory()
    register(sessions=[full], person=PersonFactory(), organisation=organisation, by=staff)

    with pytest.raises(ValidationError, match="toutes les places"):
        register(sessions=[first, full], person=PersonFactory(), organisation=organisation, by=staff)

    assert (first.seats.count(), Registration.objects.count()) == (0, 1)


def test_the_sessions_chosen_together_do_not_overlap(staff):
    first = SessionFactory()
    other = SessionFactory(event=first.event, starts_at=first.starts_at + timedelta(minutes=30))

    with pytest.raises(ValidationError) as refusal:
        register(sessions=[first, other], person=PersonFactory(), organisation=OrganisationFactory(), by=staff)

    assert refusal.value.messages == ["Cette personne est déjà inscrite à un autre temps à ces heures."]


def test_the_sessions_chosen_together_are_of_one_event(staff):
    first = SessionFactory()
    other = SessionFactory(starts_at=first.ends_at)

    with pytest.raises(ValidationError, match="celui d’un autre événement"):
        register(sessions=[first, other], person=PersonFactory(), organisation=OrganisationFactory(), by=staff)

    assert Registration.objects.count() == 0


def test_the_seats_come_back_in_the_order_asked(staff):
    first = SessionFactory()
    other = SessionFactory(event=first.event, starts_at=first.ends_at)

    seats = register(
        sessions=[other, first, other], person=PersonFactory(), organisation=OrganisationFactory(), by=staff
    )

    assert [seat.session for seat in seats] == [other, first]


@pytest.mark.parametrize(
    ("event", "values", "sentence"),
    [
        ({"registration": "none"}, {}, "Les inscriptions à cet événement ne sont pas ouvertes."),
        ({"registration_opens_at": SOON}, {}, "Les inscriptions à cet événement ne sont pas ouvertes."),
        ({"registration_closes_at": JUST_NOW}, {}, "Les inscriptions à cet événement ne sont pas ouvertes."),
        ({"status": "cancelled"}, {}, "« Atelier » est annulé."),
        ({}, {"is_cancelled": True}, "« Atelier » est annulé."),
        ({"first_day": LONG_AGO, "last_day": None}, {}, "« Atelier » a déjà commencé."),
    ],
)
def test_nobody_enters_what_is_not_open(event, values, sentence, make_user):
    organisation = OrganisationFactory()
    member = make_user("member", organisation=organisation)
    session = SessionFactory(event=EventFactory(**{"registration": "open", **event}), title="Atelier", **values)

    with pytest.raises(ValidationError) as refusal:
        register(sessions=[session], person=member.person, organisation=organisation, by=member)

    assert refusal.value.messages == [sentence]


def test_the_secretariat_enters_people_before_registrations_open(enter):
    session = SessionFactory(event=EventFactory(registration="open", registration_opens_at=SOON))

    assert enter(session).state == SeatState.CONFIRMED


def test_a_choice_of_no_session_is_refused(staff):
    with pytest.raises(ValidationError, match="Choisissez au moins un temps."):
        register(sessions=[], person=PersonFactory(), organisation=OrganisationFactory(), by=staff)


@pytest.mark.parametrize("waiting", [1, 200])
def test_registering_and_leaving_ask_the_same_however_many_wait(waiting, enter, staff, django_assert_num_queries):
    session = SessionFactory(capacity=1)
    held = enter(session)
    for rank in range(1, waiting + 1):
        seat_at(session, state=SeatState.WAITING, rank=rank)
    person, organisation = PersonFactory(), OrganisationFactory()

    with django_assert_num_queries(
        11
    ):  # two open and close the transaction, one asks for the roles, one for the letter
        register(sessions=[session], person=person, organisation=organisation, by=staff)
    with django_assert_num_queries(13):  # the first who waits is offered the seat
        cancel_seat(seat=held, by=staff)
