"""The whole database as rows, to compare before and after; and who points to a record, as the database itself knows it."""

from django.apps import apps
from django.db import connection

from core.sweeping import is_version
from directory.models import AbsorbedRecord, Merge

# What tells of the merge itself, and what a session or a version adds, comes on top of what there was.
BESIDE = {Merge, AbsorbedRecord}
BESIDE_TABLES = {"django_session", "pghistory_context", "cache"}


def rows_of_all_tables():
    """{table: its rows as JSON}. How often a row of a calendar was revised only ever grows, and says when: it is left out."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if model._meta.managed and not (model._meta.proxy or is_version(model) or model in BESIDE):
            counted = any(field.name == "sequence" for field in model._meta.concrete_fields)
            found[table] = rows_of(table, ["sequence", "updated_at"] if counted else [])
    return {table: rows for table, rows in found.items() if table not in BESIDE_TABLES}


def rows_of(table, without):
    with connection.cursor() as cursor:
        cursor.execute(f'select (to_jsonb(the_row) - %s::text[])::text from "{table}" as the_row', [without])
        return sorted(text for (text,) in cursor.fetchall())


def differences(before, after):
    return {
        table: (sorted(set(rows) - set(after[table])), sorted(set(after[table]) - set(rows)))
        for table, rows in before.items()
        if rows != after[table]
    }


def foreign_keys_to(model):
    """{(table, column)} of every foreign key to the table of `model` that the database watches."""
    with connection.cursor() as cursor:
        cursor.execute(
            """select own.relname, named.attname from pg_constraint as link
            join pg_class as own on own.oid = link.conrelid
            join pg_attribute as named on named.attrelid = link.conrelid and named.attnum = any(link.conkey)
            where link.contype = 'f' and link.confrelid = %s::regclass""",
            [model._meta.db_table],
        )
        return set(cursor.fetchall())


def pointing_to(model, number):
    """The foreign keys by which a row names the record `number`."""
    found = set()
    with connection.cursor() as cursor:
        for table, column in foreign_keys_to(model):
            cursor.execute(f'select exists(select from "{table}" where "{column}" = %s)', [number])
            if cursor.fetchone()[0]:
                found.add((table, column))
    return found
