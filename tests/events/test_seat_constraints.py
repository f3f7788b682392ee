"""What the database refuses and keeps of seats and registrations, whichever way they are written."""

from datetime import UTC, datetime, timedelta

import pytest

from events.enums import SeatState
from events.models import Registration, Seat, Session
from tests.events.rows import copies, ranks, refusal_of, seat_at
from tests.factories import OrganisationFactory, PersonFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 1, 1, tzinfo=UTC)
FULL = "Il n’y a plus de place pour ce temps."
SHARE = "Cet organisme a déjà toutes les places auxquelles il a droit pour ce temps."
ELSEWHERE = "Cette personne est déjà inscrite à un autre temps à ces heures."


def written(model, record, **values):
    return lambda: model.objects.filter(pk=record.pk).update(**values)


def taken(session):
    return Session.objects.get(pk=session.pk).taken


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"state": "waiting"}, "Qui attend a un rang, et personne d’autre."),
        ({"rank": 1}, "Qui attend a un rang, et personne d’autre."),
        ({"state": "waiting", "rank": 0}, "Qui attend a un rang, et personne d’autre."),
        ({"state": "offered"}, "Une place proposée l’est jusqu’à une date, et elle seule."),
        ({"offered_until": NOW}, "Une place proposée l’est jusqu’à une date, et elle seule."),
        ({"state": "cancelled"}, "Une place annulée porte sa date d’annulation, et elle seule."),
        ({"cancelled_at": NOW}, "Une place annulée porte sa date d’annulation, et elle seule."),
    ],
)
def test_a_seat_does_not_contradict_itself(values, sentence):
    seat = seat_at(SessionFactory())

    assert refusal_of(written(Seat, seat, **values)) == sentence


@pytest.mark.parametrize("values", [{"state": "confirmed"}, {"state": "offered", "offered_until": NOW}])
def test_no_more_seats_are_taken_than_there_are(values):
    session = SessionFactory(capacity=1)
    seat_at(session)

    assert refusal_of(lambda: seat_at(session, **values)) == FULL
    assert taken(session) == 1


def test_a_room_without_seats_takes_nobody_but_those_who_wait():
    session = SessionFactory(capacity=0)

    assert refusal_of(lambda: seat_at(session)) == FULL
    assert seat_at(session, state="waiting", rank=1).rank == 1


def test_a_room_is_never_made_smaller_than_what_is_taken():
    session = SessionFactory(capacity=None)
    seat_at(session)
    seat_at(session)

    assert refusal_of(written(Session, session, capacity=1)) == FULL


def test_several_seats_confirmed_in_one_statement_are_counted_one_by_one():
    session = SessionFactory(capacity=2)
    for rank in (1, 2, 3):
        seat_at(session, state="waiting", rank=rank)

    refusal = refusal_of(lambda: session.seats.update(state="confirmed", rank=None))

    assert (refusal, taken(session), ranks(session)) == (FULL, 0, [1, 2, 3])


def test_the_count_follows_every_change_of_a_seat():
    session = SessionFactory()
    counts = []

    seat = seat_at(session)
    counts.append(taken(session))
    Seat.objects.filter(pk=seat.pk).update(state="offered", offered_until=NOW)
    counts.append(taken(session))
    Seat.objects.filter(pk=seat.pk).update(state="cancelled", offered_until=None, cancelled_at=NOW)
    counts.append(taken(session))
    seat_at(session)
    session.seats.all().delete()
    counts.append(taken(session))

    assert counts == [1, 1, 0, 0]


def test_nobody_else_writes_the_count():
    session = SessionFactory(taken=7)
    seat_at(session)

    Session.objects.filter(pk=session.pk).update(taken=40)

    assert taken(session) == 1


def test_two_people_have_not_the_same_rank():
    session = SessionFactory()
    seat_at(session, state="waiting", rank=1)

    refusal = refusal_of(lambda: seat_at(session, state="waiting", rank=1))

    assert refusal == "Deux personnes ne peuvent avoir le même rang d’attente."


@pytest.mark.parametrize("state", ["cancelled", "offered"])
def test_who_leaves_the_list_leaves_no_hole_in_it(state):
    session = SessionFactory()
    seats = [seat_at(session, state="waiting", rank=rank) for rank in range(1, 6)]
    gone = session.seats.filter(pk__in=[seats[0].pk, seats[2].pk])

    gone.update(
        state=state,
        rank=None,
        cancelled_at=NOW if state == "cancelled" else None,
        offered_until=NOW if state == "offered" else None,
    )

    assert list(session.seats.waiting()) == [seats[1], seats[3], seats[4]]
    assert ranks(session) == [1, 2, 3]


def test_a_registration_that_is_deleted_leaves_no_hole_and_no_count():
    session = SessionFactory(capacity=1)
    held = seat_at(session)
    first, second, third = (seat_at(session, state="waiting", rank=rank) for rank in (1, 2, 3))

    Registration.objects.filter(pk__in=[held.registration_id, first.registration_id, second.registration_id]).delete()

    third.refresh_from_db()
    assert (third.rank, taken(session)) == (1, 0)


def test_a_person_has_one_live_seat_at_a_session():
    seat = seat_at(SessionFactory())

    refusal = refusal_of(lambda: seat_at(seat.session, registration=seat.registration))

    assert refusal == "Cette personne a déjà une place, ou attend, pour ce temps."


def test_a_person_is_registered_once_at_an_event():
    registration = RegistrationFactory()

    refusal = refusal_of(lambda: RegistrationFactory(event=registration.event, person=registration.person))

    assert refusal == "Cette personne est déjà inscrite à cet événement."


@pytest.mark.parametrize("values", [{"state": "confirmed"}, {"state": "waiting", "rank": 1}])
def test_nobody_is_or_waits_at_two_sessions_at_once(values):
    session, person = SessionFactory(), PersonFactory()
    other = SessionFactory(starts_at=session.starts_at + timedelta(minutes=59))
    seat_at(session, person=person)

    assert refusal_of(lambda: seat_at(other, person=person, **values)) == ELSEWHERE


def test_one_session_may_follow_another():
    session, person = SessionFactory(), PersonFactory()
    following = SessionFactory(starts_at=session.ends_at)
    seat_at(session, person=person)

    assert seat_at(following, person=person).during.lower == session.ends_at


def test_a_session_takes_its_seats_along_to_other_hours():
    session = SessionFactory()
    seat = seat_at(session)

    later = session.starts_at + timedelta(hours=3), session.ends_at + timedelta(hours=3)
    Session.objects.filter(pk=session.pk).update(starts_at=later[0], ends_at=later[1])

    seat.refresh_from_db()
    assert (seat.during.lower, seat.during.upper) == later


def test_a_session_is_not_moved_onto_another_of_the_same_person():
    session, person = SessionFactory(), PersonFactory()
    other = SessionFactory(starts_at=session.ends_at)
    seat_at(session, person=person)
    seat_at(other, person=person)

    assert refusal_of(written(Session, session, ends_at=session.ends_at + timedelta(minutes=1))) == ELSEWHERE


def test_a_registration_takes_its_seats_along_to_another_person():
    seat, person = seat_at(SessionFactory()), PersonFactory()

    Registration.objects.filter(pk=seat.registration_id).update(person=person)

    seat.refresh_from_db()
    assert seat.person == person


def test_a_registration_does_not_pass_to_somebody_who_is_elsewhere():
    session, person = SessionFactory(), PersonFactory()
    seat, other = seat_at(session), SessionFactory(starts_at=session.starts_at)
    seat_at(other, person=person)

    assert refusal_of(written(Registration, seat.registration, person=person)) == ELSEWHERE


def test_nobody_writes_whose_a_seat_is_or_when():
    seat = seat_at(SessionFactory())

    Seat.objects.filter(pk=seat.pk).update(person=PersonFactory(), during=("2000-01-01", "2000-01-02"))

    again = Seat.objects.get(pk=seat.pk)
    assert (again.person, again.during) == (seat.person, seat.during)


def test_an_organisation_takes_no_more_than_its_share_be_it_to_wait():
    session, organisation = SessionFactory(seats_per_organisation=1), OrganisationFactory()
    seat_at(session, organisation=organisation)

    assert refusal_of(lambda: seat_at(session, organisation=organisation, state="waiting", rank=1)) == SHARE


def test_a_registration_passes_to_an_organisation_within_its_share():
    session, organisation = SessionFactory(seats_per_organisation=1), OrganisationFactory()
    seat_at(session, organisation=organisation)
    other = seat_at(session)

    refusal = refusal_of(written(Registration, other.registration, organisation=organisation))

    assert refusal == "L’autre organisme a déjà toutes les places auxquelles il a droit pour un de ces temps."


def test_a_seat_passes_to_another_registration_within_the_share():
    session, organisation = SessionFactory(seats_per_organisation=1), OrganisationFactory()
    seat_at(session, organisation=organisation)
    other, registration = seat_at(session), RegistrationFactory(event=session.event, organisation=organisation)

    assert refusal_of(written(Seat, other, registration=registration)) == SHARE


def test_a_share_is_not_made_smaller_than_what_an_organisation_has():
    session, organisation = SessionFactory(), OrganisationFactory()
    seat_at(session, organisation=organisation)
    seat_at(session, organisation=organisation)

    refusal = refusal_of(written(Session, session, seats_per_organisation=1))

    assert refusal == "Un organisme a déjà plus de places que cela pour ce temps."


def test_a_seat_is_at_a_session_of_the_event_of_its_registration():
    session, registration = SessionFactory(), RegistrationFactory()

    refusal = refusal_of(
        lambda: Seat.objects.create(
            registration=registration, session=session, state=SeatState.CONFIRMED, **copies(registration)
        )
    )

    assert refusal == "Ce temps est celui d’un autre événement que l’inscription."


def test_a_seat_stays_in_its_session():
    seat, other = seat_at(SessionFactory()), SessionFactory()

    refusal = refusal_of(written(Seat, seat, session=other))

    assert refusal == "Ce temps est celui d’un autre événement que l’inscription."


def test_what_has_seats_stays_at_its_event():
    seat, other = seat_at(SessionFactory()), SessionFactory().event

    assert [
        refusal_of(written(Session, seat.session, event=other)),
        refusal_of(written(Registration, seat.registration, event=other)),
    ] == [
        "Des personnes y sont inscrites : ce temps reste à son événement.",
        "Cette inscription a des places : elle reste à son événement.",
    ]


def test_a_cancelled_session_has_no_seats():
    seat = seat_at(SessionFactory())
    cancelled = SessionFactory(is_cancelled=True)

    assert [refusal_of(written(Session, seat.session, is_cancelled=True)), refusal_of(lambda: seat_at(cancelled))] == [
        "Des personnes y ont encore une place : annulez ce temps avec ses places.",
        "Ce temps est annulé : il n’y a plus de place à prendre.",
    ]
