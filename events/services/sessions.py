"""What staff change of a session; who holds a seat is never put out without being named."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.refusals import refusals_said
from events.enums import SeatState
from events.services.letters import tell_cancelled_session, tell_moved_session
from events.services.seats import locked_sessions, offer_free_seats

UNCHANGED = object()
NAMED = 10  # people whom a refusal names; it counts the rest


@transaction.atomic
def change_capacity(*, session, capacity, by, seats_per_organisation=UNCHANGED):
    """Set the room of a session (None: no limit) and the share of one organisation, which stays as it is unless given;
    free seats go to those who wait.

    Raise ValidationError, naming whom it concerns, when fewer seats are left than are taken.
    """
    session = locked_sessions([session.pk])[0]
    if seats_per_organisation is UNCHANGED:
        seats_per_organisation = session.seats_per_organisation
    if capacity is not None and capacity < session.taken:
        raise ValidationError({"capacity": too_few(session, capacity)}, code="below_taken")
    check_shares(session, seats_per_organisation)
    session.capacity, session.seats_per_organisation = capacity, seats_per_organisation
    session.full_clean()
    session.save(update_fields=["capacity", "seats_per_organisation", "updated_at"])
    offer_free_seats(session)
    return session


def too_few(session, capacity):
    """The latest to register are the first whom a smaller room would leave out."""
    holding = session.seats.filter(state__in=SeatState.holding()).order_by("-created_at", "-pk")
    names = people(holding.select_related("registration__person")[: session.taken - capacity])
    message = ngettext(
        "%(count)d place est prise. Avant de descendre à %(capacity)d, annulez celle de : %(names)s.",
        "%(count)d places sont prises. Avant de descendre à %(capacity)d, annulez par exemple celles de : %(names)s.",
        session.taken,
    )
    return message % {"count": session.taken, "capacity": capacity, "names": names}


def people(seats):
    names = [str(seat.registration.person) for seat in seats]
    rest = len(names) - NAMED
    shown = ", ".join(names[:NAMED])
    return shown if rest <= 0 else _("%(names)s et %(rest)d autres") % {"names": shown, "rest": rest}


def check_shares(session, share):
    if share is None:
        return
    held = {}
    for seat in session.seats.live().select_related("registration__organisation"):
        organisation = seat.registration.organisation
        held[organisation] = held.get(organisation, 0) + 1
    over = [f"{organisation} ({count})" for organisation, count in held.items() if count > share]
    if over:
        message = _("Ces organismes ont déjà plus de places : %(names)s.") % {"names": ", ".join(over)}
        raise ValidationError({"seats_per_organisation": message}, code="above_share")


@transaction.atomic
def move_session(*, session, starts_at, ends_at, by):
    """Give a session other hours; those registered are told, and no offer outlasts the new beginning. ValidationError
    names who would be at two places at once."""
    session = locked_sessions([session.pk])[0]
    check_nobody_twice(session, starts_at, ends_at)
    session.starts_at, session.ends_at = starts_at, ends_at
    with refusals_said():
        session.full_clean()
        session.save(update_fields=["starts_at", "ends_at", "updated_at"])
        session.seats.filter(offered_until__gt=starts_at).update(offered_until=starts_at)
        offer_free_seats(session)  # one that had begun may be to come again
    tell_moved_session(session)
    return session


def check_nobody_twice(session, starts_at, ends_at):
    elsewhere = session.seats.model.objects.live().exclude(session=session)
    overlapping = elsewhere.filter(session__starts_at__lt=ends_at, session__ends_at__gt=starts_at)
    seats = session.seats.live().filter(person__in=overlapping.values("person"))
    if concerned := list(seats.select_related("registration__person")):
        message = _("À ces heures, ces personnes sont inscrites ailleurs : %(names)s.")
        raise ValidationError(message % {"names": people(concerned)}, code="somebody_twice")


@transaction.atomic
def cancel_session(*, session, by):
    """Cancel a session and every seat of it; those who had one or waited are told."""
    session = locked_sessions([session.pk])[0]
    if session.is_cancelled:
        raise ValidationError(_("Ce temps est déjà annulé."), code="already_cancelled")
    seats = list(session.seats.live().select_related("registration__person").order_by("rank", "pk"))
    tell_cancelled_session(session, seats)
    now = timezone.now()
    left = {"state": SeatState.CANCELLED, "rank": None, "offered_until": None, "cancelled_at": now, "updated_at": now}
    session.seats.live().update(**left)
    session.is_cancelled = True
    session.save(update_fields=["is_cancelled", "updated_at"])
    return session
