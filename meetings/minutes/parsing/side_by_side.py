"""A table whose two columns the extraction kept side by side, aligned with blanks."""

import re

from meetings.minutes.parsing.joining import join_lines
from meetings.minutes.parsing.lines import Line

WIDE = re.compile(r"(?<=\S)\s{3,}(?=\S)")
MOST = 20
SLACK = 2


def read_row(lines, at, is_label, words=frozenset()):
    """The row that begins at this line as (label, cell text, number of lines), or None when no column is aligned.

    `is_label` tells whether a text is a whole label, so that the next one begins a row of its own.
    """
    first = WIDE.search(lines[at].raw)
    if not first:
        return None
    column, lefts, rights, count, aligned = first.end(), [], [], 0, False
    for line in lines[at : at + MOST]:
        if count and line.blanks_before:
            break
        cut = split_at(line, column)
        if cut is None:
            break
        left, right = cut
        if left and lefts and is_label(join_lines(lefts, words)) and is_label(left):
            break
        aligned = aligned or count > 0 and bool(right)
        lefts += [left] if left else []
        rights += [right] if right else []
        count += 1
    # Two lines may also be one label on the left and a cell that fits in the first line.
    if not aligned and (count < 2 or is_label(lefts[0])):
        return None
    return join_lines(lefts, words), _sayings(rights, words), count


def split_at(line: Line, column):
    """What stands left and right of the column, or None when the line runs through it."""
    indent = len(line.raw) - len(line.raw.lstrip())
    if indent >= column - SLACK:
        return ("", line.text) if indent <= column + SLACK else None
    gap = next((found for found in WIDE.finditer(line.raw) if abs(found.end() - column) <= SLACK), None)
    if gap:
        return line.raw[: gap.start()].strip(), line.raw[gap.end() :].strip()
    return (line.raw.strip(), "") if len(line.raw.rstrip()) < column else None


def _sayings(rights, words):
    groups = []
    for right in rights:
        if groups and (right[0].islower() or groups[-1][-1].endswith((",", "-", "–", "("))):
            groups[-1].append(right)
        else:
            groups.append([right])
    return "\n".join(join_lines(group, words) for group in groups)
