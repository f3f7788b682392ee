"""Import of a spreadsheet of 35,000 partnerships: reading, trial, recording, undoing; floor: the same rows by plain SQL,
copied into a temporary table and inserted with INSERT … SELECT through psycopg.

python -m benchmarks.bench_import_table
"""

import io
import resource
import sys

from openpyxl import Workbook

from benchmarks.scratch import line, rows_wanted, scratch_portal, timed

ROWS = rows_wanted(35_000)
HEADER = ["Code INSEE", "Collectivité", "Partenaire chinois", "Code GB", "Forme", "Depuis", "Objet"]
FORMS = ["jumelage", "accord de coopération", "convention", "charte d’amitié"]


def rows_of_file():
    """Real communes and Chinese territories, half by code, half by name and department; each pair once."""
    from directory.models import TerritoryCode  # noqa: PLC0415 - after Django is set up

    held = TerritoryCode.objects.select_related("territory")
    french = list(held.filter(system="insee_commune").order_by("code").values_list("code", "territory__name"))
    chinese = list(held.filter(system="gb2260").order_by("code").values_list("code", "territory__name"))
    for number in range(ROWS):
        code, name = french[number % len(french)]
        gb, place = chinese[(number // len(french) * 500 + number) % len(chinese)]
        since = f"{1 + number % 28:02d}/{1 + number % 12:02d}/{1980 + number % 40}"
        by_code = number % 2
        yield [
            *(code if by_code else "", name, place, gb if number % 10 else "", FORMS[number % 4]),
            *(since, f"Échanges entre {name} et {place}, ligne {number}"),
        ]


def csv_file(rows):
    return "\n".join(";".join(row) for row in [HEADER, *rows]).encode()


def xlsx_file(rows):
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [HEADER, *rows]:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def imported(data, group, times):
    from partnerships.imports.applying import apply_table  # noqa: PLC0415
    from partnerships.imports.checking import check_table  # noqa: PLC0415
    from partnerships.imports.reading import read_table  # noqa: PLC0415
    from partnerships.imports.storing import choose_columns, store_table  # noqa: PLC0415

    found = []
    times["read"] = timed(lambda: found.append(store_table(table=read_table(data), group=group, name="banc.csv")))
    [table_import] = found
    choose_columns(table_import=table_import, mapping=table_import.mapping, keep=False, by=None)
    table_import.refresh_from_db()
    times["try"] = timed(lambda: check_table(table_import))
    table_import.refresh_from_db()
    times["apply"] = timed(lambda: apply_table(table_import=table_import))
    table_import.refresh_from_db()
    return table_import


def by_sql(rows):
    """The floor: the same pairs, their authorities known already."""
    from django.db import connection, transaction  # noqa: PLC0415

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "create temp table plain (french bigint, abroad bigint, grp bigint, summary text) on commit drop"
        )
        with cursor.copy("copy plain from stdin") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(
            "insert into partnerships_partnership (created_at, updated_at, group_id, french_side_id, foreign_side_id, status,"
            " form_stated, title, summary, since_words, until_words, audience, source, confirmed_how,"
            " listed_themes)"
            " select now(), now(), grp, french, abroad, 'active', '', '', summary, '', '', 'group', '', '', '{}' from plain"
        )


def main():
    from django.core.management import call_command  # noqa: PLC0415

    from directory.models import CountryGroup  # noqa: PLC0415
    from partnerships.imports.undoing import undo_table  # noqa: PLC0415
    from partnerships.models import Partnership  # noqa: PLC0415

    call_command("load_territories", verbosity=0)
    group = CountryGroup.objects.create(slug="chine", name="Groupe-pays Chine", country="CN")
    other = CountryGroup.objects.create(slug="autre", name="Autre groupe", country="CN")
    rows = list(rows_of_file())
    lines = []
    for kind, data in (("CSV", csv_file(rows)), ("XLSX", xlsx_file(rows))):
        times = {}
        table_import = imported(data, group, times)
        times["undo"] = timed(lambda done=table_import: undo_table(table_import=done))
        total = sum(times[step] for step in ("read", "try", "apply"))
        lines += [line(f"{kind}: {step}", times[step]) for step in times]
        lines.append(line(f"{kind}: import of {len(rows)} lines with its trial", total, "target 10000 ms"))
        lines.append(f"{table_import.counts()}")
        assert not Partnership.objects.exists()
    table_import = imported(csv_file(rows), group, {})
    pairs = list(Partnership.objects.values_list("french_side", "foreign_side", "summary"))
    floor = [(french, abroad, other.pk, summary) for french, abroad, summary in pairs]
    lines.append(line(f"floor: {len(floor)} rows by plain SQL", timed(lambda: by_sql(floor))))
    lines.append(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    with scratch_portal():
        main()
