from dataclasses import dataclass, replace
from itertools import zip_longest
from statistics import median

from meetings.minutes.folding import fold, folded_words
from meetings.minutes.parsed import Row
from meetings.minutes.parsing.actions import VERBAL, is_task, lists_tasks
from meetings.minutes.parsing.blocks import FINISHED
from meetings.minutes.parsing.cells import read_cell
from meetings.minutes.parsing.labels import FAIR, STRONG, WEAK, Label, judge, label_at, prose_label
from meetings.minutes.parsing.lines import place_of
from meetings.minutes.parsing.titles import is_agenda_head, is_capitals, is_plain_title, is_round_head

HEADINGS = frozenset(
    folded_words(
        "collectivite collectivites territoire territoires partenaire partenaires pays ville villes thematique thematiques actions "
        "action projets projet cooperation cooperations jalons acteurs observations statut commentaires echeances nom structure"
    )
)


@dataclass
class Hit:
    at: int
    label: Label
    end: int = 0
    closed: bool = False

    @property
    def after(self):
        return self.at + self.label.lines


def find_rows(lines, taken, gazetteer, *, width, words):
    """Rows of the round table, with the indexes of the lines they take; `taken` are the lines that are something else."""
    hits = _hits(lines, taken, gazetteer, width, words)
    _close(lines, hits, taken)
    hits = [hit for hit in hits if hit.label.rest or hit.end > hit.after or hit.label.strength == STRONG]
    rows, used = [], set()
    for hit in hits:
        cell = lines[hit.after : hit.end]
        said = read_cell(hit.label.rest, cell, words)
        said = replace(said, form=hit.label.form or said.form)
        rows.append(Row(hit.label.text, hit.label.parties, said, place_of(lines[hit.at : hit.end])))
        used.update(range(hit.at, hit.end))
    return rows, used


def _hits(lines, taken, gazetteer, width, words):
    hits, at, opened, blocked, headed = [], 0, False, False, False
    while at < len(lines):
        line = lines[at]
        if at in taken or (is_stop(line) and not is_round_head(line.text) and not _is_capital_label(line, gazetteer)):
            headed, opened, blocked = False, False, lists_tasks(line.text) if at not in taken else blocked
        elif is_round_head(line.text):
            headed, opened, blocked = True, True, False
        elif (hits and hits[-1].after == at or _may_begin(lines, at, width)) and not _is_heading(line):
            label = label_at(lines, at, gazetteer, words) or (prose_label(line, gazetteer) if headed else None)
            if label and not blocked and _is_accepted(lines, at, label, opened, hits):
                hits.append(Hit(at, label))
                opened, at = True, at + label.lines - 1
        at += 1
    return hits


def _is_capital_label(line, gazetteer):
    """« VILLE DE LYON – RABAT » is in capitals as a title may be, but says who."""
    label = judge(line.text, gazetteer) if is_capitals(line.text) else None
    return (
        label is not None
        and label.strength == STRONG
        and any(party.kind not in {"", "institution"} for party in label.parties)
    )


def is_stop(line):
    return is_agenda_head(line.text) or is_plain_title(line.text)


def _may_begin(lines, at, width):
    """A label opens a line; in the middle of a paragraph only after a line that did not reach the margin."""
    line = lines[at]
    if not at or line.blanks_before or line.bullet:
        return True
    previous = lines[at - 1].text
    return "\t" in line.raw or "|" in line.raw or bool(FINISHED.search(previous)) or len(previous) < 0.75 * width


def _is_heading(line):
    words = set(fold(line.text).split())
    return bool(words) and len(words & HEADINGS) * 2 >= len(words) and len(line.text) < 120


def _is_accepted(lines, at, label, opened, hits):
    if len(label.parties) == 1 and VERBAL.match(label.rest):
        return False  # « Ville de X : transmettre la liste » tells X what to do
    if label.strength == STRONG:
        return True
    if not opened:
        return False
    if label.strength == FAIR or label.rest:
        return True
    # An institution alone in its block: a row when a cell follows it, an associated actor when another label does.
    usual = max((_width(lines, hit.at, hit.label) for hit in hits[-20:]), default=0)
    return lines[at].blanks_before > 0 and label.strength == WEAK and _width(lines, at, label) <= max(45, 1.6 * usual)


def _width(lines, at, label):
    return max(len(line.text) for line in lines[at : at + label.lines])


def _close(lines, hits, taken):
    """Where the cell of each row ends: at the next label, a title, or a blank wider than those inside rows."""
    for hit, following in zip_longest(hits, hits[1:]):
        limit = following.at if following else len(lines)
        hit.end = next((at for at in range(hit.after, limit) if at in taken or _ends(hit, lines[at])), limit)
        hit.closed = following is None or hit.end < limit
    inner = [_gap(lines, hit) for hit in hits if not hit.closed]
    allowed = max(1, median(inner)) if inner else 1
    longest = max((max(_blocks(lines, hit), 1) for hit in hits if not hit.closed), default=3)
    for hit in hits:
        hit.end = next((at for at in range(hit.after + 1, hit.end) if lines[at].blanks_before > allowed), hit.end)
        if hit.closed:
            _shorten(lines, hit, longest)


def _ends(hit, line):
    """A title ends any cell; in a table with columns so does the first line that is in none."""
    if line.is_arrow and line.blanks_before and is_task(line.text):
        return True
    if line.blanks_before and is_round_head(line.text):
        return True
    return is_stop(line) or (hit.label.in_columns and "\t" not in line.raw and "|" not in line.raw)


def _gap(lines, hit):
    return max((line.blanks_before for line in lines[hit.after : hit.end]), default=1)


def _blocks(lines, hit):
    return sum(1 for line in lines[hit.after : hit.end] if line.blanks_before)


def _shorten(lines, hit, longest):
    """The last row takes no more blocks than the longest of the others: what follows is the text of the minutes."""
    seen = 0
    for at in range(hit.after, hit.end):
        seen += bool(lines[at].blanks_before)
        if seen > longest:
            hit.end = at
            return
