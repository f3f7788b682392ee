"""The list of partnerships beside Datasette and beside Django's plain administration, on the same rows, in the same run.

python -m benchmarks.peers [ROWS]        make bench-peers: 100,000 unless told, here or by BENCH_ROWS
"""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.bench_search import LIST, count_of, portal, show
from benchmarks.scratch import line, median, rows_wanted, scratch_portal

SIDE = Path(__file__).with_name("datasette_side.py")
PYTHON = Path(".venv-peers/bin/python")
REPEATS = 9
WORD = "viticulture"
FACETS = ("status", "form", "region")
FACETED = "_sort=french&" + "&".join(f"_facet={name}" for name in FACETS)
FIRST, SAID, NARROW = "the first page", "a word, three facets", "a word and a filter, three facets"
DATASETTE = {
    FIRST: "_sort=french",
    SAID: f"{FACETED}&_search={WORD}",
    NARROW: f"{FACETED}&_search={WORD}&status=active",
}
OURS = {FIRST: "", SAID: f"?q={WORD}", NARROW: f"?q={WORD}&status=active"}
ADMIN = {FIRST: "", SAID: f"?q={WORD}", NARROW: f"?q={WORD}&status__exact=active"}
PLAIN = "/plain/partnerships/partnership/"


def datasette_times(file):
    """For each page, (milliseconds, rows found)."""
    command = [PYTHON, SIDE, file, str(REPEATS), *DATASETTE.values()]
    took = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {name: took[query] for name, query in DATASETTE.items()}


def our_times(client):
    """For each page, all its facets counted, (milliseconds, rows found)."""
    pages = {name: f"{LIST}{query}" for name, query in OURS.items()}
    return {
        name: (median(lambda url=url: client.get(url), REPEATS), count_of(client, url)) for name, url in pages.items()
    }


def count_times():
    """Our three facets alone, without the page, its other facets and its rows: {page: milliseconds}."""
    from django.contrib.auth.models import AnonymousUser  # noqa: PLC0415 - after Django is set up

    from partnerships.counting import countable, counts_of  # noqa: PLC0415
    from partnerships.models import Partnership  # noqa: PLC0415

    said = countable(Partnership.objects.visible_to(AnonymousUser())).matching(WORD)
    rows = {SAID: said, NARROW: said.filter(status="active")}
    return {name: median(lambda one=one: counts_of(one, FACETS), REPEATS) for name, one in rows.items()}


def admin_times():
    """For each page, (milliseconds, nothing): its words are looked for inside others, so it finds other rows."""
    from django.test import Client, override_settings  # noqa: PLC0415

    from benchmarks.peers.plain_admin import TEMPLATES  # noqa: PLC0415
    from tests.factories import UserFactory  # noqa: PLC0415

    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    with override_settings(ROOT_URLCONF="benchmarks.peers.plain_admin", TEMPLATES=TEMPLATES):
        return {name: (median(lambda url=PLAIN + query: client.get(url), 3), None) for name, query in ADMIN.items()}


def main(arguments, folder):
    from benchmarks.peers.rows import write_sqlite  # noqa: PLC0415
    from partnerships.bulk import make_bulk  # noqa: PLC0415

    with portal() as client:
        make_bulk(next((int(text) for text in arguments if text.isdigit()), rows_wanted(100_000)))
        file = folder / "rows.db"
        show(f"{write_sqlite(file):,} rows that a visitor sees")
        sides = {"the portal, with all its facets": our_times(client), "Datasette": datasette_times(file)}
        sides["Django’s plain administration"] = admin_times()
        for name in OURS:
            show(f"-- {name}")
            for side, took in sides.items():
                milliseconds, count = took[name]
                show(line(side, milliseconds, "" if count is None else f"{count:,} found"))
        show("-- the three facets alone; at most half of Datasette’s page with the same three")
        bare = sides["Datasette"][FIRST][0]
        for name, took in count_times().items():
            page = sides["Datasette"][name][0]
            show(
                line(
                    name,
                    took,
                    f"{took / page:.2f} of its {page:.1f} ms, which are {page - bare:.1f} ms more than its first page",
                )
            )


if __name__ == "__main__":
    with scratch_portal() as place:
        main(sys.argv[1:], place)
