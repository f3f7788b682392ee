import calendar
import re
from dataclasses import dataclass
from datetime import date

from meetings.minutes.folding import folded_words, unaccented
from meetings.minutes.parsed import When

MONTH_NAMES = folded_words("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
WEEKDAY_NAMES = folded_words("lundi mardi mercredi jeudi vendredi samedi dimanche")
MONTH = (
    r"(?:janv(?:ier|\.)?|f[ée]v(?:rier|r\.|r|\.)?|mars|avr(?:il|\.)|mai|juin|juil(?:let|\.)|ao[uû]t|sept(?:embre|\.)?"
    r"|oct(?:obre|\.)?|nov(?:embre|\.)?|d[ée]c(?:embre|\.)?)(?![^\W\d_])"
)
WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)"
DAY = r"(?:1\s?er|[0-3]?\d)(?!\d)"
YEAR = r"(?:19|20)\d\d(?!\d)"
PART = r"d[ée]but|mi|fin|courant"
DATES = re.compile(
    rf"""(?<![\w/])(?:
    (?:du\s+)?{WEEKDAY}?(?P<from_day>{DAY})\s+(?P<from_month>{MONTH})(?:\s+(?P<from_year>{YEAR}))?
        \s*(?:au|[-–])\s*{WEEKDAY}?(?P<to_day>{DAY})\s+(?P<to_month>{MONTH})(?:\s+(?P<to_year>{YEAR}))?
    |(?:(?:du|les|le)\s+)?{WEEKDAY}?(?P<first>{DAY})(?P<more>(?:\s*(?:au|et|&|,|/|-|–)\s*{WEEKDAY}?{DAY}){{0,6}})
        \s+(?P<month>{MONTH})(?:\s+(?P<year>{YEAR}))?
    |(?P<d>[0-3]?\d)[/.](?P<m>[01]?\d)[/.](?P<y>{YEAR}|\d\d(?!\d))
    |(?P<iso>{YEAR}-[01]\d-[0-3]\d)(?!\d)
    |(?<!\d\s)(?:(?P<part>{PART})[-\s]+)?(?P<only_month>{MONTH})\s+(?P<month_year>{YEAR})
    |(?P<bare_part>d[ée]but|mi|fin)[-\s]+(?P<bare_month>{MONTH})(?!\s+\d)
    |^(?P<lone_month>{MONTH})(?=\s*:)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
YEARS = re.compile(rf"(?<![\w/])(?P<first>{YEAR})(?:\s*[/–-]\s*(?P<last>{YEAR}))?(?![\w/])")
HOUR = r"(?P<{0}h>[01]?\d|2[0-4])\s?(?:h|H|:)\s?(?P<{0}m>[0-5]\d)?(?!\d)"
HOURS = re.compile(
    r"(?<!\d)" + HOUR.format("a") + r"(?:\s*(?:à|a|-|–|—|/|jusqu[’']à)\s*" + HOUR.format("b") + r")?", re.IGNORECASE
)


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    when: When


def month_number(word):
    letters = unaccented(word).rstrip(".")
    return next(number for number, name in enumerate(MONTH_NAMES, 1) if name.startswith(letters[:4]))


def day_number(word):
    return int(re.match(r"\d+", word).group())


def last_of_month(year, month):
    return date(year, month, calendar.monthrange(year, month)[1])


def find_dates(text, *, year=None):
    """Every date said in `text`, in order; a day without a year takes `year`, or is left out when there is none."""
    found = []
    for match in DATES.finditer(text):
        try:
            when = _when(match, year)
        except ValueError:
            continue  # the 31st of a month of 30 days is no date
        if when:
            found.append(Found(match.start(), match.end(), when))
    return found


def find_coming(text, *, after):
    """The dates of what is to come: one said without a year is the first such day from `after`, a day or None, on."""
    if after is None:
        return find_dates(text)
    later = {found.start: found for found in find_dates(text, year=after.year + 1)}
    return [
        later.get(found.start, found)
        if found.when.last_day < after and not re.search(rf"\b{YEAR}|/\d\d$", found.when.text)
        else found
        for found in find_dates(text, year=after.year)
    ]


def _when(match, year):
    parts = match.groupdict()
    if parts["from_day"]:
        return _two_months(match, parts, year)
    if parts["first"]:
        return _days(match, parts, year)
    if parts["d"]:
        given = int(parts["y"])
        return _span(match, date(given if given > 99 else 2000 + given, int(parts["m"]), int(parts["d"])))
    if parts["iso"]:
        return _span(match, date.fromisoformat(parts["iso"]))
    if parts["bare_month"] or parts["lone_month"]:
        return _month(match, parts["bare_month"] or parts["lone_month"], year, parts["bare_part"]) if year else None
    return _month(match, parts["only_month"], int(parts["month_year"]), parts["part"])


def _two_months(match, parts, year):
    last_year = int(parts["to_year"] or parts["from_year"] or year or 0)
    first_month, last_month = month_number(parts["from_month"]), month_number(parts["to_month"])
    if not last_year:
        return None
    first_year = int(parts["from_year"] or (last_year - 1 if first_month > last_month else last_year))
    first = date(first_year, first_month, day_number(parts["from_day"]))
    return _span(match, first, date(last_year, last_month, day_number(parts["to_day"])))


def _days(match, parts, year):
    year = int(parts["year"] or year or 0)
    if not year:
        return None
    days = [day_number(parts["first"]), *(int(day) for day in re.findall(r"\d+", parts["more"]))]
    month = month_number(parts["month"])
    return _span(match, date(year, month, days[0]), date(year, month, days[-1]))


def _month(match, name, year, part):
    month, part = month_number(name), unaccented(part or "")
    first, last = date(year, month, 1), last_of_month(year, month)
    if part == "debut":
        last = last.replace(day=10)
    elif part == "mi":
        first, last = first.replace(day=11), last.replace(day=20)
    elif part == "fin":
        first = first.replace(day=21)
    narrowed = part in {"debut", "mi", "fin"}
    return When(" ".join(match.group().split()), first, last, "interval" if narrowed else "month")


def _span(match, first, last=None):
    last = last or first
    if last < first:
        return None
    said = [name for name in WEEKDAY_NAMES if re.search(rf"\b{name}\b", unaccented(match.group()))]
    wrong = said[0] if len(said) == 1 and WEEKDAY_NAMES.index(said[0]) not in {first.weekday(), last.weekday()} else ""
    return When(" ".join(match.group().split()), first, last, "day" if first == last else "interval", wrong)


def find_years(text):
    found = []
    for match in YEARS.finditer(text):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if first <= last:
            precision = "year" if first == last else "interval"
            when = When(match.group(), date(first, 1, 1), date(last, 12, 31), precision)
            found.append(Found(match.start(), match.end(), when))
    return found


def find_hours(text):
    """The first hours said in `text` as ("14:30", "16:30"), "" where none; « 14h – 16h », « 14 h 30 », « 9h30-12h00 »."""
    hours = list(HOURS.finditer(text))
    if not hours:
        return "", ""
    first = hours[0]
    ends = clock(first["bh"], first["bm"])
    return clock(first["ah"], first["am"]), ends


def clock(hour, minute):
    return f"{int(hour):02}:{minute or '00'}" if hour and int(hour) < 24 else ""
