"""Markdown of minutes: CommonMark and pipe tables."""

import re

from meetings.minutes.document import (
    BulletList,
    Heading,
    KeyValue,
    MinutesDocument,
    OrderedList,
    Paragraph,
    Quote,
    Table,
)
from meetings.minutes.rendering.labels import labels_for
from meetings.minutes.rendering.lowering import key_value_paragraphs, lowered_blocks
from meetings.minutes.runs import Run, runs_of

SPECIAL = re.compile(r"([\\`*_\[\]<>|~#]|&(?=[#\w]))")
# What would open a list, a rule or an underlined heading if it began the line.
LINE_START = re.compile(r"^(?P<space>\s*)(?:(?P<sign>[-+=])|(?P<number>\d{1,9})(?P<point>[.)]))", re.MULTILINE)
LINK_UNSAFE = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "|": "%7C", "`": "%60"})


def render_markdown(document: MinutesDocument) -> str:
    """Return `document` as Markdown in which every character of the text shows as itself."""
    lines = [f"# {line_of(runs_of(document.plain_title))}"]
    if document.front_lines:
        lines.append("\\\n".join(guarded(inline(runs_of(line), "\\\n")) for line in document.front_lines))
    lines += Writer(labels_for(document.language)).blocks(lowered_blocks(document))
    return "\n\n".join(lines) + "\n"


def guarded(text):
    def escape(match):
        sign = match["sign"]
        return match["space"] + (f"\\{sign}" if sign else f"{match['number']}\\{match['point']}")

    return LINE_START.sub(escape, text.strip(" \n"))


def line_of(runs):
    return " ".join(inline(runs, " ").split(" "))


def inline(runs, line_break):
    return "".join(styled(run, line_break, *around(runs, index)) for index, run in enumerate(runs))


def around(runs, index):
    """The character before and after a run; a star where other emphasis stands beside it."""
    before = runs[index - 1] if index else Run(" ")
    after = runs[index + 1] if index + 1 < len(runs) else Run(" ")
    return (
        "*" if before.bold or before.italic else before.text[-1:] or " ",
        "*" if after.bold or after.italic else after.text[:1] or " ",
    )


def styled(run, line_break, before, after):
    core = run.text.strip()
    if not core:
        return run.text.replace("\n", line_break)
    start = run.text.index(core)
    lead, tail = run.text[:start], run.text[start + len(core) :]
    text = line_break.join(SPECIAL.sub(r"\\\1", line.strip(" ")) for line in core.split("\n"))
    # Stars mark emphasis for sure only between a space and the text, or against letters and digits.
    stars = "\n" not in core and fits(core[0], lead[-1:] or before) and fits(core[-1], tail[:1] or after)
    if run.italic:
        text = f"*{text}*" if stars else f"<em>{text}</em>"
    if run.bold:
        text = f"**{text}**" if stars else f"<strong>{text}</strong>"
    if run.link:
        text = f"[{text}](<{run.link.translate(LINK_UNSAFE)}>)"
    return lead.replace("\n", line_break) + text + tail.replace("\n", line_break)


def fits(inner, outer):
    return outer != "*" and (inner.isalnum() or outer.isspace())


class Writer:
    def __init__(self, labels):
        self.labels = labels

    def blocks(self, blocks):
        written, same_kind = [], 0
        previous = None
        for block in blocks:
            # Another mark opens another list; with the same one two lists would become one.
            same_kind = same_kind + 1 if type(block) is type(previous) else 0
            written += self.block(block, same_kind % 2)
            previous = block
        return [text for text in written if text]

    def block(self, block, alternate):
        match block:
            case Heading(level, text):
                return [f"{'#' * (level + 1)} {line_of(runs_of(text))}"]
            case Paragraph(runs):
                return [guarded(inline(runs, "\\\n"))]
            case Quote(blocks):
                return [indented("\n\n".join(self.blocks(blocks)), "> ", "> ")]
            case BulletList(items):
                marks = ["*" if alternate else "-"] * len(items)
                return ["\n".join(self.items(items, marks))]
            case OrderedList(items, start):
                sign = ")" if alternate else "."
                return ["\n".join(self.items(items, [f"{start + index}{sign}" for index in range(len(items))]))]
            case KeyValue():
                return self.blocks(key_value_paragraphs(block, self.labels))
            case Table():
                return self.table(block)

    def items(self, items, marks):
        for item, mark in zip(items, marks, strict=True):
            yield indented("\n\n".join(self.blocks(item)), f"{mark} ", " " * (len(mark) + 1))

    def table(self, table):
        width = len(table.header or table.rows[0])
        lines = [self.row(table.header or ((),) * width), "|" + " --- |" * width, *map(self.row, table.rows)]
        return [guarded(inline(runs_of(table.caption), "\\\n")), "\n".join(lines)]

    def row(self, cells):
        return "|" + "".join(f" {'<br>'.join(self.cell_lines(cell))} |" for cell in cells)

    def cell_lines(self, blocks):
        """A cell of a pipe table is one line: what stands below is set after <br>."""
        for block in blocks:
            match block:
                case Paragraph(runs):
                    yield inline(runs, "<br>")
                case Quote(inner):
                    yield from self.cell_lines(inner)
                case BulletList(items) | OrderedList(items):
                    ranks = range(getattr(block, "start", 0), getattr(block, "start", 0) + len(items))
                    for rank, item in zip(ranks, items, strict=True):
                        mark = f"{rank}\\." if isinstance(block, OrderedList) else "•"
                        yield f"{mark} {'<br>'.join(self.cell_lines(item))}"
                case KeyValue():
                    yield from self.cell_lines(key_value_paragraphs(block, self.labels))
                case Table():
                    yield from self.cell_lines(((Paragraph(runs_of(block.caption))),) if block.caption else ())
                    for row in (*((block.header,) if block.header else ()), *block.rows):
                        yield " · ".join("<br>".join(self.cell_lines(cell)) for cell in row)


def indented(text, first, following):
    lines = text.split("\n")
    return "\n".join([first + lines[0], *((following + line).rstrip() for line in lines[1:])])
