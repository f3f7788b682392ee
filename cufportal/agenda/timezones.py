"""A zone as a calendar carries it: when its clocks change, in the years that matter."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

STEP = timedelta(days=7)  # no zone changes its clocks twice within a week
MINUTE = timedelta(minutes=1)
YEARS = 40  # clocks of a further future are anybody's guess


@lru_cache(maxsize=128)
def timezone_component(name: str, first_year: int, last_year: int) -> Timezone:
    """Return the VTIMEZONE of a zone from the beginning of one year to the end of another."""
    zone = ZoneInfo(name)
    start = datetime(first_year - 1, 12, 30, tzinfo=UTC)  # before New Year, wherever the zone is
    end = datetime(min(last_year, first_year + YEARS) + 1, 1, 1, tzinfo=UTC)
    component = Timezone()
    component.add("tzid", name)
    begin = start.astimezone(zone)
    component.add_component(observance(begin, begin.utcoffset()))
    for moment in changes(zone, start, end):
        component.add_component(observance(moment.astimezone(zone), (moment - MINUTE).astimezone(zone).utcoffset()))
    return component


def observance(begin, offset_before):
    """What clocks show from a moment on; the moment itself is written as they showed it until then."""
    part = TimezoneDaylight() if begin.dst() else TimezoneStandard()
    part.add("dtstart", (begin.astimezone(UTC) + offset_before).replace(tzinfo=None))
    part.add("tzoffsetfrom", offset_before)
    part.add("tzoffsetto", begin.utcoffset())
    part.add("tzname", begin.tzname())
    return part


def changes(zone, start, end):
    """Yield the moments, in UTC and to the minute, from which the clocks of a zone differ from the minute before."""
    steps = [start + STEP * number for number in range((end - start) // STEP + 2)]
    for low, high in pairwise(steps):
        if low.astimezone(zone).utcoffset() == high.astimezone(zone).utcoffset():
            continue
        while high - low > MINUTE:
            middle = low + (high - low) // 2
            middle -= timedelta(seconds=middle.second, microseconds=middle.microsecond)
            middle = max(middle, low + MINUTE)
            if middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset():
                low = middle
            else:
                high = middle
        if start < high < end:
            yield high
