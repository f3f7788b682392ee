"""A sheet is read as openpyxl reads it, whatever program wrote it; its own reading is the measure."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from partnerships.imports.sheets import Book
from partnerships.imports.workbooks import lines_of_workbook, surveyed, text_of
from tests.partnerships.tables import with_part, xlsx_bytes

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = f"""<sst xmlns="{MAIN}" count="2" uniqueCount="2"><si><t>Tours</t></si>
<si><r><t>Luo</t></r><r><rPr><b/></rPr><t xml:space="preserve">yang </t></r><rPh sb="0" eb="1"><t>la</t></rPh></si></sst>"""
CELLS = {
    "text in its cell": '<c r="A1" t="inlineStr"><is><t>Tours</t></is></c>',
    "text in parts": '<c r="A1" t="inlineStr"><is><r><t>To</t></r><r><rPr><b/></rPr><t>urs</t></r></is></c>',
    "text read aloud": '<c r="A1" t="inlineStr"><is><t>洛阳</t><rPh sb="0" eb="1"><t>Luo</t></rPh></is></c>',
    "text that is empty": '<c r="A1" t="inlineStr"><is><t/></is></c><c r="B1"><v>1</v></c>',
    "text that is absent": '<c r="A1" t="inlineStr"/><c r="B1"><v>1</v></c>',
    "text and what it was": '<c r="A1" t="inlineStr"><v>old</v><is><t>new</t></is></c>',
    "shared text": '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>',
    "result of a text": '<c r="A1" t="str"><v>Arras</v></c>',
    "numbers": '<c r="A1"><v>37261</v></c><c r="B1"><v>1.5</v></c><c r="C1"><v>1E3</v></c><c r="D1" t="n"/>',
    "yes, no, error": '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c>',
    "date": '<c r="A1" t="d"><v>1982-05-18T00:00:00</v></c><c r="B1" s="1"><v>30089</v></c>',
    "formula": '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="inlineStr"><f>1</f><is><t>no</t></is></c>',
    "columns apart": '<c r="C1"><v>1</v></c><c r="AB1"><v>2</v></c>',
    "places unsaid": "<c><v>1</v></c><c><v>2</v></c>",
}


def book_of(rows, below=""):
    """A workbook whose sheet holds `rows`, XML; its texts are shared as Excel shares them, and style 1 is a date."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{below}</worksheet>'
    types = (
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sharedStrings+xml"/></Types>'
    )
    data = xlsx_bytes([], change=lambda one: setattr(one["A1"], "number_format", "dd/mm/yyyy"))
    data = with_part(data, SHEET, lambda _data: sheet.encode())
    data = with_part(data, "[Content_Types].xml", lambda part: part.replace(b"</Types>", types.encode()))
    return with_part(data, "xl/sharedStrings.xml", lambda _data: STRINGS.encode())


def read(data):
    book = Book(data)
    return dict(book.lines(book.visible[0]))


@pytest.mark.parametrize("cells", CELLS.values(), ids=CELLS)
def test_a_cell_is_what_openpyxl_makes_of_it(cells):
    data = book_of(f'<row r="1">{cells}</row>')

    [expected] = load_workbook(BytesIO(data), read_only=True).active.iter_rows(values_only=True, max_row=1)

    texts = [text_of(value) for value in expected]
    while texts and not texts[-1]:  # what follows the last value is no part of a line
        texts.pop()
    assert [text_of(value) for value in read(data)[1]] == texts


def test_a_formula_said_again_is_a_formula_and_is_not_worked_out():
    cells = '<c r="A1"><f t="shared" ref="A1:C1" si="0">D1</f></c><c r="B1"><f t="shared" si="0"/></c><c r="C1"><f t="dataTable"/></c>'

    assert read(book_of(f'<row r="1">{cells}</row>'))[1] == ["=D1", "=", "="]


def test_a_value_that_is_empty_makes_no_line_wider():
    assert read(book_of('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"/></row><row r="2"><c r="XFD2"/></row>')) == {
        1: [1],
        2: [],
    }


def test_lines_keep_their_numbers_and_none_is_made_up():
    data = book_of(
        '<row r="2"><c r="A2"><v>1</v></c></row><row/><row r="900000"/><row r="7"><c r="A7"><v>2</v></c></row>'
    )

    assert read(data) == {2: [1], 3: [], 900000: []}


def test_what_is_said_of_cells_below_them_makes_no_table_unreadable():
    """The margin of this sheet is none: openpyxl refuses the whole workbook for it."""
    data = book_of('<row r="1"><c r="A1"><v>1</v></c></row>', below='<pageMargins left="wide"/>')

    with pytest.raises(TypeError, match="float"):
        list(load_workbook(BytesIO(data), read_only=True).active.iter_rows())
    assert read(data) == {1: [1]}


EMPTY = 150_000  # lines of cells without a value: some six megabytes
AFAR = [f'<row r="{line}"><c r="A{line}" s="0"/></row>' for line in range(2, EMPTY)]
LONG = "x" * 4_000_000


def lines_said(data):
    return {line: cells for line, cells in lines_of_workbook(data) if any(cells)}


@pytest.mark.parametrize("said", ["Tours", "似是"])  # in UTF-16, 似是 holds what in UTF-8 is the tag of a formula
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_what_stands_below_many_empty_lines_is_read(encoding, said):
    near, far = (
        f'<row r="{line}"><c r="A{line}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for line, text in ((1, said), (EMPTY, "Arras"))
    )
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    data = book_of("".join([near, *AFAR, far]))
    data = with_part(data, SHEET, lambda sheet: (mark + sheet.decode()).encode(encoding))

    assert lines_said(data) == {1: [said], EMPTY: ["Arras"]}


def test_what_stands_between_long_remarks_is_read():
    """A remark is read only when it ends, long after its first bytes were taken from the file."""
    one, two = (f'<row r="{line}"><c r="A{line}"><v>{line}</v></c></row>' for line in (1, 3))
    data = book_of(f'{one}<row r="2"/><!--{LONG}-->{two}<!--{LONG}-->')

    assert lines_said(with_part(data, SHEET, lambda sheet: f"<!--{LONG}-->".encode() + sheet)) == {1: ["1"], 3: ["3"]}


def test_texts_may_be_written_as_cdata_with_signs_of_tags():
    texts = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t><![CDATA[Tours<br>]]></t></is></c></row>'
    data = book_of("".join(texts.format(line) for line in range(1, 20_001)))

    assert lines_said(data) == dict.fromkeys(range(1, 20_001), ["Tours<br>"])


def test_a_sheet_formatted_to_its_end_is_not_read_to_its_end():
    book = Book(book_of('<row r="1"><c r="A1"><v>1</v></c></row>' + "".join(AFAR)))
    [path] = book.visible

    with book.archive.open(path) as part:
        merged, count = surveyed(part)

    assert (merged, count) == ({}, 1)
    assert list(book.lines(path, count)) == [(1, [1])]


def test_what_a_sheet_holds_is_counted_alike_wherever_it_is_cut():
    tags = (
        b'<c><v>1</v></c><c t="inlineStr"><is><t>v</t></is></c><x:c><x:f a="1"/></x:c><value/><mergeCell ref="A1:B1"/>'
    )

    for size in (1, 7, 40, 1000):
        part = BytesIO(tags * 20 + b"</sheetData>")
        part.read = lambda _most, read=part.read, size=size: read(size)
        assert surveyed(part) == ({1: "A1:B1"}, 60)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("xl/media/image1.svg", b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd"><svg/>'),
        ("customXml/item1.xml", b'<?xml version="1.0" encoding="gb2312"?><a/>'),
        ("docProps/app.xml", b"<a"),
        ("xl/drawings/drawing1.xml", b""),
        ("xl/extra.xml", b'<?xml version="1.0" encoding="gbk"?><a/>'),
    ],
)
def test_what_is_not_read_may_be_anything(name, content):
    data = with_part(book_of('<row r="1"><c r="A1"><v>1</v></c></row>'), name, lambda _data: content)

    assert lines_said(data) == {1: ["1"]}
