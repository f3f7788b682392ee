import logging
import threading

import pypdfium2
import pypdfium2.raw as pdfium
from django.utils.translation import gettext_lazy as _

from meetings.minutes.reading import limits
from meetings.minutes.reading.document import UnreadableDocument
from meetings.minutes.reading.glyphs import glyphs_of, rules_of
from meetings.minutes.reading.grids import grids_of
from meetings.minutes.reading.layout import lines_of, parted, texts_of, usual_leading
from meetings.minutes.reading.normalising import normalise
from meetings.minutes.reading.rows import row_lines

logger = logging.getLogger(__name__)
PDFIUM = threading.Lock()  # the library must not be called from two threads at once

DAMAGED = _(
    "Ce PDF est abîmé ou incomplet : ouvrez-le pour vérifier qu’il s’affiche en entier, "
    "puis enregistrez-le de nouveau ou refaites-en une copie."
)
ENCRYPTED = _("Ce PDF est protégé par un mot de passe : enregistrez-le sans mot de passe, puis envoyez-le de nouveau.")
SCANNED = _(
    "Ce PDF ne contient que des images de pages, sans texte : passez-le à la reconnaissance de caractères, "
    "ou envoyez le document d’origine."
)
UNMAPPED = _(
    "Le texte de ce PDF ne peut pas être extrait (ses polices ne disent pas quels caractères elles dessinent) : "
    "envoyez le document d’origine en .docx, ou passez le PDF à la reconnaissance de caractères."
)
FEW_CHARACTERS = 50  # what a scanner or an archive stamps on a page
MAX_SHARE_OF_UNMAPPED = 0.3


def read_pdf(data):
    if b"%%EOF" not in data.rstrip(b"\0 \t\r\n")[-2048:]:
        raise UnreadableDocument(DAMAGED)  # cut: pdfium would open what is left of it without a word
    with PDFIUM:
        pdf = _opened(data)
        try:
            limits.check_page_count(len(pdf))
            return _pages(pdf)
        except UnreadableDocument:
            raise
        except Exception as error:  # a damaged file fails anywhere in the library
            logger.info("PDF refused: %s", type(error).__name__)
            raise UnreadableDocument(DAMAGED) from error
        finally:
            pdf.close()


def _opened(data):
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise UnreadableDocument(ENCRYPTED if locked else DAMAGED) from error


def _pages(pdf):
    pages, scanned, characters = [], 0, 0
    for page in pdf:
        textpage = page.get_textpage()
        characters += textpage.count_chars()
        limits.check_character_count(characters)
        glyphs, turn = glyphs_of(textpage)
        scanned += len(glyphs) < FEW_CHARACTERS and _is_image(page)
        pages.append(normalise(_page_text(glyphs, rules_of(page, turn))).replace("\f", ""))
        textpage.close()
        page.close()
    _refuse_without_text(pages, scanned)
    return tuple(pages)


def _is_image(page):
    width, height = page.get_size()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > width * height / 2:
            return True
    return False


def _refuse_without_text(pages, scanned):
    text = "".join("".join(pages).split())
    unmapped = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in text)
    if unmapped > MAX_SHARE_OF_UNMAPPED * len(text):
        raise UnreadableDocument(UNMAPPED)
    if not text or scanned > len(pages) / 2:
        raise UnreadableDocument(SCANNED)


def _page_text(glyphs, rules):
    """Write a page: its lines and the rows of its ruled tables from top to bottom, empty lines where they part."""
    grids = grids_of(rules)
    plain, cells = _sorted_into(grids, glyphs)
    lines = lines_of(plain)
    usual = usual_leading(lines)
    separators = [rule.position for rule in rules if rule.horizontal and rule.end - rule.start > 50]
    blocks = [(row_top, None, text) for row_top, text in _rows(grids, cells)]
    blocks += [(line.baseline, line, text) for line, text in zip(lines, texts_of(lines), strict=True)]
    output, previous = [], None
    for _place, line, text in sorted(blocks, key=lambda block: -block[0]):
        is_row = line is None or previous is None
        if output and (is_row or parted(previous, line, usual, separators)):
            output.append("")
        output.append(text)
        previous = line
    return "\n".join(output)


def _sorted_into(grids, glyphs):
    plain, cells = [], {}
    for glyph in glyphs:
        place = next(((rank, found) for rank, grid in enumerate(grids) if (found := grid.place(*glyph.centre))), None)
        if place is None:
            plain.append(glyph)
        else:
            grid, (row, column) = place
            cells.setdefault((grid, row), {}).setdefault(column, []).append(glyph)
    return plain, cells


def _rows(grids, cells):
    for (rank, row), columns in cells.items():
        band = grids[rank].rows[row]
        texts = [
            [" ".join(text for _, text in line.pieces) for line in lines_of(columns.get(column, []))]
            for column in range(len(band.columns) + 1)
        ]
        yield band.top, "\n".join(row_lines(texts))
