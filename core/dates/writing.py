import re
from datetime import timedelta

from django.utils.translation import get_language

from core.dates.errors import UnreadableDate
from core.dates.names import Chinese, English, French
from core.dates.reading import SAYS_MORE, kinds_of, read
from core.dates.tokens import fold

NAMES = {"fr": French(), "en": English(), "zh": Chinese()}
ENGLISH_WORDS = re.compile(
    r"(?<![a-z])(?:january|february|march|april|may|june|july|august|october|early|late|beginning|start|end|mid|middle|of|and"
    r"|spring|summer|autumn|fall|winter|quarter|half|first|second|third|fourth|around|about|approximately|\d{4}s)(?![a-z])"
)


def write(fuzzy, language=None):
    """A fuzzy date in the given or active language (French when it is neither English nor Chinese); `read` gives its days back."""
    language = (language or get_language() or "fr")[:2].lower()
    language = language if language in NAMES else "fr"
    names = NAMES[language]
    if not fuzzy.words or not words_still_hold(fuzzy):
        return span(fuzzy, names)
    if language_of(fuzzy.words) == language:
        return fuzzy.words
    kinds = kinds_of(fuzzy.words)
    text = (named_period(fuzzy, names) if kinds & (SAYS_MORE - {"circa"}) else "") or span(fuzzy, names)
    return names.circa(text) if "circa" in kinds else text


def words_still_hold(fuzzy):
    # A bulk update may have changed the days and left the words behind.
    try:
        return read(fuzzy.words).same_days(fuzzy)
    except UnreadableDate:
        return False


def language_of(words):
    if re.search("[一-鿿]", words):
        return "zh"
    return "en" if ENGLISH_WORDS.search(fold(words)) else "fr"


def span(fuzzy, names):
    first, last = fuzzy.first, fuzzy.last
    if fuzzy.is_exact:
        return names.day(first)
    if fuzzy.is_whole_years:
        return names.year(first) if first.year == last.year else names.year_span(first, last)
    if fuzzy.is_whole_months:
        return names.month(first) if fuzzy.precision == "month" else names.month_span(first, last)
    return names.days(first, last)


def named_period(fuzzy, names):
    """« late October 2016 », « 2018年第一季度 »: the name of these days, "" when they have none."""
    first, last = fuzzy.first, fuzzy.last
    next_day = last + timedelta(days=1)
    if fuzzy.is_whole_years and last.year == first.year + 9 and first.year % 10 == 0:
        return names.decade(first)
    if fuzzy.is_whole_months:
        return named_months(first, last, names)
    ends_month = next_day.day == 1
    if (first.year, first.month) != (last.year, last.month):
        return ""
    match (first.day, last.day, ends_month):
        case (1, 10, _) | (11, 20, _) | (21, _, True):
            return names.month_part(first, first.day // 10)
        case (1, 15, _) | (16, _, True):
            return names.fortnight(first, 1 if first.day == 1 else 2)
    return ""


def named_months(first, last, names):
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    match count, first.month:
        case 3, 3 | 6 | 9 | 12:
            return names.season(first, last)
        case 3, 1 | 4 | 7 | 10:
            return names.quarter(first, first.month // 3 + 1)
        case 4, 1 | 5 | 9:
            return names.year_part(first, first.month // 4)
        case 6, 1 | 7:
            return names.semester(first, first.month // 6 + 1)
    return ""
