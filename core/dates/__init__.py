"""Dates as people know them: a day, a month, a year or an interval, read and written in three languages."""

from core.dates.errors import UnreadableDate
from core.dates.fuzzy import FuzzyDate
from core.dates.reading import read
from core.dates.weekdays import weekday_contradiction
from core.dates.writing import write

__all__ = ["FuzzyDate", "UnreadableDate", "read", "weekday_contradiction", "write"]
