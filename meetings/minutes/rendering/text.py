"""Plain text of minutes, laid out like the network's minutes on paper, so that the import can read it again."""

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

DATE_COLUMN = 42  # characters, as wide as the longest interval of dates


def render_text(document: MinutesDocument) -> str:
    """Return `document` as plain text: one line per paragraph, a blank line between parts."""
    front = "\n".join((document.plain_title, *document.front_lines))
    return "\n\n".join((front, *Writer(labels_for(document.language)).parts(lowered_blocks(document)))) + "\n"


class Writer:
    def __init__(self, labels):
        self.labels = labels

    def parts(self, blocks):
        """Yield the text of each block; a part may hold several lines."""
        for block in blocks:
            match block:
                case Heading(_, text):
                    yield text
                case Paragraph():
                    yield block.text.strip("\n ")
                case Quote(inner):
                    yield "\n".join(self.parts(inner))
                case BulletList(items, marker):
                    mark = "→ " if marker else "- "
                    yield "\n".join(hung("\n".join(self.parts(item)), mark) for item in items)
                case OrderedList(items, start):
                    numbered = enumerate(items, start)
                    yield "\n".join(hung("\n".join(self.parts(item)), f"{rank}. ") for rank, item in numbered)
                case KeyValue():
                    yield "\n".join(self.parts(key_value_paragraphs(block, self.labels)))
                case Table():
                    yield from self.table(block)

    def table(self, table):
        if table.caption:
            yield table.caption
        cells = [["\n".join(self.parts(cell)) for cell in row] for row in table.rows]
        if table.kind == "round":  # the label on one line, then what was said: the headers add nothing on paper
            yield from (text for label, said in cells for text in (" ".join(label.split("\n")), said) if text)
        elif table.kind == "agenda":
            yield from (hung(event, when.ljust(DATE_COLUMN - 1) + " ", width=DATE_COLUMN) for when, event in cells)
        else:
            header = ["\n".join(self.parts(cell)) for cell in table.header]
            yield "\n".join(" | ".join(" ".join(cell.split("\n")) for cell in row) for row in [header, *cells] if row)


def hung(text, mark, width=None):
    return mark + text.replace("\n", "\n" + " " * (width or len(mark)))
