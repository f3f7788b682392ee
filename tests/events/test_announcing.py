"""Dates announced one after the other, and where an event stands."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from core.dates import FuzzyDate
from events.enums import EventStatus
from events.models import Event, Seat
from events.services import announce_dates, announce_event, change_event_status
from tests.factories import CountryGroupFactory, EventFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

DECEMBER = FuzzyDate(date(2027, 12, 1), date(2027, 12, 31), "en décembre")
THIRTEENTH = FuzzyDate(date(2027, 12, 13), date(2027, 12, 13))
FIFTEENTH = FuzzyDate(date(2027, 12, 15), date(2027, 12, 15))


def announced(event):
    return [(kept.first_day.words, kept.day, kept.reason) for kept in event.announced_dates.all()]


def test_the_dates_first_announced_are_kept_when_others_are(make_user):
    staff = make_user("secretariat")
    event = EventFactory.build(group=CountryGroupFactory(), first_day=DECEMBER, last_day=None)
    announce_event(event=event, by=staff, announced_on=date(2027, 1, 10))

    announce_dates(
        event=event,
        first_day=THIRTEENTH,
        last_day=FIFTEENTH,
        by=staff,
        reason="Salle trouvée",
        announced_on=date(2027, 3, 1),
    )

    days = FuzzyDate(date(2027, 12, 13), date(2027, 12, 15))
    assert announced(event) == [("en décembre", DECEMBER, ""), ("", days, "Salle trouvée")]
    assert Event.objects.get().day == days


def test_the_same_dates_are_not_announced_twice():
    event = EventFactory()

    with pytest.raises(ValidationError) as refusal:
        announce_dates(event=event, first_day=event.first_day, last_day=event.last_day)

    assert refusal.value.message_dict == {"first_day": ["Ce sont déjà les dates de l’événement."]}


def test_dates_in_the_wrong_order_leave_the_event_as_it_was():
    event = EventFactory()

    with pytest.raises(ValidationError, match="La fin précède le début."):
        announce_dates(event=event, first_day=FIFTEENTH, last_day=THIRTEENTH)

    assert (Event.objects.get().first_day, announced(event)) == (THIRTEENTH, [])


def test_dates_that_leave_sessions_outside_name_them_but_those_cancelled():
    event = EventFactory()
    SessionFactory(event=event, title="Séance d’ouverture")
    SessionFactory(event=event, title="Visite", is_cancelled=True)

    with pytest.raises(ValidationError) as refusal:
        announce_dates(event=event, first_day=FIFTEENTH, last_day=None)

    assert refusal.value.messages == [
        "Ces temps tomberaient hors des nouvelles dates : Séance d’ouverture. Déplacez-les avec lui, ou annulez-les d’abord."
    ]


def test_a_confirmed_event_keeps_exact_days():
    event = EventFactory(status=EventStatus.CONFIRMED)

    with pytest.raises(ValidationError, match="donnez ses jours exacts"):
        announce_dates(event=event, first_day=DECEMBER, last_day=None)

    assert Event.objects.get().first_day == THIRTEENTH


def test_an_event_is_confirmed_once_its_days_are_exact(make_user):
    staff, event = make_user("secretariat"), EventFactory(first_day=DECEMBER, last_day=None)

    with pytest.raises(ValidationError, match="donnez d’abord ses jours exacts"):
        change_event_status(event=event, status=EventStatus.CONFIRMED, by=staff)
    announce_dates(event=event, first_day=THIRTEENTH, last_day=None, by=staff)

    assert change_event_status(event=event, status=EventStatus.CONFIRMED, by=staff).status == EventStatus.CONFIRMED


def test_an_event_does_not_become_what_it_is(make_user):
    event = EventFactory(status=EventStatus.CANCELLED)

    with pytest.raises(ValidationError) as refusal:
        change_event_status(event=event, status=EventStatus.CANCELLED, by=make_user("secretariat"))

    assert refusal.value.messages == ["L’événement est déjà « annulé »."]


def test_sessions_go_with_their_event_at_the_same_local_hours_across_a_change_of_time():
    event = EventFactory(first_day=FuzzyDate.day(date(2027, 3, 26)), last_day=FuzzyDate.day(date(2027, 3, 27)))
    nine_in_paris = datetime(2027, 3, 26, 8, tzinfo=UTC)
    first = SessionFactory(event=event, starts_at=nine_in_paris)
    second = SessionFactory(event=event, starts_at=nine_in_paris + timedelta(days=1))
    person = RegistrationFactory(event=event)
    for session in (first, second):
        Seat.objects.create(registration=person, session=session, state="confirmed")

    announce_dates(
        event=event,
        first_day=FuzzyDate.day(date(2027, 3, 27)),
        last_day=FuzzyDate.day(date(2027, 3, 28)),
        carry_sessions=True,
    )

    assert [session.starts_at for session in event.sessions.order_by("starts_at")] == [
        datetime(2027, 3, 27, 8, tzinfo=UTC),
        datetime(2027, 3, 28, 7, tzinfo=UTC),  # nine o’clock still: summer time has begun
    ]
    assert Event.objects.get().day == FuzzyDate(date(2027, 3, 27), date(2027, 3, 28))


def test_sessions_do_not_follow_an_event_to_an_unknown_day():
    session = SessionFactory()

    with pytest.raises(ValidationError, match="donnez son premier jour exact"):
        announce_dates(event=session.event, first_day=DECEMBER, last_day=None, carry_sessions=True)
