"""Blocks → elements of a Word body (ECMA-376 WordprocessingML)."""

from dataclasses import replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from meetings.minutes.document import BulletList, Heading, KeyValue, OrderedList, Paragraph, Quote, Table
from meetings.minutes.rendering.lowering import key_value_paragraphs
from meetings.minutes.runs import runs_of

LANGUAGES = {"fr": "fr-FR", "en": "en-GB", "zh-Hans": "zh-CN"}
ROLE_STYLES = {"form": "Forme du partenariat", "meta": "Suivi"}
TABLE_STYLES = {"round": "Table du tour", "agenda": "Table agenda"}
TABLE_WIDTH = 9070  # twentieths of a point: 160 mm, the page between its margins
LABEL_SHARE = 0.31
INDENT = 360
BREAKABLE_FROM = 600  # characters: a shorter row stays on one page


def w(name, *children, text=None, **attributes):
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(child for child in children if child is not None)
    if text is not None:
        element.text = text
    return element


def emboldened(block):
    if isinstance(block, Paragraph):
        return replace(block, runs=tuple(replace(run, bold=True) for run in block.runs))
    return block


class Body:
    """Makes the elements in the styles of one Word document; a style it lacks leaves the text in the default one."""

    def __init__(self, word, language, labels):
        self.part = word.part
        self.labels = labels
        self.language = LANGUAGES.get(language, LANGUAGES["fr"])
        self.style_ids = {style.name: style.style_id for style in word.styles}
        self.styles = word.styles
        self.numbering = None

    def elements(self, blocks, depth=0):
        for block in blocks:
            match block:
                case Heading(level, text):
                    yield self.paragraph(runs_of(text), f"Heading {level}")
                case Paragraph(runs, role):
                    yield self.paragraph(runs, ROLE_STYLES.get(role, ""), depth)
                case Quote(inner):
                    yield from self.quote(inner, depth)
                case BulletList(items):
                    yield from self.list(items, "List Bullet", depth)
                case OrderedList(items, start):
                    yield from self.list(items, "List Number", depth, start)
                case KeyValue():
                    yield from self.elements(key_value_paragraphs(block, self.labels), depth)
                case Table():
                    yield from self.table(block)

    def paragraph(self, runs, style="", depth=0, number=None):
        properties = w("pPr")
        if style in self.style_ids:
            properties.append(w("pStyle", val=self.style_ids[style]))
        if number is not None:
            properties.append(w("numPr", w("ilvl", val=0), w("numId", val=number)))
        if depth and number is None and not style.startswith("List"):
            properties.append(w("ind", left=depth * INDENT))
        return w("p", properties if len(properties) else None, *self.runs(runs))

    def runs(self, runs):
        for run in runs:
            if run.link:
                target = self.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = w("hyperlink", self.run(run))
                link.set(qn("r:id"), target)
                yield link
            else:
                yield self.run(run)

    def run(self, run):
        properties = w("rPr")
        if run.link and "Hyperlink" in self.style_ids:
            properties.append(w("rStyle", val=self.style_ids["Hyperlink"]))
        if run.lang:
            properties.append(w("rFonts", hint="eastAsia"))
        properties.extend(w(name) for name, wanted in (("b", run.bold), ("i", run.italic)) if wanted)
        properties.append(w("lang", val=self.language, eastAsia="zh-CN"))
        element = w("r", properties)
        for index, line in enumerate(run.text.split("\n")):
            if index:
                element.append(w("br"))
            text = w("t", text=line)
            text.set(qn("xml:space"), "preserve")
            element.append(text)
        return element

    def quote(self, blocks, depth):
        for block in blocks:
            if isinstance(block, Paragraph):
                yield self.paragraph(block.runs, "Quote")
            else:
                yield from self.elements((block,), depth + 1)

    def list(self, items, style, depth, start=None):
        level = min(depth + 1, 3)
        styled = style if level == 1 else f"{style} {level}"
        styled = styled if styled in self.style_ids else style
        number = None if start is None else self.new_number(styled, start)
        for item in items:
            first, *rest = item
            if isinstance(first, Paragraph):
                yield self.paragraph(first.runs, styled, number=number)
            else:
                rest = item
            yield from self.elements(rest, depth + 1)

    def new_number(self, style, start):
        """A numbering of its own for each list, or Word would go on from the list before."""
        found = self.styles[style].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
        if not found:
            return None
        numbering = self.part.numbering_part.element
        abstract = numbering.num_having_numId(int(found[0])).abstractNumId.val
        number = numbering.add_num(abstract)
        number.add_lvlOverride(0).add_startOverride(start)
        return number.numId

    def table(self, table):
        if table.caption:
            yield self.paragraph(runs_of(table.caption), "Caption")
        width = len(table.header or table.rows[0])
        shares = (LABEL_SHARE, 1 - LABEL_SHARE) if table.kind and width == 2 else (1 / width,) * width
        widths = [round(TABLE_WIDTH * share) for share in shares]
        style = TABLE_STYLES.get(table.kind, "Tableau")
        style = style if style in self.style_ids else "Table Grid"
        properties = w(
            "tblPr",
            w("tblStyle", val=self.style_ids[style]) if style in self.style_ids else None,
            w("tblW", w=5000, type="pct"),
            w("tblLook", val="04A0", firstRow=int(bool(table.header)), firstColumn=int(bool(table.kind)), noVBand=1),
            w("tblCaption", val=table.caption) if table.caption else None,
        )
        rows = [self.row(row, widths) for row in table.rows]
        if table.header:
            rows.insert(0, self.row(table.header, widths, header=True))
        yield w("tbl", properties, w("tblGrid", *(w("gridCol", w=size) for size in widths)), *rows)
        yield w("p", w("pPr", w("spacing", after=0)))  # two tables in a row would become one

    def row(self, cells, widths, *, header=False):
        made = [self.cell(blocks, size, header=header) for blocks, size in zip(cells, widths, strict=True)]
        length = sum(len(text) for cell in made for text in cell.itertext())
        properties = w(
            "trPr",
            w("cantSplit") if header or length < BREAKABLE_FROM else None,
            w("tblHeader") if header else None,
        )
        return w("tr", properties if len(properties) else None, *made)

    def cell(self, blocks, width, *, header):
        content = list(self.elements(map(emboldened, blocks) if header else blocks)) or [w("p")]
        return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content)
