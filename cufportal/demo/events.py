"""The events that the minutes of 2017 announce, then an invented one to come, and dates proposed to the agenda."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from core.dates import FuzzyDate, read
from core.enums import Audience
from cufportal.demo.reading import authority, read_toml
from directory.models import CountryGroup, Organisation, Person, Theme
from directory.services import territory_by_code
from events.enums import EventStatus, SeatState
from events.models import AgendaEntry, Event, Lesson, PlanStep, Registration, Seat, Session
from events.services import announce_dates, announce_event

PUBLIC = {"audience": Audience.PUBLIC}
PASSED_ON = ("kind", "edition", "status", "summary", "venue", "registration", "registration_url", "time_zone")


def load_events(group):
    data = read_toml("events.toml")
    loaded = {}
    for row in data["event"]:
        loaded[row["key"]] = load_event(group, row, loaded)
    for row in data["coming"]:
        load_coming(group, row)
    for row in data["proposal"]:
        load_proposal(group, row)


def load_event(group, row, loaded):
    if existing := Event.objects.filter(group=group, title=row["title"]).first():
        return existing
    event = Event(group=group, title=row["title"], previous=loaded.get(row.get("previous")), **PUBLIC)
    fill(event, row)
    event.first_day, event.last_day = read(row["first_day"]), read(row["last_day"]) if "last_day" in row else None
    if "registration_closes_at" in row:
        event.registration_closes_at = at(row["registration_closes_at"], event.time_zone)
    announce_event(event=event, announced_on=row["announced_on"])
    add_links(event, row)
    add_parts(event, row)
    if "exact_day" in row:
        day, since, reason = read(row["exact_day"]), row["exact_since"], row["exact_reason"]
        announce_dates(event=event, first_day=day, last_day=None, announced_on=since, reason=reason)
    return event


def fill(event, row):
    for name in PASSED_ON:
        if name in row:
            setattr(event, name, row[name])


def add_links(event, row):
    event.places.set(territory_by_code(*code) for code in row.get("places", []))
    event.themes.set(Theme.objects.filter(slug__in=row.get("themes", [])))
    event.organisers.set(Organisation.objects.filter(name="Cités Unies France"))


def add_parts(event, row):
    for session in row.get("sessions", []):
        add_session(event, session)
    for step in row.get("plan", []):
        owner = Organisation.objects.get(name=step.pop("owner")) if "owner" in step else None
        PlanStep.objects.create(event=event, owner=owner, due=read(step.pop("due")), **step)
    for lesson in row.get("lessons", []):
        Lesson.objects.create(event=event, **lesson)


def at(moment, zone):
    return moment.replace(tzinfo=ZoneInfo(zone))


def add_session(event, row):
    values = {
        name: row[name] for name in ("kind", "title", "room", "capacity", "seats_per_organisation") if name in row
    }
    place = territory_by_code(*row["place"]) if "place" in row else None
    hours = {name: at(row[name], event.time_zone) for name in ("starts_at", "ends_at")}
    return Session.objects.create(event=event, place=place, time_zone=event.time_zone, **hours, **values)


def load_coming(group, row):
    if Event.objects.filter(group=group, title=row["title"]).exists():
        return
    first = timezone.localdate() + timedelta(weeks=row["weeks"])
    last = first + timedelta(days=row["days"] - 1)
    event = Event(group=group, title=row["title"], registration="open", status=EventStatus.CONFIRMED, **PUBLIC)
    fill(event, row)
    event.first_day, event.last_day = FuzzyDate.day(first), FuzzyDate.day(last)
    announce_event(event=event)
    add_links(event, row)
    for session in row["sessions"]:
        day = first + timedelta(days=session["day"])
        hours = {name: datetime.combine(day, session[name]) for name in ("starts_at", "ends_at")}
        added = add_session(event, {**session, **hours})
        if session.get("full"):
            fill_room(added)


def fill_room(session):
    """Invented people of several members take all the seats, and two wait."""
    members = Organisation.objects.of_group(CountryGroup.objects.get(pk=session.event.group_id))[: session.capacity + 2]
    for number, organisation in enumerate(members, start=1):
        person, _created = Person.objects.get_or_create(first_name="Exemple", last_name=f"Inscrit-{number}")
        registration = Registration.objects.create(event=session.event, person=person, organisation=organisation)
        waits = number > session.capacity
        Seat.objects.create(
            registration=registration,
            session=session,
            state=SeatState.WAITING if waits else SeatState.CONFIRMED,
            rank=number - session.capacity if waits else None,
        )


def load_proposal(group, row):
    if AgendaEntry.objects.filter(group=group, title=row["title"]).exists():
        return
    if "weeks" in row:
        day = FuzzyDate.day(timezone.localdate() + timedelta(weeks=row["weeks"]))
    else:
        month = timezone.localdate() + timedelta(days=30 * row["month_ahead"])
        day = FuzzyDate.month(month.year, month.month)
    AgendaEntry.objects.create(
        group=group,
        title=row["title"],
        first_day=day,
        organisation=authority(*row["organisation"]),
        place=row["place"],
        state=row["state"],
        decided_at=timezone.now() if row["state"] == "accepted" else None,
        audience=Audience.PUBLIC if row["state"] == "accepted" else Audience.GROUP,
    )
