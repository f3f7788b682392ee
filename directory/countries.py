"""Names of countries in the portal's three languages, from CLDR (`data/countries.csv`)."""

import csv
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

COLUMNS = {"en": "name_en", "zh": "name_zh"}


@cache
def countries():
    path = Path(__file__).resolve().parent / "data" / "countries.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["code"]: row for row in csv.DictReader(stream)}


def country_name(code):
    """The name of an ISO 3166-1 alpha-2 code in the active language; the code itself when it is not in use."""
    row = countries().get(code)
    return row[COLUMNS.get((get_language() or "fr")[:2], "name")] if row else code
