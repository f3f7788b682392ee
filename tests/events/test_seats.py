from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from events.enums import SeatState
from events.models import Seat, Session
from events.services import cancel_seat, change_capacity, confirm_seat, lapse_offers, register
from tests.factories import AffiliationFactory, OrganisationFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(make_user):
    return make_user("secretariat")


def ranks(session):
    return list(session.seats.waiting().values_list("rank", flat=True))


def test_who_comes_while_there_is_room_has_a_seat_and_the_others_wait_in_order(enter):
    session = SessionFactory(capacity=2)

    seats = [enter(session) for _ in range(4)]

    assert [(seat.state, seat.rank) for seat in seats] == [
        ("confirmed", None),
        ("confirmed", None),
        ("waiting", 1),
        ("waiting", 2),
    ]
    session.refresh_from_db()
    assert session.taken == 2


def test_a_seat_given_back_is_offered_to_the_first_who_waits(enter, staff):
    session = SessionFactory(capacity=1)
    held, first, second = (enter(session) for _ in range(3))

    cancel_seat(seat=held, by=staff)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state, second.rank) == (SeatState.OFFERED, SeatState.WAITING, 1)


def test_who_leaves_the_list_lets_the_others_move_up(enter, staff):
    session = SessionFactory(capacity=1)
    _held, _first, second, _third = (enter(session) for _ in range(4))

    cancel_seat(seat=second, by=staff)

    assert ranks(session) == [1, 2]


def test_an_offer_is_taken_once_and_only_in_time(enter, staff):
    session = SessionFactory(capacity=1)
    held, first = enter(session), enter(session)
    cancel_seat(seat=held, by=staff)

    confirm_seat(seat=first, by=staff)

    first.refresh_from_db()
    assert (first.state, first.offered_until) == (SeatState.CONFIRMED, None)


def test_an_offer_that_nobody_answers_goes_to_the_next(enter, staff):
    session = SessionFactory(capacity=1)
    held, first, second = (enter(session) for _ in range(3))
    cancel_seat(seat=held, by=staff)
    late = timezone.now() + timedelta(hours=49)

    lapsed = lapse_offers(session=session, at=late)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (lapsed, first.state, second.state) == (1, SeatState.CANCELLED, SeatState.OFFERED)


def test_more_room_is_offered_to_those_who_wait(enter, staff):
    session = SessionFactory(capacity=1)
    for _ in range(3):
        enter(session)

    change_capacity(session=session, capacity=2, by=staff)

    assert session.seats.filter(state=SeatState.OFFERED).count() == 1
    assert ranks(session) == [1]


def test_less_room_than_is_taken_is_refused_and_names_whom_it_concerns(enter, staff):
    session = SessionFactory(capacity=2)
    enter(session, person=PersonFactory(first_name="Ada", last_name="Première"))
    enter(session, person=PersonFactory(first_name="Zoé", last_name="Dernière"))

    with pytest.raises(ValidationError, match="Zoé Dernière") as refusal:
        change_capacity(session=session, capacity=1, by=staff)

    assert "Ada" not in str(refusal.value)
    assert Session.objects.get(pk=session.pk).capacity == 2


def test_nobody_is_at_two_sessions_at_once(enter):
    first, person = SessionFactory(), PersonFactory()
    organisation = OrganisationFactory()
    other = SessionFactory(event=first.event, starts_at=first.starts_at + timedelta(minutes=30))
    enter(first, organisation, person)

    with pytest.raises(ValidationError, match="déjà inscrite à un autre temps"):
        enter(other, organisation, person)

    assert Seat.objects.count() == 1


def test_an_organisation_has_no_more_seats_than_its_share(enter):
    session, organisation = SessionFactory(seats_per_organisation=1), OrganisationFactory()
    enter(session, organisation)

    with pytest.raises(ValidationError, match="toutes les places"):
        enter(session, organisation)

    assert session.seats.count() == 1


def test_a_member_registers_the_colleagues_of_its_organisation_and_nobody_else(make_user):
    session, organisation = SessionFactory(), OrganisationFactory()
    member = make_user("member", organisation=organisation)
    colleague, stranger = PersonFactory(), PersonFactory()
    AffiliationFactory(person=colleague, organisation=organisation)

    register(sessions=[session], person=colleague, organisation=organisation, by=member)

    with pytest.raises(ValidationError, match="vos collègues"):
        register(sessions=[session], person=stranger, organisation=organisation, by=member)
    assert [seat.person for seat in session.seats.all()] == [colleague]


def test_saving_an_old_copy_of_a_session_does_not_change_its_count(enter):
    session = SessionFactory(capacity=3)
    old = Session.objects.get(pk=session.pk)
    enter(session)

    old.title = "Autre titre"
    old.save()

    assert Session.objects.get(pk=session.pk).taken == 1
