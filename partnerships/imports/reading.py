import hashlib

from django.utils.translation import gettext_lazy as _

from core.uploads import MAX_BYTES
from partnerships.imports.tables import Table, UnreadableTable, table_of
from partnerships.imports.text_files import lines_of_text
from partnerships.imports.workbooks import OLD, lines_of_workbook

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"%pdf-", b"{\\rtf")


def read_table(data: bytes) -> Table:
    """Read a spreadsheet, XLSX or CSV, told by its content whatever its name says.

    Its lines are read as they are asked for. Raise UnreadableTable, here or while lines are read, and nothing else.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableTable(
            _("Le fichier pèse %(size)d Mo, la limite est de 20 Mo : découpez-le.") % {"size": len(data) // 1_000_000}
        )
    if not data.strip():
        raise UnreadableTable(_("Le fichier est vide : vérifiez que vous avez choisi le bon."))
    if data.startswith(OLE):
        raise UnreadableTable(OLD)
    if data[:200].lstrip().lower().startswith(MARKUP):
        raise UnreadableTable(
            _("Ce fichier est un document ou une page, pas un tableau : enregistrez le tableau en XLSX, ou en CSV.")
        )
    kind = "xlsx" if data.startswith(ZIP) else "csv"
    lines = lines_of_workbook(data) if kind == "xlsx" else lines_of_text(data)
    return table_of(kind, hashlib.sha256(data).hexdigest(), lines)
