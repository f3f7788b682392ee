"""Which territory a stranger means by the place they write: « Chengdu, Sichuan », « 四川省成都市 »."""

import re

from directory.countries import countries
from directory.lookups import territories_named
from directory.models import Territory

BETWEEN = re.compile(r"[,，、;；/()（）\n]+|\s+-\s+|(?<=省)(?=\w)|(?<=自治区)(?=\w)|(?<=市)(?=\w)|(?<=自治州)(?=\w)")
MOST_PARTS = 4


def territory_meant(text: str, country: str) -> Territory | None:
    """Return the one territory of `country` (ISO code) that `text` names today; None when none or several do.

    Of a place written with what holds it, in any order, the smallest is meant. Nothing is guessed: a part that names
    no territory, unless it is the country itself, leaves the place as it is written.
    """
    among = Territory.objects.current().filter(country=country).select_related("parent__parent__parent")
    whole = list(territories_named(text, among)[:2])
    if len(whole) == 1:
        return whole[0]
    parts = [part.strip() for part in BETWEEN.split(text) if part.strip()]
    parts = [part for part in parts if part.lower() not in names_of(country)]
    if not 1 <= len(parts) <= MOST_PARTS:
        return None
    named = [set(territories_named(part, among)) for part in parts]
    meant = {one for one in set().union(*named) if all(named_by(one, bearers) for bearers in named)}
    return meant.pop() if len(meant) == 1 else None


def names_of(country):
    row = countries().get(country, {})
    return {row[column].lower() for column in ("name", "name_en", "name_zh") if column in row} | {country.lower()}


def named_by(territory, bearers):
    """Whether it, or what holds it, is among those that bear a name."""
    while territory is not None:
        if territory in bearers:
            return True
        territory = territory.parent
    return False
