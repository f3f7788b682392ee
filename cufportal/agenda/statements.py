"""Queries of the agenda, kept once they are put together: to write them takes longer than to answer them.

A query says who reads, and the days asked for. It is kept for its reader, with days that stand for those asked.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, DateTimeField, Func, Value
from django.utils import timezone

from cufportal.agenda.sources.base import Lines, moment_after, moment_before

FIRST, LAST = date(1111, 1, 11), date(1222, 2, 22)
MARKED = "select count(*), coalesce(sum(mark), 0), max(updated_at) from ({rows}) as marked (mark, updated_at)"
KEPT = 4096  # a few kilobytes each


@dataclass(frozen=True)
class Reader:
    """Who reads. What `visible_to` asks of a user in Python stands in the key, what it asks in SQL is asked each time."""

    key: tuple
    user: object = field(compare=False)

    @classmethod
    def of(cls, user):
        today = timezone.localdate()
        if not user.is_authenticated:
            return cls((today,), user)
        rights = (user.pk, user.person_id, user.is_active, user.is_superuser, *sorted(user.roles))
        return cls((today, *rights, *user.belonging), user)


def rows_between(reader, source, first, last):
    """The rows of a source that touch the days from `first` to `last`, give or take a day where hours have a zone."""
    return run(between(reader, source), first, last)


def rows_from(reader, source, first, group=""):
    """The rows of a source that are not over on a day, of one group (a slug) or all."""
    return run(since(reader, source, group), first)


def marks_from(reader, sources, first, group=""):
    """(count, sum of the marks, last change) of the rows of `sources` from a day on, by one query.

    A mark is a hash of the very columns that an entry is made of: what is added, deleted, changed, opened or closed to
    the reader alters the sum, nothing else does.
    """
    return run(marks(reader, sources, group), first)[0]


def run(statement, first, last=LAST):
    if statement is None:
        return []
    sql, params = statement
    asked = {
        FIRST: first,
        LAST: last,
        moment_before(FIRST): moment_before(first),
        moment_after(LAST): moment_after(last),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked.get(param, param) if isinstance(param, date) else param for param in params])
        return cursor.fetchall()


@lru_cache(maxsize=KEPT)
def between(reader, source):
    return compiled(source.between(reader.user, FIRST, LAST).order_by().values_list(*source.columns))


@lru_cache(maxsize=KEPT)
def since(reader, source, group):
    return compiled(source.since(reader.user, FIRST, group).order_by().values_list(*source.columns))


@lru_cache(maxsize=KEPT)
def marks(reader, sources, group):
    parts = [part for rank, source in enumerate(sources) for part in parts_of(reader, source, group, rank) if part]
    if not parts:
        return "select 0, 0, null", ()
    rows = " union all ".join(sql for sql, _params in parts)
    return MARKED.format(rows=rows), tuple(param for _sql, params in parts for param in params)


def parts_of(reader, source, group, rank):
    """The marks of the rows of a source, and those of the names that its own many-to-many links show."""
    rows = source.since(reader.user, FIRST, group).order_by()
    shown = [column for column in source.columns if column not in source.unmarked and not isinstance(column, Lines)]
    yield compiled(rows.annotate(mark=RowHash(Value(rank), *shown)).values_list("mark", "updated_at"))
    for model, name in source.links:
        relation = model._meta.get_field(name)
        owner, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()
        links = relation.remote_field.through.objects.filter(**{f"{owner}__in": rows.values("pk")}).order_by()
        mark = RowHash(Value(rank), Value(name), f"{owner}_id", f"{target}__name")
        yield compiled(links.annotate(mark=mark, changed=NEVER).values_list("mark", "changed"))


def compiled(rows):
    """(SQL, parameters), None when no row can be there."""
    try:
        return rows.query.sql_with_params()
    except EmptyResultSet:
        return None


class RowHash(Func):
    template = "hashtextextended(row(%(expressions)s)::text, 0)"
    output_field = BigIntegerField()


NEVER = Value(None, output_field=DateTimeField())
