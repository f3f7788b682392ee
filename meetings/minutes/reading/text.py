import codecs
import unicodedata

from django.utils.translation import gettext_lazy as _

from meetings.minutes.reading import limits
from meetings.minutes.reading.document import UnreadableDocument
from meetings.minutes.reading.normalising import normalise

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAX_SHARE_OF_CONTROLS = 0.02
BINARY = _(
    "Ce fichier n’est ni un texte, ni un PDF, ni un document .docx : "
    "enregistrez le compte rendu dans l’un de ces trois formats."
)


def read_text(data):
    text = _decoded(data)
    _refuse_binary(text)
    limits.check_character_count(len(text))
    text = normalise(text)
    limits.check_line_count(text.count("\n"))
    pages = text.split("\f")
    if not pages[-1].strip():  # a form feed ends a page as often as it begins one
        pages = pages[:-1]
    return tuple(pages)


def _decoded(data):
    encodings = [name for mark, name in MARKS if data.startswith(mark)][:1] or ["utf-8", "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableDocument(BINARY)


def _refuse_binary(text):
    controls = sum(unicodedata.category(c) == "Cc" for c in text) - sum(text.count(c) for c in "\n\r\t\f\v\x85")
    if "\0" in text or controls > MAX_SHARE_OF_CONTROLS * len(text):
        raise UnreadableDocument(BINARY)
