"""XLSX with care: sizes before content, one sheet, no formula is computed and no outside link followed."""

import io
import re
import zipfile
from datetime import date, datetime
from math import inf
from xml.parsers.expat import ExpatError, ParserCreate

from django.utils.translation import gettext_lazy as _

from partnerships.imports.sheets import Book
from partnerships.imports.tables import FORMULA, MAX_TITLE, MAX_UNPACKED, UnreadableTable
from partnerships.imports.text_files import cleaned

MAX_MEMBERS = 2_000
PIECE, PIECE_OF_HEAD, LONGEST_TAG = 1 << 20, 1 << 12, 1 << 16
UNREAD = ("customXml/", "docProps/")  # by us; others write there what they like
READ = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"}
MOST_LINE_ENDS, DEEPEST = 20_000_000, 10_000  # each line end in a text, each element that stays open takes memory
VALUE = re.compile(rb"<(?:[^\s<>/]+:)?(?:v|f|is)[\s/>]")
END = re.compile(rb"</(?:[^\s<>/]+:)?sheetData\s*>")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')

DAMAGED = _("Ce fichier XLSX est abîmé ou incomplet : ouvrez-le dans votre tableur et enregistrez-le de nouveau.")
OLD = _("Ce fichier est un ancien classeur (.xls) ou il est protégé : enregistrez-le en .xlsx, sans mot de passe.")
OTHER = _("Ce fichier n’est pas un tableur XLSX : enregistrez le tableau en XLSX, ou en CSV UTF-8.")
TOO_LARGE = _("Ce fichier dépasse %(limit)d Mo une fois décompressé : gardez la seule feuille des partenariats.")
ENTITIES = _("Ce fichier contient des définitions qu’aucun tableur n’écrit (DOCTYPE) : enregistrez-le de nouveau.")


def lines_of_workbook(data):
    """Yield (line, cells) of the first visible sheet; raise UnreadableTable, whatever the bytes."""
    try:
        check_archive(data)
        book = Book(data)
        if not book.visible:
            raise UnreadableTable(_("Ce classeur n’a pas de feuille visible : montrez celle des partenariats."))
        path = book.visible[0]
        with book.archive.open(path) as part:
            check_head(part)
        with book.archive.open(path) as part:
            merged, count = surveyed(part)
        yield from header_apart(book.lines(path, count), merged)
    except UnreadableTable:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged file leads it to
        raise UnreadableTable(DAMAGED) from error


def check_archive(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        names = {member.filename for member in members}
        if not any(name.startswith("xl/") for name in names):
            raise UnreadableTable(OTHER)
        if any(member.flag_bits & 1 for member in members):
            raise UnreadableTable(OLD)
        # What comes out of a member never exceeds what the directory says of it: zipfile stops there.
        if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise UnreadableTable(TOO_LARGE % {"limit": MAX_UNPACKED // 1_000_000})
        # Others unpack what they like, whatever the directory says.
        if any(member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for member in members):
            raise UnreadableTable(DAMAGED)
        for member in members:
            if member.filename.lower().endswith((".xml", ".rels")) and not member.filename.startswith(UNREAD):
                check_part(archive, member)


def check_part(archive, member):
    try:
        with archive.open(member) as part:
            check_head(part)
    except UnreadableTable:
        raise
    except (ExpatError, LookupError, ValueError):  # no XML, or in an encoding that is not known
        if member.filename in READ:
            raise


def check_head(part):
    """Refuse definitions, which stand before the first element: what they define may grow without end, or be elsewhere."""
    reached = []
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_definitions
    parser.StartElementHandler = lambda *_element: reached.append(True)
    while not reached:
        piece = part.read(PIECE_OF_HEAD)
        parser.Parse(piece, not piece)


def refuse_definitions(*_declared):
    raise UnreadableTable(ENTITIES)


def surveyed(part):
    """The lines in which cells are merged across columns, {line: « B1:D1 »}, which a sheet says below its lines; and how many
    values it holds at most, when it is whole."""
    merged, count, line_ends, depth, is_whole = {}, 0, 0, 0, False
    for piece in pieces_of(part):
        if b"\0" in piece:  # in UTF-16 the values are not found: there may be any number
            return {}, inf
        count += len(VALUE.findall(piece))
        is_whole = is_whole or bool(END.search(piece))
        line_ends += piece.count(b"\n")
        if b"<!" not in piece:  # what remarks and CDATA hold looks like elements, and is none
            depth += piece.count(b"<") - 2 * piece.count(b"</") - piece.count(b"/>")
        if line_ends > MOST_LINE_ENDS or depth > DEEPEST:
            raise ValueError("no sheet")
        for first, top, last, bottom in MERGED.findall(piece):
            if first != last and int(top) <= MAX_TITLE and int(bottom) - int(top) < 100:
                said = f"{first.decode()}{top.decode()}:{last.decode()}{bottom.decode()}"
                merged |= dict.fromkeys(range(int(top), int(bottom) + 1), said)
    return merged, count if is_whole else inf


def pieces_of(part):
    """The bytes of a part, cut where a tag begins."""
    rest = b""
    while piece := part.read(PIECE):
        piece = rest + piece
        cut = max(piece.rfind(b"<"), len(piece) - LONGEST_TAG, 0)
        yield piece[:cut]
        rest = piece[cut:]
    yield rest


def header_apart(lines, merged):
    """Every line as text; a header whose cells are merged names nothing for sure, and is refused."""
    header_seen = False
    for line, values in lines:
        cells = [text_of(value) for value in values]
        if not header_seen and sum(map(bool, cells)) >= 2:
            header_seen = True
            if line in merged:
                raise UnreadableTable(
                    _(
                        "Ligne %(line)d : des cases de titre sont fusionnées (%(cells)s) ; séparez-les et donnez un "
                        "titre à chaque colonne."
                    )
                    % {"line": line, "cells": merged[line]}
                )
        yield line, cells


def text_of(value):
    """The text of a cell. A formula is what somebody would have computed: said, never taken."""
    if type(value) is str:
        return value if value.startswith(FORMULA) else cleaned(value)
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y") if value.year >= 1000 else str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return cleaned(str(value))
