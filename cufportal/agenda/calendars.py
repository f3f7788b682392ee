"""Entries as iCalendar (RFC 5545): what is known to the hour, to the day, or to a span of days, and no more."""

from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from core.addresses import absolute
from core.dates import write
from cufportal.agenda.kinds import Kind
from cufportal.agenda.timezones import timezone_component
from directory.models import Theme
from events.enums import EventStatus

PRODUCT = "-//Cités Unies France//Groupes-pays//FR"
A_DAY = timedelta(days=1)
REFRESH = timedelta(hours=4)
STATUSES = {EventStatus.CONFIRMED: "CONFIRMED", EventStatus.CANCELLED: "CANCELLED"}
HAVE_THEMES = {Kind.EVENT, Kind.MEMBER_DATE, Kind.VISIT}
TAKES_NO_TIME = {Kind.DEADLINE, Kind.MILESTONE}
END = b"END:VCALENDAR\r\n"
KEPT = 8192  # events written, about 5 MB


def calendar_of(name: str, entries) -> bytes:
    """Write the entries as one calendar called `name`, with the zones they need.

    To write an event takes a hundred times longer than to read it: each is kept as written for the calendars to come.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    for zone, years in zones_of(entries).items():
        calendar.add_component(timezone_component(zone, min(years), max(years) + 1))
    host = urlsplit(settings.SITE_URL).hostname
    language, names = get_language(), dict(Theme.objects.values_list("pk", "name"))
    events = [written(entry, host, language, themes_told(entry, names)) for entry in entries]
    return b"".join((calendar.to_ical().removesuffix(END), *events, END))


def zones_of(entries):
    """{zone: years} of the entries that have hours."""
    found = {}
    for entry in entries:
        if entry.starts:
            found.setdefault(entry.time_zone, set()).update({entry.day.first.year, entry.day.last.year})
    return found


@lru_cache(maxsize=KEPT)
def written(entry, host, _language, themes):
    return event_of(entry, host, themes).to_ical()


def event_of(entry, host, themes):
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("summary", summary_of(entry))
    add_when(event, entry)
    event.add("dtstamp", entry.updated_at)
    event.add("last-modified", entry.updated_at)
    event.add("sequence", entry.sequence)
    event.add("status", status_of(entry))
    event.add("transp", "TRANSPARENT" if takes_no_time(entry) else "OPAQUE")
    event.add("categories", [str(entry.kind.label), *themes])
    event.add("url", absolute(entry.url))
    if entry.place:
        event.add("location", entry.place)
    if description := description_of(entry):
        event.add("description", description)
    return event


def add_when(event, entry):
    """Hours when both the day and the hour are known; else whole days, the end excluded as the format asks."""
    if entry.starts and (entry.ends or entry.day.is_exact):
        event.add("dtstart", entry.starts)
        if entry.ends and entry.ends > entry.starts:
            event.add("dtend", entry.ends)
        return
    event.add("dtstart", entry.day.first)
    event.add("dtend", entry.day.last + A_DAY if entry.day.last < date.max else entry.day.last)


def themes_told(entry, names):
    """Those of the record itself: a session or a deadline leads to the page that tells its own."""
    if entry.part_of or entry.kind not in HAVE_THEMES or not entry.themes:
        return ()
    numbers = entry.theme_ids
    return tuple(name for number, name in names.items() if number in numbers)


def summary_of(entry):
    if entry.is_exact:
        return entry.title
    return _("%(title)s (date à préciser)") % {"title": entry.title}


def status_of(entry):
    if entry.is_cancelled or entry.is_exact:
        return STATUSES.get(entry.status, "TENTATIVE")
    return "TENTATIVE"


def takes_no_time(entry):
    """What is approximate, put off, owed or recalled leaves its reader free."""
    return (
        entry.is_cancelled or entry.status == EventStatus.POSTPONED or not entry.is_exact or entry.kind in TAKES_NO_TIME
    )


def description_of(entry):
    lines = [] if entry.is_exact else [_("Date annoncée : %(when)s.") % {"when": write(entry.day)}]
    if entry.status_word:
        lines.append(capfirst(f"{entry.status_word}."))
    return "\n".join(lines)
