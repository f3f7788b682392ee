"""Rooms that grow, sessions that move, offers that lapse: who is offered a seat, and until when."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.dates import FuzzyDate
from events.enums import SeatState
from events.models import Event, Seat, Session
from events.services import (
    cancel_seat,
    cancel_session,
    change_capacity,
    change_event_status,
    confirm_seat,
    lapse_all_offers,
    move_session,
)
from tests.events.rows import ranks
from tests.factories import EventFactory, OrganisationFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db

JUST_NOW, SOON = timezone.now() - timedelta(seconds=1), timezone.now() + timedelta(hours=1)


@pytest.fixture
def staff(make_user):
    return make_user("secretariat")


def test_without_a_limit_nobody_waits(enter):
    session = SessionFactory(capacity=None)

    assert {enter(session).state for _ in range(5)} == {SeatState.CONFIRMED}


def test_a_limit_taken_away_offers_a_seat_to_all_who_wait(enter, staff):
    session = SessionFactory(capacity=0)
    for _ in range(3):
        enter(session)

    change_capacity(session=session, capacity=None, by=staff)

    assert (session.seats.filter(state=SeatState.OFFERED).count(), ranks(session)) == (3, [])


def test_a_limit_set_where_there_was_none_leaves_those_who_are_there(enter, staff):
    session = SessionFactory(capacity=None)
    for _ in range(2):
        enter(session)

    change_capacity(session=session, capacity=2, by=staff)

    assert enter(session).rank == 1


def test_a_change_of_the_room_leaves_the_share_as_it_was(staff):
    session = SessionFactory(seats_per_organisation=2)

    change_capacity(session=session, capacity=9, by=staff)
    kept = Session.objects.get(pk=session.pk).seats_per_organisation
    change_capacity(session=session, capacity=9, by=staff, seats_per_organisation=None)

    assert (kept, Session.objects.get(pk=session.pk).seats_per_organisation) == (2, None)


def test_a_share_smaller_than_what_an_organisation_has_names_it(enter, staff):
    session, organisation = SessionFactory(), OrganisationFactory()
    for _ in range(2):
        enter(session, organisation)

    with pytest.raises(ValidationError) as refusal:
        change_capacity(session=session, capacity=9, by=staff, seats_per_organisation=1)

    assert refusal.value.message_dict == {
        "seats_per_organisation": [f"Ces organismes ont déjà plus de places : {organisation} (2)."]
    }


def test_an_offer_ends_when_the_session_begins(enter, staff):
    start = timezone.now() + timedelta(hours=3)
    day = FuzzyDate(timezone.localdate(), timezone.localdate() + timedelta(days=1))
    event = EventFactory(registration="open", first_day=day, last_day=None)
    session = SessionFactory(event=event, starts_at=start, capacity=1)
    held, first = enter(session), enter(session)

    cancel_seat(seat=held, by=staff)

    first.refresh_from_db()
    assert first.offered_until == start


def test_a_session_moved_forward_takes_its_offers_along(enter, staff):
    session = SessionFactory(capacity=1)
    held, first = enter(session), enter(session)
    cancel_seat(seat=held, by=staff)
    sooner = timezone.now() + timedelta(hours=2)
    days = FuzzyDate(timezone.localdate(), session.event.first_day.last)
    Event.objects.filter(pk=session.event_id).update(first_day=days)

    move_session(session=session, starts_at=sooner, ends_at=sooner + timedelta(hours=1), by=staff)

    first.refresh_from_db()
    assert first.offered_until == sooner


def test_no_seat_is_offered_at_what_will_not_take_place(enter, staff):
    session = SessionFactory(capacity=1)
    held, waiting = enter(session), enter(session)
    change_event_status(event=session.event, status="cancelled", by=staff)

    cancel_seat(seat=held, by=staff)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.rank) == (SeatState.WAITING, 1)


def test_no_seat_is_offered_at_what_has_begun(enter, staff):
    session = SessionFactory(capacity=1)
    held, waiting = enter(session), enter(session)
    begin(session)

    cancel_seat(seat=held, by=staff)

    waiting.refresh_from_db()
    assert waiting.state == SeatState.WAITING


def begin(session):
    days = FuzzyDate(timezone.localdate() - timedelta(days=2), session.event.first_day.last)
    Event.objects.filter(pk=session.event_id).update(first_day=days)
    Session.objects.filter(pk=session.pk).update(starts_at=JUST_NOW, ends_at=SOON)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("waiting", "Vous attendez encore : une place vous sera proposée dès qu’il s’en libère une."),
        ("cancelled", "Cette place n’est plus proposée : le délai pour répondre est passé."),
    ],
)
def test_only_what_is_offered_is_confirmed(state, sentence, enter, staff):
    seat = enter(SessionFactory(capacity=0))
    if state == "cancelled":
        cancel_seat(seat=seat, by=staff)

    with pytest.raises(ValidationError) as refusal:
        confirm_seat(seat=seat, by=staff)

    assert refusal.value.messages == [sentence]


def test_an_offer_is_not_taken_once_its_event_is_cancelled(enter, staff):
    session = SessionFactory(capacity=1)
    held, first = enter(session), enter(session)
    cancel_seat(seat=held, by=staff)
    change_event_status(event=session.event, status="cancelled", by=staff)

    with pytest.raises(ValidationError) as refusal:
        confirm_seat(seat=first, by=staff)

    first.refresh_from_db()
    assert (refusal.value.messages, first.state) == ([f"« {session} » est annulé."], SeatState.OFFERED)


def test_an_offer_is_not_taken_after_its_time(enter, staff):
    session = SessionFactory(capacity=1)
    held, first = enter(session), enter(session)
    cancel_seat(seat=held, by=staff)
    Seat.objects.filter(pk=first.pk).update(offered_until=JUST_NOW)

    with pytest.raises(ValidationError, match="le délai pour répondre est passé"):
        confirm_seat(seat=first, by=staff)


def test_what_lapses_is_passed_on_in_every_session_and_a_free_seat_is_offered(enter, staff):
    first, freed, quiet = SessionFactory(capacity=1), SessionFactory(capacity=1), SessionFactory(capacity=1)
    held, late, next_one = (enter(first) for _ in range(3))
    cancel_seat(seat=held, by=staff)
    enter(freed), enter(freed), enter(quiet)
    freed.seats.filter(state=SeatState.CONFIRMED).delete()
    Seat.objects.filter(pk=late.pk).update(offered_until=JUST_NOW)

    lapsed = lapse_all_offers()

    next_one.refresh_from_db()
    assert (lapsed, next_one.state) == (1, SeatState.OFFERED)
    assert [seat.state for seat in freed.seats.all()] == [SeatState.OFFERED]


def test_a_cancelled_session_gives_all_its_seats_back(enter, staff):
    session = SessionFactory(capacity=1)
    for _ in range(3):
        enter(session)

    cancel_session(session=session, by=staff)

    session.refresh_from_db()
    assert (session.is_cancelled, session.taken, set(session.seats.values_list("state", flat=True))) == (
        True,
        0,
        {"cancelled"},
    )
    with pytest.raises(ValidationError, match="Ce temps est déjà annulé."):
        cancel_session(session=session, by=staff)


def test_a_session_is_not_moved_onto_another_of_its_people_who_are_named(enter, staff):
    session, organisation = SessionFactory(), OrganisationFactory()
    person = PersonFactory(first_name="Ada", last_name="Deux-Fois")
    other = SessionFactory(event=session.event, starts_at=session.ends_at)
    enter(session, organisation, person), enter(other, organisation, person)

    with pytest.raises(ValidationError) as refusal:
        move_session(session=session, starts_at=other.starts_at, ends_at=other.ends_at, by=staff)

    assert refusal.value.messages == ["À ces heures, ces personnes sont inscrites ailleurs : Ada Deux-Fois."]
