"""From the parts of one written date (year, month, day, season…) to its first and last day."""

from calendar import monthrange
from datetime import date

from core.dates.fuzzy import FIRST_DAY, LAST_DAY

# What may stand with the year, beside « vers ».
SHAPES = [
    {"year"},
    {"year", "month"},
    {"year", "month", "day"},
    {"year", "part"},
    {"year", "month", "part"},
    {"year", "season"},
    {"year", "season", "next_year"},
    {"year", "quarter"},
    {"year", "semester"},
    {"year", "half"},
    {"year", "month", "half"},
    {"year", "month", "fortnight"},
    {"year", "decade"},
]
WINTER = 12


class Refusal(Exception):
    """Why the parts make no date: a code of `UnreadableDate` and its details."""

    def __init__(self, code, **details):
        self.code, self.details = code, details


def days_of(parts):
    """{"year": 2016, "month": 10, "part": 2} → (21 October, 31 October)."""
    if set(parts) - {"circa"} not in SHAPES:
        raise Refusal("unknown")
    year, month = parts["year"], parts.get("month")
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise Refusal("year_range")
    if month is not None and not 1 <= month <= 12:
        raise Refusal("month", month=month)
    if "decade" in parts:
        if year % 10:
            raise Refusal("decade")
        return date(year, 1, 1), date(year + 9, 12, 31)
    return days_in_month(parts, year, month) if month else days_in_year(parts, year)


def days_in_month(parts, year, month):
    last_day = monthrange(year, month)[1]
    if "day" in parts:
        if "circa" in parts:
            raise Refusal("circa")
        if not 1 <= parts["day"] <= last_day:
            raise Refusal("day")
        return date(year, month, parts["day"]), date(year, month, parts["day"])
    first_day = 1
    if "part" in parts:
        first_day, last_day = [(1, 10), (11, 20), (21, last_day)][parts["part"]]
    elif half := parts.get("fortnight") or parts.get("half"):
        first_day, last_day = (1, 15) if half == 1 else (16, last_day)
    return date(year, month, first_day), date(year, month, last_day)


def days_in_year(parts, year):
    if "season" in parts:
        return season_days(parts, year)
    if "part" in parts:
        return months(year, 4 * parts["part"] + 1, 4)
    if "quarter" in parts:
        return months(year, 3 * parts["quarter"] - 2, 3)
    if half := parts.get("semester") or parts.get("half"):
        return months(year, 6 * half - 5, 6)
    return months(year, 1, 12)


def season_days(parts, year):
    # Whole months, as meteorologists count them; a winter needs both its years.
    if parts["season"] != WINTER:
        return months(year, parts["season"], 3)
    if parts.get("next_year") != year + 1:
        raise Refusal("winter")
    return date(year, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])


def months(year, first_month, count):
    last_month = first_month + count - 1
    return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
