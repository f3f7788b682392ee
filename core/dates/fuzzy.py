import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext_lazy as _

# Four digits on both sides, and room for the excluded upper end of a range.
FIRST_DAY = date(1000, 1, 1)
LAST_DAY = date(MAXYEAR - 1, 12, 31)
OUT_OF_BOUNDS = _("Une date doit tomber entre l’an 1000 et l’an 9998 : corrigez l’année.")
MAX_WORDS = 120


@dataclass(frozen=True, order=True)
class FuzzyDate:
    """The inclusive days a date may be, and the words as read when they say more than these days."""

    first: date
    last: date
    words: str = ""

    def __post_init__(self):
        if self.first > self.last:
            raise ValueError(_("La fin d’une date ne peut pas précéder son début : corrigez l’une des deux."))
        if self.first < FIRST_DAY or self.last > LAST_DAY:
            raise ValueError(OUT_OF_BOUNDS)
        if len(self.words) > MAX_WORDS:
            raise ValueError(_("Une date tient en 120 caractères : écrivez-la plus brièvement."))

    @classmethod
    def from_range(cls, days, words=""):
        """Read a PostgreSQL range of days, whatever its bounds; ValueError when it is empty or has no end."""
        if days.isempty:
            raise ValueError(_("Cette date ne contient aucun jour : donnez au moins un jour."))
        if days.lower is None or days.upper is None:
            raise ValueError(_("Cette date n’a pas de début ou pas de fin : donnez les deux."))
        first = days.lower if days.lower_inc else days.lower + timedelta(days=1)
        last = days.upper if days.upper_inc else days.upper - timedelta(days=1)
        return cls(first, last, words)

    @classmethod
    def day(cls, day):
        return cls(day, day)

    @classmethod
    def month(cls, year, month):
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year):
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def as_range(self):
        return DateRange(self.first, self.last + timedelta(days=1))

    @property
    def is_exact(self):
        return self.first == self.last

    @property
    def is_whole_months(self):
        return self.first.day == 1 and (self.last + timedelta(days=1)).day == 1

    @property
    def is_whole_years(self):
        return self.is_whole_months and self.first.month == 1 and self.last.month == 12

    @property
    def precision(self):
        if self.is_exact:
            return "day"
        if self.first.year == self.last.year:
            if self.is_whole_years:
                return "year"
            if self.is_whole_months and self.first.month == self.last.month:
                return "month"
        return "interval"

    def same_days(self, other):
        return (self.first, self.last) == (other.first, other.last)
