"""The changes of all records in one list, newest first, read a stretch at a time however long it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import models
from django.db.models import Q, Value

from core.history.describing import described
from core.history.reading import ORDER, load
from core.history.records import Source


@dataclass(frozen=True)
class Place:
    """Where a stretch stops: the instant, the source and the number of its last version."""

    at: datetime
    source: int
    version: int

    def __str__(self):
        return f"{self.at.isoformat()}~{self.source}~{self.version}"

    @classmethod
    def read(cls, text):
        """The place that such a text names; None when it names none."""
        try:
            at, source, version = text.split("~")
            found = cls(datetime.fromisoformat(at), int(source), int(version))
        except ValueError:
            return None
        return found if found.at.tzinfo and 0 <= found.version < 2**63 else None


@dataclass(frozen=True)
class Question:
    """What is looked for. `conditions` are over the versions of all sources; `about` gives the condition over those of one
    source, None where the source has nothing of what is looked for."""

    sources: list[Source]
    conditions: Q = field(default_factory=Q)
    text: str = ""
    number: int | None = None

    def rows_of(self, source):
        found = source.versions.objects.filter(self.conditions)
        if self.number is not None:
            found = found.filter(source.about(self.number))
        if self.text:
            found = found.filter(holds(source.versions, self.text))
        return found.order_by()


def holds(versions, text):
    """The condition that a version says `text` somewhere; false for all where nothing is text."""
    said = Q(pk__in=[])
    for one in versions._meta.concrete_fields:
        is_text = isinstance(one, models.CharField | models.TextField) and not one.choices
        if is_text and not one.name.startswith("pgh_"):
            said |= Q(**{f"{one.name}__icontains": text})
    return said


def stretch(question, limit, after=None, reader=None):
    """Return the Lines of the next `limit` changes after a Place, and the Place where they stop; None when no more follow."""
    found = list(keys(question, limit + 1, after))
    places = [Place(*one) for one in found[:limit]]
    lines = lines_of(question, places, reader)
    return lines, places[-1] if len(found) > limit else None


def keys(question, limit, after):
    branches = [
        beyond(question.rows_of(source), place, after)
        .annotate(pgh_place=Value(place, output_field=models.IntegerField()))
        .order_by("-pgh_created_at", "-pgh_id")
        .values_list("pgh_created_at", "pgh_place", "pgh_id")[:limit]
        for place, source in enumerate(question.sources)
    ]
    first, *others = branches
    return (first.union(*others, all=True) if others else first).order_by(*ORDER)[:limit] if others else first


def beyond(rows, place, after):
    if after is None:
        return rows
    same = Q(pgh_created_at=after.at)
    if place == after.source:
        same &= Q(pgh_id__lt=after.version)
    earlier = Q(pgh_created_at__lt=after.at)
    return rows.filter(earlier | same if place >= after.source else earlier)


def lines_of(question, places, reader):
    by_source = {}
    for one in places:
        by_source.setdefault(one.source, []).append(one.version)
    steps = {}
    for number, versions in by_source.items():
        steps |= {(number, step.row.pk): step for step in load(question.sources[number], versions)}
    found = [steps[one.source, one.version] for one in places if (one.source, one.version) in steps]
    # An erasure may leave two versions alike: nothing is left to tell of such a change
    return [line for line in described(found, reader) if line]


def all_lines(question, reader, each=500) -> Iterator:
    """Every line of the answer, read as it is written out."""
    after = None
    while True:
        lines, after = stretch(question, each, after, reader)
        yield from lines
        if after is None:
            return


def narrowed(question, condition):
    return replace(question, conditions=question.conditions & condition)
