"""Whatever is done to the seats of two sessions, and in whatever order, the rules of the waiting list hold after each step."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from events.enums import SeatState
from events.models import Seat, Session
from events.services import (
    cancel_seat,
    cancel_session,
    change_capacity,
    confirm_seat,
    lapse_offers,
    move_session,
    register,
)
from events.services.seats import OFFER
from tests.factories import EventFactory, OrganisationFactory, PersonFactory, SessionFactory, UserFactory

PEOPLE = 9
CAPACITIES = st.integers(0, 4) | st.none()
SHARES = st.none() | st.integers(1, 4)
CHOSEN = st.sampled_from([(0,), (1,), (2,), (0, 1), (2, 0), (1, 2)])  # the last two overlap


def has(*states):
    return precondition(lambda self: any(seat.state in states for seat in self.seats))


class Seats(RuleBasedStateMachine):
    """Three sessions of an event, of which the last two overlap. The machine keeps in Python who waits in which line,
    and compares; what a service refuses changes nothing."""

    staff, people, event = None, (), None  # the same for all examples: `who_takes_part` sets them

    @initialize(rooms=st.tuples(*[st.integers(0, 2)] * 3))
    def prepare(self, rooms):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        start = SessionFactory.build(event=self.event).starts_at
        hours = [start, start + timedelta(hours=1), start + timedelta(hours=1.5)]
        self.sessions = [
            SessionFactory(event=self.event, starts_at=start, capacity=room)
            for start, room in zip(hours, rooms, strict=True)
        ]
        self.line = {session.pk: [] for session in self.sessions}
        self.seats, self.third_is_cancelled = [], False

    def teardown(self):
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    def attempt(self, service, **values):
        """What a service did, or None when it refused."""
        try:
            return service(by=self.staff, **values)
        except ValidationError:
            return None
        finally:
            self.look()

    def look(self):
        """Read the seats; move the machine's own lines: an offer takes from the front, and who comes stands at the end."""
        self.seats = list(Seat.objects.select_related("session", "registration").order_by("pk"))
        state = {seat.pk: seat.state for seat in self.seats}
        for session, line in self.line.items():
            promoted = [pk for pk in line if state[pk] in SeatState.holding()]
            stayed = [pk for pk in line if state[pk] == SeatState.WAITING]
            assert [pk for pk in line if state[pk] != SeatState.CANCELLED] == promoted + stayed, "one was passed over"
            come = [seat.pk for seat in self.seats_of(session, SeatState.WAITING) if seat.pk not in line]
            self.line[session] = stayed + come

    def seats_of(self, session, *states):
        return [seat for seat in self.seats if seat.session_id == session and seat.state in states]

    def a_seat(self, number, *states):
        found = [seat for seat in self.seats if seat.state in states]
        return found[number % len(found)]

    @precondition(lambda self: len(self.seats) < 40)
    @rule(people=st.lists(st.integers(0, PEOPLE - 1), min_size=3, max_size=6, unique=True), chosen=CHOSEN)
    def come(self, people, chosen):
        for number in people:
            before, (person, organisation) = len(self.seats), self.people[number]
            sessions = [self.sessions[place] for place in chosen]

            seats = self.attempt(register, sessions=sessions, person=person, organisation=organisation)

            assert len(self.seats) == before + len(seats or [])

    @has(*SeatState.live())
    @rule(number=st.integers(0, 30))
    def leave(self, number):
        assert self.attempt(cancel_seat, seat=self.a_seat(number, *SeatState.live())).state == SeatState.CANCELLED

    @has(*SeatState.holding())
    @rule(number=st.integers(0, 30))
    def make_room(self, number):
        assert self.attempt(cancel_seat, seat=self.a_seat(number, *SeatState.holding())).state == SeatState.CANCELLED

    @has(SeatState.OFFERED)
    @rule(number=st.integers(0, 30))
    def take_the_offer(self, number):
        assert self.attempt(confirm_seat, seat=self.a_seat(number, SeatState.OFFERED)).state == SeatState.CONFIRMED

    @has(SeatState.WAITING)
    @rule(number=st.integers(0, 30))
    def take_what_was_not_offered(self, number):
        assert self.attempt(confirm_seat, seat=self.a_seat(number, SeatState.WAITING)) is None

    @has(SeatState.OFFERED)
    @rule(number=st.integers(0, 30))
    def let_the_offers_lapse(self, number):
        session = self.a_seat(number, SeatState.OFFERED).session
        offers = self.seats_of(session.pk, SeatState.OFFERED)

        count = lapse_offers(session=session, at=timezone.now() + OFFER)

        self.look()
        again = {seat.pk: seat.state for seat in self.seats}
        assert (count, {again[seat.pk] for seat in offers}) == (len(offers), {SeatState.CANCELLED})

    @rule(session=st.integers(0, 2), capacity=CAPACITIES, share=SHARES)
    def change_room(self, session, capacity, share):
        session = self.sessions[session]
        self.attempt(change_capacity, session=session, capacity=capacity, seats_per_organisation=share)

    @rule(session=st.integers(0, 2), half_hours=st.integers(-2, 2))
    def move(self, session, half_hours):
        session, by = self.sessions[session], timedelta(minutes=30) * half_hours
        session.refresh_from_db()
        self.attempt(move_session, session=session, starts_at=session.starts_at + by, ends_at=session.ends_at + by)

    @precondition(lambda self: len(self.seats) > 5 and not self.third_is_cancelled)
    @rule()
    def cancel_the_third(self):
        self.third_is_cancelled = self.attempt(cancel_session, session=self.sessions[2]).is_cancelled

        assert self.seats_of(self.sessions[2].pk, *SeatState.live()) == []

    @invariant()
    def the_room_is_never_too_small_and_no_seat_is_free_while_somebody_waits(self):
        for session in Session.objects.all():
            held = len(self.seats_of(session.pk, *SeatState.holding()))
            waiting = self.seats_of(session.pk, SeatState.WAITING)

            assert session.taken == held
            assert session.capacity is None or held <= session.capacity
            assert waiting == [] or held == session.capacity

    @invariant()
    def the_line_is_that_of_those_who_came_without_a_hole(self):
        for session, line in self.line.items():
            ranks = {seat.pk: seat.rank for seat in self.seats_of(session, SeatState.WAITING)}

            assert ranks == {pk: rank for rank, pk in enumerate(line, 1)}

    @invariant()
    def nobody_is_at_two_places_at_once(self):
        live = sorted(
            (seat.person_id, seat.session.starts_at, seat.session.ends_at) for seat in self.seats if seat.is_live
        )
        for (person, _start, end), (following, start, _end) in pairwise(live):
            assert person != following or end <= start

    @invariant()
    def no_organisation_has_more_than_its_share(self):
        shares = {seat.session_id: seat.session.seats_per_organisation for seat in self.seats}
        held = Counter((seat.session_id, seat.registration.organisation_id) for seat in self.seats if seat.is_live)

        assert [key for key, count in held.items() if shares[key[0]] and count > shares[key[0]]] == []


@pytest.fixture
def who_takes_part(db):
    organisations = OrganisationFactory.create_batch(3)
    Seats.staff, Seats.event = UserFactory(is_superuser=True), EventFactory(open=True)
    Seats.people = [(PersonFactory(), organisations[number % 3]) for number in range(PEOPLE)]


@pytest.mark.usefixtures("who_takes_part")
def test_the_rules_of_the_waiting_list_hold_whatever_is_done():
    run_state_machine_as_test(
        Seats, settings=settings(max_examples=16, stateful_step_count=25, phases=[Phase.generate])
    )
