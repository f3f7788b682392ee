"""The demo over the towns and the upper levels only, since loading every village takes most of the time."""

import csv
import shutil

from django.db import connection

from cufportal.demo.loading import load_demo
from directory.loading.loader import DATA, load_territories
from directory.loading.themes import load_themes

FRENCH = "french_collectivities.csv"
VILLAGE = 15_000  # inhabitants


def is_kept(row):
    return row["kind"] != "commune" or int(row["population"] or 0) >= VILLAGE


def load_small_demo(folder):
    """Load themes, territories and the demo; `folder` is an empty one, for the shortened reference files."""
    for file in DATA.glob("*.csv"):
        shutil.copy(file, folder)
    with (DATA / FRENCH).open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    with (folder / FRENCH).open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(filter(is_kept, rows))
    load_territories(folder=folder)
    load_themes(DATA / "themes.csv")
    load_demo()
    with connection.cursor() as cursor:
        cursor.execute("analyze")  # else queries are planned for the tables as other tests left them: empty, or full
