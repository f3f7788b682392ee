"""What the history of an event and of a date of the agenda holds, and what of it members read.

Who registered and who waits is the team's; what people are told of by letter is not set back behind their backs.
"""

from core.audiences import audience_reaches
from core.history.records import Part, Record
from events.models import AgendaEntry, AnnouncedDate, Event, Lesson, PlanStep, Registration, Seat, Session
from events.models.entries import entries_reaching

DAYS = ("first_day", "last_day")
TOLD_BY_LETTER = ("starts_at", "ends_at", "time_zone", "capacity", "is_cancelled")

RECORDS = [
    Record(
        Event,
        fields=(
            *("kind", "edition", "title", "summary", *DAYS, "status", "venue", "audience"),
            *("registration", "registration_url", "registration_opens_at", "registration_closes_at"),
            *("organisers", "partnerships", "places", "themes"),
        ),
        reaches=audience_reaches,
        kept_by=lambda user, event: event.organisers.filter(pk__in=user.edited_ids).exists(),
        withheld=("status", *DAYS),
        parts=(
            Part(
                Session,
                "event",
                ("kind", "title", "description", "place", "venue", "room", *TOLD_BY_LETTER),
                withheld=TOLD_BY_LETTER,
            ),
            Part(AnnouncedDate, "event", (*DAYS, "announced_on"), is_restorable=False),
            Part(PlanStep, "event", ("text", "due", "owner", "state", "done_on")),
            Part(Lesson, "event", ("kind", "text", "stated_by", "fate", "fate_note")),
            Part(Registration, "event", is_restorable=False),
            Part(Seat, "registration__event", is_restorable=False),
        ),
    ),
    Record(
        AgendaEntry,
        fields=(
            *("title", "description", *DAYS, "starts_at", "ends_at", "time_zone", "place", "url"),
            *("organisation", "state", "audience", "themes"),
        ),
        reaches=entries_reaching,
        kept_by=lambda user, entry: entry.proposed_by_id == user.pk,
        withheld=("state", "proposed_by", "decided_by", "decided_at", "reason"),
    ),
]
