"""What the history of a record holds, declared by the app of the record, and what of it reaches those who are not of the team.

What is not named here is for the team alone: a new field shows to nobody else until somebody says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from django.db import models
from django.db.models import Q

from core.history.tracking import history_models


@dataclass(frozen=True)
class Part:
    """A model whose rows belong to a record, by the foreign key `within` (« outcome__delegation » through another part).

    `fields` are those that a reader of the record may read the changes of; `reaches(user)` is a condition over its
    versions, for the rows that have a rule of their own. `only` is one that tells the rows that may belong to such a record,
    where `within` names records of several sorts. `withheld` and `is_restorable` are as for a Record.
    """

    model: type[models.Model]
    within: str
    fields: tuple = ()
    reaches: Callable | None = None
    withheld: tuple = ()
    is_restorable: bool = True
    only: Q = field(default_factory=Q)


@dataclass(frozen=True)
class Record:
    """`reaches(user)` is a condition over the versions of the record: those that it keeps back, and what changed while the
    record stood so, show to the team alone. Without it the whole history is the team's. `parts_reach` is the same for
    the parts, where they ask for more. `kept_by(user, record)` says whose record it is: they read who changed it.
    `withheld` names what follows a path of its own, which nobody sets back.
    """

    model: type[models.Model]
    fields: tuple = ()
    parts: tuple = ()
    reaches: Callable | None = None
    parts_reach: Callable | None = None
    kept_by: Callable | None = None
    withheld: tuple = ()
    is_restorable: bool = True

    @property
    def kind(self):
        return self.model._meta.model_name

    @cached_property
    def sources(self):
        own = Source(self, versions_of(self.model), "id", frozenset(self.fields))
        parts = [
            Source(self, versions_of(part.model), part.within, frozenset(part.fields), part.reaches, only=part.only)
            for part in self.parts
        ]
        links = [
            Source(self, link.versions, link.owner, frozenset({link.target} & shown_links(self, link)), link=link)
            for link in links_of(self.model)
        ]
        return [own, *parts, *links]

    @property
    def own(self):
        return self.sources[0]

    def of_part(self, part):
        """A part as a record of its own, to look at it or to put it back alone."""
        return Record(part.model, withheld=part.withheld, is_restorable=part.is_restorable)


@dataclass(frozen=True)
class Link:
    """A many-to-many field whose links are kept: `owner` and `target` name the columns of its versions."""

    field: models.ManyToManyField
    versions: type[models.Model]

    @property
    def owner(self):
        return self.field.m2m_field_name()

    @property
    def target(self):
        return self.field.m2m_reverse_field_name()


@dataclass(frozen=True)
class Source:
    """The versions of one model in the history of a record; `fields` are those that are not for the team alone."""

    record: Record
    versions: type[models.Model]
    within: str
    fields: frozenset = field(default_factory=frozenset)
    reaches: Callable | None = None
    link: Link | None = None
    only: Q = field(default_factory=Q)

    @property
    def model(self):
        return self.versions.pgh_tracked_model

    @property
    def is_own(self):
        return self.within == "id"

    def about(self, number):
        """The condition over the versions that they belong to the record `number`, be the record gone or not."""
        if self.is_own:
            return Q(pgh_obj=number)  # which has an index
        name, _, further = self.within.partition("__")
        if not further:
            return Q(**{name: number}) & self.only
        above = versions_of(self.versions._meta.get_field(name).related_model)
        return Q(**{f"{name}__in": above.objects.filter(**{further: number}).values("id")})


def shown_links(record, link):
    return {link.target} if link.field.name in record.fields else set()


def versions_of(model):
    return next(versions for versions in history_models() if versions.pgh_tracked_model is model)


def links_of(model):
    kept = {versions.pgh_tracked_model._meta.db_table: versions for versions in history_models()}
    fields = [one for one in model._meta.local_many_to_many if one.m2m_db_table() in kept]
    return [Link(one, kept[one.m2m_db_table()]) for one in fields]


def alone(model, **options):
    """The history of one model for itself, which is the team's."""
    return Record(model, **options)


def every_source() -> list[Source]:
    """The versions of all models, each once."""
    tracked = [versions.pgh_tracked_model for versions in history_models()]
    records = [alone(model) for model in tracked if not model._meta.proxy]
    return [source for record in records for source in record.sources]
