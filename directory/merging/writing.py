"""A plan is done in one transaction, and every value that it changes is noted, so that all of it can be taken back."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import explained, told
from core.refusals import refusals_said
from directory.merging import raw
from directory.merging.planning import Plan
from directory.merging.steps import ABOVE, UNLINKED
from directory.models import AbsorbedRecord, Merge
from directory.models.merges import LONGEST_NAME

MOVED, CHANGED, FOLDED, ADDED = "moved", "changed", "folded", "added"
LOOSENED = {UNLINKED, ABOVE}  # links to the absorbed record, which may not go before them
CHANGED_MEANWHILE = _("Des fiches ont changé depuis que cette page vous a été montrée : relisez-la, puis recommencez.")


@explained
def merge_records(*, kept, absorbed, kinds, reason, by, fills=None, shown=""):
    """Merge `absorbed` into `kept`, two rows of one model of `kinds`, and return the Merge.

    All that points to the absorbed record is moved, what would be said twice is folded, the row goes, and its address
    leads to the kept one. `fills` are the keys of `Plan.fills` to take over, all when None. `shown` is the digest of the
    plan that somebody read: when it would do anything else by now, ValidationError asks to read it again. So it does, in
    words, when the two may not be merged or a rule refuses the result; nothing is then written.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Dites en quelques mots pourquoi ces deux fiches n’en font qu’une.")})
    with transaction.atomic(), told(user=by.pk), refusals_said():
        kept, absorbed = locked(type(kept), kept.pk, absorbed.pk)
        plan = Plan(kept, absorbed, kinds)
        refuse(plan, shown)
        merge = Merge(
            content_type=ContentType.objects.get_for_model(kept),
            kept_number=kept.pk,
            kept_name=str(kept)[:LONGEST_NAME],
            absorbed_number=absorbed.pk,
            absorbed_name=str(absorbed)[:LONGEST_NAME],
            reason=reason.strip(),
            merged_by=by,
            merged_at=timezone.now(),
        )
        merge.full_clean()
        merge.save()
        note_addresses(merge, plan)
        chosen = list(plan.fills) if fills is None else fills
        merge.steps = written(plan, chosen, merge.merged_at)
        merge.save(update_fields=["steps"])
        check_result(plan, chosen)
        connection.check_constraints()
    return merge


def locked(model, *numbers):
    """The rows, locked in the order of their numbers: two merges of the same pair wait for each other."""
    if len(set(numbers)) < len(numbers):
        raise ValidationError(_("Une fiche ne se fusionne pas avec elle-même : choisissez-en une autre."), code="same")
    rows = model._base_manager.select_for_update(of=("self",)).filter(pk__in=numbers).order_by("pk")
    found = {row.pk: row for row in rows}
    if len(found) < len(numbers):
        raise ValidationError(_("L’une des deux fiches vient d’être fusionnée ou supprimée."), code="gone")
    return [found[number] for number in numbers]


def refuse(plan, shown):
    if plan.problems:
        raise ValidationError(plan.problems, code="refused")
    if shown and shown != plan.digest:
        raise ValidationError(CHANGED_MEANWHILE, code="changed_meanwhile")


def note_addresses(merge, plan):
    """The records with pages of their own, whose old addresses lead on."""
    for step in plan.folds:
        if type(step.row) in plan.kinds:
            AbsorbedRecord.objects.create(
                merge=merge,
                content_type=ContentType.objects.get_for_model(step.row),
                number=step.row.pk,
                name=str(step.row)[:LONGEST_NAME],
                into_number=step.into.pk,
            )


def written(plan, fills, at):
    """Write the steps of `plan` and return them as they are noted, in the order in which they were written."""
    standing = [step for step in plan.changes if (type(step.row), step.row.pk) not in plan.gone]
    loosened = [step for step in standing if step.why in LOOSENED]
    settled = [step for step in standing if step.why not in LOOSENED]
    noted = [one for step in plan.moves for one in moved(step, at)]
    noted += [changed(step, at) for step in loosened]
    noted += [folded(step) for step in plan.folds]
    noted += [changed(step, at) for step in [*settled, *plan.filled(fills)]]
    return noted + [added(step.row) for step in plan.additions]


def moved(step, at):
    """One statement for all rows, but for those that take on something of their own."""
    alike = {}
    for row in step.rows:
        alike.setdefault(tuple(sorted(step.values.get(row.pk, {}).items())), []).append(row.pk)
    column = step.relation.column
    for values, numbers in alike.items():
        values = {column: step.relation.written(step.into), **dict(values)}
        yield update(MOVED, step.relation.model, numbers, values, at, still=step.relation.about([step.out_of]))


def changed(step, at):
    return update(CHANGED, type(step.row), [step.row.pk], step.values, at) | {"why": step.why}


def update(act, model, numbers, values, at, still=None):
    """Write `values` (by column) in these rows and note what they were; those no more as `still` says are refused."""
    told_when = [raw.TOLD_OF_EACH] if hasattr(model, raw.TOLD_OF_EACH) else []
    columns = raw.columns_of(model, values)
    before = raw.snapshot(model, numbers, [*columns, *told_when])
    rows = model._base_manager.filter(pk__in=numbers)
    rows = rows if still is None else rows.filter(still)
    if rows.update(**values, **dict.fromkeys(told_when, at)) < len(numbers):
        raise ValidationError(CHANGED_MEANWHILE, code="changed_meanwhile")
    after = raw.snapshot(model, numbers, columns)
    return {"act": act, "model": model._meta.label_lower, "before": before, "after": after}


def folded(step):
    model, number = type(step.row), step.row.pk
    before = raw.snapshot(model, [number], raw.written_columns(model))
    raw.delete(model, [number])
    return {"act": FOLDED, "model": model._meta.label_lower, "before": before, "into": {number: step.into.pk}}


def added(row):
    row.save(force_insert=True)
    model = type(row)
    after = raw.snapshot(model, [row.pk], raw.written_columns(model))
    return {"act": ADDED, "model": model._meta.label_lower, "after": after}


def check_result(plan, fills):
    """What was filled is held to the rules of forms; and nothing now depends on itself by a longer way."""
    filled = {(type(step.row), step.row.pk) for step in plan.filled(fills)}
    for model, number in filled:
        model._base_manager.get(pk=number).full_clean()
    if not filled:
        type(plan.kept)._base_manager.get(pk=plan.kept.pk).clean()
