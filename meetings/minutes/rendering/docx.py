"""Word file of minutes, on a letterhead the secretariat may restyle."""

import datetime
import io
import zipfile
from functools import cache
from pathlib import Path

import jinja2
from django.utils.translation import gettext as _
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from meetings.minutes.document import MinutesDocument
from meetings.minutes.rendering.labels import labels_for
from meetings.minutes.rendering.lowering import lowered_blocks
from meetings.minutes.rendering.wordxml import LANGUAGES, Body
from meetings.minutes.runs import clean_text

LETTERHEAD = Path(__file__).parent / "assets" / "letterhead.docx"
LETTERHEAD_LIMIT = 10_000_000  # bytes, as uploaded
UNPACKED_LIMIT = 60_000_000
REQUIRED_NAMES = ("titre", "corps")
REQUIRED_STYLES = ("Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number")
# Stands where the body goes; `clean_text` drops private-use characters, so no content can hold it.
BODY_MARK = "\ue000"
EPOCH = datetime.date(2000, 1, 1)
BROKEN = (zipfile.BadZipFile, etree.XMLSyntaxError, jinja2.TemplateError, OSError, LookupError, TypeError)


def render_docx(document: MinutesDocument, letterhead: bytes | None = None) -> bytes:
    """Return `document` as DOCX on `letterhead` (the portal's own when None); same document, same bytes.

    ValueError, with a sentence in the reader's language, when the letterhead cannot serve.
    """
    if letterhead is None:
        return filled_letterhead(document, own_letterhead())
    check_size(letterhead)
    try:
        return filled_letterhead(document, letterhead)
    except (*BROKEN, AttributeError) as error:
        raise ValueError(
            _("Le modèle Word est illisible : enregistrez-le de nouveau dans Word, au format .docx.")
        ) from error


@cache
def own_letterhead():
    return LETTERHEAD.read_bytes()


def filled_letterhead(document, letterhead):
    template = DocxTemplate(io.BytesIO(letterhead))
    # Sandboxed: a letterhead is uploaded, and must not be able to run anything.
    environment = SandboxedEnvironment(undefined=jinja2.StrictUndefined)
    names = placeholders(document)
    template.init_docx()
    check_package(template.docx.part.package)
    check_letterhead(template, environment, names)
    template.render(names, environment, autoescape=True)
    replace_mark(template.docx, document)
    set_properties(template.docx, document)
    unstamped = io.BytesIO()
    template.docx.save(unstamped)
    return restamped(unstamped, document.dated or EPOCH)


def placeholders(document):
    values = {
        "titre": document.plain_title,
        "lignes": "\n".join(document.front_lines),
        "groupe": document.group,
        "genre": document.genre,
        "date": document.date_line,
        "lieu": "\n".join(document.place_lines),
        "version": document.version_line,
        "organisme": document.organisation,
        "page": labels_for(document.language).page,
    }
    return {name: clean_text(value) for name, value in values.items()} | {"corps": BODY_MARK}


def check_size(letterhead):
    try:
        with zipfile.ZipFile(io.BytesIO(letterhead)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
    except zipfile.BadZipFile as error:
        raise ValueError(_("Ce fichier n’est pas un document Word (.docx) : choisissez-en un autre.")) from error
    if len(letterhead) > LETTERHEAD_LIMIT or unpacked > UNPACKED_LIMIT:
        raise ValueError(_("Le modèle Word est trop lourd : 10 Mo au plus, images comprises."))


def check_package(package):
    """Refuse what would run, or be fetched from elsewhere, at each reader's who opens the minutes."""
    for part in package.iter_parts():
        if "macroEnabled" in part.content_type or "vbaProject" in part.content_type:
            raise ValueError(_("Le modèle Word contient des macros : enregistrez-le au format .docx, sans macros."))
    for relation in package.iter_rels():
        if relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK:
            raise ValueError(
                _("Le modèle Word appelle un fichier extérieur (%(target)s) : incorporez-le au modèle ou retirez-le.")
                % {"target": relation.target_ref}
            )


def check_letterhead(template, environment, names):
    used = template.get_undeclared_template_variables(environment)
    unknown = sorted(used - set(names))
    if unknown:
        raise ValueError(
            _("Le modèle Word emploie « %(unknown)s », que le portail ne connaît pas ; noms possibles : %(names)s.")
            % {"unknown": ", ".join(unknown), "names": ", ".join(names)}
        )
    for name in REQUIRED_NAMES:
        if name not in used:
            raise ValueError(
                _("Le modèle Word n’a pas de place pour « %(name)s » : écrivez {{ %(name)s }} dans un paragraphe.")
                % {"name": name}
            )
    styles = {style.name for style in template.docx.styles}
    for style in REQUIRED_STYLES:
        if style not in styles:
            raise ValueError(
                _("Le modèle Word n’a pas le style « %(style)s » : ajoutez-le dans Word.") % {"style": style}
            )


def replace_mark(word, document):
    marked = [paragraph for paragraph in word.paragraphs if paragraph.text == BODY_MARK]
    if len(marked) != 1:
        raise ValueError(_("Dans le modèle Word, {{ corps }} doit être seul dans un paragraphe, hors de tout tableau."))
    place = marked[0]._p
    body = Body(word, document.language, labels_for(document.language))
    for element in body.elements(lowered_blocks(document)):
        place.addprevious(element)
    place.getparent().remove(place)


def set_properties(word, document):
    moment = datetime.datetime.combine(document.dated or EPOCH, datetime.time())
    properties = word.core_properties
    properties.title = document.plain_title[:255]
    properties.author = properties.last_modified_by = clean_text(document.organisation)[:255]
    properties.subject = clean_text(document.subject)[:255]
    properties.keywords = clean_text(", ".join(document.keywords))[:255]
    properties.language = LANGUAGES.get(document.language, LANGUAGES["fr"])
    properties.created = properties.modified = moment
    properties.revision = 1


def restamped(package, day):
    """The same package with every entry dated `day`, so that bytes depend on the content alone."""
    result = io.BytesIO()
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return result.getvalue()
