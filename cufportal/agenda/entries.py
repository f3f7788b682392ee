"""Everything that has a date, read from the apps that keep it: nothing of the agenda is stored."""

from datetime import date
from itertools import chain
from operator import attrgetter

from django.utils import timezone

from cufportal.agenda.sources import SOURCES
from cufportal.agenda.statements import Reader, rows_between


def entries_between(user, first: date, last: date):
    """Return the entries that `user` may see and whose days, known or possible, touch the days from `first` to `last`.

    They come in the order of their days and hours; the number of queries is one for each source.
    """
    reader = Reader.of(user)
    found = chain.from_iterable(source.entries_of(rows_between(reader, source, first, last)) for source in SOURCES)
    return sorted((entry for entry in found if entry.touches(first, last)), key=attrgetter("order"))


def upcoming(user, limit: int, first_day: date | None = None):
    """Return at most `limit` entries that are not over on `first_day` (today unless told), soonest first.

    Meetings, events, visits and the dates of members alone, without those cancelled: what one attends.
    """
    first = first_day or timezone.localdate()
    found = [entry for source in SOURCES if source.leads for entry in source.next_entries(user, first, limit)]
    kept = (entry for entry in found if entry.day.last >= first and not entry.is_cancelled)
    return sorted(kept, key=attrgetter("order"))[:limit]
