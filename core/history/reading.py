"""Finding versions: the last ones of a record and its parts, each with what stood before it and whom it reaches."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from core.history.records import Source
from core.history.tracking import CHANGED, REMOVED

ORDER = ("-pgh_created_at", "pgh_place", "-pgh_id")  # names that no field has


@dataclass(frozen=True)
class Step:
    """One version: the row as it became (as it was, if removed), what stood before if that is known, who may read either."""

    source: Source
    row: models.Model
    before: models.Model | None
    is_open: bool = True
    was_open: bool = True

    @property
    def at(self) -> datetime:
        return self.row.pgh_created_at

    @property
    def act(self):
        return self.row.pgh_label

    @property
    def key(self):
        """What one request changed has one context; without a context, one transaction has one instant."""
        return self.row.pgh_context_id or self.row.pgh_created_at


def keys(record, number):
    """(instant, place of the source, number of the version, context) of all versions, newest first, in one statement."""
    branches = [
        source.versions.objects.filter(source.about(number))
        .order_by()
        .annotate(pgh_place=Value(place, output_field=models.IntegerField()))
        .values_list("pgh_created_at", "pgh_place", "pgh_id", "pgh_context_id")
        for place, source in enumerate(record.sources)
    ]
    first, *others = branches
    return (first.union(*others, all=True) if others else first).order_by(*ORDER)


def by_request(found):
    """Keys grouped by what one request did: one context, or without a context one transaction, which is one instant."""
    return [list(group) for _request, group in groupby(found, key=lambda key: key[3] or key[0])]


def steps_of(record, number, found, reader):
    """The steps of these keys, in their order."""
    by_place = {}
    for _at, place, version, _context in found:
        by_place.setdefault(place, []).append(version)
    made = {}
    for place, versions in by_place.items():
        source = record.sources[place]
        steps = load(source, versions, rule_for(source, number, reader))
        made |= {(place, step.row.pk): step for step in steps}
    return [made[place, version] for _at, place, version, _context in found if (place, version) in made]


def load(source, versions, rules=None):
    """The steps of these versions of one source, in two statements at most."""
    rows = list(with_rules(with_context(source), rules).filter(pk__in=versions))
    earlier = before_each(source, rows, rules)
    return [step_of(source, row, earlier.get(row.pgh_earlier)) for row in rows]


def with_context(source):
    rows = source.versions.objects.select_related("pgh_context")
    if source.link:
        return rows.annotate(pgh_earlier=Value(None, output_field=models.BigIntegerField()))
    same = source.versions.objects.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id"))
    return rows.annotate(pgh_earlier=Subquery(same.order_by("-pgh_id").values("pgh_id")[:1]))


def before_each(source, rows, rules):
    wanted = [row.pgh_earlier for row in rows if row.pgh_earlier and row.pgh_label == CHANGED]
    if not wanted:
        return {}
    before = with_rules(source.versions.objects.all(), rules).filter(pk__in=wanted)
    return {row.pk: row for row in before}


@dataclass(frozen=True)
class Rules:
    """Three conditions: on the row itself, and on how the record stood when the row was written and just before."""

    own: Q
    then: object
    earlier: object


def with_rules(rows, rules):
    if rules is None:
        return rows
    return rows.annotate(pgh_open=truth(rules.own), pgh_open_then=rules.then, pgh_open_before=rules.earlier)


def truth(condition):
    # A condition that holds of every row is no condition that SQL can ask.
    value = Value(True) if not condition else Case(When(condition, then=Value(True)), default=Value(False))
    return models.ExpressionWrapper(value, output_field=models.BooleanField())


def step_of(source, row, before):
    if not hasattr(row, "pgh_open"):
        return Step(source, row, before)
    was_open = before is not None and before.pgh_open and same_record(source, row, before) and row.pgh_open_before
    # What a removal shows stood before it.
    is_open = row.pgh_open and row.pgh_open_then and (row.pgh_open_before or row.pgh_label != REMOVED)
    return Step(source, row, before, bool(is_open), bool(was_open))


def same_record(source, row, before):
    """A part that comes from another record brings along what was for the readers of that one."""
    if source.is_own:
        return True
    column = source.versions._meta.get_field(source.within.partition("__")[0]).attname
    return getattr(row, column) == getattr(before, column)


def rule_for(source, number, reader):
    """None for the team, who read everything; for anybody else what reaches them of the versions of `source`.

    A part was as open as its record stood when the part was written: what was noted on a record that was CUF's own at the
    time stays CUF's own, whatever became of the record.
    """
    if reader.sees_all:
        return None
    record = source.record
    if record.reaches is None or not source.fields:
        return Rules(Q(pk__in=[]), Value(False), Value(False))
    if source.is_own:
        return Rules(record.reaches(reader), Value(True), Value(True))
    own = source.reaches(reader) if source.reaches else Q()
    condition = (record.parts_reach or record.reaches)(reader)
    return Rules(own, stood(record, number, condition, "lte"), stood(record, number, condition, "lt"))


def stood(record, number, condition, when):
    """Whether the record, as its last version of then (`lte`) or of just before (`lt`) says it, met the condition.

    What stood before the first version that was kept is not known, and stays with the team.
    """
    if not condition:
        return Value(True)
    then = record.own.versions.objects.filter(pgh_obj=number, **{f"pgh_created_at__{when}": OuterRef("pgh_created_at")})
    last = then.order_by("-pgh_created_at", "-pgh_id").annotate(met=truth(condition)).values("met")[:1]
    return Coalesce(Subquery(last), Value(False))
