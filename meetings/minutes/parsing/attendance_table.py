"""Lists of those present that are tables: what their columns hold, as the line that names them says."""

import re

from meetings.minutes.folding import folded_words, unaccented
from meetings.minutes.parsing.labels import COLUMNS

NAMES = (
    ("presence", "presence emargement signature statut present presents excuse excuses absent"),
    ("first", "prenom prenoms"),
    ("name", "nom noms participant participants participante elu elue representant representante"),
    ("body", "collectivite collectivites structure structures organisme organismes organisation institution entite ville commune territoire"),
    ("function", "fonction fonctions qualite titre poste service"),
    ("civility", "civilite"),
    ("other", "mail courriel email telephone tel adresse pays contact contacts n numero"),
)  # fmt: skip
WORDS = {word: kind for kind, names in NAMES for word in folded_words(names)}
PRESENT_AS = (
    ("excused", r"(?:e|exc\.?|excus\S*)\b"),
    ("absent", r"(?:a|abs\.?|absent\S*|non)\b"),
    ("represented", r"(?:r|repr\S*)$"),
    ("present", r"(?:p|x|oui|present\S*|[✓✔☑v])(?:\W|$)"),
)
LISTS = re.compile(r"(?:etaient\s+)?(?P<what>present|excuse|absent|represent)\S*(?:\s+excuse\S*)?\s*:?$")
EACH = re.compile(r"\s+(?=(?:M\.|Mme|Mlle|Monsieur|Madame)\s)")
STATES = {"present": "present", "excuse": "excused", "absent": "absent", "represent": "represented"}


def split_columns(line):
    """The cells of a line that has columns, or []."""
    cells = [cell.strip() for cell in COLUMNS.split(line.raw.strip(" \n").strip("|"))]
    return cells if len(cells) > 1 else []


def read_header(line):
    """What each column holds, when the cells of the line are names of columns: ("name", "body", "presence"); else ().

    Two columns of which each is a list, « PRÉSENTS | EXCUSÉS », give their presences.
    """
    cells = [unaccented(cell).strip() for cell in split_columns(line)]
    lists = [LISTS.match(cell) for cell in cells]
    if len(cells) > 1 and all(lists):
        return tuple(STATES[found["what"]] for found in lists)
    kinds = [_kind(cell) for cell in cells]
    return tuple(kinds) if len(cells) > 1 and all(kinds) and {"name", "first", "body"} & set(kinds) else ()


def _kind(cell):
    words = folded_words(cell)
    kinds = {WORDS.get(word) for word in words if word not in {"et", "de", "la", "du", "le", "ou"}}
    if not words or None in kinds or len(words) > 5:
        return ""
    return "name" if kinds == {"first", "name"} else next(kind for kind, _ in NAMES if kind in kinds)


def read_row(line, reading, make):
    """The items of a row, made with `make` (text, lines, presence, role, body)."""
    cells = split_columns(line)
    if set(reading.columns) <= set(STATES.values()):
        return [
            make(text, [line], presence, reading.role)
            for presence, cell in zip(reading.columns, cells, strict=False)
            for text in EACH.split(cell)
            if text
        ]
    told = {"presence": "", "name": "", "function": "", "body": ""}
    for kind, cell in zip(reading.columns, cells, strict=False):
        told[kind] = ", ".join(filter(None, (told.get(kind), cell)))
    name = " ".join(filter(None, (told.get("civility"), told.get("first"), told["name"])))
    presence = _presence(told["presence"], reading.presence)
    if name:
        return [make(name, [line], presence, reading.role, told["body"], told["function"])]
    return [make(told["body"], [line], presence, reading.role)] if told["body"] else []


def is_header_text(text):
    """« Nom PRÉNOM ; fonction »: the names of columns in a list that has none."""
    return all(_kind(unaccented(part)) for part in re.split(r"[;,/|\t]", text) if part.strip())


def _presence(cell, default):
    folded = unaccented(cell).strip()
    return next((state for state, pattern in PRESENT_AS if re.match(pattern, folded)), default)
