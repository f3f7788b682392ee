"""What the page of a meeting shows of its minutes, to whom it may be shown, in the order of the printed document."""

from itertools import groupby

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import ReviewFlag
from events.models import Event
from meetings.enums import DecisionKind, Presence
from meetings.minutes.composing.document import date_line, place_lines
from meetings.models import ActionItem
from partnerships.models import Partnership

PRESENCE_HEADINGS = {
    Presence.PRESENT: _("Présents"),
    Presence.REPRESENTED: _("Représentés"),
    Presence.EXCUSED: _("Excusés"),
    Presence.ABSENT: _("Absents"),
}
DECISION_HEADINGS = {
    DecisionKind.DECISION: _("Décisions"),
    DecisionKind.CONCLUSION: _("Conclusions"),
    DecisionKind.POSITION: _("Positions"),
    DecisionKind.INFORMATION: _("Informations"),
}


def minutes_context(meeting, user):
    """Everything is read through `visible_to`: an unreadable draft gives empty parts and the heading alone."""
    sections_before, entries, sections_after = body_of(meeting, user)
    context = {
        "meeting": meeting,
        "date_line": date_line(meeting),
        "place_lines": list(place_lines(meeting)),
        "is_past": (meeting.last_day or meeting.first_day) < timezone.localdate(),
        "may_read": meeting.minutes_readable or (user.is_authenticated and user.sees_all),
        "attendance": attendance_of(meeting, user),
        "agenda_items": list(meeting.agenda_items.visible_to(user)),
        "sections_before": sections_before,
        "entries": entries,
        "sections_after": sections_after,
        "decisions": decisions_of(meeting, user),
        "actions": list(actions_of(meeting, user)),
        "announcements": announcements_of(meeting, user),
    }
    if user.is_authenticated and user.sees_all:
        give_doubts([meeting, *rows_of(context)])
    return context | {"is_empty": not any(context[name] for name in PARTS)}


PARTS = (
    "attendance",
    "agenda_items",
    "sections_before",
    "entries",
    "sections_after",
    "decisions",
    "actions",
    "announcements",
)


def rows_of(context):
    """Every record that the page shows a line of, the pairs of the round included."""
    grouped = [row for name in ("attendance", "decisions") for _heading, rows in context[name] for row in rows]
    names = ("agenda_items", "sections_before", "entries", "sections_after", "actions", "announcements")
    rows = [row for name in names for row in context[name]]
    return [*grouped, *rows, *(entry.partnership for entry in context["entries"] if entry.partnership)]


def give_doubts(records):
    """Give each record the open doubts about it, in one query."""
    keyed = {}
    for record in records:
        record.doubts = []
        keyed.setdefault((ContentType.objects.get_for_model(record).pk, record.pk), []).append(record)
    about = Q()
    for content_type in {key[0] for key in keyed}:
        about |= Q(content_type=content_type, object_id__in=[pk for model, pk in keyed if model == content_type])
    for flag in ReviewFlag.objects.open().filter(about):
        for record in keyed[flag.content_type_id, flag.object_id]:
            record.doubts.append(flag)


def attendance_of(meeting, user):
    """Pairs (heading, rows) by presence; who stands in for whom is named only where the stand-in is shown."""
    rows = list(meeting.attendances.visible_to(user).select_related("person", "organisation"))
    shown = {row.pk: row for row in rows}
    for row in rows:
        row.stand_in = shown.get(row.represented_by_id)
    by_presence = [
        (heading, [row for row in rows if row.presence == code]) for code, heading in PRESENCE_HEADINGS.items()
    ]
    return [(heading, group) for heading, group in by_presence if group]


def body_of(meeting, user):
    """The sections that come before the round, the round, the sections that follow it: as the exports order them."""
    pairs = Prefetch("partnership", Partnership.objects.for_listing())
    rows = meeting.entries.visible_to(user).select_related("organisation__territory", "wish").prefetch_related(pairs)
    entries = list(rows)
    sections = list(meeting.sections.visible_to(user))
    before = [section for section in sections if entries and section.rank < entries[0].rank]
    return before, entries, sections[len(before) :]


def decisions_of(meeting, user):
    order = list(DECISION_HEADINGS)
    rows = sorted(meeting.decisions.visible_to(user), key=lambda row: order.index(row.kind))
    return [(DECISION_HEADINGS[kind], list(group)) for kind, group in groupby(rows, key=lambda row: row.kind)]


def announcements_of(meeting, user):
    """What was announced, each with its event when `user` may see that one."""
    rows = list(meeting.announcements.visible_to(user).prefetch_related("items"))
    events = Event.objects.visible_to(user).in_bulk([row.event_id for row in rows if row.event_id])
    for row in rows:
        row.event_seen = events.get(row.event_id)
    return rows


def actions_of(meeting, user):
    """The actions, with where each comes from and where it was carried, as far as `user` may read those meetings."""
    elsewhere = ActionItem.objects.visible_to(user).select_related("meeting")
    return (
        meeting.actions.visible_to(user)
        .select_related("owner")
        .prefetch_related(Prefetch("carried_from", elsewhere), Prefetch("carried_to", elsewhere))
    )
