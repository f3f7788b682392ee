"""The list of partnerships over many rows, each figure beside its floor: the same rows by plain SQL through psycopg.

python -m benchmarks.bench_search [ROWS]            100,000 unless told, here or by BENCH_ROWS
python -m benchmarks.bench_search --growth [ROWS…]  10,000, 100,000 and 1,000,000 unless told; ten minutes and 3 GB
"""

import gc
import re
import sys
from contextlib import contextmanager

import psutil

from benchmarks.scratch import line, median, rows_wanted, scratch_portal, timed

LIST = "/partenariats/"
FIRST = LIST
NARROW = f"{LIST}?q=viticulture&status=active"  # some 5,000 to 10,000 of 100,000
FEW = f"{LIST}?q=campanologie"  # 80, whatever the size
ONE_FILTER = f"{LIST}?status=dormant"
NEAR = f"{LIST}?q=nanjng"
CSV = f"{LIST}liste.csv"

PAGE = """
select p.id, p.status, p.since, p.confirmed_on, f.name, ft.name, g.name, gt.name, gt.name_zh
from partnerships_partnership p
join directory_organisation f on f.id = p.french_side_id join directory_territory ft on ft.id = f.territory_id
join directory_organisation g on g.id = p.foreign_side_id join directory_territory gt on gt.id = g.territory_id
where p.audience = 'public' {where}
order by f.listed_key, g.listed_key, p.id limit 25
"""
AGREED = """coalesce((select a.form from partnerships_agreement a where a.partnership_id = p.id
    and (a.since is null or lower(a.since) <= current_date) and (a.until is null or upper(a.until) > current_date)
    order by lower(a.signed) desc nulls last, a.id desc limit 1), p.form_stated)"""
COUNTS = f"""
with hits as materialized (
    select p.id, p.status, {AGREED} as form, extract(year from lower(p.since)) as year,
        extract(year from p.confirmed_on) as verified, f.listed_kind as kind, f.listed_top as region,
        f.listed_second as department, g.listed_top as province, g.listed_level as level
    from partnerships_partnership p
    join directory_organisation f on f.id = p.french_side_id
    join directory_organisation g on g.id = p.foreign_side_id
    where p.audience = 'public' {{where}}
)
select 'status', status::text, count(*) from hits group by 2
union all select 'form', form::text, count(*) from hits group by 2
union all select 'year', year::text, count(*) from hits group by 2
union all select 'verified', verified::text, count(*) from hits group by 2
union all select 'kind', kind::text, count(*) from hits group by 2
union all select 'region', region::text, count(*) from hits group by 2
union all select 'department', department::text, count(*) from hits group by 2
union all select 'province', province::text, count(*) from hits group by 2
union all select 'level', level::text, count(*) from hits group by 2
union all select 'theme', t.theme_id::text, count(*) from hits
    join partnerships_partnership_themes t on t.partnership_id = hits.id group by 2
"""
SAID = "and p.own_text @@ plainto_tsquery('fr', '{}')"


def rows_of(*statements):
    from django.db import connection  # noqa: PLC0415 - after Django is set up

    raw = connection.connection

    def read():
        for statement in statements:
            raw.execute(statement).fetchall()

    return read


def floors():
    narrow = f"{SAID.format('viticulture')} and p.status = 'active'"
    said = SAID.format("viticulture")
    few, dormant = SAID.format("campanologie"), "and p.status = 'dormant'"
    statuses = f"select status, count(*) from partnerships_partnership p where audience = 'public' {said} group by 1"
    return {
        FIRST: rows_of(PAGE.format(where="")),
        NARROW: rows_of(PAGE.format(where=narrow), COUNTS.format(where=narrow), statuses),
        FEW: rows_of(PAGE.format(where=few), COUNTS.format(where=few)),
        ONE_FILTER: rows_of(PAGE.format(where=dormant), COUNTS.format(where=dormant)),
    }


TARGETS = {FIRST: "at most 30 ms", NARROW: "at most 120 ms and 2.5 × its floor"}


def count_of(client, url):
    said = re.search(r'<p aria-live="polite">\s*([^<]+?) partenariat', client.get(url).text)[1]
    return int(re.sub(r"\D", "", said))


def queries_of(client, url):
    from django.db import connection  # noqa: PLC0415

    queries = []
    with connection.execute_wrapper(lambda execute, *query: (queries.append(query[0]), execute(*query))[1]):
        client.get(url)
    return queries


def measure(client, repeats=9):
    """Print each page beside its floor, and return the milliseconds of each page."""
    found = {}
    for url, floor in floors().items():
        queries = queries_of(client, url)
        found[url], least = median(lambda url=url: client.get(url), repeats), median(floor, repeats)
        said = f"{count_of(client, url):,} found, {len(queries)} queries, {found[url] / least:.1f} × its floor"
        show(line(f"floor of {url}", least))
        show(line(url, found[url], f"{said}; {TARGETS.get(url, '')}".rstrip("; ")))
    show(line(NEAR, median(lambda: client.get(NEAR), 3), "a typing mistake"))
    return found


def measure_csv(client, count):
    process = psutil.Process()
    gc.collect()
    idle = peak = process.memory_info().rss
    sizes = []

    def download():
        nonlocal peak
        sizes.clear()
        for part in client.get(CSV).streaming_content:
            sizes.append(len(part))
            if not len(sizes) % 50:
                peak = max(peak, process.memory_info().rss)

    took = median(download, 1)
    grown = (peak - idle) / 2**20
    show(
        line(
            f"CSV of the {count:,} seen, {sum(sizes) / 2**20:.0f} MB",
            took,
            f"{grown:.0f} MB over idle; at most 2 s a 100,000 rows, 60 MB",
        )
    )


def show(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@contextmanager
def portal():
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    settings.ALLOWED_HOSTS.append("testserver")
    call_command("load_territories", verbosity=0)
    call_command("load_themes", verbosity=0)
    yield Client()


def grow(sizes):
    from partnerships.bulk import make_bulk  # noqa: PLC0415

    with portal() as client:
        made, before = 0, None
        for size in sizes:
            seconds = timed(lambda more=size - made: make_bulk(more)) / 1000
            show(f"-- {size:,} partnerships, written in {seconds:.1f} s")
            made = size
            found = measure(client)
            if before:
                show(f"   × {size // sizes[0]} rows: first page × {found[FIRST] / before[FIRST]:.2f} (at most 1.5), ")
                show(f"   the same 80 hits × {found[FEW] / before[FEW]:.2f} (at most 3)")
            before = before or found
        measure_csv(client, count_of(client, LIST))


def main(arguments):
    growth = "--growth" in arguments
    sizes = [int(text) for text in arguments if text.isdigit()]
    grow(sizes or ([10_000, 100_000, 1_000_000] if growth else [rows_wanted(100_000)]))


if __name__ == "__main__":
    with scratch_portal():
        main(sys.argv[1:])
