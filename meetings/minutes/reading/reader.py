import hashlib

from django.utils.translation import gettext_lazy as _

from meetings.minutes.reading import limits
from meetings.minutes.reading.document import SourceDocument, UnreadableDocument
from meetings.minutes.reading.pdf import read_pdf
from meetings.minutes.reading.sniffing import kind_of
from meetings.minutes.reading.text import read_text
from meetings.minutes.reading.word import read_docx

READERS = {"text": read_text, "pdf": read_pdf, "docx": read_docx}


def read_document(data: bytes, name: str = "") -> SourceDocument:
    """Take the text out of a file; the kind is told by the content, whatever its `name` says.

    A row of a table comes out as one line with a tab between cells; the further lines of a cell follow, each with the
    tabs that put it in its column; an empty line parts rows and paragraphs.
    Raises UnreadableDocument, with a sentence for the person who sent the file; nothing else, whatever the bytes.
    """
    limits.check_bytes(data)
    if not data.strip():
        raise UnreadableDocument(_("Le fichier est vide : vérifiez que vous avez choisi le bon."))
    kind = kind_of(data)
    pages = READERS[kind](data)
    limits.check_page_count(len(pages))
    if not any(page.strip() for page in pages):
        raise UnreadableDocument(_("Le document ne contient aucun texte : vérifiez que vous avez choisi le bon."))
    return SourceDocument(kind=kind, sha256=hashlib.sha256(data).hexdigest(), pages=pages)
