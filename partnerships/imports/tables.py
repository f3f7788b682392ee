"""What a file becomes once it is read: a header and lines of text, each with its number in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

MAX_ROWS = 50_000
MAX_LINES = 1_048_576  # with the empty ones, which are skipped; a sheet of Excel has no more
MAX_COLUMNS = 60
MAX_CELL = 5_000  # characters
MAX_UNPACKED = 250_000_000  # bytes
MAX_TITLE = 100  # lines above the header
FORMULA = "="


class UnreadableTable(ValueError):
    """One sentence for whoever sent the file: what is wrong, where, what to do."""

    def __str__(self):
        return str(self.args[0])


@dataclass(frozen=True)
class Table:
    """`rows` gives (line, cells) once, as they are read; a cell holds text only."""

    kind: str
    sha256: str
    header_line: int
    columns: tuple[str, ...]
    rows: Iterator[tuple[int, list[str]]]


def letter(number):
    """A, B… Z, AA: the name that a spreadsheet gives to a column, counted from 0."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def table_of(kind, sha256, lines):
    """A Table from an iterator of (line, cells); the first line with two cells filled is its header."""
    for line, cells in lines:
        filled = [cell for cell in cells if cell]
        if line > MAX_TITLE:
            break
        if len(filled) < 2:  # a title above the table
            continue
        check_header(line, cells)
        columns = header_of(cells)
        return Table(kind, sha256, line, columns, checked(lines, columns))
    raise UnreadableTable(
        _("Ce tableau n’a pas de ligne de titres : il faut au moins deux colonnes, dont la première ligne dit le nom.")
    )


def header_of(cells):
    while cells and not cells[-1]:
        cells = cells[:-1]
    return tuple(cell[:200] or str(_("colonne %(letter)s")) % {"letter": letter(at)} for at, cell in enumerate(cells))


def check_header(line, cells):
    if len(cells) > MAX_COLUMNS and any(cells[MAX_COLUMNS:]):
        raise UnreadableTable(
            _("Ligne %(line)d : le tableau a plus de %(limit)d colonnes ; gardez celles des partenariats.")
            % {"line": line, "limit": MAX_COLUMNS}
        )
    for at, cell in enumerate(cells):
        check_cell(line, letter(at), cell)
    # UTF-8 that was read as Windows-1252 and written again: every accent became two signs.
    if any("Ã" in cell or "\ufffd" in cell for cell in cells):
        raise UnreadableTable(
            _(
                "Ligne %(line)d : les accents sont abîmés (« Ã© » pour « é ») ; enregistrez de nouveau le tableau "
                "d’origine en XLSX, ou en CSV UTF-8."
            )
            % {"line": line}
        )


def check_cell(line, column, cell):
    if len(cell) > MAX_CELL:
        raise UnreadableTable(
            _(
                "Ligne %(line)d, colonne « %(column)s » : la case compte %(count)d caractères, la limite est de "
                "%(limit)d ; raccourcissez-la."
            )
            % {"line": line, "column": column, "count": len(cell), "limit": MAX_CELL}
        )


def checked(lines, columns):
    """The lines that say something, cut to the width of the header; raise UnreadableTable at the first that is too much."""
    width, count = len(columns), 0
    for line, cells in lines:
        if line > MAX_LINES:
            raise UnreadableTable(
                _("Ce fichier a plus de %(limit)d lignes, vides comprises : supprimez celles qui suivent le tableau.")
                % {"limit": MAX_LINES}
            )
        if not any(cells):
            continue
        count += 1
        if count > MAX_ROWS:
            raise UnreadableTable(
                _("Le tableau a plus de %(limit)d lignes : découpez-le et importez chaque part.") % {"limit": MAX_ROWS}
            )
        if any(cells[width:]):
            extra = next(at for at, cell in enumerate(cells) if at >= width and cell)
            raise UnreadableTable(
                _(
                    "Ligne %(line)d, colonne %(column)s : cette case est sous une colonne sans titre ; donnez-lui un "
                    "titre, ou videz-la."
                )
                % {"line": line, "column": letter(extra)}
            )
        for name, cell in zip(columns, cells, strict=False):
            check_cell(line, name, cell)
        yield line, (cells + [""] * width)[:width]
