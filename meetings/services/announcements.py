"""From what a meeting announced to the event itself, whose page then says what becomes of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.postgres.search import TrigramSimilarity
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core.dates import FuzzyDate
from core.enums import Audience
from core.search import Folded
from directory.lookups import folded_name
from events.enums import EventStatus, SessionKind
from events.models import Event, Session
from events.services import announce_event
from meetings.enums import AnnouncementItemKind
from meetings.models import Announcement
from meetings.services.minutes import refuse_unless_staff

RESEMBLES = 0.45  # « Assises de Toulouse » and « Assises franco-chinoises de Toulouse »; two towns are further apart
KINDS = {AnnouncementItemKind.STAND: SessionKind.STAND, AnnouncementItemKind.COMMITTEE: SessionKind.COMMITTEE}
LONGEST_TITLE = 200


@transaction.atomic
def make_event_of(*, announcement, by):
    """Link an announcement to the event it speaks of, made when there is none, and return the event.

    The event is the group's, whose days overlap and whose title resembles; a new one is tentative, says that a
    registration is compulsory, and has as sessions those items that have a day and hours within its days. Doing it
    twice changes nothing more. Raise ValidationError when `by` is not staff or when the announcement has no date.
    """
    refuse_unless_staff(by)
    announcement = locked(announcement)
    if announcement.event_id:
        return announcement.event
    if announcement.when is None:
        raise ValidationError(_("Donnez d’abord une date à cette annonce : un événement en a une."), code="no_date")
    event = resembling_event(announcement) or new_event(announcement, by)
    set_event(announcement, event)
    return event


@transaction.atomic
def link_event(*, announcement, event, by):
    """Say which event of the group an announcement speaks of; None takes the link away."""
    refuse_unless_staff(by)
    announcement = locked(announcement)
    if event and event.group_id != announcement.meeting.group_id:
        raise ValidationError({"event": _("Cet événement est d’un autre groupe.")}, code="other_group")
    set_event(announcement, event)
    return announcement


def link_known_event(announcement):
    """Link an announcement that has no event to the one of the same group, title and days, when there is exactly one."""
    if announcement.event_id is None and announcement.when is not None:
        found = list(same_events(announcement)[:2])
        if len(found) == 1:
            set_event(announcement, found[0])


def locked(announcement):
    rows = Announcement.objects.select_for_update(of=("self",)).select_related("event", "meeting__group")
    return rows.get(pk=announcement.pk)


def set_event(announcement, event):
    announcement.event = event
    announcement.save(update_fields=["event", "updated_at"])


def same_events(announcement):
    """Its events of the same title, held or once announced on the very same days."""
    when = announcement.when
    first, last = days_of(when)
    now = Q(first_day=first, last_day=last) | Q(first_day=when, last_day__isnull=True)
    before = Q(announced_dates__first_day=first, announced_dates__last_day=last)
    before |= Q(announced_dates__first_day=when, announced_dates__last_day__isnull=True)
    events = Event.objects.filter(group=announcement.meeting.group).alias(folded_title=Folded("title"))
    return events.filter(now | before, folded_title=folded_name(announcement.title)).distinct()


def resembling_event(announcement):
    """The group's event at those days whose title is nearest, if it is near enough."""
    when = announcement.when.as_range
    begun = Q(first_day__startswith__lt=when.upper)
    not_over = Q(last_day__endswith__gt=when.lower) | Q(last_day__isnull=True, first_day__endswith__gt=when.lower)
    events = Event.objects.filter(begun, not_over, group=announcement.meeting.group)
    near = events.annotate(likeness=TrigramSimilarity(Folded("title"), folded_name(announcement.title)))
    return near.filter(likeness__gte=RESEMBLES).order_by("-likeness", "pk").first()


def days_of(when):
    """First and last day of what lasts from one day to another; what is known to the month is one fuzzy day."""
    if when.precision == "interval" and not when.words and not when.is_whole_months:
        return FuzzyDate.day(when.first), FuzzyDate.day(when.last)
    return when, None


def new_event(announcement, by):
    meeting = announcement.meeting
    first_day, last_day = days_of(announcement.when)
    event = Event(
        group=meeting.group,
        title=announcement.title[:LONGEST_TITLE],
        first_day=first_day,
        last_day=last_day,
        status=EventStatus.TENTATIVE,
        venue=announcement.place,
        summary=_("Inscription obligatoire.") if announcement.registration_required else "",
        audience=Audience.INTERNAL if announcement.is_internal else meeting.audience,
    )
    reason = _("Annoncé à la réunion « %(meeting)s ».") % {"meeting": meeting.title[:LONGEST_TITLE]}
    announce_event(event=event, by=by, reason=reason, announced_on=meeting.first_day)
    for item in announcement.items.all():
        add_session(event, item)
    return event


def add_session(event, item):
    """An item with a day and both hours is a session, when it falls within the days of the event."""
    if not (item.day and item.starts_at and item.ends_at and event.day.first <= item.day <= event.day.last):
        return
    zone = ZoneInfo(event.time_zone)
    session = Session(
        event=event,
        kind=KINDS.get(item.kind, SessionKind.OTHER),
        title=item.text[:LONGEST_TITLE],
        starts_at=datetime.combine(item.day, item.starts_at, zone),
        ends_at=datetime.combine(item.day, item.ends_at, zone),
        time_zone=event.time_zone,
        venue=item.place,
    )
    session.full_clean()
    session.save()
