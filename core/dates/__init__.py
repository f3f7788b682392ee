"""Dates as people know them: a day, a month, a year or an interval, read and written in three languages."""

from core.dates.errors import UnreadableDate
from core.dates.fuzzy import FuzzyDate
from core.dates.reading import read
from core.dates.weekdays import weekday_contradiction
from core.dates.writing import write

# A template, the admin or a spreadsheet that shows one as it is shows what people write, in the active language.
FuzzyDate.__str__ = write

__all__ = ["FuzzyDate", "UnreadableDate", "read", "weekday_contradiction", "write"]
