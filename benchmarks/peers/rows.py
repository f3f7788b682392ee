"""The rows of the list of partnerships as one flat SQLite table, with the text index that Datasette searches."""

import sqlite3

COLUMNS = {
    "id": "integer primary key",
    "status": "text",
    "form": "text",
    "region": "text",
    "french": "text",
    "foreign_side": "text",
    "since": "text",
    "confirmed_on": "text",
    "said": "text",
}
READ = """
select p.id, p.status, coalesce((select a.form from partnerships_agreement a where a.partnership_id = p.id
        and (a.since is null or lower(a.since) <= current_date) and (a.until is null or upper(a.until) > current_date)
        order by lower(a.signed) desc nulls last, a.id desc limit 1), p.form_stated),
    region.name, f.listed_key, g.listed_key, lower(p.since)::text, p.confirmed_on::text, p.title || ' ' || p.summary
from partnerships_partnership p
join directory_organisation f on f.id = p.french_side_id
join directory_organisation g on g.id = p.foreign_side_id
left join directory_territory region on region.id = f.listed_top
where p.audience = 'public'
"""


def write_sqlite(path) -> int:
    """Write what a visitor may see; return how many rows. Each facet has its index, as Datasette's guide advises."""
    from django.db import connection  # noqa: PLC0415 - after Django is set up

    with connection.cursor() as cursor:
        cursor.execute(READ)
        rows = cursor.fetchall()
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    with sqlite3.connect(path) as base:
        base.execute(f"create table partnerships ({columns})")
        base.executemany(f"insert into partnerships values ({', '.join('?' * len(COLUMNS))})", rows)
        for name in ("status", "form", "region"):
            base.execute(f"create index by_{name} on partnerships ({name})")
        base.execute(
            'create virtual table partnerships_fts using fts5 (said, content="partnerships", content_rowid=id, '
            "tokenize='unicode61 remove_diacritics 2')"
        )
        base.execute("insert into partnerships_fts (rowid, said) select id, said from partnerships")
        base.execute("analyze")
    base.close()
    return len(rows)
