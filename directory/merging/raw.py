"""Rows as the database itself writes them in JSON, so that what is put back is exactly what was there.

Values stay text from end to end: Python would round some of them. What the database generates is never written.
"""

from django.db import connection

TOLD_OF_EACH = "updated_at"


def quoted(name):
    return connection.ops.quote_name(name)


def written_columns(model):
    return [one.column for one in model._meta.local_concrete_fields if not one.generated]


def columns_of(model, attnames):
    fields = {one.attname: one.column for one in model._meta.concrete_fields}
    return [fields[name] for name in attnames]


def snapshot(model, numbers, columns, lock=True):
    """{number: the values of `columns` as JSON} of the rows that there are, which are locked unless told not to."""
    table, key = quoted(model._meta.db_table), quoted(model._meta.pk.column)
    sql = f"""select {key}, (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(the_row)) where key = any(%s))::text
        from {table} as the_row where {key} = any(%s) order by {key} {"for update" if lock else ""}"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(columns), list(numbers)])
        return dict(cursor.fetchall())


def put_back(model, lines, at):
    """Write the values of `lines` ({number: JSON}, all of the same columns) into their rows.

    The date of a row's last change goes back with it, unless somebody has changed the row after `at`.
    """
    table, key = quoted(model._meta.db_table), quoted(model._meta.pk.column)
    columns = columns_named(lines)
    dated = f"case when the_row.{TOLD_OF_EACH} = %s then was.{TOLD_OF_EACH} else now() end"
    said = ", ".join(f"{quoted(one)} = {dated if one == TOLD_OF_EACH else f'was.{quoted(one)}'}" for one in columns)
    sql = f"""update {table} as the_row set {said}
        from unnest(%s::bigint[], %s::text[]) as given (number, json),
             jsonb_populate_record(null::{table}, given.json::jsonb) as was
        where the_row.{key} = given.number"""
    dates = [at] if TOLD_OF_EACH in columns else []
    with connection.cursor() as cursor:
        cursor.execute(sql, [*dates, list(lines), list(lines.values())])


def columns_named(lines):
    with connection.cursor() as cursor:
        cursor.execute("select jsonb_object_keys(%s::jsonb)", [next(iter(lines.values()))])
        return [name for (name,) in cursor.fetchall()]


def insert_again(model, lines):
    """Make rows that were deleted again, from their JSON, under their numbers."""
    table = quoted(model._meta.db_table)
    columns = ", ".join(map(quoted, written_columns(model)))
    sql = f"""insert into {table} ({columns}) select {columns}
        from unnest(%s::text[]) as given (json), jsonb_populate_record(null::{table}, given.json::jsonb)"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(lines)])


def delete(model, numbers):
    """Delete these rows and nothing else: what would still point to one is refused by the database, not deleted with it."""
    model._base_manager.filter(pk__in=numbers)._raw_delete(model._base_manager.db)
