import re
from dataclasses import dataclass

from meetings.minutes.parsing.joining import join_lines
from meetings.minutes.parsing.lines import Line, place_of
from meetings.minutes.parsing.people import is_person_line
from meetings.minutes.parsing.titles import announces, is_plain_title

FINISHED = re.compile(r"[.!?…:;»)]\s*$")
# « Animation : … »: a line that says under what name comes what follows.
KEY = re.compile(r"[A-ZÀ-Ý][\w’' ()°-]{2,40}\s?:\s+\S")
HANGING = re.compile(
    r"(?:[,–—\-(/]|\b(?:de|du|des|d[’']|le|la|les|l[’']|un|une|et|ou|à|au|aux|en|sur|dans|par|pour|avec|que|qui|son|sa|ses"
    r"|ce|cette|ces|leur|leurs|entre|vers|chez|sous|sans|selon))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Block:
    """Lines that make one paragraph, title or item; `blanks_after` is 99 at the end of the document."""

    lines: tuple[Line, ...]
    text: str
    blanks_before: int
    blanks_after: int
    listed: bool = False

    @property
    def bullet(self):
        return self.lines[0].bullet

    @property
    def is_arrow(self):
        return self.lines[0].is_arrow

    @property
    def is_dash(self):
        return self.lines[0].is_dash

    @property
    def place(self):
        return place_of(self.lines)


def make_blocks(lines, *, width, words):
    """Group lines into blocks: a blank line, a bullet or the end of a paragraph opens a new one.

    A block that begins in lower case goes on with the one before it, whatever blank the layout left between them.
    """
    groups = []
    for line in lines:
        if groups and not _opens(line, groups[-1][-1], width):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks = []
    for at, group in enumerate(groups):
        after = groups[at + 1][0] if at + 1 < len(groups) else None
        gap = 99 if after is None or after.index != group[-1].index + 1 else after.blanks_before
        blocks.append(Block(tuple(group), join_lines([x.text for x in group], words), group[0].blanks_before, gap))
    return blocks


def _opens(line, previous, width):
    if line.bullet or line.index != previous.index + 1 or is_plain_title(line.text) or is_plain_title(previous.text):
        return True
    if line.text[0].isupper() and is_person_line(previous.text) and not HANGING.search(previous.text):
        return True
    if KEY.match(line.text) and (KEY.match(previous.text) or len(previous.text) < 0.75 * width):
        return True
    if not line.blanks_before and line.text[0].isupper() and len(previous.text) < 0.6 * width and announces(previous):
        return True
    if line.text[0].islower() and not re.match(r"[a-z]\)\s", line.text):
        return bool(FINISHED.search(previous.text) and line.blanks_before)
    if line.blanks_before:
        return line.blanks_before > 1 or not HANGING.search(previous.text)
    return ends_paragraph(previous, line, width)


def ends_paragraph(previous, line, width):
    """No blank between them, yet the first ended: its sentence is over and the next word would have fitted."""
    if not FINISHED.search(previous.text) or previous.text.endswith((":", ";")):
        return False
    first_word = line.text.split(" ", 1)[0]
    return len(previous.text) + 1 + len(first_word) < width * 0.97
