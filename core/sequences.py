"""How often a record was revised: the SEQUENCE of a calendar entry (RFC 5545, 3.8.7.4), counted by the database."""

from django.db import migrations

MAKE = """
create trigger {table}_revision before update on {table}
for each row execute function core_count_revision({columns})
"""


def revision_trigger(table: str, columns: list[str]) -> migrations.RunSQL:
    """Return the reversible operation that counts the revisions of the rows of `table`.

    The table has `sequence` (an integer, 0 at first) and `updated_at`. When an update changes one of `columns` (names in
    the database: `place_id`, not `place`; no generated column), whichever way it is written, `sequence` grows by one and
    `updated_at` is now; otherwise `sequence` keeps its value, so that saving an old copy of a record never counts backwards.
    A record in memory learns both by `refresh_from_db()`. The migration depends on the one of `core` that has the function.
    """
    quoted = ", ".join(f"'{column}'" for column in columns)
    return migrations.RunSQL(MAKE.format(table=table, columns=quoted), f"drop trigger {table}_revision on {table}")
