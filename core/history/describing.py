"""Versions put into words: plain objects that pages, the audit and the export write, each as it likes."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext as _

from core.history.differences import differences
from core.history.reading import Step
from core.history.tracking import ACTS, ACTS_OF_LINKS, CHANGED, REMOVED
from core.history.values import Names, facts_of, is_long, value_of, written

NAMED_BY = ("title", "name", "label", "text", "object", "last_name", "email", "message", "organisation", "person")
LONGEST_NAME = 80


@dataclass(frozen=True)
class Change:
    """A field, and what it said before and after; for a long text, its passages too. "" means that it said nothing."""

    label: str
    before: str = ""
    after: str = ""
    passages: list = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """What happened to one row: itself, one of its parts, or one of its links."""

    step: Step
    noun: str
    name: str
    changes: list[Change]

    @property
    def act(self):
        return (ACTS_OF_LINKS if self.is_link else ACTS)[self.step.act]

    @property
    def kind(self):
        """The model and the number of the row, or of the record whose link it is."""
        return self.step.source.record.kind if self.is_link else self.step.source.model._meta.model_name

    @property
    def subject(self):
        return str((self.step.source.record if self.is_link else self.step.source).model._meta.verbose_name)

    @property
    def number(self):
        row, link = self.step.row, self.step.source.link
        return getattr(row, row._meta.get_field(link.owner).attname) if link else row.id

    @property
    def is_link(self):
        return self.step.source.link is not None

    @property
    def is_own(self):
        return self.step.source.is_own

    @property
    def is_change(self):
        return self.step.act == CHANGED

    @property
    def is_removal(self):
        return self.step.act == REMOVED

    @property
    def ignores_before(self):
        """The row was changed when nothing was kept of it yet."""
        return self.is_change and self.step.before is None


@dataclass(frozen=True)
class Entry:
    """What one request changed: when, in which context ({} when somebody wrote to the database itself), line by line."""

    at: datetime
    context: dict
    lines: list[Line]


def entries_of(steps, reader):
    """Group the steps, newest first, by request; what the reader may not read is left out without a trace."""
    lines = [line for line in described(steps, reader) if line]
    return [entry(list(group)) for _key, group in groupby(lines, key=lambda line: line.step.key)]


def entry(lines):
    last = lines[0].step
    # Within a request: the record itself, then its parts, then its links.
    ordered = sorted(lines, key=lambda line: (line.is_link, not line.is_own))
    return Entry(last.at, last.row.pgh_context.metadata if last.row.pgh_context else {}, ordered)


def described(steps, reader):
    """A Line for each step, None where the reader may read nothing of it; the names of each model cost one statement."""
    names = Names(reader)
    told = [(step, shown_facts(step, reader)) for step in steps]
    for step, facts in told:
        for one in facts:
            for row in (step.row, step.before):
                if row is not None:
                    names.want(one, value_of(one, row))
    return [line_of(step, facts, names) for step, facts in told]


def shown_facts(step, reader):
    facts = facts_of(step.source.versions)
    if reader.sees_all:
        return facts
    return [one for one in facts if one.name in step.source.fields] if step.is_open else []


def line_of(step, facts, names):
    if not facts:
        return None
    if step.source.link:
        link = step.source.link
        target = link.versions._meta.get_field(link.target)
        return Line(step, str(link.field.verbose_name), written(target, value_of(target, step.row), names), [])
    changes = changes_of(step, facts, names)
    if step.act == CHANGED and not changes and (step.before is not None):
        return None
    return Line(step, str(step.source.model._meta.verbose_name), row_name(step, facts, names), changes)


def changes_of(step, facts, names):
    above = step.source.within.partition("__")[0]
    facts = [one for one in facts if one.name != above]
    if step.act == CHANGED:
        if step.before is None or not step.was_open:
            return []
        pairs = ((one, value_of(one, step.before), value_of(one, step.row)) for one in facts)
        return [change(one, old, new, names) for one, old, new in pairs if old != new]
    said = [(one, written(one, value_of(one, step.row), names)) for one in facts]
    removed = step.act == REMOVED
    return [Change(str(one.verbose_name), *((text, "") if removed else ("", text))) for one, text in said if text]


def change(fact, old, new, names):
    before, after = written(fact, old, names), written(fact, new, names)
    if before == after and not fact.remote_field:
        return Change(str(fact.verbose_name), after=_("la mise en forme seule"))
    passages = differences(before, after) if before and after and is_long(fact, before, after) else []
    return Change(str(fact.verbose_name), before, after, passages)


def row_name(step, facts, names):
    known = {one.name: one for one in facts}
    for name in NAMED_BY:
        if name in known and (text := written(known[name], value_of(known[name], step.row), names)):
            return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"
    return ""
