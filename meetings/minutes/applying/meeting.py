from datetime import date, time

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from meetings.enums import MinutesGenre, MinutesState
from meetings.models import Meeting


def iso_date(text, *, field):
    """Read an ISO date or "" (None); ValidationError names the field when it is neither."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        message = _("« %(text)s » n’est pas une date ; écrivez par exemple 2017-09-14.")
        raise ValidationError({field: message % {"text": text}}) from error


def iso_time(text, *, field):
    try:
        return time.fromisoformat(text) if text else None
    except ValueError as error:
        message = _("« %(text)s » n’est pas une heure ; écrivez par exemple 14:30.")
        raise ValidationError({field: message % {"text": text}}) from error


def apply_meeting(proposal, *, by):
    """Find the meeting that the document tells of, or make it; what staff wrote already is left as it is."""
    group = proposal.minutes_import.group
    first_day = iso_date(proposal.fields.get("first_day", ""), field="first_day")
    if first_day is None:
        raise ValidationError({"first_day": _("Le jour de la réunion manque : indiquez-le avant d’accepter.")})
    return standing_meeting(proposal, group, first_day) or make_meeting(proposal, group, first_day)


def standing_meeting(proposal, group, first_day):
    """The group's meeting of that day with the same title or the same hour: a group may meet twice in a day."""
    starts_at = iso_time(proposal.fields.get("starts_at", ""), field="starts_at")
    same = Q(title__iexact=proposal.fields.get("title", ""))
    if starts_at:
        same |= Q(starts_at=starts_at)
    return group.meetings.filter(same, first_day=first_day).order_by("pk").first()


def make_meeting(proposal, group, first_day):
    fields = proposal.fields
    last_day = iso_date(fields.get("last_day", ""), field="last_day")
    meeting = Meeting(
        group=group,
        title=(fields.get("title") or _("Réunion du %(group)s") % {"group": group})[:200],
        first_day=first_day,
        last_day=last_day if last_day and last_day > first_day else None,
        starts_at=iso_time(fields.get("starts_at", ""), field="starts_at"),
        ends_at=iso_time(fields.get("ends_at", ""), field="ends_at"),
        time_zone=fields.get("time_zone") or "Europe/Paris",
        venue=fields.get("venue", "")[:200],
        address=fields.get("address", "")[:300],
        access=fields.get("access", "")[:300],
        genre=MinutesGenre.DECISIONS if fields.get("genre") == MinutesGenre.DECISIONS else MinutesGenre.MINUTES,
        minutes_state=MinutesState.APPROVED,  # a document that circulated is no draft any more
    )
    meeting.full_clean()
    meeting.save()
    return meeting
