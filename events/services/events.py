"""Dates and state of an event. What was announced before is kept: people remember the first date they read."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.dates import FuzzyDate
from core.history import explained
from core.refusals import refusals_said
from events.enums import EventStatus
from events.models import AnnouncedDate, Event
from events.services.letters import tell_event_status
from events.services.seats import locked_sessions
from events.services.sessions import move_session


@explained
@transaction.atomic
def announce_event(*, event, by=None, reason="", announced_on=None):
    """Save a new event and keep the dates under which it is first announced."""
    with refusals_said():
        event.full_clean()
        event.save()
    keep_dates(event, by, reason, announced_on)
    return event


@explained
@transaction.atomic
def announce_dates(*, event, first_day, last_day, by=None, reason="", announced_on=None, carry_sessions=False):
    """Give an event other dates (FuzzyDates; `last_day` None when it lasts one day or nobody knows).

    With `carry_sessions` its sessions move by as many days as its first one, at the same local hours, and those
    registered are told. The dates announced before stay in `event.announced_dates`. Raise ValidationError when they are
    the same, in the wrong order, or leave a session outside, which is then named.
    """
    event = Event.objects.select_for_update(of=("self",), no_key=True).get(pk=event.pk)
    if (event.first_day, event.last_day) == (first_day, last_day):
        raise ValidationError({"first_day": _("Ce sont déjà les dates de l’événement.")}, code="same_dates")
    event.first_day, event.last_day = first_day, last_day
    if event.status == EventStatus.CONFIRMED and not event.is_dated:
        message = _("L’événement est confirmé : donnez ses jours exacts, ou dites d’abord qu’il est reporté.")
        raise ValidationError({"first_day": message}, code="not_dated")
    if carry_sessions:
        move_all_sessions(event, by)
    check_holds_sessions(event)
    with refusals_said():
        event.full_clean()
        event.save()
    keep_dates(event, by, reason, announced_on)
    return event


def move_all_sessions(event, by):
    """Through days that hold both the old dates and the new; from the far end, so that no session meets another on its way."""
    held = Event.objects.get(pk=event.pk)
    if not (held.first_day.is_exact and event.first_day.is_exact):
        message = _("Pour déplacer les temps avec l’événement, donnez son premier jour exact.")
        raise ValidationError({"first_day": message}, code="not_exact")
    days = event.first_day.first - held.first_day.first
    first, last = min(held.day.first, event.day.first), max(held.day.last, event.day.last)
    held.first_day, held.last_day = FuzzyDate.day(first), FuzzyDate.day(last)
    held.save(update_fields=["first_day", "first_day_words", "last_day", "last_day_words", "updated_at"])
    live = event.sessions.filter(is_cancelled=False)
    locked_sessions(live.values_list("pk", flat=True))  # all at once and in the usual order, before one of them moves
    for session in live.order_by("-starts_at" if days > timedelta(0) else "starts_at", "pk"):
        hours = {"starts_at": session.local_start + days, "ends_at": session.local_end + days}
        move_session(session=session, by=by, **hours)


def check_holds_sessions(event):
    days = event.day
    outside = [
        session.title
        for session in event.sessions.filter(is_cancelled=False)
        if not days.first <= session.local_start.date() <= session.last_local_day <= days.last
    ]
    if outside:
        message = _(
            "Ces temps tomberaient hors des nouvelles dates : %(names)s. Déplacez-les avec lui, ou annulez-les d’abord."
        )
        raise ValidationError({"first_day": message % {"names": ", ".join(outside)}}, code="sessions_outside")


def keep_dates(event, by, reason, announced_on):
    kept = AnnouncedDate(event=event, first_day=event.first_day, last_day=event.last_day, by=by, reason=reason)
    if announced_on:
        kept.announced_on = announced_on
    kept.full_clean()
    kept.save()


@transaction.atomic
def change_event_status(*, event, status, by):
    """Say where an event stands; of one that is put off or cancelled, those who were to come are told. An event known to
    the month is confirmed only once its days are exact."""
    event = Event.objects.select_for_update(of=("self",), no_key=True).get(pk=event.pk)
    if event.status == status:
        message = _("L’événement est déjà « %(status)s ».") % {"status": event.get_status_display()}
        raise ValidationError(message, code="same_status")
    if status == EventStatus.CONFIRMED and not event.is_dated:
        raise ValidationError(_("Pour confirmer l’événement, donnez d’abord ses jours exacts."), code="not_dated")
    event.status = status
    event.full_clean()
    event.save(update_fields=["status", "updated_at"])
    if status in (EventStatus.POSTPONED, EventStatus.CANCELLED):
        tell_event_status(event)
    return event
