"""Taking an import back: what it added goes, what it changed returns, except where somebody has worked since."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import BigIntegerField, F, Func
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from core.enums import FlagState
from core.models import ReviewFlag
from core.refusals import refusals_said
from directory.loading.copying import count_again
from directory.models import Organisation
from partnerships.enums import ImportState, RowLeft, RowOutcome
from partnerships.imports.storing import locked
from partnerships.imports.verdict import PLAIN, WORDS
from partnerships.models import Partnership, TableImport, TableRow

# Rows of a line and their record, locked: nobody may attach anything to it until it is gone.
LOCKED = """
select from partnerships_partnership where id in (
    select partnership_number from partnerships_tablerow where table_import_id = %(import)s and outcome in ('added', 'changed'))
for update
"""
GONE = """
update partnerships_tablerow as entry set "left" = 'gone'
where table_import_id = %(import)s and outcome in ('added', 'changed')
  and not exists (select from partnerships_partnership as pair where pair.id = entry.partnership_number)
"""
CHANGED_SINCE = """
update partnerships_tablerow as entry set "left" = 'changed_since'
from partnerships_partnership as pair
where table_import_id = %(import)s and outcome = 'added' and "left" = '' and pair.id = entry.partnership_number
  and pair.updated_at <> %(applied)s
"""
REMOVED_LINKS = """
delete from partnerships_partnership_themes as link using partnerships_tablerow as entry
where entry.table_import_id = %(import)s and link.partnership_id = entry.partnership_number and entry."left" = ''
  and (entry.outcome = 'added' or (entry.outcome = 'changed' and entry.changes -> 'themes' -> 1 @> to_jsonb(link.theme_id)))
"""
REMOVED = """
delete from partnerships_partnership as pair using partnerships_tablerow as entry
where entry.table_import_id = %(import)s and entry.outcome = 'added' and entry."left" = '' and pair.id = entry.partnership_number
"""


def is_ours(name):
    """The record still says what the import wrote in this field."""
    return f"coalesce(pair.{name}::text, '') = coalesce(changes -> '{name}' ->> 1, '')"


def former_value(name):
    kind = "::daterange" if name in {"since", "until"} else ""
    # Nothing is '' for words and texts, null for days.
    former = f"(changes -> '{name}' ->> 0){kind}" if kind else f"coalesce(changes -> '{name}' ->> 0, '')"
    return f"{name} = case when changes ? '{name}' and {is_ours(name)} then {former} else pair.{name} end"


KEPT = " or ".join(f"(changes ? '{name}' and not {is_ours(name)})" for name in PLAIN + WORDS)
PARTLY = f"""
update partnerships_tablerow as entry set "left" = 'changed_since'
from partnerships_partnership as pair
where entry.table_import_id = %(import)s and entry.outcome = 'changed' and entry."left" = ''
  and pair.id = entry.partnership_number and ({KEPT})
"""
GIVEN_BACK = f"""
update partnerships_partnership as pair set updated_at = now(), {", ".join(map(former_value, PLAIN + WORDS))}
from partnerships_tablerow as entry
where entry.table_import_id = %(import)s and entry.outcome = 'changed' and entry."left" <> 'gone'
  and pair.id = entry.partnership_number
"""


@transaction.atomic
def undo_table(*, table_import, by=None):
    """Take back a recorded import; return the TableImport, whose lines say what was left (`left`), and why.

    A record that it added is removed unless somebody has changed it, or something belongs to it; a field that it changed
    gets its former value back unless it says something else by now. Authorities that it made go when nothing names
    them. Raise ValidationError when the import is not recorded, or undone already.
    """
    table_import = locked(table_import)
    if table_import.state != ImportState.APPLIED:
        raise ValidationError(_("Cet import n’est pas enregistré, ou il est déjà annulé."), code="not_applied")
    values = {"import": table_import.pk, "applied": table_import.applied_at}
    count_again(TableRow, Partnership)  # taken for empty, each of the two is read again for each row of the other
    with connection.cursor() as cursor, refusals_said():
        cursor.execute("select now()")
        [now] = cursor.fetchone()
        TableImport.objects.filter(pk=table_import.pk).update(
            state=ImportState.UNDONE, undone_by=by, undone_at=now, updated_at=now
        )
        for statement in (LOCKED, GONE, CHANGED_SINCE):
            cursor.execute(statement, values)
        leave_what_has_parts(table_import)
        for statement in (REMOVED_LINKS, PARTLY, GIVEN_BACK):
            cursor.execute(statement, values)
        forget_doubts(table_import)
        cursor.execute(REMOVED, values)
        remove_authorities(table_import)
    table_import.refresh_from_db()
    return table_import


def added_rows(table_import):
    return table_import.rows.filter(outcome=RowOutcome.ADDED, left="").order_by()


def leave_what_has_parts(table_import):
    added = added_rows(table_import).values("partnership_number")
    kept = attached(Partnership, added)
    kind = ContentType.objects.get_for_model(Partnership)
    others = ReviewFlag.objects.filter(content_type=kind, object_id__in=added).exclude(raised_by=table_import.raised_by)
    kept |= set(others.order_by().values_list("object_id", flat=True))
    added_rows(table_import).filter(partnership_number__in=kept).update(left=RowLeft.HAS_PARTS)


def attached(model, numbers):
    """Those of `numbers` (a subquery) to which a row of another table belongs or leads, whatever the table."""
    own = {field.m2m_db_table() for field in model._meta.local_many_to_many}
    found = set()
    for relation in model._meta.get_fields(include_hidden=True):
        # Of what is linked by a table between, that table is a relation too, a hidden one.
        if not relation.auto_created or relation.concrete or relation.many_to_many:
            continue
        other, name = relation.related_model, relation.field.name
        if hasattr(other, "pgh_tracked_model") or other._meta.db_table in own:
            continue
        rows = other._base_manager.filter(**{f"{name}__in": numbers}).order_by()
        found |= set(rows.values_list(name, flat=True))
    return found


def forget_doubts(table_import):
    """Those that the import raised and nobody has decided, on what it takes back."""
    taken_back = table_import.rows.filter(left="", outcome__in=[RowOutcome.ADDED, RowOutcome.CHANGED]).order_by()
    kind = ContentType.objects.get_for_model(Partnership)
    raised = ReviewFlag.objects.filter(content_type=kind, raised_by=table_import.raised_by)
    added = added_rows(table_import).values("partnership_number")
    raised.filter(object_id__in=added).delete()
    raised.filter(object_id__in=taken_back.values("partnership_number"), state=FlagState.OPEN).delete()


def remove_authorities(table_import):
    # Read where they are noted: tens of thousands of numbers would have to be read again by each statement.
    noted = Func("made", function="jsonb_array_elements_text", set_returning=True)
    made = TableImport.objects.filter(pk=table_import.pk).order_by().values(number=Cast(noted, BigIntegerField()))
    untouched = Organisation.objects.filter(pk__in=made, updated_at=F("created_at")).order_by()
    unused = set(untouched.values_list("pk", flat=True)) - attached(Organisation, untouched.values("pk"))
    with connection.cursor() as cursor:
        # Locked as it is read: what somebody changed in the meantime stays.
        cursor.execute(
            "delete from directory_organisation where id = any (%s) and updated_at = created_at", [sorted(unused)]
        )
