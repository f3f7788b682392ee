"""File → lines kept for the review; nothing of them is a record yet."""

import json

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from directory.loading.copying import copy_rows, count_again
from partnerships.enums import ImportState
from partnerships.imports.columns import by_heading, guessed, placed, refusal_of
from partnerships.models import TableImport, TableRow


@transaction.atomic
def store_table(*, table, group, name="", by=None):
    """Keep the lines of `table` (a Table) for review and guess its columns; return the TableImport.

    Raise UnreadableTable at the first line that is too much, or ValidationError when there is none: nothing is kept.
    """
    table_import = TableImport(
        group=group,
        name=name[:200],
        kind=table.kind,
        sha256=table.sha256,
        header_line=table.header_line,
        columns=list(table.columns),
        mapping=kept_mapping(group, list(table.columns)) or guessed(table.columns),
        created_by=by,
    )
    table_import.full_clean()
    table_import.save()
    table_import.row_count = copied(table_import, table.rows)
    if not table_import.row_count:
        raise ValidationError(_("Sous sa ligne de titres, ce tableau est vide : vérifiez la feuille choisie."))
    table_import.save(update_fields=["row_count", "updated_at"])
    count_again(TableRow)
    return table_import


def copied(table_import, rows):
    count = 0

    def lines():
        nonlocal count
        for line, cells in rows:
            count += 1
            yield table_import.pk, line, json.dumps([cell.replace("\0", "") for cell in cells])

    copy_rows(TableRow, ("table_import", "line", "cells"), lines())
    return count


def kept_mapping(group, columns):
    """The columns that somebody chose to keep, for the latest file of this group that had the same headings."""
    for earlier in TableImport.objects.filter(group=group, keeps_mapping=True)[:20]:
        if found := placed(by_heading(earlier.mapping, earlier.columns), columns):
            return found
    return None


@transaction.atomic
def choose_columns(*, table_import, mapping, keep, by):
    """Say which column holds what ({field: place of the column}), and whether the next file is read so too.

    The trial begins anew. Raise ValidationError when a side has no column, or the import is recorded already.
    """
    table_import = locked(table_import)
    if not table_import.may_change:
        raise ValidationError(_("Ce tableau est déjà enregistré : ses colonnes ne changent plus."), code="applied")
    if refusal := refusal_of(mapping):
        raise ValidationError(refusal, code="columns")
    table_import.mapping, table_import.keeps_mapping = mapping, keep
    table_import.state, table_import.rows_read = ImportState.CHECKING, 0
    table_import.full_clean()
    table_import.save(update_fields=["mapping", "keeps_mapping", "state", "rows_read", "updated_at"])
    return table_import


def locked(table_import):
    return TableImport.objects.select_for_update(of=("self",)).get(pk=table_import.pk)
