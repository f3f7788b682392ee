from django.db.models import Q
from django.utils.translation import gettext as _

from core.audiences import audiences_for
from meetings.minutes.document import Heading, RoundRow, RoundTable, paragraph_of


def round_blocks(entries, audience):
    """The table of the round; what was said of a partnership or a wish goes no further than its own record."""
    reached = audiences_for(audience)
    entries = (
        entries.filter(
            Q(partnership__isnull=True) | Q(partnership__audience__in=reached),
            Q(wish__isnull=True) | Q(wish__audience__in=reached),
        )
        .select_related(
            "organisation__territory",
            "partnership__french_side__territory",
            "partnership__foreign_side__territory",
        )
        .prefetch_related("partnership__agreements")
    )
    rows = tuple(row_of(entry) for entry in entries)
    if rows:
        yield Heading(2, _("Tour de table"))
        yield RoundTable(rows)


def row_of(entry):
    texts = [
        entry.text,
        entry.milestone,
        entry.actors and _("Acteurs associés : %(actors)s") % {"actors": entry.actors},
    ]
    blocks = tuple(paragraph_of(text) for text in texts if text)
    partnership = entry.partnership
    if partnership is None:
        return RoundRow(french=str(entry.organisation or entry.label), blocks=blocks)
    return RoundRow(
        french=partnership.french_side.name,
        foreign=partnership.foreign_side.place_name,
        hanzi=partnership.foreign_side.place_zh,
        form=str(partnership.form_label),
        blocks=blocks,
    )
