"""Entries laid out by days: the weeks of a month, the months of a year, the lines of a list."""

import calendar
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.html import escape
from django.utils.translation import ngettext

from cufportal.agenda.clashes import clashes_among
from cufportal.agenda.entry import Entry

NAMED = 3  # things named beside what they clash with; the others are counted
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry and what it clashes with."""

    entry: Entry
    clashes: tuple = ()

    @property
    def clashes_named(self):
        return self.clashes[:NAMED]

    @property
    def clashes_more(self):
        return max(len(self.clashes) - NAMED, 0)


@dataclass
class Day:
    date: date
    name: str  # of the day of the week
    lines: list = field(default_factory=list)
    is_today: bool = False


@dataclass(frozen=True)
class Week:
    number: int  # of ISO 8601
    days: list  # of seven; None outside the month


@dataclass(frozen=True)
class Month:
    first: date
    weeks: list
    undated: list  # what falls in the month, on a day that is not known


@dataclass(frozen=True)
class MonthCount:
    """A month of a year: weeks of (day of the month, how many entries, in a word), and how many have no exact day."""

    first: date
    weeks: list
    undated: int


def with_clashes(entries, shown):
    """Return a Line for each entry of `shown`; it may clash with any of `entries`."""
    clashes = clashes_among(entries)
    return [Line(entry, tuple(clashes.get(entry.uid, ()))) for entry in shown]


def days_within(entry, first, last):
    """The days of an entry from `first` to `last`."""
    day, end = max(entry.day.first, first), min(entry.day.last, last)
    return [day] if day == end else [day + A_DAY * number for number in range((end - day).days + 1)]


def month_of(period, lines):
    """Lay the lines out in the weeks of a month; what lasts stands in each of its days."""
    today, names = timezone.localdate(), [str(name) for name in WEEKDAYS.values()]
    weeks = calendar.Calendar().monthdatescalendar(period.year, period.month)
    days = {
        day: Day(day, name, is_today=day == today)
        for week in weeks
        for day, name in zip(week, names, strict=True)
        if day.month == period.month
    }
    first, last = period.first, period.last
    for line in lines:
        if line.entry.is_exact:
            for day in days_within(line.entry, first, last):
                days[day].lines.append(line)
    return Month(
        first=first,
        weeks=[Week(week[0].isocalendar().week, [days.get(day) for day in week]) for week in weeks],
        undated=[line for line in lines if not line.entry.is_exact],
    )


def year_of(period, entries):
    """Count the entries of each day of a year, and of each month those whose day is not known."""
    counted, undated, first, last = Counter(), Counter(), period.first, period.last
    for entry in entries:
        if entry.is_exact:
            counted.update(days_within(entry, first, last))
        else:
            undated.update({day.month for day in days_within(entry, first, last)})
    weeks, one, many = calendar.Calendar(), escape(ngettext("date", "dates", 1)), escape(ngettext("date", "dates", 2))
    return [
        MonthCount(
            first=date(period.year, month, 1),
            weeks=[
                [
                    (day.day, counted[day], one if counted[day] == 1 else many) if day.month == month else ("", 0, "")
                    for day in week
                ]
                for week in weeks.monthdatescalendar(period.year, month)
            ],
            undated=undated[month],
        )
        for month in range(1, 13)
    ]


def list_of(period, lines):
    """Pairs (first day of a month, its lines); what began before stands in the first month."""
    months = {}
    for line in lines:
        start = max(line.entry.day.first, period.first)
        months.setdefault(start.replace(day=1), []).append(line)
    return sorted(months.items())
