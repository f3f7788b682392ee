"""The trial: each line read, then all of them matched at once. Written on the lines only, and done again at will."""

import json

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from partnerships.enums import ImportState
from partnerships.imports.matching import match
from partnerships.imports.storing import locked
from partnerships.imports.values import Values

SLICE = 10_000  # lines read by one request
LEAVE_OUT = "-"


def check_table(table_import, progress=None):
    """Do the whole trial; `progress(lines read, lines)` is called after each slice. Return the TableImport."""
    while table_import.state == ImportState.CHECKING:
        table_import = check_next(table_import)
        if progress:
            progress(table_import.rows_read, table_import.row_count)
    return table_import


@transaction.atomic
def check_next(table_import):
    """Read the next slice of lines; after the last, match them all, which ends the trial. Return the TableImport."""
    table_import = locked(table_import)
    if table_import.state != ImportState.CHECKING:
        return table_import
    if table_import.rows_read < table_import.row_count:
        table_import.rows_read += read_slice(table_import)
    if table_import.rows_read >= table_import.row_count:
        match(table_import)
        table_import.state = ImportState.CHECKED
    table_import.save(update_fields=["rows_read", "state", "updated_at"])
    return table_import


def read_slice(table_import):
    start = table_import.rows_read
    rows = table_import.rows.order_by("line").values_list("pk", "cells")[start : start + SLICE]
    values, count = Values(table_import.mapping), 0
    with connection.cursor() as cursor:
        cursor.execute("create temp table line_read (id bigint, parsed jsonb) on commit drop")
        read = [(pk, json.dumps(values.parsed(cells))) for pk, cells in rows]
        with cursor.copy("copy line_read (id, parsed) from stdin") as copy:
            for row in read:
                copy.write_row(row)
                count += 1
        cursor.execute("analyze line_read")
        cursor.execute(
            "update partnerships_tablerow as entry set parsed = line_read.parsed from line_read where entry.id = line_read.id"
        )
        cursor.execute("drop table line_read")
    return count


@transaction.atomic
def answer_names(*, table_import, answers, by):
    """Say which is meant by names that designate several: {designation: key of a candidate, or LEAVE_OUT}.

    Raise ValidationError when the import is recorded already. A choice that is no candidate any more is asked again.
    """
    table_import = locked(table_import)
    if table_import.state != ImportState.CHECKED:
        raise ValidationError(_("Ce tableau n’attend plus de choix."), code="not_checked")
    table_import.answers = table_import.answers | answers
    match(table_import)
    table_import.save(update_fields=["answers", "updated_at"])
    return table_import
