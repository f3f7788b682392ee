"""Blocks of the field (round, agenda, actions) → headings, paragraphs, lists and tables.

Every renderer starts from here, so that the exports say the same words in the same order.
"""

from meetings.minutes.document import (
    Actions,
    Agenda,
    BulletList,
    Heading,
    KeyValue,
    KeyValueEntry,
    MinutesDocument,
    OrderedList,
    Paragraph,
    Quote,
    RoundTable,
    Table,
    paragraph_of,
)
from meetings.minutes.rendering.labels import Labels, labels_for
from meetings.minutes.runs import Run, clean_text, trimmed_runs

DEEPEST_HEADING = 3


def lowered_blocks(document: MinutesDocument) -> tuple:
    """Return the document's blocks in plain kinds only, without empty ones, headings never skipping a level."""
    lowering = Lowering(labels_for(document.language))
    return lowering.blocks(document.blocks, top=True)


class Lowering:
    def __init__(self, labels: Labels):
        self.labels = labels
        self.outline = []  # levels, as given, of the headings one is under

    def blocks(self, blocks, *, top=False):
        found = (self.heading(block, top) if isinstance(block, Heading) else self.block(block) for block in blocks)
        return tuple(block for block in found if block is not None)

    def heading(self, block, top):
        text = " ".join(clean_text(block.text).split())
        if not text:
            return None
        if not top:  # within a cell or an item a heading would break the outline of the page
            return paragraph_of(text, bold=True)
        self.outline = [*(level for level in self.outline if level < block.level), block.level]
        return Heading(min(len(self.outline), DEEPEST_HEADING), text)

    def block(self, block):
        match block:
            case Paragraph():
                runs = trimmed_runs(block.runs)
                return Paragraph(runs, block.role) if any(run.text.strip() for run in runs) else None
            case Quote(blocks):
                inner = self.blocks(blocks)
                return Quote(inner) if inner else None
            case BulletList(items, marker):
                items = self.items(items)
                return BulletList(items, marker) if items else None
            case OrderedList(items, start):
                items = self.items(items)
                return OrderedList(items, start) if items else None
            case KeyValue(entries):
                return self.key_value(entries)
            case Table():
                return self.table(block)
            case RoundTable(rows, caption):
                return self.round(rows, caption)
            case Agenda(entries, caption):
                return self.agenda(entries, caption)
            case Actions(rows):
                return self.block(BulletList(tuple(map(self.action, rows)), marker="arrow"))
        raise TypeError(f"Not a block of minutes: {block!r}")

    def items(self, items):
        return tuple(item for item in map(self.blocks, items) if item)

    def key_value(self, entries):
        kept = tuple(KeyValueEntry(clean_text(entry.label), self.blocks(entry.blocks)) for entry in entries)
        return KeyValue(kept) if kept else None

    def table(self, table):
        width = max(map(len, (table.header, *table.rows)), default=0)
        if not width:
            return None

        def filled(row):
            return tuple(map(self.blocks, row)) + ((),) * (width - len(row))

        header = filled(table.header) if table.header else ()
        return Table(tuple(map(filled, table.rows)), header, clean_text(table.caption), table.kind)

    def round(self, rows, caption):
        header = (paragraph_of(self.labels.cooperation),), (paragraph_of(self.labels.exchanges),)
        lines = tuple((self.pair(row), self.blocks(row.blocks)) for row in rows)
        return Table(lines, header, clean_text(caption), "round") if lines else None

    def pair(self, row):
        parts = paragraph_of(row.label, bold=True), paragraph_of(row.hanzi), paragraph_of(row.form, role="form")
        return self.blocks(parts)

    def agenda(self, entries, caption):
        header = (paragraph_of(self.labels.date),), (paragraph_of(self.labels.event),)
        lines = tuple(((paragraph_of(entry.when, bold=True),), self.blocks(entry.blocks)) for entry in entries)
        return Table(lines, header, clean_text(caption), "agenda") if lines else None

    def action(self, action):
        named = (self.labels.owner, action.owner), (self.labels.due, action.due), (self.labels.state, action.state)
        meta = " – ".join(f"{label}{self.labels.colon} {value}" for label, value in named if value)
        return paragraph_of(action.text), paragraph_of(meta, role="meta")


def key_value_paragraphs(block: KeyValue, labels: Labels) -> tuple:
    """The entries as « label : text », for formats without a list of definitions."""
    blocks = []
    for entry in block.entries:
        lead = Run(f"{entry.label}{labels.colon} ", bold=True)
        first, *rest = entry.blocks or (Paragraph(()),)
        if isinstance(first, Paragraph):
            blocks.append(Paragraph((lead, *first.runs), first.role))
        else:
            blocks += [Paragraph((lead,)), first]
        blocks += rest
    return tuple(blocks)
