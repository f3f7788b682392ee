"""Rows of a CSV file whose every cell knows its file, its line and its column, so that a fault can be named."""

import csv
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.files import reason
from directory.codes import is_siren


class MalformedFile(Exception):
    """One French sentence: what is wrong, in which file, at which line and column."""


@dataclass(frozen=True, slots=True)
class Row:
    file: str
    line: int
    cells: dict

    def refuse(self, column, reason):
        return MalformedFile(
            _("%(file)s, ligne %(line)d, colonne « %(column)s » : %(reason)s")
            % {"file": self.file, "line": self.line, "column": column, "reason": reason}
        )

    def text(self, column):
        return self.cells[column].strip()

    def required(self, column):
        value = self.text(column)
        if not value:
            raise self.refuse(column, _("la case est vide, une valeur est attendue."))
        return value

    def choice(self, column, choices):
        value = self.required(column)
        if value not in choices:
            raise self.refuse(column, _("« %(value)s » n’est pas une valeur connue.") % {"value": value})
        return value

    def code(self, column, pattern, *, blank=False):
        value = self.text(column) if blank else self.required(column)
        if value and not pattern.fullmatch(value):
            raise self.refuse(column, _("le code « %(value)s » n’a pas la forme attendue.") % {"value": value})
        return value

    def siren(self, column):
        value = self.text(column)
        if value and not is_siren(value):
            raise self.refuse(
                column, _("« %(value)s » n’est pas un SIREN : neuf chiffres dont une clé.") % {"value": value}
            )
        return value

    def degrees(self, column, limit):
        return self.number(column, float, lambda degrees: -limit <= degrees <= limit)

    def count(self, column):
        return self.number(column, int, lambda count: count >= 0)

    def number(self, column, kind, fits):
        value = self.text(column)
        if not value:
            return None
        try:
            number = kind(value)
        except ValueError:
            number = None
        if number is None or not fits(number):
            raise self.refuse(column, _("« %(value)s » n’est pas un nombre attendu ici.") % {"value": value})
        return number


def read_rows(path, columns):
    """Yield the rows of a UTF-8 CSV file that has at least `columns`; raise MalformedFile at the first fault."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = next(reader, [])
            check_header(path.name, header, columns)
            for cells in reader:
                check_width(path.name, reader.line_num, cells, header)
                yield Row(path.name, reader.line_num, dict(zip(header, cells, strict=True)))
    except FileNotFoundError as error:
        raise MalformedFile(_("%(file)s : le fichier est introuvable.") % {"file": path}) from error
    except OSError as error:
        raise MalformedFile(
            _("%(file)s ne peut pas être lu : %(reason)s.") % {"file": path, "reason": reason(error)}
        ) from error
    except UnicodeDecodeError as error:
        raise MalformedFile(
            _("%(file)s : le fichier n’est pas en UTF-8 ; enregistrez-le ainsi.") % {"file": path.name}
        ) from error
    except csv.Error as error:
        raise MalformedFile(
            _("%(file)s, ligne %(line)d : ce n’est pas du CSV (guillemets ou séparateur à vérifier).")
            % {"file": path.name, "line": reader.line_num}
        ) from error


def check_header(name, header, columns):
    missing = [column for column in columns if column not in header]
    if missing:
        raise MalformedFile(
            _("%(file)s, ligne 1 : la colonne « %(column)s » manque.") % {"file": name, "column": missing[0]}
        )


def check_width(name, line, cells, header):
    if len(cells) != len(header):
        raise MalformedFile(
            _("%(file)s, ligne %(line)d, colonne « %(column)s » : %(found)d cases au lieu de %(expected)d.")
            % {
                "file": name,
                "line": line,
                "column": header[min(len(cells), len(header) - 1)],
                "found": len(cells),
                "expected": len(header),
            }
        )
