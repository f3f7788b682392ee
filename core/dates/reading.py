from datetime import timedelta
from itertools import pairwise

from core.dates.errors import UnreadableDate
from core.dates.fuzzy import MAX_WORDS, FuzzyDate
from core.dates.periods import WINTER, Refusal, days_of
from core.dates.tokens import fold, tokenize, without_weekdays

SAYS_MORE = {"part", "season", "quarter", "semester", "fortnight", "half", "decade", "circa"}


def read(text):
    """What a person typed in French, English or Chinese → FuzzyDate.

    The weekday is not looked at (see `weekday_contradiction`). UnreadableDate says in one sentence what is wrong.
    """
    written = " ".join(text.split())
    if not written:
        raise UnreadableDate("empty")
    if len(written) > MAX_WORDS:
        raise UnreadableDate("too_long", written[:40])
    folded, _weekdays = without_weekdays(fold(written))
    try:
        return dated(tokenize(folded), written)
    except Refusal as refusal:
        raise UnreadableDate(refusal.code, written, **refusal.details) from None


def kinds_of(text):
    """The kinds of words a text holds: {"part", "month", "year"} for « fin octobre 2016 »."""
    folded, _weekdays = without_weekdays(fold(text))
    return set(dict(tokenize(folded) or []))


def dated(tokens, written):
    kinds = set(dict(tokens or []))
    if not kinds - {"to", "and"}:
        raise Refusal("unknown")
    if "year" not in kinds:
        raise Refusal("year_missing")
    sides = [days_of(side) for side in sides_of(tokens)]
    if any(after[0] < before[0] for before, after in pairwise(sides)):
        raise Refusal("reversed")
    first, last = sides[0][0], max(side[1] for side in sides)
    # « 9 et 12 octobre » is not all the days between, « 9 et 10 octobre » is.
    gap = "and" in kinds and any(after[0] - before[1] > timedelta(days=1) for before, after in pairwise(sides))
    return FuzzyDate(first, last, written if gap or SAYS_MORE & kinds else "")


def sides_of(tokens):
    """Dicts of parts, one for each side of « au » or « et »; what a side leaves out is taken from the others."""
    sides = [{}]
    for kind, value in tokens:
        if kind in ("to", "and"):
            sides.append({})
        elif kind in sides[-1]:
            raise Refusal("unknown")
        else:
            sides[-1][kind] = value
    for side in sides:
        settle_slash(side)
    if len(sides) == 1:
        return sides
    if not all(sides) or (len(sides) > 2 and "to" in dict(tokens)):
        raise Refusal("unknown")
    first, *middle, last = sides
    return winter(first, last) or [*(completed(side, last) for side in (first, *middle)), completed(last, first)]


def settle_slash(side):
    if "slash_month" not in side:
        return
    if side["slash_month"] == (side["year"] + 1) % 100:
        raise Refusal("ambiguous")
    side["month"] = side.pop("slash_month")


def winter(before, after):
    """« hiver 2018-2019 » is one season, not an interval between two."""
    if {**before, **after}.get("season") == WINTER and set(before) ^ set(after) == {"season"} and "year" in before:
        return [{**before, **after, "year": before["year"], "next_year": after["year"]}]
    return None


def completed(side, other):
    lacks_month = "day" in side or ("part" in side and "part" in other and "year" not in side)
    taken = {"year", "month"} if lacks_month else {"year"}
    return {**{kind: value for kind, value in other.items() if kind in taken}, **side}
