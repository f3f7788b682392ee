"""A hostile spreadsheet: one clear sentence, and nothing kept."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from core.spreadsheets import write_table
from partnerships.imports.reading import read_table
from partnerships.imports.storing import store_table
from partnerships.imports.tables import UnreadableTable
from partnerships.models import TableImport, TableRow
from tests.partnerships.tables import csv_bytes, outcomes, places, rules, tried, with_part, xlsx_bytes, zipped

pytestmark = pytest.mark.django_db

LINE = [["37261", "Tours", "", "Luoyang", "", "1982", "Jardins"]]
LONG = "x" * 10_000_000


def renamed(data):
    """A workbook whose sheet is a part that does not end in .xml."""
    for part in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        data = with_part(data, part, lambda content: content.replace(b"sheet1.xml", b"sheet1.bin"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read(SHEET)
    return with_part(data, SHEET.replace(".xml", ".bin"), lambda _data: sheet)


def repacked(data, compression):
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w", compression) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return content.getvalue()


def bomb():
    return zipped(**{"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>", "xl/a.bin": b"\0" * 260_000_000})


SHEET = "xl/worksheets/sheet1.xml"
DEFINED = b'<!DOCTYPE x [<!ENTITY a "b">]>'
ROWS = b'<row r="1"/>' * 1_100_000
UNENDING = b'<row r="9"><c r="A9"><v>9</v></c></row></sheetData>'
HOSTILE = {
    "empty": (lambda: b"", "est vide"),
    "header alone": (lambda: csv_bytes([]), "ce tableau est vide"),
    "no header": (lambda: b"un texte\nsans colonnes\n", "pas de ligne de titres"),
    "PDF named xlsx": (lambda: b"%PDF-1.7\n%%EOF", "pas un tableau"),
    "old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "ancien classeur"),
    "bytes": (lambda: b"a;b\n\x00\x01;\x02", "ni un tableur XLSX"),
    "UTF-16 without its mark": (lambda: csv_bytes(LINE, encoding="utf-16-le"), "ni un tableur XLSX"),
    "accents read twice": (
        lambda: csv_bytes(LINE).decode("cp1252", "replace").encode(),
        "les accents sont abîmés",
    ),
    "cell of 10 MB, text": (
        lambda: csv_bytes([["37261", LONG]], ["INSEE", "Nom"]),
        "Ligne 2 : une case est trop longue",
    ),
    "quote left open": (
        lambda: 'INSEE;Nom;Objet\n37261;Tours;"Jardins\n62041;Arras;Mémoire\n'.encode(),
        "Ligne 2 : une case est trop longue, ou ses guillemets ne se ferment pas",
    ),
    "quote closed by another line": (
        lambda: 'INSEE;Nom;Objet\n37261;Tours;"Jardins\n62041;Arras;"Mémoire"\n'.encode(),
        "Ligne 2 : une case est trop longue, ou ses guillemets ne se ferment pas",
    ),
    "long cell, workbook": (
        lambda: xlsx_bytes([["37261", "x" * 6000]], ["INSEE", "Nom"]),
        "Ligne 2, colonne « Nom » : la case compte 6000 caractères",
    ),
    "a million empty lines": (lambda: csv_bytes(LINE) + b"\n" * 1_100_000, "plus de 1048576 lignes, vides comprises"),
    "too many columns": (lambda: csv_bytes([], [f"c{n}" for n in range(80)]), "plus de 60 colonnes"),
    "cell under no heading": (lambda: csv_bytes([["a", "b", "c"]], ["A", "B"]), "Ligne 2, colonne C"),
    "merged header": (
        lambda: xlsx_bytes(LINE, change=lambda sheet: sheet.merge_cells("B1:C1")),
        "Ligne 1 : des cases de titre sont fusionnées (B1:C1)",
    ),
    "zip bomb": (bomb, "dépasse 250 Mo une fois décompressé"),
    "another archive": (lambda: zipped(**{"word/document.xml": b"<x/>"}), "n’est pas un tableur"),
    "cut": (lambda: xlsx_bytes(LINE)[:2000], "abîmé"),
    "sheet that is no XML": (lambda: with_part(xlsx_bytes(LINE), SHEET, lambda _data: b"<sheet"), "abîmé"),
    "entities": (
        lambda: with_part(xlsx_bytes(LINE), SHEET, lambda data: DEFINED + data),
        "DOCTYPE",
    ),
    "entities far from the beginning": (
        lambda: with_part(xlsx_bytes(LINE), SHEET, lambda data: b"<!--" + b"-+" * 9_000 + b"-->" + DEFINED + data),
        "DOCTYPE",
    ),
    "entities in another encoding": (
        lambda: with_part(xlsx_bytes(LINE), SHEET, lambda data: (DEFINED + data).decode().encode("utf-16")),
        "DOCTYPE",
    ),
    "entities in a sheet of another name": (
        lambda: renamed(with_part(xlsx_bytes(LINE), SHEET, lambda data: DEFINED + data)),
        "DOCTYPE",
    ),
    "entities in what expat cannot read": (
        lambda: with_part(xlsx_bytes(LINE), "xl/styles.xml", lambda data: (DEFINED + data).decode().encode("utf-32")),
        "abîmé",
    ),
    "cut between two lines": (
        lambda: with_part(xlsx_bytes(LINE * 3), SHEET, lambda data: data[: data.index(b'<row r="3"')]),
        "abîmé",
    ),
    "elements in one another": (
        lambda: with_part(xlsx_bytes(LINE), SHEET, lambda data: data.replace(b"<sheetData>", b"<a>" * 400_000)),
        "abîmé",
    ),
    "another way to pack": (lambda: repacked(xlsx_bytes(LINE), zipfile.ZIP_BZIP2), "abîmé"),
    "tags without end": (
        lambda: with_part(xlsx_bytes(LINE), SHEET, lambda data: b"<mergeCell " * 90_000 + data),
        "abîmé",
    ),
    "one line a million times": (
        lambda: with_part(xlsx_bytes(LINE), SHEET, lambda data: data.replace(b"</sheetData>", ROWS + UNENDING)),
        "abîmé",
    ),
    "what no sheet holds": (
        lambda: with_part(
            xlsx_bytes(LINE), SHEET, lambda data: data.replace(b"</sheetData>", b"<a/>" * 200_000 + UNENDING)
        ),
        "abîmé",
    ),
    "a row far below": (
        lambda: with_part(xlsx_bytes(LINE), SHEET, lambda data: data.replace(b'<row r="1"', b'<row r="999999999"')),
        "pas de ligne de titres",
    ),
    "a column far to the right": (
        lambda: with_part(xlsx_bytes(LINE), SHEET, lambda data: data.replace(b'r="A1"', b'r="ZZZZZ1"')),
        "abîmé",
    ),
}


@pytest.mark.parametrize(("make", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence_and_leaves_nothing(group, make, said):
    with pytest.raises((UnreadableTable, ValidationError)) as refusal:
        store_table(table=read_table(make()), group=group)

    assert said in str(getattr(refusal.value, "messages", [refusal.value])[0])
    assert (TableImport.objects.count(), TableRow.objects.count()) == (0, 0)


def test_an_escape_written_in_a_cell_is_text_like_any_other(group):
    places()

    found = tried(csv_bytes([["37261", "Tours", "", "Luoyang", "", "", "C:\\u0000"]]), group)

    assert found.rows.get().changes["summary"][1] == "C:\\u0000"


@pytest.mark.parametrize("title", ["+33", "@lier", "－ jardins", "＝"])
def test_what_an_export_quoted_comes_back_as_it_was(group, title):
    places()
    rows = write_table("csv", ["INSEE", "Ville chinoise", "Titre"], [["37261", "Luoyang", title]])

    found = tried(rows, group)

    assert found.rows.get().changes["title"][1] == title


def test_too_many_lines_are_refused(group, monkeypatch):
    monkeypatch.setattr("partnerships.imports.tables.MAX_ROWS", 1)

    with pytest.raises(UnreadableTable, match="plus de 1 lignes"):
        store_table(table=read_table(csv_bytes(LINE * 2)), group=group)


def test_a_title_above_and_empty_lines_are_passed_over(group):
    places()
    above = xlsx_bytes([[], *LINE], change=lambda sheet: (sheet.insert_rows(1), sheet.cell(1, 1, "Partenariats")))

    found = tried(above, group)

    assert (found.header_line, [row.line for row in found.rows.all()], outcomes(found)) == (2, [4], ["added"])


def test_a_formula_an_error_and_a_date_that_is_none_are_said_of_their_line(group):
    places()
    rows = [
        ["37261", "=A1", "", "Luoyang", "", "", ""],
        ["37261", "", "", "Nankin", "", "", "#REF!"],
        ["37261", "", "", "Luoyang", "", "l’an dernier", ""],
    ]

    found = tried(xlsx_bytes(rows), group)

    assert rules(found) == [[("formula", "french_name")], [("error_value", "summary")], [("date", "since")]]
    assert outcomes(found) == ["refused"] * 3
