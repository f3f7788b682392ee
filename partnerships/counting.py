"""How often each value of each filter of the list of partnerships occurs, counted by the database in one reading."""

import hashlib
from dataclasses import dataclass, field

from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.utils import timezone

from directory.facets import UNSAID
from directory.models import Territory

THEME = "theme"
# What a row is counted by: the filter → the column, or the annotation of `countable`
COLUMNS = {
    "kind": "french_side__listed_kind",
    "region": "french_side__listed_top",
    "department": "french_side__listed_second",
    "country": "foreign_side__listed_country",
    "province": "foreign_side__listed_top",
    "level": "foreign_side__listed_level",
    "form": "form",
    "status": "status",
    "year": "since_year",
    "verified_since": "confirmed_year",
    "freshness": "verified",
    "group": "group__slug",
    THEME: "listed_themes",  # with those above: a record counts once for a theme, however many of its own lie under it
}
PLACES = {"region": 1, "department": 2, "province": 1}  # the filters whose values are territories, of which level
# A filter on these also takes the records that say nothing there
UNSAID_TOO = ("region", "province", "form", "year", THEME)
FEW = 1000  # records found whose numbers are told with the counts
TOTAL, ID, OF_THEME = 0, -1, -2  # what a line tells that is not of a column with one value
# What the counts are made of; each change of it is kept by the database as a version (`core.history`)
MADE_OF = (
    "partnerships_partnershipversion",
    "partnerships_partnershipthemesversion",
    "partnerships_agreementversion",
    "directory_organisationversion",
    "directory_territoryversion",
    "directory_themeversion",
)
KEPT = 600  # seconds; two who write at the same moment may hide each other's change for so long


@dataclass
class Counts:
    """`ids` are all that is found, where it is no more than FEW; `places` the territories counted, where they are to be named."""

    total: int = 0
    values: dict = field(default_factory=dict)  # filter → {value: how many}
    ids: list = field(default_factory=list)
    places: list = field(default_factory=list)

    def of(self, name):
        return self.values.get(name, {})

    @property
    def place_ids(self):
        return {pk for name in PLACES for pk in self.of(name) if pk != UNSAID}


def counts_of(rows, names=tuple(COLUMNS)):
    """Count `rows`, partnerships with what they are counted by (`countable`), by each of the filters `names`."""
    read = rows.order_by().values_list("pk", *(COLUMNS[name] for name in names))
    try:
        sql, params = read.query.sql_with_params()
    except EmptyResultSet:
        return Counts()
    counts = Counts(values={name: {} for name in names})
    with connection.cursor() as cursor:
        cursor.execute(counting(sql, names), params)
        for count, place, value in cursor:
            if place == TOTAL:
                counts.total = count
            elif place == ID:
                counts.ids.append(count)
            else:
                name = THEME if place == OF_THEME else names[place - 1]
                if value or name in UNSAID_TOO:
                    counts.values[name][value or UNSAID] = count
    return counts


def counting(sql, names):
    """The statement that counts what `sql` reads: rows (how many, of which column from 1 or of what else, which value).

    The rows are read once, and grouped by each column in the same passage. Of few, their numbers come along.
    """
    read = [f'"{name}"' for name in names]
    named = [name for name in read if name != f'"{THEME}"']
    places = "".join(f" when grouping({name}) = 0 then {read.index(name) + 1}" for name in named)
    value = f"coalesce({', '.join(f'{name}::text' for name in named)})" if named else "''"
    place = f"case{places} else {TOTAL} end" if named else f"{TOTAL}"
    sets = ", ".join(["()", *(f"({name})" for name in named)])
    hits = f"with hits ({', '.join(['"id"', *read])}) as materialized ({sql})"
    parts = [
        f"select count(*), {place}, {value} from hits group by grouping sets ({sets})",
        f"select id, {ID}, '' from hits where (select count(*) from hits) <= {FEW}",
    ]
    if THEME in names:
        some = f"coalesce(nullif({THEME}, '{{}}'), array[null::bigint])"  # what carries none is counted too
        parts.append(
            f"select count(*), {OF_THEME}, carried::text from hits, unnest({some}) as carried group by carried"
        )
    return f"{hits} {' union all '.join(parts)}"


def countable(rows):
    return rows.with_form().with_freshness_known().with_years()


def places_named(ids):
    """(number, level, then what `shown_name` is given) of each of these territories, in the order of a list."""
    return list(Territory.objects.filter(pk__in=ids).values_list("pk", "level", "name", "name_zh", "country"))


def stored_counts(rows):
    """The counts of all that a reader may see, with the names of the places, kept for those who see the same until something
    they are made of changes."""
    return kept("partnership-counts-and-places", rows, counted)


def counted(rows):
    counts = counts_of(countable(rows))
    counts.places = places_named(counts.place_ids)
    return counts


def kept(name, rows, count):
    """Return `count(rows)`, kept under `name` for those who see the same `rows` until something they are made of changes."""
    key = f"{name}-{fingerprint(rows)}"
    found = cache.get(key)
    if found is None:
        found = count(rows)
        cache.set(key, found, KEPT)
    return found


def fingerprint(rows):
    """What is visible, by its condition, for the day, and for the last change of what is counted, in one short word."""
    seen = rows.order_by().values("pk").query.sql_with_params()
    latest = ", ".join(f"(select max(pgh_id) from {table})" for table in MADE_OF)
    with connection.cursor() as cursor:
        cursor.execute(f"select {latest}")
        changed = cursor.fetchone()
    told = f"{seen!r} {timezone.localdate()} {changed}"
    return hashlib.sha256(told.encode()).hexdigest()
