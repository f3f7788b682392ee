"""How much one file of minutes may hold; beyond, it is most likely not minutes."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from meetings.minutes.reading.document import UnreadableDocument

MAX_BYTES = 20_000_000
MAX_PAGES = 60
MAX_LINES = 3_000
MAX_CHARACTERS = 300_000
MAX_UNPACKED_BYTES = 100_000_000
MAX_XML_BYTES = 30_000_000
MAX_ARCHIVE_MEMBERS = 5_000


def check_bytes(data):
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(
            _("Le fichier pèse %(size)s Mo, la limite est de %(limit)s Mo : réduisez ses images ou découpez-le.")
            % {"size": -(-len(data) // 1_000_000), "limit": MAX_BYTES // 1_000_000}
        )


def check_page_count(count):
    if count > MAX_PAGES:
        raise UnreadableDocument(
            ngettext_lazy(
                "Le document compte %(count)d page, la limite est de %(limit)d : découpez-le, ou n’envoyez que le compte rendu.",
                "Le document compte %(count)d pages, la limite est de %(limit)d : découpez-le, ou n’envoyez que le compte rendu.",
                count,
            )
            % {"count": count, "limit": MAX_PAGES}
        )


def check_line_count(count):
    if count > MAX_LINES:
        raise UnreadableDocument(
            _(
                "Le document compte %(count)d lignes, la limite est de %(limit)d (environ %(pages)d pages) : "
                "découpez-le, ou n’envoyez que le compte rendu."
            )
            % {"count": count, "limit": MAX_LINES, "pages": MAX_PAGES}
        )


def check_character_count(count):
    if count > MAX_CHARACTERS:
        raise UnreadableDocument(
            _(
                "Le document compte %(count)d caractères, la limite est de %(limit)d (environ %(pages)d pages) : "
                "découpez-le, ou n’envoyez que le compte rendu."
            )
            % {"count": count, "limit": MAX_CHARACTERS, "pages": MAX_PAGES}
        )
