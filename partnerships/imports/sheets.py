"""A sheet of an XLSX read as a table: what openpyxl makes of each cell, without what a table does not need of it.

openpyxl's own `read_only` sheets read a file that does not say its size twice, and make five objects of each text that is
written in its cell, as programs write them: three times the work on 35,000 lines. What validates, formats or links cells
is left unread, so that no fault in it makes a table unreadable.
"""

from io import BytesIO
from math import inf
from xml.etree.ElementTree import Element, iterparse

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import DATA_TAG, FORMULA_TAG, INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from partnerships.imports.tables import FORMULA, MAX_LINES

TEXT, RUN = f"{{{SHEET_MAIN_NS}}}t", f"{{{SHEET_MAIN_NS}}}r"
LAST_COLUMN = 16_384  # XFD, the last that Excel has
MOST_IN_A_ROW = 6 * LAST_COLUMN  # elements: those of a cell, the runs of a text
VALUES = {VALUE_TAG, FORMULA_TAG, INLINE_STRING}


class Book:
    """An open XLSX file; whatever openpyxl raises on a damaged one comes through."""

    def __init__(self, data):
        reader = ExcelReader(BytesIO(data), read_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_strings()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
        self.archive, self.settings, self.strings = reader.archive, reader.wb, reader.shared_strings
        self.visible = [
            related.target
            for sheet, related in reader.parser.find_sheets()
            if sheet.state == "visible" and related.target in reader.valid_files and "chartsheet" not in related.Type
        ]

    def lines(self, path, count=inf):
        """Yield (line, values) of the sheet at `path`; lines that are absent, or out of their order, are left out.

        After its last value, of `count`, nothing is read: a sheet that was formatted to its end has a million empty lines.
        """
        seen = 0
        with self.archive.open(path) as source:
            for line, cells in SheetParser(
                source,
                self.strings,
                epoch=self.settings.epoch,
                date_formats=self.settings._date_formats,
                timedelta_formats=self.settings._timedelta_formats,
            ).lines(count):
                if line > seen:
                    seen = line
                    yield line, placed(cells)


class SheetParser(WorkSheetParser):
    def lines(self, count):
        """Yield (line, cells) until `count` values were met; what is cleared stays in the tree, so there is a most of it."""
        values = rows = others = 0
        for _event, element in iterparse(self.source):
            if element.tag in VALUES:
                values += 1
            elif element.tag == ROW_TAG:
                rows, others = rows + 1, 0
                yield self.parse_row(element)
                element.clear()
                if values >= count:
                    return
            elif element.tag == DATA_TAG:
                return
            others += 1
            if rows > MAX_LINES or others > MOST_IN_A_ROW:
                raise ValueError(f"row {rows}")

    def parse_cell(self, element):
        if element.get("t") == "inlineStr" and (inline := element.find(INLINE_STRING)) is not None:
            value = Element(VALUE_TAG)
            value.text = text_written_in(inline)
            element.set("t", "str")
            element.insert(0, value)
        return super().parse_cell(element)

    def parse_formula(self, element):
        """As it is written, which is all that a table says of it: where one is said again, it is not worked out."""
        return FORMULA + element.findtext(FORMULA_TAG, "").removeprefix(FORMULA)


def text_written_in(inline):
    if len(inline) == 1 and (text := inline.findtext(TEXT)) is not None:
        return text
    return "".join(part.findtext(TEXT, "") for part in (inline, *inline.iterfind(RUN)))


def placed(cells):
    """The values of a line, each at the place of its column."""
    cells = [cell for cell in cells if cell["value"] is not None]
    width = max((cell["column"] for cell in cells), default=0)
    if width > LAST_COLUMN:
        raise ValueError(f"column {width}")
    values = [None] * width
    for cell in cells:
        values[cell["column"] - 1] = cell["value"]
    return values
