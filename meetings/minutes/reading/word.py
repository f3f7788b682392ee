import logging
import re

from docx.oxml.ns import qn

from meetings.minutes.reading import limits
from meetings.minutes.reading.archive import DAMAGED, parts_of
from meetings.minutes.reading.document import UnreadableDocument
from meetings.minutes.reading.normalising import normalise
from meetings.minutes.reading.rows import row_lines
from meetings.minutes.reading.word_styles import WordStyles

logger = logging.getLogger(__name__)
PAGE_BREAK = "\f"
LONG_PARAGRAPH = 90  # characters: it fills a line and more, so the next one would be taken for its continuation

MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Text that was struck out, moved away or never shown, and properties.
UNREAD = {qn(tag) for tag in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:rPr", "w:sdtPr")}
SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:lastRenderedPageBreak"): PAGE_BREAK,
}
TEXT_BOX = qn("w:txbxContent")


def read_docx(data):
    try:
        main, styles, numbering = parts_of(data)
        body = main.find(qn("w:body"))
        lines = _block_lines(body, WordStyles(styles, numbering))
        text = normalise("\n".join(lines))
    except UnreadableDocument:
        raise
    except Exception as error:  # a damaged file fails anywhere in the archive, the XML or the walk
        logger.info("DOCX refused: %s", type(error).__name__)
        raise UnreadableDocument(DAMAGED) from error
    limits.check_character_count(len(text))
    limits.check_line_count(text.count("\n"))
    # Word writes a page break that is asked for and the one it then draws: together they are one.
    text = re.sub(r"\f\s*(?=\f)", "", text)
    pages = (re.sub(r"\n{3,}", "\n\n", page).strip("\n") for page in text.strip("\f\n").split(PAGE_BREAK))
    return tuple(pages)


def _block_lines(parent, styles):
    """Return the lines of the paragraphs and tables of a body, a cell or a text box, in their order."""
    lines, previous = [], None
    for block in _blocks(parent):
        if block.tag == qn("w:tbl"):
            for row in _rows(block):
                lines += ["", *_row_lines(row, styles)]
            lines.append("")
            previous = None
            continue
        if previous is not None and _parted(previous, block, styles):
            lines.append("")
        lines += _paragraph_lines(block, styles)
        previous = block
    return lines


def _blocks(parent):
    for child in parent.iterchildren():
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag not in UNREAD and isinstance(child.tag, str):
            yield from _blocks(_preferred(child))


def _preferred(element):
    """Of the several ways of saying one thing that Word writes for its older versions, take the first."""
    if element.tag == f"{MARKUP}AlternateContent" and len(element):
        return element[0]
    return element


def _parted(above, below, styles):
    if styles.mark(above) and styles.mark(below):
        return False
    if styles.is_heading(above) or styles.is_heading(below) or (styles.mark(above) and not styles.is_indented(below)):
        return True
    spaced = styles.is_spaced(above, "after") or styles.is_spaced(below, "before")
    return spaced or max(len(_text(above)), len(_text(below))) > LONG_PARAGRAPH


def _paragraph_lines(paragraph, styles):
    text = re.sub(r"\t+", "\t", _text(paragraph))
    page_break = PAGE_BREAK if _breaks_before(paragraph) else ""
    # A tab that only sets the first line in would say « second column ».
    lines = [line.strip(" \t") for line in text.split("\n")]
    if lines[0].strip(PAGE_BREAK):
        mark = "" if styles.is_heading(paragraph) else styles.mark(paragraph)
        start = PAGE_BREAK if lines[0].startswith(PAGE_BREAK) else ""
        lines[0] = start + mark + lines[0].removeprefix(PAGE_BREAK).lstrip(" \t")
    lines[0] = page_break + lines[0]
    for box in _text_boxes(paragraph):
        lines += ["", *_block_lines(box, styles)]
    return lines


def _breaks_before(paragraph):
    asked = paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}")
    return asked is not None and asked.get(qn("w:val")) not in {"0", "false", "off"}


def _text(element):
    return "".join(_pieces(element))


def _pieces(element):
    for child in element.iterchildren():
        if child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:br"):
            yield PAGE_BREAK if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag == qn("w:sym"):
            yield chr(int(child.get(qn("w:char"), "20"), 16))
        elif child.tag not in UNREAD | {TEXT_BOX} and isinstance(child.tag, str) and not _is_hidden(child):
            yield from _pieces(_preferred(child))


def _is_hidden(run):
    hidden = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and hidden.get(qn("w:val")) not in {"0", "false", "off"}


def _text_boxes(element):
    for child in element.iterchildren():
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag not in UNREAD and isinstance(child.tag, str):
            yield from _text_boxes(_preferred(child))


def _rows(table):
    for row in table.iter(qn("w:tr")):
        is_own = next(row.iterancestors(qn("w:tbl"))) is table
        if is_own and row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield row


def _row_lines(row, styles):
    cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
    if len(cells) == 1:  # a frame around text, or a title over the columns
        return _block_lines(cells[0], styles)
    texts = ["\n".join(_block_lines(cell, styles)) for cell in cells]
    breaks = any(PAGE_BREAK in text for text in texts)
    starts = any(text.lstrip().startswith(PAGE_BREAK) for text in texts)
    lines = row_lines([text.replace(PAGE_BREAK, "").replace("\t", " ").split("\n") for text in texts])
    if starts:
        return [PAGE_BREAK, *lines]
    return [*lines, PAGE_BREAK] if breaks else lines
