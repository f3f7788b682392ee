import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from core.spreadsheets import AT_ONCE, write_table, write_workbook

HEADER = ["Nom", "Places", "Le"]
ATTACKS = ["=1+1", "+33 1 23", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", '=HYPERLINK("http://x.example.org")']


def read_csv(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(content):
    return [list(row) for row in load_workbook(BytesIO(content)).active.iter_rows(values_only=True)]


READ = {"csv": read_csv, "xlsx": read_xlsx}


@pytest.mark.parametrize("format", READ)
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_becomes_a_formula(format, attack):
    content = write_table(format, [attack, "", ""], [[attack, 1, None]])

    rows = READ[format](content)

    assert [row[0] for row in rows] == [f"'{attack}"] * 2


def test_no_cell_of_a_workbook_is_a_formula():
    content = write_table("xlsx", HEADER, [[attack, None, None] for attack in ATTACKS])

    kinds = {cell.data_type for row in load_workbook(BytesIO(content)).active for cell in row}

    assert "f" not in kinds


@pytest.mark.parametrize("format", READ)
def test_words_come_back_as_they_were(format):
    said = 'Évreux ; « 第戎 »\n"entre guillemets", l’été'

    rows = READ[format](write_table(format, HEADER, [[said, 3, ""]]))

    assert rows[1][0] == said
    assert rows[0] == HEADER


def test_numbers_and_days_stay_numbers_and_days_in_a_workbook():
    moment = datetime(2027, 12, 13, 23, 30, tzinfo=UTC)  # half past midnight in Paris

    rows = read_xlsx(write_table("xlsx", HEADER, [[-4, date(2027, 12, 13), moment]]))

    assert [rows[1][0], *map(str, rows[1][1:])] == [-4, "2027-12-13 00:00:00", "2027-12-14 00:30:00"]


def test_french_excel_opens_a_csv_with_its_accents_and_its_days():
    content = write_table("csv", ["Été"], [[datetime(2027, 12, 13, 9, 5, tzinfo=UTC)], [date(2027, 1, 2)], [None]])

    assert content == '\ufeffÉté\r\n13/12/2027 10:05\r\n02/01/2027\r\n""\r\n'.encode()


def test_signs_that_a_workbook_cannot_hold_are_left_out():
    assert read_xlsx(write_table("xlsx", HEADER, [["a\x01b\x0bc", None, None]]))[1][0] == "abc"


@pytest.mark.parametrize("title", ["", "Assises : [2018] / Toulouse ?*", "x" * 80])
def test_any_title_names_a_sheet(title):
    assert read_xlsx(write_table("xlsx", HEADER, [], title=title)) == [HEADER]


def test_a_workbook_written_row_by_row_says_what_one_made_whole_says():
    moment = datetime(2027, 12, 13, 23, 30, tzinfo=UTC)
    rows = [[attack, -4, moment] for attack in ATTACKS] * AT_ONCE + [["a\x01é « 第戎 »" * 20, None, date(2027, 1, 2)]]
    file = BytesIO()

    count = write_workbook(file, HEADER, iter(rows), title="Assises : [2018]")

    whole, streamed = (
        load_workbook(BytesIO(content)) for content in (write_table("xlsx", HEADER, rows), file.getvalue())
    )
    sheets = [book.active for book in (whole, streamed)]
    assert count == len(rows)
    assert len({tuple(sheet.iter_rows(values_only=True)) for sheet in sheets}) == 1
    assert {cell.data_type for row in streamed.active for cell in row} == {"s", "n", "d"}
    assert len({(sheet.freeze_panes, sheet.auto_filter.ref, sheet["A1"].font.b) for sheet in sheets}) == 1


def test_a_workbook_without_rows_has_its_header():
    file = BytesIO()

    assert write_workbook(file, HEADER, []) == 0
    assert read_xlsx(file.getvalue()) == [HEADER]
