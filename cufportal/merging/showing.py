"""A plan as a page tells it: field by field, what moves, what is folded, what changes; the same number of statements
whatever the number of rows."""

from dataclasses import dataclass, field

from django.urls import NoReverseMatch
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.history.values import Names, value_of, written
from core.wording import labelled
from directory.merging.planning import facts_of, fill_key
from directory.merging.steps import ABOVE, AUDIENCE, PERIOD, UNLINKED

SHOWN = 30  # rows of one sort that the page names; it counts all


@dataclass(frozen=True)
class Line:
    """A field, and what each of the two records says; `key` where the kept one may take over what the other says, `becomes`
    where it changes whatever one chooses."""

    label: str
    kept: str
    absorbed: str
    key: str = ""
    becomes: str = ""

    @property
    def is_lost(self):
        """What the absorbed record says is not taken over."""
        return bool(self.absorbed) and self.kept != self.absorbed and not (self.key or self.becomes)


@dataclass(frozen=True)
class Group:
    """Rows of one sort that move."""

    label: str
    count: int
    rows: list
    more: int


@dataclass(frozen=True)
class Fold:
    """Two rows that would say the same, and what they say otherwise."""

    noun: str
    name: str
    into: str
    url: str
    lines: list = field(default_factory=list)


@dataclass(frozen=True)
class Shown:
    lines: list
    groups: list
    folds: list
    changes: list
    names: list

    @property
    def moves_nothing(self):
        return not (self.groups or self.folds)


def shown(plan, reader):
    names = Names(reader)
    pairs = [(step, told_fields(step)) for step in plan.folds]
    for step, fields in pairs:
        for one in fields:
            for row in (step.row, step.into):
                names.want(one, said(plan, one, row))
    for step in plan.changes:
        for one in fields_of(step):
            names.want(one, value_of(one, step.row))
    own = next(pair for pair in pairs if pair[0].row is plan.absorbed)
    return Shown(
        lines=lines_of(plan, *own, names),
        groups=list(groups_of(plan)),
        folds=[fold_of(plan, *pair, names) for pair in pairs if pair is not own],
        changes=[sentence(step, names) for step in plan.changes if step.row is not plan.absorbed],
        names=[step.row.text for step in plan.additions],
    )


def told_fields(step):
    """All fields of a record but what brought the two rows together."""
    linked = step.relation and {step.relation.column, step.relation.kind_column}
    return [one for one in facts_of(type(step.row)) if not (linked and one.attname in linked)]


def said(plan, one, row):
    """What a field says today: the plan has set some of them already."""
    for step in plan.changes:
        if step.row is row and one.attname in step.was:
            return step.was[one.attname]
    return value_of(one, row)


def lines_of(plan, step, fields, names):
    texts = ((one, *(written(one, said(plan, one, row), names) for row in (step.into, step.row))) for one in fields)
    return [
        Line(capfirst(one.verbose_name), kept, absorbed, fill_key_of(plan, step, one), becomes(plan, step, one, names))
        for one, kept, absorbed in texts
        if kept or absorbed
    ]


def fill_key_of(plan, step, one):
    key = fill_key(step.row, one.name)
    return key if key in plan.fills else ""


def becomes(plan, step, one, names):
    is_changed = any(change.row is step.into and one.attname in change.values for change in plan.changes)
    return written(one, value_of(one, step.into), names) if is_changed else ""


def groups_of(plan):
    by_relation = {}
    for step in plan.moves:
        standing = [row for row in step.rows if (type(row), row.pk) not in plan.gone]
        by_relation.setdefault(step.relation, []).extend(standing)
    for relation, rows in by_relation.items():
        if rows:
            first = [(name_of(row, relation), address_of(row, relation)) for row in rows[:SHOWN]]
            yield Group(capfirst(relation.label), len(rows), first, len(rows) - len(first))


def name_of(row, relation):
    """A link of a many-to-many field is called by the record at its other end."""
    if not row._meta.auto_created:
        return str(row) or _("sans nom")
    other = next(one for one in row._meta.concrete_fields if one.remote_field and one.attname != relation.column)
    return str(getattr(row, other.name))


def address_of(row, relation):
    """The page of a row; of a part, that of the record that it belongs to."""
    links = (one for one in row._meta.concrete_fields if one.remote_field and one.attname != relation.column)
    owners = (one.name for one in links if hasattr(one.related_model, "get_absolute_url"))
    found = row if hasattr(row, "get_absolute_url") else next((getattr(row, name) for name in owners), None)
    try:
        return found.get_absolute_url() if found is not None else ""
    except NoReverseMatch:
        return ""


def fold_of(plan, step, fields, names):
    otherwise = [line for line in lines_of(plan, step, fields, names) if line.kept != line.absorbed and line.absorbed]
    noun = capfirst(type(step.row)._meta.verbose_name)
    url = address_of(step.into, step.relation)
    return Fold(noun, name_of(step.row, step.relation), name_of(step.into, step.relation), url, otherwise)


def fields_of(step):
    named = {one.attname: one for one in step.row._meta.concrete_fields}
    return [named[column] for column in step.values]


def sentence(step, names):
    [one] = fields_of(step)
    record = labelled(capfirst(step.row._meta.verbose_name), step.row)
    value = written(one, value_of(one, step.row), names)
    told = {"record": record, "field": one.verbose_name, "value": value}
    match step.why:
        case _ if step.why == AUDIENCE:
            return (
                _("%(record)s ne sera plus visible que de : %(value)s. Le plus étroit des deux publics l’emporte.")
                % told
            )
        case _ if step.why == PERIOD:
            return _("%(record)s : les deux périodes, qui se recouvrent, n’en font qu’une (%(value)s).") % told
        case _ if step.why == UNLINKED:
            return _("%(record)s perd son lien (%(field)s) : une autre fiche le dit déjà, et une seule le peut.") % told
        case _ if step.why == ABOVE and value:
            return _("%(record)s : « %(field)s » devient %(value)s, comme la fiche absorbée.") % told
    return _("%(record)s : « %(field)s » sera vide, puisque c’était la fiche absorbée.") % told
