"""What points to a record, found from the models: foreign keys, links of many-to-many fields, generic links.

A model that somebody adds tomorrow is found like the others; `tests/directory/test_merging_relations.py` asks the database.
"""

from dataclasses import dataclass, field
from functools import cache

import pghistory.models
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


@dataclass(frozen=True)
class Relation:
    """The column `column` of `model` holds the number of a record of `target`; where several sorts may be named,
    `kind_column` says which one is."""

    target: type[models.Model]
    model: type[models.Model]
    column: str
    kind_column: str = ""

    @property
    def field(self):
        return next(one for one in self.model._meta.concrete_fields if one.attname == self.column)

    @property
    def is_text(self):
        """The journal of the administration writes numbers as text."""
        return isinstance(self.field, models.CharField | models.TextField)

    def written(self, number):
        return str(number) if self.is_text else number

    def read(self, row):
        value = getattr(row, self.column)
        return int(value) if self.is_text and str(value).isdecimal() else value

    def about(self, numbers):
        """The condition over the rows of `model` that they name one of `numbers`."""
        found = Q(**{f"{self.column}__in": [self.written(number) for number in numbers]})
        return found & Q(**{self.kind_column: self.kind_number}) if self.kind_column else found

    @property
    def kind_number(self):
        return ContentType.objects.get_for_model(self.target).pk

    @property
    def label(self):
        """« partenariats (côté français) »; of a link, the field of the record that holds it."""
        opts = self.model._meta
        if opts.auto_created:
            owner = opts.auto_created
            link = next(one for one in owner._meta.local_many_to_many if one.remote_field.through is self.model)
            return f"{owner._meta.verbose_name_plural} ({link.verbose_name})"
        return (
            f"{opts.verbose_name_plural} ({self.field.verbose_name})"
            if not self.kind_column
            else str(opts.verbose_name_plural)
        )


@cache
def relations_to(model) -> tuple[Relation, ...]:
    """All that points to records of `model`, versions left out: they say what was."""
    keys = [
        Relation(model, link.related_model, link.field.attname)
        for link in model._meta.get_fields(include_hidden=True)
        if (link.one_to_many or link.one_to_one) and link.auto_created and not is_version(link.related_model)
    ]
    generic = [
        Relation(
            model, other, other._meta.get_field(link.fk_field).attname, other._meta.get_field(link.ct_field).attname
        )
        for other in apps.get_models()
        if not is_version(other)
        for link in other._meta.private_fields
        if isinstance(link, GenericForeignKey)
    ]
    return (*keys, *generic, Relation(model, LogEntry, "object_id", "content_type_id"))


def is_version(model):
    return issubclass(model, pghistory.models.Event) or model._meta.proxy


@dataclass(frozen=True)
class Rule:
    """Two rows of a model that say the same in `columns`, and whose `ranges` overlap, are refused by the database, when
    both meet `condition`. Of the columns in `any_case`, capitals do not count."""

    name: str
    columns: tuple[str, ...]
    ranges: tuple[str, ...] = ()
    condition: Q | None = None
    nulls_distinct: bool = True
    any_case: frozenset[str] = frozenset()

    @property
    def mark(self):
        """The name under which a row that was read says whether it meets the condition."""
        return f"meets_{self.name}"


@dataclass(frozen=True)
class Rules:
    rules: tuple[Rule, ...] = ()
    unread: tuple[str, ...] = field(default_factory=tuple)  # constraints of a form that nobody has taught us


@cache
def rules_of(model) -> Rules:
    """What the database refuses twice in the table of `model`."""
    rules, unread = [], []
    for one in model._meta.concrete_fields:
        if one.unique and not one.primary_key:
            rules.append(Rule(f"{one.column}_unique", (one.attname,)))
    for rank, names in enumerate(model._meta.unique_together):
        rules.append(Rule(f"together_{rank}", columns_of(model, names)))
    for constraint in model._meta.constraints:
        rule = rule_of(model, constraint)
        if rule:
            rules.append(rule)
        elif isinstance(constraint, models.UniqueConstraint | ExclusionConstraint):
            unread.append(constraint.name)
    return Rules(tuple(rules), tuple(unread))


def rule_of(model, constraint):
    if isinstance(constraint, models.UniqueConstraint):
        said = constraint.fields or [plain_name(one) for one in constraint.expressions]
        if None in said:
            return None
        lowered = [one.source_expressions[0].name for one in constraint.expressions if isinstance(one, Lower)]
        return Rule(
            constraint.name,
            columns_of(model, said),
            condition=constraint.condition,
            nulls_distinct=constraint.nulls_distinct is not False,
            any_case=frozenset(columns_of(model, lowered)),
        )
    if isinstance(constraint, ExclusionConstraint):
        said = {RangeOperators.EQUAL: [], RangeOperators.OVERLAPS: []}
        for expression, operator in constraint.expressions:
            if operator not in said or not isinstance(expression, str):
                return None
            said[operator].append(expression)
        equal, ranges = (columns_of(model, said[one]) for one in (RangeOperators.EQUAL, RangeOperators.OVERLAPS))
        return Rule(constraint.name, equal, ranges, constraint.condition)
    return None


def plain_name(expression):
    """The field that an expression is, whatever its case; None for any other expression."""
    inner = expression.source_expressions[0] if isinstance(expression, Lower) else expression
    return inner.name if isinstance(inner, models.F) else None


def columns_of(model, names):
    return tuple(model._meta.get_field(name).attname for name in names)
