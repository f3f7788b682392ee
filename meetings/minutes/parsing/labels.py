import re
from dataclasses import dataclass, replace
from itertools import pairwise

from meetings.minutes.folding import fold, folded_words
from meetings.minutes.gazetteer import FRANCE
from meetings.minutes.parsed import Party
from meetings.minutes.parsing.joining import join_lines
from meetings.minutes.parsing.parties import BRACKET, is_known, is_name_like, read_party, split_pair
from meetings.minutes.parsing.side_by_side import UNFINISHED, read_row
from meetings.minutes.parsing.wording import ACRONYM, CELL_START, CIVILITY, FORM, SITS_AT_TABLE, UPPER

WEAK, FAIR, STRONG = 1, 2, 3
MOST_LINES = 5
NARROW = 45
COLUMNS = re.compile(r"\t+|\|")
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
COLON = re.compile(r"\s*:\s+|\s+:\s*")
FIRST_WORD = re.compile(rf"(?:[«\"]\s*)?(?:[dlDL][’'])?[{UPPER}\u4e00-\u9fff]|pS-")
# « Ville de X – Mme Roy, adjointe », « Ville de X (Anne ROY) »: who speaks for it comes after the name.
SPEAKER = re.compile(
    rf"\s*(?:\s[–—-]\s|,|\(|:)\s*(?P<who>(?:{CIVILITY}\s+[{UPPER}]|[{UPPER}][a-zà-ÿ]+(?:-[{UPPER}][a-zà-ÿ]+)?\s+[{UPPER}]{{3,}}\b)[^()]*)\)?$"
)
SUBJECT = re.compile(
    rf"(?:[Ll]a\s|[Ll]e\s|[Ll][’'])\s*(?P<who>[{UPPER}a-z][^,.;:()]{{3,60}}?)(?:\s*\([^()]*\))?\s+"
    r"(?=(?:est|a|n[’']a|s[’']est|se|coop[èe]re|pr[ée]sente|travaille|indique|rappelle|m[èe]ne|souhaite|envisage|poursuit|d[ée]veloppe|entretient|soutient|accueille|participe|intervient|organise|finance|explique)\b)"
)
# A type word alone names nobody: it is the end of a label cut by its column.
TYPE_WORDS = frozenset(
    folded_words(
        "ville region departement commune metropole agglomeration agglo communaute province district mairie conseil"
    )
)
WORDS = re.compile(r"\S+")


@dataclass(frozen=True)
class Label:
    """The label of a row: its parties (one or two), how sure its shape is, how many lines it takes, what follows in the last."""

    text: str
    parties: tuple[Party, ...]
    strength: int
    lines: int
    rest: str = ""
    form: str = ""
    in_columns: bool = False


def judge(text, gazetteer):
    """`text` as the label of a row, with its parties and its strength, or None when it cannot be one."""
    text = text.strip()
    if not 2 < len(text) < 120 or not FIRST_WORD.match(text) or re.search(r"[.!?;]\s|[!?;:]$", text):
        return None
    if speaker := SPEAKER.search(text):
        told = judge(text[: speaker.start()], gazetteer)
        return replace(told, text=text) if told else None
    pair = split_pair(text, gazetteer)
    if pair and any(fold(party.text) in TYPE_WORDS for party in pair):
        return None
    if pair:
        named = any(party.kind not in {"", "institution"} or is_known(party, gazetteer) for party in pair)
        return Label(text, pair, STRONG if named else WEAK, 0)
    party = read_party(text)
    if not is_name_like(party.text):
        return None
    if party.kind == "institution":
        fits = SITS_AT_TABLE.match(text) or ACRONYM.match(BRACKET.sub("", text))
        return Label(text, (party,), WEAK, 0) if fits else None
    if is_known(party, gazetteer, country=FRANCE):
        return Label(text, (party,), STRONG if party.kind else FAIR, 0)
    return Label(text, (party,), FAIR if party.kind else 0, 0)


def label_at(lines, at, gazetteer, words=frozenset()):
    """The label that begins at this line, or None: alone in its block, before a column, a colon, or right before its cell."""
    line = lines[at]
    if not FIRST_WORD.match(line.text.lstrip("| ")):
        return None
    return (
        _side_by_side(lines, at, gazetteer, words)
        or in_columns(line, gazetteer)
        or _before_colon(lines, at, gazetteer, words)
        or _on_its_own(lines, at, gazetteer, words)
    )


def in_columns(line, gazetteer):
    """« label TAB cell » or « label | cell »; a second cell that is a name is the other party."""
    cells = [cell.strip() for cell in COLUMNS.split(line.text.strip().strip("|"))]
    if len(cells) < 2 or not cells[0]:
        return None
    head, form = _without_form(cells[0].replace("<br>", " "))
    label = judge(head, gazetteer)
    if (label is None and not is_name_like(head)) or not re.search(r"[^\W\d]", " ".join(cells[1:])):
        return None
    parties = label.parties if label else (read_party(head),)
    rest = [cell.replace("<br>", "\n") for cell in cells[1:]]
    if len(parties) == 1 and parties[0].kind != "institution" and len(rest) > 1 and _is_partner(rest[0], gazetteer):
        parties, rest = (parties[0], read_party(rest[0])), rest[1:]
    text = " – ".join(party.text for party in parties)
    strength = max(label.strength if label else WEAK, WEAK)
    return Label(text, parties, strength, 1, "\n".join(filter(None, rest)), form, in_columns=True)


def _without_form(text):
    """« Ville de X – Y Jumelage »: the form that some tables write under the label."""
    for form, pattern in FORM:
        for found in pattern.finditer(text):
            if found.start() and not text[found.end() :].strip(" ()") and text[found.start()].isupper():
                return text[: found.start()].strip(" (–-"), form
    return text, ""


def prose_label(line, gazetteer):
    """« La Ville de Lyon coopère avec Rabat… » under a title of the round: the subject of the sentence is its label."""
    found = SUBJECT.match(line.text) if line.blanks_before or line.bullet else None
    label = judge(found["who"], gazetteer) if found else None
    if label is None or len(label.parties) > 1 or label.parties[0].kind in {"", "institution"}:
        return None
    return replace(label, lines=1, rest=line.text)


def _side_by_side(lines, at, gazetteer, words):
    def is_label(text):
        label = None if UNFINISHED.search(text) else judge(text, gazetteer)
        return label is not None and label.strength >= FAIR

    row = read_row(lines, at, is_label, words)
    head, form = _without_form(row[0]) if row else ("", "")
    label = judge(head, gazetteer)
    if not label or not label.strength:
        return None
    text = (
        " – ".join(party.text for party in label.parties) if any(party.hanzi for party in label.parties) else label.text
    )
    return replace(label, text=text, lines=row[2], rest=row[1], form=form, in_columns=True)


def _is_partner(cell, gazetteer):
    party = read_party(cell)
    if not cell or len(cell) > 60 or CELL_START.match(cell) or not is_name_like(cell):
        return False
    return is_known(party, gazetteer, country="foreign") or bool(re.match(rf"[{UPPER}\u4e00-\u9fff]", cell))


def _run(lines, at):
    """The lines that follow without a blank, at most MOST_LINES."""
    end = at + 1
    while end < len(lines) and end - at < MOST_LINES and not lines[end].blanks_before and not lines[end].bullet:
        end += 1
    return lines[at:end]


def _before_colon(lines, at, gazetteer, words):
    run = _run(lines, at)
    for count in range(1, min(3, len(run)) + 1):
        found = COLON.search(run[count - 1].text)
        if not found:
            continue
        head = join_lines([*(x.text for x in run[: count - 1]), run[count - 1].text[: found.start()]], words)
        label = judge(head, gazetteer)
        if label is None or not label.strength:
            return None
        return Label(label.text, label.parties, label.strength, count, run[count - 1].text[found.end() :])
    return None


def _on_its_own(lines, at, gazetteer, words):
    run = _run(lines, at)
    whole_block = at + len(run) >= len(lines) or lines[at + len(run)].blanks_before
    for count in range(len(run), 0, -1):
        if GAP.search(run[count - 1].text) or not _is_wrapped(run[:count], whole=count == len(run)):
            continue
        ends_here = whole_block if count == len(run) else _starts_cell(run[count].text)
        label = judge(join_lines([x.text for x in run[:count]], words), gazetteer) if ends_here else None
        if label and label.strength:
            return Label(label.text, label.parties, label.strength, count)
    return _before_cell(run, gazetteer, words)


def _is_wrapped(lines, *, whole):
    """Whether these lines can be one label: cut by a narrow column when they are the whole block, else plainly unfinished."""
    if whole and max(len(line.text) for line in lines) <= NARROW:
        return True
    return all(UNFINISHED.search(line.text) or not below.text[0].isupper() for line, below in pairwise(lines))


def _starts_cell(text):
    return bool(re.match(rf"[{UPPER}]", text)) and not UNFINISHED.search(text[:0])


def _before_cell(run, gazetteer, words):
    """The cell follows the label in the same line, after a wide gap or after a mere blank."""
    for count in range(1, min(3, len(run)) + 1):
        before, last = [x.text for x in run[: count - 1]], run[count - 1].text
        if before and not UNFINISHED.search(before[-1]):
            return None
        if found := GAP.search(last):
            label = judge(join_lines([*before, last[: found.start()]], words), gazetteer)
            if label and label.strength:
                return Label(label.text, label.parties, label.strength, count, last[found.end() :])
        if label := _longest(before, last, gazetteer, words):
            return Label(label[0].text, label[0].parties, label[0].strength, count, label[1])
    return None


def _longest(before, last, gazetteer, words):
    """The longest beginning of the line that is a pair of known names, or an acronym, and leaves the beginning of a cell."""
    ends = [word.end() for word in WORDS.finditer(last[:80])][:9]
    for end in reversed(ends[:-1] if ends and ends[-1] == len(last) else ends):
        rest = last[end:].strip()
        if not rest or not re.match(rf"[{UPPER}\d]", rest) or UNFINISHED.search(last[:end]):
            continue
        label = judge(join_lines([*before, last[:end]], words), gazetteer)
        if label and _ends_before(label, rest, gazetteer):
            return label, rest
    return None


def _ends_before(label, rest, gazetteer):
    if len(label.parties) == 2:
        known = all(is_known(party, gazetteer) for party in label.parties)
        return label.strength == STRONG and (known or bool(CELL_START.match(rest)))
    if label.parties[0].kind == "institution":
        return bool(ACRONYM.match(label.text)) and bool(CELL_START.match(rest))
    return label.strength >= FAIR and bool(label.parties[0].kind) and bool(CELL_START.match(rest))
