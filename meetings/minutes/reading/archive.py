"""The parts of a .docx, taken out of their archive with care: nothing in it is trusted, nothing outside is fetched."""

import io
import posixpath
import zipfile

from django.utils.translation import gettext_lazy as _
from docx.oxml.parser import parse_xml

from meetings.minutes.reading import limits
from meetings.minutes.reading.document import UnreadableDocument

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# What Word writes as « Strict Open XML », under other names for the same things.
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

DAMAGED = _(
    "Ce document .docx est abîmé ou incomplet : ouvrez-le dans votre traitement de texte et enregistrez-le de nouveau."
)
TOO_LARGE = _(
    "Ce document .docx dépasse %(limit)s Mo une fois décompressé : retirez-en les images ou enregistrez-le en PDF."
)
ENCRYPTED = _(
    "Ce document est protégé par un mot de passe : enregistrez-le sans mot de passe, puis envoyez-le de nouveau."
)
ENTITIES = _(
    "Ce document .docx contient des définitions qu’aucun traitement de texte n’écrit (DOCTYPE) : "
    "ouvrez-le et enregistrez-le de nouveau."
)


def parts_of(data):
    """Return the parsed main part, styles and numbering of a .docx (None where there is none)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _check_sizes(archive)
        main = _targets(archive, "").get("officeDocument", "word/document.xml")
        others = _targets(archive, main)
        return tuple(_parsed(archive, name) for name in (main, others.get("styles"), others.get("numbering")))


def _check_sizes(archive):
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableDocument(ENCRYPTED)
    if any(member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for member in members):
        raise UnreadableDocument(DAMAGED)
    too_many = len(members) > limits.MAX_ARCHIVE_MEMBERS
    if too_many or sum(member.file_size for member in members) > limits.MAX_UNPACKED_BYTES:
        raise UnreadableDocument(TOO_LARGE % {"limit": limits.MAX_UNPACKED_BYTES // 1_000_000})


def _content(archive, name):
    """Read one part; the directory of an archive may lie about sizes, so what comes out is counted too."""
    with archive.open(name) as part:
        content = part.read(limits.MAX_XML_BYTES + 1)
    if len(content) > limits.MAX_XML_BYTES:
        raise UnreadableDocument(TOO_LARGE % {"limit": limits.MAX_XML_BYTES // 1_000_000})
    return content


def _parsed(archive, name):
    if name is None or name not in archive.namelist():
        return None
    content = _content(archive, name)
    if any("<!DOCTYPE".encode(encoding) in content for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        raise UnreadableDocument(ENTITIES)
    return parse_xml(content.replace(STRICT, TRANSITIONAL))  # a parser that expands no entity and fetches nothing


def _targets(archive, source):
    """Return the parts of the archive that a part names, by the last word of the relation's type."""
    folder, file_name = posixpath.split(source)
    relations = _parsed(archive, posixpath.join(folder, "_rels", f"{file_name}.rels"))
    targets = {}
    for relation in relations.iter(PACKAGE) if relations is not None else ():
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            targets.setdefault(relation.get("Type", "").rpartition("/")[2], target.lstrip("/"))
    return targets
