"""Tables as spreadsheet programs open them. What people typed is text for ever: a cell never becomes a formula."""

import csv
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO, StringIO
from itertools import batched, chain, islice

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

FORMULAS = frozenset("=+-@\t\r\n＝＋－＠")  # a Japanese or Chinese program reads the wide ones too
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WIDEST = 60  # characters; longer cells are cut on the screen, not in the file
SHEET_NAME = 31
AT_ONCE = 200  # lines written together
AS_THEY_ARE = (int, float, date)


def write_table(format, header, rows, *, title=""):
    """Return the bytes of a table in `format` (« csv » or « xlsx »).

    `header` is a list of texts, `rows` an iterable of lists of text, numbers, dates, moments (aware ones are written in
    the active time zone) and None. Text that a program would take for a formula gets an apostrophe before it, as
    OWASP advises (CSV Injection). CSV is as French Excel opens it: semicolons, and a mark that says UTF-8.
    """
    return {"csv": csv_of, "xlsx": xlsx_of}[format](header, rows, title)


def harmless(value):
    """A cell that no program takes for a formula; numbers and dates stay what they are."""
    if isinstance(value, datetime):
        return timezone.make_naive(value) if timezone.is_aware(value) else value
    if value is None or isinstance(value, AS_THEY_ARE):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    return f"'{text}" if text[:1] in FORMULAS else text


def csv_of(header, rows, _title):
    return b"".join(csv_lines(header, rows))


def csv_lines(header, rows):
    """The same file in bytes, some lines at a time, for tables that are sent while they are read."""
    yield b"\xef\xbb\xbf"
    for batch in batched(chain([header], rows), AT_ONCE):
        text = StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerows(map(csv_cells, batch))
        yield text.getvalue().encode()


def csv_cells(row):
    # Nearly all cells are plain words or nothing, and there may be millions: no function of ours is called for them
    return [
        value
        if not value or (type(value) is str and value.isprintable() and value[0] not in FORMULAS)
        else csv_cell(value)
        for value in row
    ]


def csv_cell(value):
    value = harmless(value)
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    return written_day(value) if isinstance(value, date) else value


@lru_cache(maxsize=20_000)
def written_day(day):
    return day.strftime("%d/%m/%Y")


def xlsx_of(header, rows, title):
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_name(title)
    widths = [0] * len(header)
    for row in (header, *rows):
        cells = [harmless(value) for value in row]
        sheet.append(cells)
        widths = [max(width, len(str(cell or ""))) for width, cell in zip(widths, cells, strict=True)]
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(width, WIDEST) + 2
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def sheet_name(title):
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in str(harmless(title)))[:SHEET_NAME] or "1"


def write_workbook(file, header, rows, *, title=""):
    """Write the workbook of `write_table` into `file`, open for bytes, and return how many rows it has.

    No more than some rows are in memory, however many `rows` yields: the widths are those that the first ask for.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheet_name(title))
    rows = iter(rows)
    first = [header, *islice(rows, AT_ONCE)]
    sheet.freeze_panes = "A2"  # before the first line, as the widths: they are written above it
    for number, column in enumerate(zip(*first, strict=True), start=1):
        width = max(len(str(harmless(value) or "")) for value in column)
        sheet.column_dimensions[get_column_letter(number)].width = min(width, WIDEST) + 2
    sheet.append([bold(sheet, harmless(name)) for name in header])
    count = 0
    for row in chain(first[1:], rows):
        sheet.append([harmless(value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{count + 1}"
    book.save(file)
    return count


def bold(sheet, value):
    cell = WriteOnlyCell(sheet, value)
    cell.font = Font(bold=True)
    return cell
