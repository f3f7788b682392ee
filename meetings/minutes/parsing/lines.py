import re
from collections import defaultdict
from dataclasses import dataclass

from meetings.minutes.folding import folded_words, squeeze
from meetings.minutes.parsed import Place

# Arrows and the glyphs that Wingdings leaves in a PDF announce what is to be done; dashes and dots only list.
ARROWS = "Ø➢➤►▶→⇒»☐☑☒□\uf0d8\uf0e8\uf0e0\uf0f0\uf0d2"
DOTS = "•·●○▪■◦*❖✦‣–—‐‑\uf0b7\uf0a7\uf02d\uf0fc✓✔-"
BULLET = re.compile(
    rf"(?P<mark>[{re.escape(ARROWS)}]{{1,2}}(?=\s|[A-ZÀ-Ý])|>>|=>|->|-->|\[[ xX]?\](?=\s)|[{re.escape(DOTS)}](?=\s)|[{re.escape(DOTS[:8])}](?=\w)|o(?=\s+[A-ZÀ-Ý]))\s*"
)
PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?\d{1,3}(?:\s*(?:/|sur|of)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
PAGE_OF = re.compile(r"\b\d{1,3}\s*/\s*\d{1,3}\s*$|\bpage\s+\d{1,3}\b", re.IGNORECASE)
HYPHENS = str.maketrans("\u2010\u2011", "--")
LONG_BLANK = re.compile(r"\s{80,}")
# Minutes exported or pasted as Markdown: the marks of titles, of bold, of line ends, of the rule under a table's head.
MARKDOWN = re.compile(r"^(?:#{1,6}|>)\s+|\*\*|\\$|^\|(?:\s*:?-{3,}:?\s*\|)+$")
EXCERPT = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something: where it is, how it is laid out, and its words without the bullet."""

    index: int
    page: int
    number: int
    raw: str
    text: str
    indent: int
    bullet: str
    blanks_before: int

    @property
    def is_arrow(self):
        return bool(self.bullet) and (self.bullet[0] in f"{ARROWS}[" or self.bullet in {">>", "=>", "->", "-->"})

    @property
    def is_dash(self):
        return bool(self.bullet) and not self.is_arrow


def read_lines(document):
    """Every line of the document that says something: blank ones, page numbers and running titles are left out."""
    lines, blanks = [], 0
    noise = _running(document.pages)
    for page, content in enumerate(document.pages, 1):
        rows = content.split("\n")
        for number, raw in enumerate(rows, 1):
            if not raw.strip():
                blanks += 1
            elif (page, number) not in noise and MARKDOWN.sub("", raw.strip()):
                lines.append(make_line(len(lines), page, number, raw, blanks))
                blanks = 0
    return lines


def make_line(index, page, number, raw, blanks):
    raw = LONG_BLANK.sub(" " * 80, raw).translate(HYPHENS)
    text = MARKDOWN.sub("", raw.strip())
    mark = BULLET.match(text)
    # A mark alone on its line still announces what follows; a mark before nothing else is kept as text.
    bullet = mark["mark"] if mark and len(text) > mark.end() else ""
    body = text[mark.end() :] if bullet else text
    indent = len(raw.expandtabs(8)) - len(raw.expandtabs(8).lstrip())
    return Line(index, page, number, raw, body, indent, bullet, blanks)


def _running(pages):
    """Places of page numbers, and of the titles repeated at the top or the bottom of pages (the first one is kept)."""
    noise, seen = set(), defaultdict(list)
    for page, content in enumerate(pages, 1):
        filled = [(number, raw) for number, raw in enumerate(content.split("\n"), 1) if raw.strip()]
        for rank, (number, raw) in enumerate(filled):
            if PAGE_NUMBER.fullmatch(raw):
                noise.add((page, number))
            elif rank < 3 or rank >= len(filled) - 3 or PAGE_OF.search(raw):
                # What counts pages is repeated even where the text has lost its page breaks.
                where = (page, number) if PAGE_OF.search(raw) else page
                seen[_shape(raw)].append((page, number, where, rank >= 3))
    for places in seen.values():
        if len({where for _, _, where, _ in places}) > 1:
            noise |= {(page, number) for at, (page, number, _, low) in enumerate(places) if at or low}
    return noise


def _shape(raw):
    return re.sub(r"\d+", "#", squeeze(raw)).casefold()


def place_of(lines):
    """Where these lines begin, with their words as the document writes them, blanks collapsed."""
    # A line may be a whole file: only what an excerpt can hold is looked at.
    return Place(lines[0].page, lines[0].number, clip(" ".join(line.raw[: 4 * EXCERPT] for line in lines[:EXCERPT])))


def clip(text):
    text = squeeze(text)
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"


def usual_width(lines):
    """The length nine lines in ten stay under: what a line broken by the margin reaches."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def vocabulary(lines):
    """The words of the document, without the halves that the margin may have cut in two."""
    words, cut = set(), False
    for line in lines:
        found = folded_words(line.text)
        halves = found[:1] if cut else []
        cut = line.text.endswith(("-", "\u2010", "\u00ad"))
        words.update(found[len(halves) : -1 if cut else None])
    return frozenset(words)
