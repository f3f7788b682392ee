"""What a merge would do, found by reading alone: a page shows it before anything is done.

A row that points to the absorbed record moves, unless a rule of the database would then refuse it: it says what another row
of the kept record says, and is folded into that one, with all that points to it in turn.
"""

import hashlib
import json
from functools import cached_property

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, When
from django.utils.translation import gettext as _

from core.audiences import audiences_for
from core.enums import Audience
from core.fields import FuzzyDateField, FuzzyWordsField
from core.wording import labelled
from directory.merging.ranges import overlap, union
from directory.merging.relations import relations_to, rules_of
from directory.merging.steps import ABOVE, AUDIENCE, FILLED, PERIOD, UNLINKED, Added, Changed, Folded, Moved

UNTOLD = {"created_at", "updated_at", "sequence"}  # kept by the database, or by each row for itself


class Plan:
    """What merging `absorbed` into `kept` would do; `kinds` are the MergeKinds by model."""

    def __init__(self, kept, absorbed, kinds):
        self.kept, self.absorbed, self.kinds = kept, absorbed, kinds
        self.moves, self.folds, self.changes, self.additions, self.problems = [], [], [], [], []
        self.read = {}  # (model, number) → the row as it would become
        self.gone = set()
        for row in (kept, absorbed):
            self.read[type(row), row.pk] = row
        self.fold(type(kept), [(absorbed, kept, None)])

    def fold(self, model, pairs):
        """Move or fold all that points to the first row of each pair; then the row itself goes into the second."""
        self.gone |= {(model, row.pk) for row, _into, _relation in pairs}
        kind = self.kinds.get(model)
        for row, into, _relation in pairs if kind else ():
            self.problems += kind.refused(into, row)  # as they stand, before anything is moved
        targets = {row.pk: into for row, into, _relation in pairs}
        for relation in relations_to(model):
            self.relink(relation, targets)
        for row, into, relation in pairs:
            self.folds.append(Folded(row, into, relation))
            self.narrow(row, into)
            if kind:
                self.add_names(kind, row, into)

    def relink(self, relation, targets):
        pointing = self.rows(relation, targets)
        if not pointing:
            return
        rules = [rule for rule in rules_of(relation.model).rules if relation.column in rule.columns]
        standing = self.rows(relation, [into.pk for into in targets.values()]) if rules else []
        known, folded = {}, []
        for row in standing:
            self.note(known, rules, row)
        for row in pointing:
            into = targets[relation.read(row)]
            if relation.model is relation.target and row.pk == into.pk:
                self.look_above(relation, row, self.read[relation.target, relation.read(row)])
                continue
            values = {relation.column: relation.written(into.pk)} | self.taken_on(relation, row)
            twin, rule = self.twin(known, rules, row, values)
            if twin is None:
                self.move(relation, row, into, values)
                self.note(known, rules, row)
            elif rule.columns == (relation.column,) and relation.field.null and not rule.condition:
                # One row alone may say this of the kept record, which a row like it says: this one only loses the link.
                self.change(row, {relation.column: None}, UNLINKED)
            else:
                self.join_periods(rule, row, twin, known[rule.name, key_of(rule, twin)])
                folded.append((row, twin, relation))
        if folded:
            self.fold(relation.model, folded)

    def rows(self, relation, numbers):
        """The rows that point to one of `numbers`, each read once and as the plan would leave it."""
        wanted = set(numbers)
        marks = {rule.mark: met(rule.condition) for rule in rules_of(relation.model).rules if rule.condition}
        found = relation.model._base_manager.fetch_mode(models.FETCH_PEERS).filter(relation.about(wanted))
        rows = [self.read.setdefault((relation.model, row.pk), row) for row in found.annotate(**marks).order_by("pk")]
        return [row for row in rows if (relation.model, row.pk) not in self.gone and relation.read(row) in wanted]

    def taken_on(self, relation, row):
        kind = self.kinds.get(relation.target)
        take = kind.moved.get(relation.model) if kind else None
        return take(row) if take else {}

    def note(self, known, rules, row):
        for rule in rules:
            known.setdefault((rule.name, key_of(rule, row)), []).append(row)

    def twin(self, known, rules, row, values):
        """The row of the kept record that the database would refuse beside this one, and by which rule; (None, None)."""
        for rule in rules:
            key = key_of(rule, row, values)
            if (None in key and rule.nulls_distinct) or not getattr(row, rule.mark, True):
                continue
            for other in known.get((rule.name, key), ()):
                meets = getattr(other, rule.mark, True)
                if meets and all(overlap(getattr(row, name), getattr(other, name)) for name in rule.ranges):
                    return other, rule
        return None, None

    def move(self, relation, row, into, values):
        out_of = relation.read(row)
        for column, value in values.items():
            setattr(row, column, value)
        last = self.moves[-1] if self.moves else None
        if last is None or (last.relation, last.out_of, last.into) != (relation, out_of, into.pk):
            last = Moved(relation, out_of, into.pk)
            self.moves.append(last)
        last.rows.append(row)
        values = {column: value for column, value in values.items() if column != relation.column}
        if values:
            last.values[row.pk] = values

    def change(self, row, values, why):
        was = {column: getattr(row, column) for column in values}
        for column, value in values.items():
            setattr(row, column, value)
        self.changes.append(Changed(row, values, why, was))

    def look_above(self, relation, kept, absorbed):
        """The kept record depended on the absorbed one: it depends on what that one depended on."""
        above = getattr(absorbed, relation.column)
        above = None if above in {kept.pk, absorbed.pk} else above
        if above is None and not relation.field.null:
            label = labelled(relation.field.verbose_name, absorbed)
            self.problems.append(_("« %(kept)s » dépend de l’autre fiche : %(what)s.") % {"kept": kept, "what": label})
            return
        self.change(kept, {relation.column: above}, ABOVE)

    def join_periods(self, rule, row, twin, said):
        """Two periods that overlap become one, from the first day of either to the last, when no other row says these days."""
        for name in rule.ranges:
            joined = union(getattr(row, name), getattr(twin, name))
            alone = not any(overlap(joined, getattr(other, name)) for other in said if other is not twin)
            if alone and joined != getattr(twin, name) and not twin._meta.get_field(name).generated:
                self.change(twin, {name: joined}, PERIOD)

    def narrow(self, row, into):
        """Nothing becomes more widely read because two records are one: the narrower audience of the two holds."""
        if getattr(row, "audience", None) not in Audience.values:
            return
        if into.audience in audiences_for(row.audience)[:-1]:
            self.change(into, {"audience": row.audience}, AUDIENCE)

    def add_names(self, kind, row, into):
        for name in kind.names(row=row, into=into):
            relation = next(one for one in relations_to(kind.model) if one.model is type(name))
            standing = [*self.rows(relation, [into.pk]), *self.moved_to(relation, into.pk)]
            standing += [step.row for step in self.additions if type(step.row) is type(name)]
            if (name.text, name.language) not in {(other.text, other.language) for other in standing}:
                self.additions.append(Added(name))

    def moved_to(self, relation, number):
        """Rows that the plan moves there, which the database does not find yet."""
        return [row for step in self.moves if (step.relation, step.into) == (relation, number) for row in step.rows]

    @cached_property
    def fills(self):
        """{key: (row, into, names)}: the empty fields of what is kept that what is absorbed would fill, one choice each."""
        found = {}
        for step in self.folds:
            kind = self.kinds.get(type(step.row))
            for name in fillable(kind, step.row, step.into) if kind else ():
                found[fill_key(step.row, name)] = (step.row, step.into, kind.filled_with(name))
        return found

    def filled(self, keys):
        """The steps that fill what was chosen, one for each row that stays."""
        steps = {}
        for row, into, names in (self.fills[key] for key in keys if key in self.fills):
            step = steps.setdefault((type(into), into.pk), Changed(into, {}, FILLED))
            step.values |= values_of(row, names)
        return list(steps.values())

    @cached_property
    def digest(self):
        """The same as long as a merge would do the same."""
        told = [
            [
                [step.relation.model._meta.label, step.relation.column, step.into, [row.pk for row in step.rows]]
                for step in self.moves
            ],
            [[step.row._meta.label, step.row.pk, step.into.pk] for step in self.folds],
            [[step.row._meta.label, step.row.pk, step.values] for step in self.changes],
            [[type(step.row)._meta.label, str(step.row)] for step in self.additions],
            [[key, values_of(row, names)] for key, (row, _into, names) in self.fills.items()],
            self.problems,
        ]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def met(condition):
    return Case(When(condition, then=True), default=False)


def key_of(rule, row, values=None):
    values = values or {}
    return tuple(compared(values.get(column, getattr(row, column)), column in rule.any_case) for column in rule.columns)


def compared(value, any_case):
    if any_case and isinstance(value, str):
        return value.lower()
    return tuple(value) if isinstance(value, list) else value


def facts_of(model):
    """The fields in which somebody says something of a record; the words of a fuzzy date go with its days."""
    fields = [one for one in model._meta.concrete_fields if one.editable and not (one.generated or one.primary_key)]
    return [one for one in fields if one.name not in UNTOLD and not isinstance(one, FuzzyWordsField)]


def says_nothing(field, row):
    value = getattr(row, field.attname)
    return value is None or value == "" or (isinstance(field, ArrayField) and not value)


def fillable(kind, row, into):
    """The fields that `into` leaves empty and `row` fills; of those said together, the first, when all are empty."""
    fields = {one.name: one for one in facts_of(kind.model)}
    unfit = kind.unfit(into, row)
    for name, one in fields.items():
        together = kind.filled_with(name)
        empty = all(says_nothing(fields[each], into) for each in together)
        said = any(not says_nothing(fields[each], row) for each in together)
        named_itself = one.remote_field and getattr(row, one.attname) == into.pk and type(into) is one.related_model
        if name == together[0] and name not in unfit and empty and said and not named_itself:
            yield name


def values_of(row, names):
    """Column → value of these fields, with the words of those that are fuzzy dates."""
    values = {}
    for name in names:
        field = row._meta.get_field(name)
        if isinstance(field, FuzzyDateField):
            value = getattr(row, name)
            words = f"{name}_words"
            values |= {words: value.words if value else ""} if hasattr(row, words) else {}
            values[name] = field.get_prep_value(value)
        else:
            values[field.attname] = getattr(row, field.attname)
    return values


def fill_key(row, name):
    return f"{row._meta.label_lower}:{row.pk}:{name}"
