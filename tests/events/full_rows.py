"""Rows of this app with all their parts, for the tests of the administration."""

from datetime import UTC, date, datetime

from core.dates import FuzzyDate
from core.services import raise_flag
from events.models import AnnouncedDate, Lesson
from tests.events.rows import seat_at
from tests.factories import (
    AgendaEntryFactory,
    EventFactory,
    OrganisationFactory,
    PartnershipFactory,
    PlanStepFactory,
    RegistrationFactory,
    SessionFactory,
    ThemeFactory,
    UserFactory,
)


def event(parts):
    made = EventFactory(open=True, previous=EventFactory())
    for rank in range(parts):
        SessionFactory(event=made, place=OrganisationFactory().territory)
        plan_step(0, event=made)
        lesson(0, event=made)
        AnnouncedDate.objects.create(event=made, first_day=FuzzyDate.month(2027, rank + 1), by=UserFactory())
        made.places.add(OrganisationFactory().territory)
        made.organisers.add(OrganisationFactory())
        made.themes.add(ThemeFactory())
        made.partnerships.add(PartnershipFactory())
        raise_flag(record=made, code="date_day_mismatch", message=f"Doute {rank}", raised_by="test")
    return made


def session(parts):
    made = SessionFactory(place=OrganisationFactory().territory)
    for _ in range(parts):
        seat_at(made)
    return made


def plan_step(parts, **values):
    values = values or {"event": EventFactory()}
    return PlanStepFactory(owner=OrganisationFactory(), **values)


def lesson(parts, **values):
    values = values or {"event": EventFactory()}
    return Lesson.objects.create(
        text="Trop de discours", stated_by=OrganisationFactory(), fate="kept", fate_at=EventFactory(), **values
    )


def registration(parts):
    made = RegistrationFactory(registered_by=UserFactory())
    for rank in range(parts):
        begins = datetime(2027, 12, 13, 8 + rank, tzinfo=UTC)
        hours = {"starts_at": begins, "ends_at": begins.replace(minute=30)}
        seat_at(SessionFactory(event=made.event, **hours), registration=made)
    return made


def seat(parts):
    return seat_at(SessionFactory())


def entry(parts):
    made = AgendaEntryFactory(
        organisation=OrganisationFactory(),
        proposed_by=UserFactory(),
        decided_by=UserFactory(),
        accepted=True,
        last_day=FuzzyDate.day(date(2027, 6, 2)),
    )
    for _ in range(parts):
        made.themes.add(ThemeFactory())
    return made
