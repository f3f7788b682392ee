"""The lists of those present, excused or absent: where they are, and what each of their items says."""

import re
from dataclasses import dataclass, field

from meetings.minutes.folding import unaccented
from meetings.minutes.parsing.attendance_table import is_header_text, read_header, read_row, split_columns
from meetings.minutes.parsing.entries import bare, is_body, is_body_or_place, person_of, read_columns, read_entries
from meetings.minutes.parsing.joining import join_lines
from meetings.minutes.parsing.lines import Line
from meetings.minutes.parsing.titles import NUMBERED, VERB, is_agenda_head, is_plain_title, is_round_head
from meetings.minutes.parsing.wording import CIVILITY, UPPER

HEAD = re.compile(
    r"(?:\d+\s*[./)]\s*)?(?:(?:liste|feuille)\s+(?:des?\s+)?)?(?:(?:etaient|sont|se\s+sont|les|membres|collectivites|personnes|elu-?e?s|autres)\s+){0,3}(?:egalement\s+)?"
    r"(?P<what>presences?|present|participant|ont\s+participe|excuse|absent|intervenant|invite|represente|co-?president)(?:[(.·-]?e?[).·-]?s?\)?)?(?:\s+(?:et|ou|/)\s+(?:excuse|represente|absent|participant)\S*|\s+excuse\S*)?(?:\s+(?:a\s+la\s+reunion|en\s+visioconference|en\s+presentiel|sur\s+place|a\s+distance))?"
    r"(?:\s+pour\s+[^:]{3,40}|\s+(?:cote|partie)\s+\w+)?(?:\s*\(\s*\d+[^)]*\))?\s*(?P<colon>:|–|-|$)\s*"
)
# « … (CUF). Excusée : Mme Roy »: another list begins inside the line.
INSIDE = re.compile(
    r"(?<=[.;)])\s+(?P<head>(?:Absent|Excus[ée]|Repr[ée]sent[ée]|Pr[ée]sent)(?:\(?e?\)?s?)(?:\s+excus[ée]e?s?)?)\s*:\s*"
)
# Who the items below sit for: « Collectivités : », « Élus », « Pour la partie marocaine ».
SUBHEAD = re.compile(
    r"(?:les\s+|l['’]|autres\s+|pour\s+)*(?:collectivites?|elu-?\(?e?\)?s?|technicien|partenaires?|institution|associations?|etat\b|services?\s|invite|intervenant|expert|membres?|"
    r"partie\s|cote\s|equipe|secretariat|administration|ministere|operateur|reseau|societe\s+civile|organisme|ambassade|universite|entreprise|representant|delegation|acteurs?|communes?$|villes?$|regions?$|"
    r"departements?$|metropoles?$|autres?\b|cites\s+unies|cuf\b|ong\b)[^:.;,]{0,50}:?$"
)
PRESENCES = (("excus", "excused"), ("absent", "absent"), ("represent", "represented"))
LONGEST_ITEM = 260


@dataclass
class Listed:
    """An item of a list: its words, its lines, and what the headings above it say."""

    text: str
    lines: list[Line]
    presence: str
    role: str
    body: str = ""
    function: str | None = None  # what a column of its own says


@dataclass
class Reading:
    """Where the reading of a list stands: what its headings and its columns say."""

    presence: str
    role: str
    body: str = ""
    columns: tuple = ()
    items: list = field(default_factory=list)


def find_attendance(lines, gazetteer, *, width, words):
    """The persons and bodies of every list, in order, and the indexes of the lines that the lists take."""
    entries, taken, at = [], set(), 0
    while at < len(lines):
        head = HEAD.match(unaccented(lines[at].text))
        end = _read_list(lines, at, head, gazetteer, width, words, entries) if head else at
        taken.update(range(at, end))
        at = max(end, at + 1)
    return entries, taken


def _read_list(lines, at, head, gazetteer, width, words, entries):
    """Read the list that this heading opens into `entries`; its end, or `at` when nothing below makes it a list."""
    reading = Reading(_presence(head.group()), _role(head["what"]))
    first = _after_head(lines[at].text, head)
    table = read_header(lines[at])
    if table:
        reading.columns, first = table, ""
    elif first:
        reading.items.append(Listed(first, [lines[at]], reading.presence, reading.role))
    end = at + 1
    while end < len(lines) and _takes(lines, end, at, reading, gazetteer, width):
        end += 1
    found = [entry for item in reading.items for entry in _entries(item, gazetteer, words)]
    if not found or (first and not _entries(reading.items[0], gazetteer, words)):
        return at
    entries += found
    return end


def _after_head(text, head):
    if len(unaccented(text)) == len(text):
        return text[head.end() :].strip()
    return re.split(r"\s*[:–]\s*", text, maxsplit=1)[1] if re.search(r"[:–]", text) else ""


def _role(what):
    if "president" in what:
        return "chair"
    return "speaker" if "intervenant" in what else "participant"


def _presence(what):
    return next((presence for word, presence in PRESENCES if word in what), "present")


def _takes(lines, at, start, reading, gazetteer, width):
    """Whether this line belongs to the list; what it says is added to the reading."""
    line = lines[at]
    folded = unaccented(line.text)
    if HEAD.match(folded) or is_agenda_head(line.text) or is_round_head(line.text) or NUMBERED.match(line.text):
        return False
    if is_header_text(line.text):
        reading.columns = read_header(line)
        return True
    if reading.columns and split_columns(line):
        reading.items += read_row(line, reading, Listed)
        return True
    if reading.items and _continues(lines, at, width, gazetteer, inline=reading.items[0].lines[0] is lines[start]):
        last = reading.items[-1]
        last.text, last.lines = f"{last.text}\n{line.text}", [*last.lines, line]
        return True
    if _is_subhead(lines, at, gazetteer):
        reading.body = line.text.rstrip(" :") if is_body(bare(line.text)) else ""
        return True
    if not _is_item(line, gazetteer) or (reading.columns and line.blanks_before and is_plain_title(line.text)):
        return False
    text = ", ".join(split_columns(line)) or line.text
    reading.items.append(Listed(text, [line], reading.presence, reading.role, reading.body))
    return True


def _continues(lines, at, width, gazetteer, *, inline):
    """The line goes on with the item above: its words, its brackets or its margin say so."""
    line, above = lines[at], lines[at - 1]
    if line.blanks_before or line.bullet or split_columns(line):
        return False
    if line.text[0].islower() or line.text[0] in "(–-" or above.text.endswith((",", "-", "–", "(", "/", " et")):
        return True
    if re.match(r"[^:(,]{2,60}\s:\s", line.text):
        return False
    if above.text.count("(") > above.text.count(")"):
        return True
    if len(above.text) < 0.8 * width or above.text.endswith((".", ";", ")")):
        return False
    # A list that began on the line of its heading is a paragraph; in any other, a name opens an item.
    named = re.match(CIVILITY + r"\s", line.text) or person_of(line.text, gazetteer)
    return inline or not (named or is_body_or_place(line.text, gazetteer))


def _is_subhead(lines, at, gazetteer):
    text, after = lines[at].text, lines[at + 1] if at + 1 < len(lines) else None
    if len(text) > 80 or after is None or lines[at].bullet or person_of(text, gazetteer):
        return False
    # A body without a colon is there for itself.
    heads = text.endswith(":") if is_body(bare(text)) else SUBHEAD.match(unaccented(text))
    return bool(heads) and _is_item(after, gazetteer)


def _is_item(line, gazetteer):
    text = re.sub(r"\s+", " ", ", ".join(split_columns(line)) or line.text)
    if len(text) > LONGEST_ITEM or _is_sentence(text):
        return False
    if is_plain_title(text) and not person_of(text, gazetteer) and " : " not in text:
        return is_body(bare(text)) and not line.blanks_before
    return bool(read_entries(text, [line], "present", "participant", gazetteer=gazetteer))


def _is_sentence(text):
    """A verb, and the stop of a sentence; a name then a verb."""
    spoken = re.match(rf"(?:{CIVILITY}\s+)?(?:[{UPPER}][\w’'-]+\s+){{1,3}}(?!et\b)\S+", text)
    verb = VERB.search(text)
    return bool(verb and (text.endswith(".") or (spoken and verb.start() < len(spoken.group()) + 3)))


def _entries(item, gazetteer, words):
    """The entries of an item; another list may begin inside it."""
    text = join_lines(item.text.split("\n"), words)
    if item.function is not None:
        return [read_columns(text, item)]
    parts = INSIDE.split(text)
    found = read_entries(parts[0], item.lines, item.presence, item.role, gazetteer=gazetteer, body=item.body)
    for head, rest in zip(parts[1::2], parts[2::2], strict=True):
        found += read_entries(rest, item.lines, _presence(unaccented(head)), item.role, gazetteer=gazetteer)
    return found
