"""What a page of the agenda covers: a year, a month, or what is to come; and the links from one to the next."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from core.dates.fuzzy import FIRST_DAY, LAST_DAY

COMING = timedelta(days=365)


class NoSuchPeriod(ValueError):
    """The address names a year or a month that no calendar has."""


@dataclass(frozen=True)
class Period:
    year: int
    month: int | None = None

    @classmethod
    def of(cls, year=None, month=None):
        """Raise NoSuchPeriod when there is no such month, or no such year among those that dates may have."""
        today = timezone.localdate()
        if year is None:
            return cls(today.year, today.month)
        if not FIRST_DAY.year <= year <= LAST_DAY.year or month is not None and not 1 <= month <= 12:
            raise NoSuchPeriod
        return cls(year, month)

    @property
    def first(self):
        return date(self.year, self.month or 1, 1)

    @property
    def last(self):
        month = self.month or 12
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def url(self):
        if self.month:
            return reverse("cufportal:agenda_month", args=[self.year, self.month])
        return reverse("cufportal:agenda_year", args=[self.year])

    @property
    def previous(self):
        if not self.month:
            return near(self.year - 1)
        return near(self.year, self.month - 1) if self.month > 1 else near(self.year - 1, 12)

    @property
    def next(self):
        if not self.month:
            return near(self.year + 1)
        return near(self.year, self.month + 1) if self.month < 12 else near(self.year + 1, 1)

    @property
    def whole_year(self):
        return Period(self.year)


@dataclass(frozen=True)
class Coming:
    """A year from today on, for the list that one opens without saying which month."""

    first: date
    month = previous = next = None

    @property
    def year(self):
        return self.first.year

    @property
    def last(self):
        return self.first + COMING

    @property
    def url(self):
        return reverse("cufportal:agenda")

    @property
    def whole_year(self):
        return Period(self.year)


def near(year, month=None):
    """The period beside another, None at the ends of the calendar."""
    try:
        return Period.of(year, month)
    except NoSuchPeriod:
        return None
