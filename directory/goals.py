"""The seventeen goals of sustainable development by their names, from the file of the directory's data."""

import csv
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

FILE = Path(__file__).parent / "data" / "sdg_goals.csv"


@cache
def goals():
    with FILE.open(encoding="utf-8") as file:
        return {int(row["number"]): row for row in csv.DictReader(file)}


def goals_named(numbers):
    """Pairs (number, name in the active language) of the goals of these numbers."""
    language = (get_language() or "fr")[:2]
    column = f"label_{language if language in {'fr', 'en', 'zh'} else 'fr'}"
    return [(number, goals()[number][column]) for number in sorted(numbers)]
