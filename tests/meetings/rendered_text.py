"""The text of an export as its reader gets it: each function opens the file with a real reader."""

import io
import re

import docx
import pypdfium2
from docx.table import Table
from lxml import html
from markdown_it import MarkdownIt

FOOTER = 60  # points at the foot of each page of the PDF
HAN = re.compile(r"([\u3400-\u9fff])")


def pdf_pages(data):
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_bounded(bottom=FOOTER) for page in document]
    return [page.replace("\x02", "").replace("\r\n", "\n") for page in pages]


def pdf_text(data):
    return "\n".join(pdf_pages(data))


def docx_text(data):
    return "\n".join(lines_within(docx.Document(io.BytesIO(data))))


def lines_within(container):
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from lines_within(cell)
        else:
            yield block.text


def html_text(source):
    root = html.document_fromstring(source).find("body")
    for element in root.iter("br", "p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "dt", "dd", "caption"):
        element.tail = "\n" + (element.tail or "")
        if element.tag != "br":
            element.text = "\n" + (element.text or "")
    return root.text_content()


def markdown_text(source):
    return html_text(MarkdownIt("commonmark").enable("table").render(source))


def words(text):
    """Words in order; each hanzi for itself, list marks and lone punctuation left out."""
    tokens = HAN.sub(r" \1 ", text).split()
    return [token for token in tokens if any(char.isalnum() for char in token) and not re.fullmatch(r"\d+\.", token)]


def characters(text):
    """Characters in order without what a reader of PDF may add or drop: spaces, hyphens, numbers and marks of lists."""
    return re.sub(r"[\s\d.)•→·–-]", "", text)
