"""A table of things to do: « Action | Responsable | Échéance »."""

import re

from meetings.minutes.folding import fold, squeeze
from meetings.minutes.parsed import Action
from meetings.minutes.parsing.actions import due_of
from meetings.minutes.parsing.dates import find_coming
from meetings.minutes.parsing.labels import COLUMNS
from meetings.minutes.parsing.lines import place_of

COLUMN = (
    ("text", re.compile(r"(?:actions?|decisions?|taches?|a faire|suites?(?: a donner)?|quoi|mesures?|objet)\b")),
    ("owner", re.compile(r"(?:responsables?|porteurs?|pilotes?|qui|acteurs? responsables?|charge)\b")),
    ("due", re.compile(r"(?:echeances?|delais?|dates?|calendrier|quand|terme)\b")),
)

# A column of these makes a round table, whatever the others are called.
ROUND = re.compile(r"(?:collectivites?|partenaires?|territoires?|villes?|cooperations?|pays|communes?)\b")


def find_tasks(lines, taken, *, day):
    """The actions of such tables, and the indexes of the lines they take."""
    actions, used, at = [], set(), 0
    while at < len(lines):
        columns = None if at in taken else read_head(lines[at].text)
        if not columns:
            at += 1
            continue
        used.add(at)
        at += 1
        while at < len(lines) and at not in taken and len(cells := _cells(lines[at].text)) > 1:
            actions += _action(cells, columns, lines[at], day)
            used.add(at)
            at += 1
    return actions, used


def _cells(text):
    return [squeeze(cell) for cell in COLUMNS.split(text.strip("| "))]


def read_head(text):
    """Which column holds what, by the words of the head, or None: it takes the task and its owner or its term."""
    names = [fold(cell) for cell in _cells(text)]
    if len(names) < 2 or max(map(len, names)) > 40:
        return None
    if any(ROUND.match(name) for name in names):
        return None
    columns = {what: at for what, pattern in COLUMN for at, name in enumerate(names) if pattern.match(name)}
    return columns if "text" in columns and len(columns) > 1 else None


def _action(cells, columns, line, day):
    told = {what: cells[at] for what, at in columns.items() if at < len(cells)}
    text = told.get("text", "")
    if len(text) < 3:
        return []
    dates = find_coming(told.get("due", ""), after=day)
    return [Action(text, place_of([line]), told.get("owner", ""), dates[0].when if dates else due_of(text, day))]
