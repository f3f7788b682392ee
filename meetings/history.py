"""What the history of a meeting holds. Members read what changed in minutes that they could read at the time, internal
passages left out; who was there, and what was said of others, is read in the minutes as they stand."""

from django.db.models import Q

from core.audiences import audience_reaches
from core.history.records import Part, Record
from meetings.models import (
    ActionItem,
    AgendaItem,
    Announcement,
    AnnouncementItem,
    Attendance,
    Decision,
    Meeting,
    MinutesImport,
    Proposal,
    RoundTableEntry,
    Section,
)
from meetings.models.meetings import READABLE_STATES


def minutes_reach(user):
    return Q(audience_reaches(user), minutes_state__in=READABLE_STATES)


def not_internal(user):
    return Q(is_internal=False)


RECORDS = [
    Record(
        Meeting,
        fields=(
            *("kind", "title", "first_day", "last_day", "starts_at", "ends_at", "time_zone", "mode"),
            *("venue", "address", "access", "minutes_state", "version_on", "is_cancelled", "audience"),
        ),
        reaches=audience_reaches,
        parts_reach=minutes_reach,
        withheld=("minutes_state",),
        parts=(
            Part(AgendaItem, "meeting", ("title", "minutes_planned"), not_internal),
            Part(Decision, "meeting", ("kind", "text", "details"), not_internal),
            Part(ActionItem, "meeting", ("text", "owner", "due", "state", "done_on"), not_internal),
            Part(Announcement, "meeting", ("title", "when", "place", "registration_required"), not_internal),
            Part(AnnouncementItem, "announcement__meeting"),
            Part(Attendance, "meeting"),
            Part(Section, "meeting"),
            Part(RoundTableEntry, "meeting"),
            Part(MinutesImport, "meeting", is_restorable=False),
        ),
    ),
    Record(MinutesImport, parts=(Part(Proposal, "minutes_import", is_restorable=False),), is_restorable=False),
]
