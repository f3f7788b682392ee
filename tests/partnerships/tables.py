"""Small spreadsheets made in the test, and the few territories that they name."""

import csv
import io
import zipfile

from openpyxl import Workbook

from partnerships.imports.checking import check_table
from partnerships.imports.reading import read_table
from partnerships.imports.storing import choose_columns, store_table
from tests.factories import TerritoryCodeFactory, TerritoryFactory, TerritoryNameFactory

HEADER = ["Code INSEE", "Collectivité", "Département", "Partenaire chinois", "Forme", "Depuis", "Objet"]


def csv_bytes(rows, header=HEADER, *, encoding="utf-8", separator=";"):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([header, *rows])
    return text.getvalue().encode(encoding)


def xlsx_bytes(rows, header=HEADER, change=None):
    book = Workbook()
    for row in [header, *rows]:
        book.active.append(row)
    if change:
        change(book.active)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def zipped(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def with_part(data, name, change):
    """A workbook with one of its parts rewritten, or made."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zipped(**parts | {name: change(parts.get(name, b""))})


def place(name, *, code="", system="insee_commune", aliases=(), **values):
    made = TerritoryFactory(name=name, **values)
    for text in (name, *aliases):
        TerritoryNameFactory(territory=made, text=text)
    if code:
        TerritoryCodeFactory(territory=made, system=system, code=code)
    return made


def places():
    """Tours and two communes of one name; Luoyang and Nankin, which has three names."""
    lot = place("Lot", code="46", system="insee_departement", kind="departement", level=2)
    gard = place("Gard", code="30", system="insee_departement", kind="departement", level=2)
    return {
        "tours": place("Tours", code="37261", population=136_000),
        "lot": place("Sainte-Colombe", code="46001", parent=lot, population=150),
        "gard": place("Sainte-Colombe", code="30001", parent=gard, population=150),
        "luoyang": place("Luoyang", code="410300", system="gb2260", chinese=True, aliases=["洛阳"]),
        "nankin": place("Nankin", code="320100", system="gb2260", chinese=True, aliases=["Nanjing", "南京"]),
    }


def tried(data, group, **options):
    """The TableImport of a file whose trial is done, with the columns that its headings say."""
    table_import = store_table(table=read_table(data), group=group, name="partenariats.csv", **options)
    return check_table(choose_columns(table_import=table_import, mapping=table_import.mapping, keep=False, by=None))


def outcomes(table_import):
    return [row.outcome for row in table_import.rows.order_by("line")]


def rules(table_import):
    """What is said of each line: (the rule, the field)."""
    return [[(said[1], said[0]) for said in row.problems + row.doubts] for row in table_import.rows.order_by("line")]
