"""A merge is taken back whole: rows go back where they were, what was folded is there again, fields say what they said.

What somebody has changed since of what the merge wrote is not overwritten: the merge then stays, and sentences say why.
"""

import json

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.history import explained, told
from core.refusals import refusals_said
from core.wording import labelled, quoted
from directory.merging import raw
from directory.merging.writing import ADDED, FOLDED
from directory.models import AbsorbedRecord, Merge

NAMED = 10  # obstacles that are told one by one


@explained
def undo_merge(*, merge, reason, by):
    """Take `merge` back and return it. Raise ValidationError, and write nothing, when that was done already, when it is too
    long ago, when no reason is given, or when something was changed since that stands in the way: each is said."""
    if not reason.strip():
        raise ValidationError({"reason": _("Dites en quelques mots pourquoi ces deux fiches sont à séparer.")})
    with transaction.atomic(), told(user=by.pk), refusals_said():
        merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
        refuse(merge)
        for step in reversed(merge.steps):
            take_back(Step(step), merge.merged_at)
        merge.records.update(holds=False)
        merge.undone_by, merge.undone_at, merge.undone_reason = by, timezone.now(), reason.strip()
        merge.full_clean()
        merge.save(update_fields=["undone_by", "undone_at", "undone_reason"])
        connection.check_constraints()
    return merge


class Step:
    """A step as it was noted, its numbers read again: JSON writes the keys of objects as text."""

    def __init__(self, noted):
        self.act, self.model = noted["act"], apps.get_model(noted["model"])
        self.before, self.after, self.into = (
            {int(number): value for number, value in noted.get(name, {}).items()}
            for name in ("before", "after", "into")
        )


def take_back(step, at):
    if step.act == FOLDED:
        raw.insert_again(step.model, step.before.values())
    elif step.act == ADDED:
        raw.delete(step.model, list(step.after))
    else:
        raw.put_back(step.model, step.before, at)


def refuse(merge):
    if merge.is_undone:
        raise ValidationError(_("Cette fusion est déjà annulée."), code="already_undone")
    if not merge.steps:
        raise ValidationError(
            _("De quoi annuler cette fusion n’est plus gardé : elle est trop ancienne."), code="too_old"
        )
    found = obstacles(merge)
    if found:
        more = len(found) - NAMED
        rest = [ngettext("Et encore %(count)d autre.", "Et encore %(count)d autres.", more) % {"count": more}]
        raise ValidationError([*found[:NAMED], *(rest if more > 0 else ())], code="changed_since")


def obstacles(merge, lock=True) -> list[str]:
    """What was changed since and stands in the way, a sentence for each; nothing is written."""
    steps = [Step(noted) for noted in merge.steps]
    merged_since = absorbed_since(merge, steps)
    if merged_since:
        return merged_since
    last = {}  # a row that several steps changed is compared with what the last of them left
    for step in steps:
        for number, text in step.after.items():
            last.setdefault((step.model, number), {}).update(json.loads(text))
        for number in step.before if step.act == FOLDED else ():
            last.pop((step.model, number), None)
    by_model = {}
    for (model, number), values in last.items():
        by_model.setdefault(model, {})[number] = values
    found = [sentence for model, rows in by_model.items() for sentence in changed_since(model, rows, lock)]
    return [*found, *gone_since(steps)]


def absorbed_since(merge, steps):
    """A record into which this merge folded something was merged itself: that merge is to be taken back first."""
    found = []
    for step in steps:
        if step.act == FOLDED:
            kind = ContentType.objects.get_for_model(step.model)
            later = AbsorbedRecord.objects.filter(content_type=kind, number__in=step.into.values(), holds=True)
            found += later.exclude(merge=merge).select_related("merge")
    return [
        _("« %(record)s » a été fusionné depuis avec « %(kept)s » : annulez d’abord la fusion n° %(number)d.")
        % {"record": one.name, "kept": one.merge.kept_name, "number": one.merge_id}
        for one in found
    ]


def changed_since(model, rows, lock):
    """Rows that say otherwise than the merge left them, or that are no more."""
    columns = sorted({column for values in rows.values() for column in values})
    now = raw.snapshot(model, list(rows), columns, lock)
    for number, values in rows.items():
        if number not in now:
            yield _("%(record)s n’existe plus.") % {"record": capfirst(f"{model._meta.verbose_name} n° {number}")}
            continue
        said = json.loads(now[number])
        names = [label_of(model, column) for column, value in values.items() if said[column] != value]
        if names:
            record = labelled(capfirst(model._meta.verbose_name), model._base_manager.get(pk=number))
            yield _("%(record)s, n° %(number)d, a été modifié depuis (%(fields)s).") % {
                "record": record,
                "number": number,
                "fields": ", ".join(names),
            }


def label_of(model, column):
    return str(next(one.verbose_name for one in model._meta.concrete_fields if one.column == column))


def gone_since(steps):
    """Records that a folded row named, which are no more: the row could not be put back."""
    back = {(step.model, number) for step in steps if step.act == FOLDED for number in step.before}
    for step in steps:
        for text in step.before.values() if step.act == FOLDED else ():
            values = json.loads(text)
            for link in (one for one in step.model._meta.concrete_fields if one.remote_field):
                number, target = values[link.column], link.related_model
                is_back = number is None or (target, number) in back
                if not is_back and not target._base_manager.filter(pk=number).exists():
                    name = quoted(f"{target._meta.verbose_name} n° {number}")
                    yield _("%(what)s, que nommait une fiche absorbée, n’existe plus.") % {"what": name}
