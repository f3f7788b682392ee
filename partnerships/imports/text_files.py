"""CSV as French, Chinese and English programs write it: the encoding and the separator are found out."""

import codecs
import csv
import io

from django.utils.translation import gettext_lazy as _

from core.spreadsheets import FORMULAS
from partnerships.imports.tables import UnreadableTable

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SEPARATORS = ";,\t|"
# A quote before what a program would take for a formula: ours and others' exports write it (`core.spreadsheets`).
QUOTED = tuple(f"'{sign}" for sign in FORMULAS)


def lines_of_text(data):
    """Yield (line, cells) of a CSV file given as bytes; raise UnreadableTable."""
    text = decoded(data)
    # Strict: a quote that stays open would take the lines after it for the end of its cell.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    while True:
        first = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # The module's own limit on a cell, or a lone carriage return
            raise UnreadableTable(
                _(
                    "Ligne %(line)d : une case est trop longue, ou ses guillemets ne se ferment pas ; corrigez-la et "
                    "recommencez."
                )
                % {"line": first}
            ) from error
        yield first, [cleaned(cell) for cell in cells]


def cleaned(cell):
    text = cell.replace("\xa0", " ").replace("\u202f", " ").strip()
    return text[1:].strip() if text.startswith(QUOTED) else text


def decoded(data):
    marked = [name for mark, name in MARKS if data.startswith(mark)]
    for encoding in marked or ["utf-8", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise UnreadableTable(
        _("Ce fichier n’est ni un tableur XLSX, ni un texte CSV lisible : enregistrez-le en XLSX, ou en CSV UTF-8.")
    )


def separator_of(text):
    """The sign that parts the most cells in the first lines, those between quotes left out."""
    head = [line for line in text[:20_000].splitlines() if line.strip()][:5]
    counts = {sign: sum(unquoted(line).count(sign) for line in head) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: counts[sign])


def unquoted(line):
    return "".join(part for at, part in enumerate(line.split('"')) if at % 2 == 0)
