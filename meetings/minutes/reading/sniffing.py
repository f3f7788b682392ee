import io
import zipfile

from django.utils.translation import gettext_lazy as _

from meetings.minutes.reading.archive import DAMAGED as CUT_ARCHIVE
from meetings.minutes.reading.document import UnreadableDocument

ZIP, EMPTY_ZIP, OLE = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = (b"{\\rtf", b"<!doctype", b"<html", b"<?xml", b"%!ps")
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF", b"\0\0\1\0")

OLD_WORD = _("Ce fichier est un ancien document Word (.doc) : ouvrez-le et enregistrez-le en .docx ou en PDF.")
PROTECTED = _(
    "Ce document Word est protégé par un mot de passe : enregistrez-le sans mot de passe, puis envoyez-le de nouveau."
)
OPEN_DOCUMENT = _("Ce fichier est un document LibreOffice (.odt) : ouvrez-le et enregistrez-le en .docx ou en PDF.")
OTHER_ARCHIVE = _(
    "Ce fichier est une archive ou un tableur, pas un document .docx : envoyez le compte rendu en .docx ou en PDF."
)
OTHER_TEXT = _(
    "Ce fichier est un texte à balises (RTF, page web, XML) : enregistrez le compte rendu en .docx, en PDF ou en texte simple."
)
IMAGE = _("Ce fichier est une image : passez-la à la reconnaissance de caractères, ou envoyez le document d’origine.")


def kind_of(data):
    """Return "pdf", "docx" or "text" by what the bytes are, whatever the file is called."""
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b"endobj" in data):
        return "pdf"
    if data.startswith(OLE):
        raise UnreadableDocument(PROTECTED if "EncryptedPackage".encode("utf-16-le") in data else OLD_WORD)
    if data.startswith((ZIP, EMPTY_ZIP)):
        return _kind_of_archive(data)
    if head.lower().startswith(MARKUP):
        raise UnreadableDocument(OTHER_TEXT)
    if data.startswith(IMAGES) and b"\0" in data:
        raise UnreadableDocument(IMAGE)
    return "text"


def _kind_of_archive(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception as error:  # zipfile raises whatever a damaged directory leads it to
        raise UnreadableDocument(CUT_ARCHIVE) from error
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    raise UnreadableDocument(
        OPEN_DOCUMENT if b"application/vnd.oasis.opendocument.text" in data[:200] else OTHER_ARCHIVE
    )
