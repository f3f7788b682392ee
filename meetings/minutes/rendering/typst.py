"""PDF of minutes, tagged for assistive technology (PDF/UA-1)."""

import datetime
import json
import re
import threading
from functools import cache
from pathlib import Path

import typst

from meetings.minutes.document import (
    BulletList,
    Heading,
    KeyValue,
    MinutesDocument,
    OrderedList,
    Paragraph,
    Quote,
    Table,
    paragraph_of,
)
from meetings.minutes.rendering.labels import labels_for
from meetings.minutes.rendering.lowering import key_value_paragraphs, lowered_blocks
from meetings.minutes.runs import Run, clean_text, runs_of

ASSETS = Path(__file__).parent / "assets"
LANGUAGES = {"fr": ("fr", "FR"), "en": ("en", "GB"), "zh-Hans": ("zh", "CN")}
# A row of no more lines than this stays on one page; a longer one may be cut, or it would leave half a page white.
WHOLE_ROW_LINES = 14
LINE_LENGTH = 84  # characters across the page, on the short side
LONG_WORD = re.compile(r"\S{25,}")
LONG_WORD_PART = re.compile(r".{1,12}[/?&=._-]?")
ZERO_WIDTH_SPACE = "\u200b"
EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)

# The compiler keeps fonts and parsed template between documents; it does not serve two threads at once.
compiler_lock = threading.Lock()


def render_pdf(document: MinutesDocument) -> bytes:
    """Return `document` as PDF/UA-1; the same document gives the same bytes.

    A character that none of the fonts draws (a rare hanzi, an emoji) is written as its code, « [U+5586] ».
    """
    data = json.dumps(PdfData(document).as_dict(), ensure_ascii=False)
    moment = datetime.datetime.combine(document.dated, datetime.time(), datetime.UTC) if document.dated else EPOCH
    with compiler_lock:
        return compiler().compile(sys_inputs={"data": data}, pdf_standards=["ua-1"], timestamp=int(moment.timestamp()))


@cache
def compiler():
    template = ASSETS / "minutes.typ"
    return typst.Compiler(input=str(template), root=str(ASSETS), font_paths=[str(ASSETS)], ignore_system_fonts=True)


@cache
def drawn_by_source_sans():
    return frozenset((ASSETS / "source-sans-characters.txt").read_text(encoding="utf-8"))


def drawable(text):
    return "".join(char if is_drawable(char) else f"[U+{ord(char):04X}]" for char in text)


def is_drawable(char):
    if char.isspace() or char in drawn_by_source_sans():
        return True
    try:
        char.encode("gb2312")  # the set to which the Chinese fonts are cut
    except UnicodeEncodeError:
        return False
    return True


class PdfData:
    """What `assets/minutes.typ` reads."""

    def __init__(self, document):
        self.document = document
        self.labels = labels_for(document.language)

    def as_dict(self):
        document = self.document
        language, region = LANGUAGES.get(document.language, LANGUAGES["fr"])
        dated = document.dated
        return {
            "title": document.plain_title,
            "author": clean_text(document.organisation) or [],
            "description": clean_text(document.subject) or None,
            "keywords": list(map(clean_text, document.keywords)),
            "dated": {"year": dated.year, "month": dated.month, "day": dated.day} if dated else None,
            "lang": language,
            "region": region,
            "page": self.labels.page,
            "footer": drawable(
                clean_text(" · ".join(part for part in (document.organisation, document.group) if part))
            ),
            "heading": self.runs(runs_of(document.plain_title)),
            "front": [self.runs(runs_of(line)) for line in document.front_lines],
            "blocks": self.blocks(lowered_blocks(document)),
        }

    def runs(self, runs: tuple[Run, ...]):
        return [
            {
                "text": breaking(drawable(run.text)),
                "bold": run.bold,
                "italic": run.italic,
                "link": run.link,
                "lang": run.lang,
            }
            for run in runs
        ]

    def blocks(self, blocks):
        data = []
        for block in blocks:
            if isinstance(block, KeyValue):
                data += self.blocks(key_value_paragraphs(block, self.labels))
            else:
                data.append(self.block(block))
        return data

    def block(self, block):
        match block:
            case Heading(level, text):
                return {"type": "heading", "level": level, "runs": self.runs(runs_of(text))}
            case Paragraph(runs, role):
                return {"type": "paragraph", "role": role, "runs": self.runs(runs)}
            case Quote(blocks):
                return {"type": "quote", "blocks": self.blocks(blocks)}
            case BulletList(items, marker):
                return {"type": "bullets", "marker": marker, "items": [self.blocks(item) for item in items]}
            case OrderedList(items, start):
                return {"type": "numbers", "start": start, "items": [self.blocks(item) for item in items]}
            case Table():
                return self.table(block)

    def table(self, table):
        width = len(table.header or table.rows[0])
        return {
            "type": "table",
            "kind": table.kind,
            "caption": self.runs(runs_of(table.caption)),
            "width": width,
            "header": [self.blocks(cell) for cell in table.header],
            "rows": [self.row(row, LINE_LENGTH // width) for row in table.rows],
        }

    def row(self, cells, line_length):
        lines = max(sum(estimated_lines(block, line_length) for block in cell) for cell in cells)
        # One cell that may not be cut would keep its whole row from being cut, and the rest off the page.
        return {"cells": [self.blocks(cell) for cell in cells], "breakable": lines > WHOLE_ROW_LINES}


def estimated_lines(block, line_length):
    match block:
        case Paragraph():
            return sum(1 + len(line) // line_length for line in block.text.split("\n"))
        case Quote(blocks):
            parts = blocks
        case BulletList(items) | OrderedList(items):
            parts = (block for item in items for block in item)
        case KeyValue(entries):
            parts = (block for entry in entries for block in (paragraph_of(entry.label), *entry.blocks))
        case Table(rows, header):
            parts = (block for row in (header, *rows) for cell in row for block in cell)
    return sum(estimated_lines(part, line_length) for part in parts)


def breaking(text):
    """Let words too long for a column (addresses of pages) go on to the next line."""
    return LONG_WORD.sub(lambda match: ZERO_WIDTH_SPACE.join(LONG_WORD_PART.findall(match.group())), text)
