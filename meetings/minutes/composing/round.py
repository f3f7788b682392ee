from django.db.models import F, Q
from django.utils.translation import gettext as _

from core.audiences import audiences_for
from core.enums import Audience
from meetings.minutes.document import Heading, RoundRow, RoundTable, paragraph_of


def round_blocks(entries, audience):
    """The table of the round; what was said of a partnership or a wish goes no further than its own record."""
    entries = (
        entries.filter(goes_out("partnership", audience), goes_out("wish", audience))
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


def goes_out(record, audience):
    """What an entry says of another group's record is for that group: the readers of this meeting are not its members."""
    reached = audiences_for(audience)
    told = Q(**{f"{record}__isnull": True}) | Q(**{f"{record}__audience__in": reached})
    if audience == Audience.INTERNAL:
        return told
    own = Q(**{f"{record}__group": F("meeting__group")})
    return told & (Q(**{f"{record}__isnull": True}) | ~Q(**{f"{record}__audience": Audience.GROUP}) | own)


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
