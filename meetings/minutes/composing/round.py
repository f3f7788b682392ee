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
    actors = entry.actors and _("Acteurs associés : %(actors)s") % {"actors": entry.actors}
    blocks = tuple(paragraph_of(text) for text in (entry.text, entry.milestone, actors) if text)
    partnership = entry.partnership
    if partnership is None:
        return RoundRow(french=entry.label or str(entry.organisation), blocks=blocks)
    french, foreign = names_of(entry)
    return RoundRow(
        french=french,
        foreign=foreign,
        hanzi=partnership.foreign_side.place_zh,
        form=str(partnership.form_label),
        blocks=blocks,
    )


def names_of(entry):
    """The pair as the minutes write it, unless a person chose another territory than the one written."""
    partnership = entry.partnership
    foreign = partnership.foreign_side
    french, dash, written = entry.label.rpartition(" – ")
    known = {foreign.place_name.casefold(), foreign.place_latin.casefold()} - {""}
    if dash and any(name in written.casefold() for name in known):
        return french, written
    return partnership.french_side.name, foreign.place_name
