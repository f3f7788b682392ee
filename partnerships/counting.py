"""How often each value of each filter of the list of partnerships occurs, counted by the database in one reading."""

import hashlib
from dataclasses import dataclass, field

from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.utils import timezone

# What a row is counted by: the filter → the column, or the annotation of `counted_rows`
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
}
THEME = "theme"
FEW = 1000  # records found whose numbers are told with the counts
TOTAL, OF_THEME, ID = 0, -1, -2  # what a line tells that is not of a column
# A record counts once for a theme and for each theme above it, however many of its own lie under that one.
THEMES = f"""select count(*), {OF_THEME}, above::text from (
    select distinct hits.id, line.above from hits
    join partnerships_partnership_themes carried on carried.partnership_id = hits.id
    join unnest(%s::bigint[], %s::bigint[]) as line (theme, above) on line.theme = carried.theme_id
) as lines group by above"""
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
    """`ids` are all that is found, where it is no more than FEW."""

    total: int = 0
    values: dict = field(default_factory=dict)  # filter → {value: how many}
    ids: list = field(default_factory=list)

    def of(self, name):
        return self.values.get(name, {})


def counts_of(rows, themes, names=(*COLUMNS, THEME)):
    """Count `rows`, a queryset of partnerships, by each of the filters `names`; `themes` is the tree."""
    columns = [name for name in names if name in COLUMNS]
    try:
        sql, params = counted_rows(rows).values_list("pk", *(COLUMNS[name] for name in columns)).query.sql_with_params()
    except EmptyResultSet:
        return Counts()
    counts = Counts(values={name: {} for name in names})
    with connection.cursor() as cursor:
        cursor.execute(*counting(sql, params, columns, themes.lineage() if THEME in names else None))
        for count, place, value in cursor:
            if place == TOTAL:
                counts.total = count
            elif place == ID:
                counts.ids.append(count)
            elif value:
                counts.values[THEME if place == OF_THEME else columns[place - 1]][value] = count
    return counts


def counting(sql, params, columns, lines):
    """The statement that counts what `sql` reads: rows (how many, of which column from 1 or of what else, which value).

    The rows are read once, and grouped by each column in the same passage. Of few, their numbers come along.
    """
    named = [f'"{name}"' for name in columns]
    places = "".join(f" when grouping({name}) = 0 then {place}" for place, name in enumerate(named, 1))
    value = f"coalesce({', '.join(f'{name}::text' for name in named)})" if named else "''"
    place = f"case{places} else {TOTAL} end" if named else f"{TOTAL}"
    sets = ", ".join(["()", *(f"({name})" for name in named)])
    hits = f"with hits ({', '.join(['"id"', *named])}) as materialized ({sql})"
    ids = f"select id, {ID}, '' from hits where (select count(*) from hits) <= {FEW}"
    statement = f"{hits} select count(*), {place}, {value} from hits group by grouping sets ({sets}) union all {ids}"
    if lines is None:
        return statement, params
    values = [[theme for theme, _above in lines], [above for _theme, above in lines]]
    return f"{statement} union all {THEMES}", [*params, *values]


def counted_rows(rows):
    return rows.order_by().with_form().with_freshness_known().with_years()


def stored_counts(rows, themes):
    """The counts of all that a reader may see, kept for those who see the same until something they are made of changes."""
    key = fingerprint(rows)
    stored = cache.get(key)
    if stored is None:
        stored = counts_of(rows, themes)
        cache.set(key, stored, KEPT)
    return stored


def fingerprint(rows):
    """A name for what is visible, by its condition, for the day, and for the last change of what is counted."""
    seen = rows.order_by().values("pk").query.sql_with_params()
    latest = ", ".join(f"(select max(pgh_id) from {table})" for table in MADE_OF)
    with connection.cursor() as cursor:
        cursor.execute(f"select {latest}")
        changed = cursor.fetchone()
    told = f"{seen!r} {timezone.localdate()} {changed}"
    return f"partnership-counts-{hashlib.sha256(told.encode()).hexdigest()}"
