"""Meeting → the neutral document that every export renders, with what its readers may read and nothing more."""

from django.utils import translation
from django.utils.translation import gettext as _

from core.enums import Audience
from meetings.enums import MeetingMode, MinutesState
from meetings.minutes.composing.attendance import attendance_blocks
from meetings.minutes.composing.contents import (
    action_blocks,
    agenda_blocks,
    announcement_blocks,
    decision_blocks,
    section_blocks,
)
from meetings.minutes.composing.round import round_blocks
from meetings.minutes.composing.wording import day_in_words, hours_in_words
from meetings.minutes.document import MinutesDocument, paragraph_of

WRITTEN_IN = "fr"  # the language of the minutes themselves, whoever downloads them


def parts_for(manager, audience):
    """The rows of a meeting that readers of `audience` get: internal passages only ever reach CUF."""
    return manager.all() if audience == Audience.INTERNAL else manager.filter(is_internal=False)


def compose(meeting, *, audience):
    """Return the minutes of `meeting` as readers of `audience` (an Audience) get them, a MinutesDocument in French."""
    with translation.override(WRITTEN_IN):
        return composed(meeting, Audience(audience))


def composed(meeting, audience):
    return MinutesDocument(
        language=WRITTEN_IN,
        title=meeting.title,
        group=str(meeting.group),
        genre=meeting.get_genre_display(),
        date_line=date_line(meeting),
        place_lines=tuple(place_lines(meeting)),
        version_line=version_line(meeting),
        organisation=_("Cités Unies France"),
        subject=_("Compte rendu de réunion"),
        dated=meeting.version_on or meeting.first_day,
        blocks=tuple(blocks(meeting, audience)),
    )


def date_line(meeting):
    line = _("Le %(day)s") % {"day": day_in_words(meeting.first_day)}
    if meeting.last_day:
        line = _("Du %(first)s au %(last)s") % {
            "first": day_in_words(meeting.first_day),
            "last": day_in_words(meeting.last_day),
        }
    hours = hours_in_words(meeting.starts_at, meeting.ends_at)
    return f"{line} – {hours}" if hours else line


def place_lines(meeting):
    where = ", ".join(part for part in (meeting.venue, meeting.address) if part)
    if where:
        yield _("À %(place)s") % {"place": where}
    if meeting.mode != MeetingMode.ON_SITE:
        yield meeting.get_mode_display().capitalize()
    if meeting.access:
        yield meeting.access


def version_line(meeting):
    state = "" if meeting.minutes_state == MinutesState.PUBLISHED else meeting.get_minutes_state_display()
    day = meeting.version_on and _("version du %(day)s") % {"day": day_in_words(meeting.version_on)}
    return ", ".join(part for part in (state, day) if part)


def blocks(meeting, audience):
    yield from attendance_blocks(meeting, parts_for(meeting.attendances, audience), audience)
    if meeting.introduction:
        yield paragraph_of(meeting.introduction)
    yield from agenda_blocks(parts_for(meeting.agenda_items, audience))
    yield from text_and_round(meeting, audience)
    yield from decision_blocks(parts_for(meeting.decisions, audience))
    yield from action_blocks(parts_for(meeting.actions, audience).select_related("owner"))
    yield from announcement_blocks(parts_for(meeting.announcements, audience).prefetch_related("items"))


def text_and_round(meeting, audience):
    """The sections in their order, with the round where the document has it: after the sections of a lower rank."""
    entries = parts_for(meeting.entries, audience)
    first = entries.order_by("rank").values_list("rank", flat=True).first()
    sections = list(parts_for(meeting.sections, audience))
    for section in sections:
        if first is not None and section.rank < first:
            yield from section_blocks(section)
    yield from round_blocks(entries, audience)
    for section in sections:
        if first is None or section.rank >= first:
            yield from section_blocks(section)
