"""What the database refuses of events and of what belongs to them, whichever way it is written, and what it answers."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.dates import FuzzyDate
from events.models import AgendaEntry, AnnouncedDate, Event, Lesson, PlanStep, Session
from tests.events.rows import refusal_of
from tests.factories import AgendaEntryFactory, EventFactory, PlanStepFactory, SessionFactory

pytestmark = pytest.mark.django_db

OUTSIDE = "Ce temps tombe hors des dates de son événement."
HELD = "Un temps de l’événement tomberait hors de ces dates : déplacez-le d’abord."
LOOP = "Cet événement lui fait déjà suite : choisissez-en un autre."


def days(first, last=None):
    return FuzzyDate(first, last or first)


def december(day, hour=9):
    return datetime(2027, 12, day, hour, tzinfo=UTC)


def written(model, record, **values):
    return lambda: model.objects.filter(pk=record.pk).update(**values)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"last_day": days(date(2027, 12, 12))}, "La fin précède le début."),
        ({"registration": "external"}, "Une inscription chez l’organisateur demande son adresse (un lien)."),
        (
            {"registration_opens_at": december(2), "registration_closes_at": december(1)},
            "Les inscriptions se ferment après avoir ouvert.",
        ),
    ],
)
def test_an_event_does_not_contradict_itself(values, sentence):
    event = EventFactory()

    assert refusal_of(written(Event, event, **values)) == sentence


def test_an_edition_of_a_kind_is_held_once_in_a_group():
    event = EventFactory(kind="assises", edition=3)

    refusal = refusal_of(lambda: EventFactory(kind="assises", edition=3, group=event.group))

    assert refusal == "Cette édition est déjà enregistrée dans ce groupe."


def test_an_event_is_followed_once():
    first = EventFactory()
    EventFactory(previous=first)

    assert refusal_of(lambda: EventFactory(previous=first)) == "Un autre événement fait déjà suite à celui-là."


def test_an_event_does_not_follow_itself():
    event = EventFactory()

    assert refusal_of(written(Event, event, previous=event)) == "Un événement ne fait pas suite à lui-même."


@pytest.mark.parametrize("length", [2, 3, 5])
def test_no_chain_of_events_comes_round_again(length):
    first = last = EventFactory()
    for _ in range(length - 1):
        last = EventFactory(previous=last)

    assert refusal_of(written(Event, first, previous=last)) == LOOP


@pytest.mark.parametrize(
    "hours",
    [
        {"starts_at": december(12), "ends_at": december(13)},
        {"starts_at": december(15, 22), "ends_at": december(16, 1)},
        {"starts_at": december(16), "ends_at": december(16, 10)},
        {"starts_at": december(12, 22), "ends_at": december(12, 23), "time_zone": "Europe/Paris"},
    ],
)
def test_a_session_is_held_within_the_days_of_its_event(hours):
    event = EventFactory()

    assert refusal_of(lambda: SessionFactory(event=event, **hours)) == OUTSIDE


def test_the_days_of_a_session_are_those_of_its_own_zone():
    event = EventFactory(time_zone="Asia/Shanghai")
    hours = {"starts_at": december(12, 23), "ends_at": december(13, 1)}

    session = SessionFactory(event=event, time_zone="Asia/Shanghai", **hours)

    assert session.local_start.date() == date(2027, 12, 13)
    assert refusal_of(written(Session, session, time_zone="Europe/London")) == OUTSIDE


def test_what_ends_at_midnight_belongs_to_the_evening():
    event = EventFactory()

    session = SessionFactory(event=event, starts_at=december(15, 20), ends_at=december(15, 23))  # midnight in Paris

    session.full_clean()
    assert (session.local_end.date(), session.last_local_day) == (date(2027, 12, 16), date(2027, 12, 15))


@pytest.mark.parametrize(
    "dates",
    [
        {"first_day": days(date(2027, 12, 14))},
        {"last_day": days(date(2027, 12, 14))},
        {"first_day": days(date(2027, 11, 13)), "last_day": None},
    ],
)
def test_an_event_keeps_its_sessions_within_its_days(dates):
    event = EventFactory()
    SessionFactory(event=event)
    SessionFactory(event=event, starts_at=december(15), ends_at=december(15, 10))

    assert refusal_of(written(Event, event, **dates)) == HELD


def test_a_cancelled_session_holds_no_event_back_and_comes_back_only_within_it():
    event = EventFactory()
    session = SessionFactory(event=event, is_cancelled=True)
    Event.objects.filter(pk=event.pk).update(first_day=days(date(2027, 12, 14)))

    assert refusal_of(written(Session, session, is_cancelled=False)) == OUTSIDE


def test_an_event_known_to_the_month_holds_the_sessions_of_the_month():
    event = EventFactory(first_day=days(date(2027, 12, 1), date(2027, 12, 31)), last_day=None)

    SessionFactory(event=event, starts_at=december(31), ends_at=december(31, 10))

    assert refusal_of(written(Event, event, first_day=days(date(2027, 12, 1), date(2027, 12, 30)))) == HELD


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"ends_at": december(13, 9)}, "Un temps finit après avoir commencé."),
        ({"ends_at": december(13, 8)}, "Un temps finit après avoir commencé."),
        ({"seats_per_organisation": 0}, "Un organisme a droit à une place au moins."),
    ],
)
def test_a_session_does_not_contradict_itself(values, sentence):
    session = SessionFactory()

    assert refusal_of(written(Session, session, **values)) == sentence


@pytest.mark.parametrize("values", [{"fate": "kept"}, {"fate_at": True}])
def test_a_lesson_meets_its_fate_at_an_edition(values):
    lesson = Lesson.objects.create(event=EventFactory(), text="Écrire tôt aux hôtes.")
    values = {key: EventFactory() if value is True else value for key, value in values.items()}

    refusal = refusal_of(written(Lesson, lesson, **values))

    assert refusal == "Une suite se donne à une édition : indiquez les deux, ou aucune."


def test_a_lesson_meets_its_fate_at_another_edition():
    lesson = Lesson.objects.create(event=EventFactory(), text="Écrire tôt aux hôtes.")

    refusal = refusal_of(written(Lesson, lesson, fate="kept", fate_at=lesson.event))

    assert refusal == "La suite se donne à une autre édition que celle d’où vient la leçon."


@pytest.mark.parametrize("values", [{"state": "done"}, {"done_on": date(2027, 9, 3)}])
def test_a_step_that_is_done_is_dated_and_no_other(values):
    step = PlanStepFactory()

    refusal = refusal_of(written(PlanStep, step, **values))

    assert refusal == "Une étape faite porte la date où elle l’a été, et elle seule."


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"last_day": days(date(2027, 5, 31))}, "La fin précède le début."),
        ({"ends_at": time(10)}, "Une heure de fin demande une heure de début."),
        ({"starts_at": time(10), "ends_at": time(10)}, "L’heure de fin suit celle du début."),
        (
            {"first_day": days(date(2027, 6, 1), date(2027, 6, 30)), "starts_at": time(10)},
            "Une heure demande un jour exact : retirez l’heure, ou précisez le jour.",
        ),
        (
            {"last_day": days(date(2027, 6, 2), date(2027, 6, 3)), "starts_at": time(10)},
            "Une heure demande un jour exact : retirez l’heure, ou précisez le jour.",
        ),
        ({"state": "accepted"}, "Une décision porte sa date."),
        ({"state": "refused", "decided_at": december(1)}, "Dites en quelques mots pourquoi."),
        ({"state": "cancelled", "decided_at": december(1)}, "Dites en quelques mots pourquoi."),
    ],
)
def test_a_date_of_the_agenda_does_not_contradict_itself(values, sentence):
    entry = AgendaEntryFactory()

    assert refusal_of(written(AgendaEntry, entry, **values)) == sentence


def test_a_night_ends_on_the_next_day():
    entry = AgendaEntryFactory(last_day=days(date(2027, 6, 2)), starts_at=time(22), ends_at=time(2))

    entry.full_clean()

    assert entry.ends - entry.starts == timedelta(hours=4)


def test_dates_announced_are_in_order():
    first, last = days(date(2027, 6, 2)), days(date(2027, 6, 1))

    refusal = refusal_of(lambda: AnnouncedDate.objects.create(event=EventFactory(), first_day=first, last_day=last))

    assert refusal == "La fin précède le début."
