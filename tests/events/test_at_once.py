"""What holds when many act at the same moment, in transactions that really meet."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.refusals import refusals_said
from events.enums import SeatState
from events.models import Event, Registration, Seat, Session
from events.services import (
    cancel_seat,
    cancel_session,
    change_capacity,
    confirm_seat,
    lapse_all_offers,
    move_session,
    register,
    seats,
)
from tests.events.at_once import Meeting, at_once, sentences
from tests.events.rows import ranks, seat_at
from tests.factories import EventFactory, OrganisationFactory, PersonFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.usefixtures("kept_rows", "django_db_serialized_rollback", "transactional_db")

FULL = "Il n’y a plus de place pour ce temps."


@pytest.fixture
def staff(make_user):
    return make_user("secretariat")


@pytest.fixture
def entering(staff):
    """Return a function that prepares a registration: `entering(session, …)` → what to call."""

    def prepare(*sessions, person=None, organisation=None):
        person, organisation = person or PersonFactory(), organisation or OrganisationFactory()
        return partial(register, sessions=sessions, person=person, organisation=organisation, by=staff)

    return prepare


@pytest.fixture
def meeting(monkeypatch):
    """Two who register meet between reading what is left and writing what they take, unless one holds the other back."""
    meeting, next_place = Meeting(), seats.next_place

    def read_then_meet(session):
        place = next_place(session)
        meeting.wait()
        return place

    monkeypatch.setattr(seats, "next_place", read_then_meet)
    return meeting


@pytest.fixture
def without_lock(monkeypatch):
    def read(ids):
        return list(Session.objects.filter(pk__in=ids).order_by("pk").select_related("event"))

    monkeypatch.setattr(seats, "locked_sessions", read)


def standing(session):
    """Seats confirmed, seats offered, and the ranks of those who wait."""
    held = [session.seats.filter(state=state).count() for state in (SeatState.CONFIRMED, SeatState.OFFERED)]
    return (*held, ranks(session))


def test_of_two_hundred_people_for_forty_seats_forty_have_one_and_the_others_wait_in_line(entering):
    session = SessionFactory(capacity=40)

    answers = at_once(*[entering(session) for _ in range(200)], threads=20)

    assert standing(session) == (40, 0, list(range(1, 161)))
    assert sentences(answers) == []
    assert len(set(session.seats.values_list("person", flat=True))) == 200
    assert Session.objects.get(pk=session.pk).taken == 40


@pytest.mark.parametrize(("capacity", "expected"), [(1, (1, 0, [1])), (0, (0, 0, [1, 2]))])
def test_of_two_who_read_at_once_the_second_sees_what_the_first_has_taken(capacity, expected, entering, meeting):
    session = SessionFactory(capacity=capacity)

    answers = at_once(entering(session), entering(session))

    assert (standing(session), sentences(answers), meeting.have_met) == (expected, [], False)


@pytest.mark.parametrize(
    ("capacity", "expected", "refusal"),
    [
        (1, (1, 0, []), FULL),
        (0, (0, 0, [1]), "Deux personnes ne peuvent avoir le même rang d’attente."),
    ],
)
@pytest.mark.usefixtures("without_lock")
def test_without_the_lock_both_take_the_same_place_and_the_database_refuses_one(
    capacity, expected, refusal, entering, meeting
):
    session = SessionFactory(capacity=capacity)

    answers = at_once(entering(session), entering(session))

    assert (standing(session), sentences(answers), meeting.have_met) == (expected, [refusal], True)


def test_who_chooses_the_same_sessions_in_another_order_waits_for_nobody(entering):
    first = SessionFactory(capacity=5)
    second = SessionFactory(event=first.event, starts_at=first.ends_at, capacity=5)
    acts = [entering(*chosen) for chosen in [(first, second), (second, first)] * 10]

    answers = at_once(*acts)

    assert (standing(first), standing(second)) == ((5, 0, list(range(1, 16))),) * 2
    assert [[seat.session_id for seat in answer] for answer in answers] == [
        [first.pk, second.pk],
        [second.pk, first.pk],
    ] * 10


def test_a_person_whom_several_register_at_once_is_registered_once(entering):
    session, person, organisation = SessionFactory(), PersonFactory(), OrganisationFactory()

    answers = at_once(*[entering(session, person=person, organisation=organisation) for _ in range(8)])

    assert sentences(answers) == ["Cette personne a déjà une place, ou attend, pour ce temps."] * 7
    assert (Registration.objects.count(), Seat.objects.count()) == (1, 1)


@pytest.mark.parametrize("same_event", [True, False])
def test_a_person_registered_at_once_at_two_sessions_that_overlap_is_at_one(same_event, entering, meeting):
    session, person, organisation = SessionFactory(capacity=9), PersonFactory(), OrganisationFactory()
    event = {"event": session.event} if same_event else {}
    other = SessionFactory(starts_at=session.starts_at + timedelta(minutes=30), capacity=9, **event)

    answers = at_once(*[entering(one, person=person, organisation=organisation) for one in (session, other)])

    assert sentences(answers) == ["Cette personne est déjà inscrite à un autre temps à ces heures."]
    assert (Seat.objects.count(), meeting.have_met) == (1, False)


def test_a_person_registered_at_once_for_two_organisations_is_there_for_one(entering):
    session, person = SessionFactory(), PersonFactory()
    other = SessionFactory(event=session.event, starts_at=session.ends_at)

    answers = at_once(entering(session, person=person), entering(other, person=person))

    assert [refusal.split(" pour ")[0] for refusal in sentences(answers)] == [f"{person} est déjà inscrit·e"]
    assert Seat.objects.count() == 1


def test_an_organisation_keeps_to_its_share_when_its_colleagues_come_at_once(entering):
    session, organisation = SessionFactory(capacity=2, seats_per_organisation=3), OrganisationFactory()

    answers = at_once(*[entering(session, organisation=organisation) for _ in range(10)])

    assert standing(session) == (2, 0, [1])
    assert len(sentences(answers)) == 7


def test_while_some_leave_others_come_without_a_hole_or_a_free_seat(entering, staff):
    session = SessionFactory(capacity=10)
    there = [entering(session)()[0] for _ in range(30)]
    leaving = [partial(cancel_seat, seat=seat, by=staff) for seat in there[::2]]
    acts = [act for pair in zip(leaving, [entering(session) for _ in leaving], strict=True) for act in pair]

    answers = at_once(*acts, threads=10)

    confirmed, offered, waiting = standing(session)
    assert (sentences(answers), confirmed + offered, waiting) == ([], 10, list(range(1, 21)))
    assert Session.objects.get(pk=session.pk).taken == 10


def test_seats_given_back_at_once_are_offered_to_as_many_in_the_order_of_the_list(entering, staff):
    session = SessionFactory(capacity=5)
    there = [entering(session)()[0] for _ in range(12)]

    at_once(*[partial(cancel_seat, seat=seat, by=staff) for seat in there[:5]])

    offered = session.seats.filter(state=SeatState.OFFERED)
    assert set(offered) == set(there[5:10])
    assert list(session.seats.waiting()) == there[10:]


def test_a_seat_given_back_twice_at_once_frees_one_seat(entering, staff):
    session = SessionFactory(capacity=1)
    held = entering(session)()[0]
    for _ in range(3):
        entering(session)()

    answers = at_once(*[partial(cancel_seat, seat=held, by=staff)] * 5)

    assert sentences(answers) == ["Cette place est déjà annulée."] * 4
    assert standing(session) == (0, 1, [1, 2])


def test_more_room_given_while_people_come_leaves_no_seat_free(entering, staff):
    session = SessionFactory(capacity=0)
    more = [partial(change_capacity, session=session, capacity=capacity, by=staff) for capacity in (3, 6)]

    answers = at_once(*[entering(session) for _ in range(5)], *more, *[entering(session) for _ in range(5)])

    capacity, (confirmed, offered, waiting) = Session.objects.get(pk=session.pk).capacity, standing(session)
    assert (confirmed + offered, waiting) == (capacity, list(range(1, 11 - capacity)))
    assert set(sentences(answers[:5] + answers[7:])) == set()


def test_less_room_given_while_people_come_puts_nobody_out(entering, staff):
    session = SessionFactory(capacity=10)
    less = partial(change_capacity, session=session, capacity=4, by=staff)

    *_answers, lowered = at_once(*[entering(session) for _ in range(10)], less)

    capacity, (confirmed, offered, waiting) = Session.objects.get(pk=session.pk).capacity, standing(session)
    assert capacity == (10 if isinstance(lowered, ValidationError) else 4)
    assert (confirmed + offered, waiting) == (capacity, list(range(1, 11 - capacity)))


def test_nobody_enters_a_session_while_it_is_cancelled(entering, staff):
    session = SessionFactory(capacity=3)

    at_once(*[entering(session) for _ in range(8)], partial(cancel_session, session=session, by=staff))

    assert (standing(session), Session.objects.get(pk=session.pk).taken) == ((0, 0, []), 0)


def test_an_offer_taken_while_it_lapses_is_taken_or_passed_on_but_not_both(entering, staff):
    session = SessionFactory(capacity=1)
    held, first, second = (entering(session)()[0] for _ in range(3))
    cancel_seat(seat=held, by=staff)
    first.refresh_from_db()
    lapse = partial(lapse_all_offers, at=first.offered_until)

    at_once(partial(confirm_seat, seat=first, by=staff), lapse, lapse)

    states = list(session.seats.exclude(pk=held.pk).order_by("pk").values_list("state", flat=True))
    assert states in (["confirmed", "waiting"], ["cancelled", "offered"])
    assert Session.objects.get(pk=session.pk).taken == 1
    assert second.pk


def test_a_session_moved_onto_another_while_people_enter_leaves_nobody_at_both(entering, staff):
    session = SessionFactory()
    other = SessionFactory(event=session.event, starts_at=session.ends_at)
    people = [PersonFactory() for _ in range(6)]
    organisation = OrganisationFactory()
    for person in people:
        entering(session, person=person, organisation=organisation)()
    hours = {"starts_at": other.starts_at, "ends_at": other.ends_at}
    entries = [entering(other, person=person, organisation=organisation) for person in people]

    answers = at_once(*entries[:3], partial(move_session, session=session, by=staff, **hours), *entries[3:])

    assert [type(answer) for answer in answers if not isinstance(answer, list | ValidationError | Session)] == []
    assert len(sentences(answers)) in (1, 6)


def test_two_sessions_moved_at_once_with_the_same_people_wait_for_nobody_twice(staff):
    first = SessionFactory()
    second = SessionFactory(event=first.event, starts_at=first.ends_at + timedelta(hours=1))
    people = PersonFactory.create_batch(20)
    for number, person in enumerate(people):
        registration = RegistrationFactory(event=first.event, person=person)
        pair = (first, second) if number % 2 else (second, first)
        for session in pair:
            seat_at(session, registration=registration)
    later = timedelta(minutes=5)
    moves = [
        partial(move_session, session=one, starts_at=one.starts_at + later, ends_at=one.ends_at + later, by=staff)
        for one in (first, second)
    ]

    answers = at_once(*moves)

    assert [type(answer) for answer in answers] == [Session, Session]


WITHOUT = "perform from events_session where id = session for no key update;"


@pytest.fixture
def without_lock_of_the_trigger(transactional_db):
    """The trigger that counts, without its lock, until the test ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef('events_seat_count'::regproc)")
        (written,) = cursor.fetchone()
        assert written.count(WITHOUT) == 1
        cursor.execute(written.replace(WITHOUT, ""))
    yield
    with connection.cursor() as cursor:
        cursor.execute(written)


def two_colleagues_wait_at_once():
    """Write their seats past the services, the share being one; say who was refused, and whether they met."""
    session, organisation, meeting = SessionFactory(seats_per_organisation=1), OrganisationFactory(), Meeting()
    registrations = RegistrationFactory.create_batch(2, event=session.event, organisation=organisation)

    def write(registration, rank):
        with refusals_said():
            seat_at(session, registration=registration, state=SeatState.WAITING, rank=rank)
            meeting.wait()

    answers = at_once(*[partial(write, registration, rank) for rank, registration in enumerate(registrations, 1)])
    return sentences(answers), meeting.have_met


def test_two_who_write_past_the_services_see_each_other_too():
    refusals = ["Cet organisme a déjà toutes les places auxquelles il a droit pour ce temps."]

    assert two_colleagues_wait_at_once() == (refusals, False)


@pytest.mark.usefixtures("without_lock_of_the_trigger")
def test_without_the_lock_of_the_trigger_an_organisation_takes_more_than_its_share():
    assert two_colleagues_wait_at_once() == ([], True)


def test_a_chain_of_events_closed_from_both_ends_at_once_stays_open():
    one, other = EventFactory(), EventFactory()

    def follow(event, previous):
        with refusals_said():
            Event.objects.filter(pk=event.pk).update(previous=previous)

    answers = at_once(partial(follow, one, other), partial(follow, other, one))

    assert Event.objects.filter(previous__isnull=False).count() == 1
    assert answers.count(None) == 1
