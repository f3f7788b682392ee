"""A table whose two columns stand side by side, line after line: aligned with blanks, or parted by a tab."""

import re
from functools import partial

from meetings.minutes.parsing.blocks import HANGING
from meetings.minutes.parsing.joining import join_lines

WIDE = re.compile(r"(?<=\S)\s{3,}(?=\S)")
UNFINISHED = re.compile(r"(?:[-–—/]|<->|↔|\b(?:de|du|des|la|le|les|et|en|sur|d[’']|l[’']))\s*$", re.IGNORECASE)
MOST = 20
SLACK = 2


def read_row(lines, at, is_label, words=frozenset()):
    """The row that begins at this line as (label, cell text, number of lines), or None when it is in one line only.

    `is_label` tells whether a text is a whole label, so that the next one begins a row of its own.
    """
    split = _splitter(lines[at])
    if not split:
        return None
    lefts, rights, count, continued = [], [], 0, False
    for line in lines[at : at + MOST]:
        cut = split(line) if not (count and line.blanks_before) else None
        if cut is None or (count and cut[0] and not _goes_on(lefts, cut[0], is_label, words)):
            break
        continued = continued or count > 0
        lefts += [cut[0]] if cut[0] else []
        rights += [cut[1]] if cut[1] else []
        count += 1
    if not continued or not rights or (len(rights) == 1 and is_label(lefts[0])):
        return None
    return join_lines(lefts, words), _sayings(rights, words), count


def _splitter(line):
    if "\t" in line.raw.strip():
        return at_tab if line.raw.strip().count("\t") == 1 else None
    first = WIDE.search(line.raw)
    return partial(at_column, column=first.end()) if first else None


def at_tab(line):
    """What stands left and right of the tab; a short line without one is the end of the label."""
    if "\t" not in line.raw:
        return (line.text, "") if len(line.text) <= 40 and not line.bullet else None
    left, _, right = line.raw.partition("\t")
    return left.strip(), right.strip()


def at_column(line, *, column):
    """What stands left and right of the column, or None when the line runs through it."""
    indent = len(line.raw) - len(line.raw.lstrip())
    if indent >= column - SLACK:
        return ("", line.text) if indent <= column + SLACK else None
    gap = next((found for found in WIDE.finditer(line.raw) if abs(found.end() - column) <= SLACK), None)
    if gap:
        return line.raw[: gap.start()].strip(), line.raw[gap.end() :].strip()
    return (line.raw.strip(), "") if len(line.raw.rstrip()) < column else None


def _goes_on(lefts, left, is_label, words):
    """Whether this left part belongs to the label above it, rather than to a row of its own."""
    above = join_lines(lefts, words)
    if not above or UNFINISHED.search(above) or not left[0].isupper():
        return True
    return is_label(join_lines([*lefts, left], words)) and not is_label(above) and not is_label(left)


def _sayings(rights, words):
    groups = []
    for right in rights:
        if groups and (right[0].islower() or HANGING.search(groups[-1][-1])):
            groups[-1].append(right)
        else:
            groups.append([right])
    return "\n".join(join_lines(group, words) for group in groups)
