from core.dates import FuzzyDate
from cufportal.agenda.entry import Entry
from cufportal.agenda.kinds import Kind
from cufportal.agenda.sources.base import Source, at_hour, fuzzy_days, joined, plain_days
from events.enums import EventStatus
from meetings.enums import ActionState
from meetings.models import ActionItem, Meeting

MEETING_PAGE = "meetings:meeting_detail"


def meeting_entry(pk, group, title, first, last, starts, ends, zone, venue, address, cancelled, sequence, updated_at):
    last = last or first
    return Entry(
        uid=f"meeting-{pk}",
        kind=Kind.MEETING,
        title=title,
        day=FuzzyDate(first, last),
        address=(MEETING_PAGE, pk, ""),
        group=group,
        starts=at_hour(first, starts, zone),
        ends=at_hour(last, ends, zone),
        time_zone=zone,
        status=EventStatus.CANCELLED if cancelled else EventStatus.CONFIRMED,
        place=joined(venue, address),
        sequence=sequence,
        updated_at=updated_at,
    )


MEETINGS = Source(
    kind=Kind.MEETING,
    rows=Meeting.objects.visible_to,
    when=plain_days("first_day", "last_day"),
    columns=(
        *("pk", "group__slug", "title", "first_day", "last_day", "starts_at", "ends_at", "time_zone"),
        *("venue", "address", "is_cancelled", "sequence", "updated_at"),
    ),
    entry=meeting_entry,
    leads=True,
)


def action_entry(pk, meeting, group, text, due, words, sequence, updated_at):
    day = FuzzyDate.from_range(due, words)
    return Entry(
        uid=f"action-{pk}",
        kind=Kind.DEADLINE,
        title=text,
        day=day,
        address=(MEETING_PAGE, meeting, ""),
        group=group,
        is_exact=day.is_exact,
        sequence=sequence,
        updated_at=updated_at,
        part_of=f"meeting-{meeting}",
    )


def actions_owed(user):
    """Those still to do; of an action that another meeting took over, the latest that the reader may read."""
    read = ActionItem.objects.visible_to(user)
    taken_over = read.filter(carried_from__isnull=False).order_by().values("carried_from")
    return read.filter(due__isnull=False, state=ActionState.OPEN).exclude(pk__in=taken_over)


ACTIONS = Source(
    kind=Kind.DEADLINE,
    rows=actions_owed,
    when=fuzzy_days("due"),
    columns=("pk", "meeting", "meeting__group__slug", "text", "due", "due_words", "sequence", "updated_at"),
    entry=action_entry,
    group="meeting__group",
)
