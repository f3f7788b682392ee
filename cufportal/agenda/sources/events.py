from core.dates import FuzzyDate
from cufportal.agenda.entry import Entry
from cufportal.agenda.kinds import Kind
from cufportal.agenda.sources.base import (
    Source,
    at_hour,
    days_of,
    fuzzy_days,
    in_zone,
    joined,
    moments,
    names_of,
    span,
    themes_of,
)
from cufportal.agenda.sources.base import translated as _
from events.enums import EntryState, EventStatus, PlanState, RegistrationMode
from events.models import AgendaEntry, Event, PlanStep, Session

EVENT_PAGE = "events:event_detail"
DAYS = ("first_day", "first_day_words", "last_day", "last_day_words")


def event_entry(pk, group, title, first, words, last, last_words, zone, status, venue, places, themes, *revision):
    day, is_exact = span(first, words, last, last_words)
    return Entry(
        uid=f"event-{pk}",
        kind=Kind.EVENT,
        title=title,
        day=day,
        address=(EVENT_PAGE, pk, ""),
        group=group,
        time_zone=zone,
        is_exact=is_exact,
        status=status,
        place=joined(venue, *places.split("\n")),
        themes=themes,
        sequence=revision[0],
        updated_at=revision[1],
    )


EVENTS = Source(
    kind=Kind.EVENT,
    rows=Event.objects.visible_to,
    when=fuzzy_days("first_day", "last_day"),
    columns=(
        *("pk", "group__slug", "title", *DAYS, "time_zone", "status", "venue"),
        *(names_of(Event, "places"), themes_of(Event), "sequence", "updated_at"),
    ),
    entry=event_entry,
    links=((Event, "themes"), (Event, "places")),
    leads=True,
)


def session_entry(pk, event, group, event_title, title, starts, ends, zone, cancelled, status, *rest):
    venue, room, place, themes, sequence, updated_at = rest
    starts, ends = in_zone(starts, zone), in_zone(ends, zone)
    return Entry(
        uid=f"session-{pk}",
        kind=Kind.SESSION,
        title=_("%(title)s (%(event)s)") % {"title": title, "event": event_title},
        day=days_of(starts, ends),
        address=(EVENT_PAGE, event, f"temps-{pk}"),
        group=group,
        starts=starts,
        ends=ends,
        time_zone=zone,
        status=EventStatus.CANCELLED if cancelled else status,
        place=joined(room, venue, place),
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
        part_of=f"event-{event}",
    )


SESSIONS = Source(
    kind=Kind.SESSION,
    rows=Session.objects.visible_to,
    when=moments("starts_at", "ends_at"),
    columns=(
        *("pk", "event", "event__group__slug", "event__title", "title", "starts_at", "ends_at", "time_zone"),
        *("is_cancelled", "event__status", "venue", "room", "place__name", themes_of(Event, owner="event")),
        *("sequence", "updated_at"),
    ),
    entry=session_entry,
    group="event__group",
)


def closing_entry(pk, group, title, closes_at, zone, status, themes, sequence, updated_at):
    closes = in_zone(closes_at, zone)
    return Entry(
        uid=f"registration-{pk}",
        kind=Kind.DEADLINE,
        title=_("Clôture des inscriptions : %(event)s") % {"event": title},
        day=FuzzyDate.day(closes.date()),
        address=(EVENT_PAGE, pk, ""),
        group=group,
        starts=closes,
        ends=closes,
        time_zone=zone,
        status=EventStatus.CANCELLED if status == EventStatus.CANCELLED else EventStatus.CONFIRMED,
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
        part_of=f"event-{pk}",
    )


def events_that_close(user):
    dated = Event.objects.visible_to(user).filter(registration_closes_at__isnull=False)
    return dated.exclude(registration=RegistrationMode.NONE)


CLOSINGS = Source(
    kind=Kind.DEADLINE,
    rows=events_that_close,
    when=moments("registration_closes_at"),
    columns=(
        *("pk", "group__slug", "title", "registration_closes_at", "time_zone", "status"),
        *(themes_of(Event), "sequence", "updated_at"),
    ),
    entry=closing_entry,
)


def step_entry(pk, event, group, event_title, text, due, words, themes, sequence, updated_at):
    day = FuzzyDate.from_range(due, words)
    return Entry(
        uid=f"planstep-{pk}",
        kind=Kind.DEADLINE,
        title=_("%(title)s (%(event)s)") % {"title": text, "event": event_title},
        day=day,
        address=(EVENT_PAGE, event, ""),
        group=group,
        is_exact=day.is_exact,
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
        part_of=f"event-{event}",
    )


STEPS = Source(
    kind=Kind.DEADLINE,
    rows=lambda user: PlanStep.objects.visible_to(user).filter(state=PlanState.TO_DO),
    when=fuzzy_days("due"),
    columns=(
        *("pk", "event", "event__group__slug", "event__title", "text", "due", "due_words"),
        *(themes_of(Event, owner="event"), "sequence", "updated_at"),
    ),
    entry=step_entry,
    group="event__group",
)


def member_entry(pk, group, title, first, words, last, last_words, starts, ends, zone, state, place, *rest):
    themes, sequence, updated_at = rest
    day, is_exact = span(first, words, last, last_words)
    return Entry(
        uid=f"entry-{pk}",
        kind=Kind.MEMBER_DATE,
        title=title,
        day=day,
        address=("cufportal:entry_detail", pk, ""),
        group=group,
        starts=at_hour(day.first, starts, zone),
        ends=at_hour(day.last, ends, zone),
        time_zone=zone,
        is_exact=is_exact,
        status=EventStatus.CANCELLED if state == EntryState.CANCELLED else EventStatus.CONFIRMED,
        place=place,
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
    )


MEMBER_DATES = Source(
    kind=Kind.MEMBER_DATE,
    rows=lambda user: AgendaEntry.objects.visible_to(user).in_agenda(),
    when=fuzzy_days("first_day", "last_day"),
    columns=(
        *("pk", "group__slug", "title", *DAYS, "starts_at", "ends_at", "time_zone", "state", "place"),
        *(themes_of(AgendaEntry), "sequence", "updated_at"),
    ),
    entry=member_entry,
    links=((AgendaEntry, "themes"),),
    leads=True,
)
