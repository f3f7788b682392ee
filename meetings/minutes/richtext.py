"""Rich text of the portal's editor → blocks of the document."""

import re

from lxml import html

from meetings.minutes.document import BulletList, Heading, OrderedList, Paragraph, Quote, Table
from meetings.minutes.runs import Run, runs_of, trimmed_runs

SPACES = re.compile(r"[ \t\n\r\f]+")
NOT_TEXT = {"script", "style", "template", "head", "iframe", "object", "noscript"}
BOLD, ITALIC = {"strong", "b"}, {"em", "i", "cite"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = {"ul", "menu", "ol", "dl"}
CONTAINERS = {"div", "section", "article", "p", "header", "footer", "main", "li", "dt", "dd", "figure", "figcaption"}
BLOCK_TAGS = {*HEADINGS, *LISTS, *CONTAINERS, "blockquote", "table", "hr", "pre"}


def blocks_from_html(source: str) -> tuple:
    """Turn sanitised HTML into blocks, keeping every visible word in order.

    Scripts, styles and unsafe links are dropped; an unknown tag counts for its text.
    """
    if not source.strip():
        return ()
    root = html.fragment_fromstring(source.replace("\x00", ""), create_parent="div")
    return Flow().read(root)


class Flow:
    """Collects inline runs until a block tag closes their paragraph."""

    def __init__(self):
        self.blocks = []
        self.pending = []

    def read(self, element):
        self.inside(element, {})
        self.close_paragraph()
        return tuple(self.blocks)

    def inside(self, element, style):
        self.text(element.text, style)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in NOT_TEXT:
                self.element(child, style)
            self.text(child.tail, style)

    def text(self, text, style):
        if text:
            self.pending.extend(runs_of(SPACES.sub(" ", text), **style))

    def element(self, element, style):
        tag = element.tag
        if tag in BLOCK_TAGS:
            self.close_paragraph()
            self.block(element, style)
            self.close_paragraph()
        elif tag == "br":
            self.pending.append(Run("\n"))
        elif tag == "img":
            self.text(element.get("alt"), style)
        else:
            self.inside(element, style | style_of(element))

    def block(self, element, style):
        tag = element.tag
        if tag in HEADINGS:
            text = " ".join(visible_text(element).split())
            self.blocks.append(Heading(HEADINGS[tag], text))
        elif tag in LISTS:
            self.blocks.append(list_of(element))
        elif tag == "blockquote":
            self.blocks.append(Quote(Flow().read(element)))
        elif tag == "table":
            self.blocks.append(table_of(element))
        else:
            self.inside(element, style)

    def close_paragraph(self):
        runs = trimmed_runs(self.pending)
        self.pending = []
        if runs:
            self.blocks.append(Paragraph(runs))


def style_of(element):
    if element.tag in BOLD:
        return {"bold": True}
    if element.tag in ITALIC:
        return {"italic": True}
    return {"link": (element.get("href") or "").strip()} if element.tag == "a" else {}


def visible_text(element):
    if element.tag == "br":
        return " "
    parts = [element.get("alt", "") if element.tag == "img" else element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_TEXT:
            parts.append(visible_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def list_of(element):
    items = []
    stray_text(items, element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_TEXT:
            if child.tag in LISTS and items:  # editors nest a list beside its item, not inside it
                items[-1] += (list_of(child),)
            else:
                items.append(Flow().read(child))
        stray_text(items, child.tail)
    if element.tag == "ol":
        start = element.get("start", "1")
        return OrderedList(tuple(items), min(int(start), 9999) if start.isdecimal() else 1)
    return BulletList(tuple(items))


def stray_text(items, text):
    runs = runs_of(SPACES.sub(" ", text or "").strip(" "))
    if runs:
        items.append((Paragraph(runs),))


def table_of(element):
    caption = "".join(map(visible_text, element.findall("caption")))
    rows, is_header = [], []
    for row in element.iter("tr"):
        if next(row.iterancestors("table")) is not element:
            continue  # a table within a cell is read with its cell
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        rows.append(tuple(part for cell in cells for part in spanned(cell)))
        is_header.append(bool(cells) and all(cell.tag == "th" for cell in cells))
    header = rows.pop(0) if rows and is_header[0] and len(rows) > 1 else ()
    return Table(tuple(rows), header, " ".join(caption.split()))


def spanned(cell):
    """The cell, then an empty one for each further column it covers."""
    span = cell.get("colspan", "1")
    width = min(int(span), 20) if span.isdecimal() else 1
    return [Flow().read(cell), *[()] * (width - 1)]
