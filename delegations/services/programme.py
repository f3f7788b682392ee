"""The days of a visit and its stops. Each locks the delegation, so that two planners see each other's stops."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from core.dates import write
from core.history import explained
from delegations.enums import DelegationState, StopState
from delegations.models import Stop
from delegations.perms import can_date_visit, can_plan_stop
from delegations.services.locking import checked_and_saved, locked_delegation, refuse_out_of_state, refuse_unless

PLANNING = [
    DelegationState.QUALIFIED,
    DelegationState.APPROACHING,
    DelegationState.SCHEDULED,
    DelegationState.DONE,  # what really happened may be put right
]
DATING = [DelegationState.RECEIVED, DelegationState.SCREENED, *PLANNING]
MOMENT = timedelta(microseconds=1)  # what ends at midnight ends the day before


@transaction.atomic
def date_visit(*, delegation, first_day, last_day, by):
    """Give a visit its days, or none; refused, naming them, when stops would fall outside."""
    delegation = locked_delegation(delegation)
    refuse_unless(can_date_visit(by), _("Seule l’équipe de CUF date une visite."))
    refuse_out_of_state(delegation, DATING)
    if bool(first_day) != bool(last_day):
        raise ValidationError({"last_day": _("Une visite a un premier et un dernier jour : indiquez les deux.")})
    if first_day and first_day > last_day:
        raise ValidationError({"last_day": _("Le dernier jour précède le premier.")})
    if delegation.state == DelegationState.DONE and last_day and last_day > timezone.localdate():
        raise ValidationError({"last_day": _("La visite est dite faite : elle ne finit pas dans l’avenir.")})
    delegation.first_day, delegation.last_day = first_day, last_day
    delegation.clean_fields()  # before the visit is compared with its stops
    if outside := [stop for stop in delegation.stops.live() if not falls_within(stop, delegation)]:
        names = ", ".join(f"{stop} ({date_format(stop.starts, 'SHORT_DATE_FORMAT')})" for stop in outside)
        message = _("Ces étapes tomberaient hors de la visite, déplacez-les ou annulez-les d’abord : %(names)s.")
        raise ValidationError(message % {"names": names}, code="stops_outside")
    return checked_and_saved(delegation, "first_day", "last_day")


@transaction.atomic
def plan_stop(*, delegation, by, **values):
    """Add a stop (fields of Stop) to the programme and return it; its zone is the visit's unless told.

    Raise ValidationError when it ends before it begins, falls outside the visit or when the delegation is elsewhere.
    """
    delegation = locked_delegation(delegation)
    refuse_unless_planner(delegation, by)
    return checked_stop(Stop(delegation=delegation, **{"time_zone": delegation.time_zone, **values}))


@transaction.atomic
def change_stop(*, stop, by, **values):
    """Change fields of a stop; to cancel one, `cancel_stop` asks why."""
    delegation = locked_delegation(stop.delegation_id)
    refuse_unless_planner(delegation, by)
    stop = Stop.objects.get(pk=stop.pk)
    stop.delegation = delegation
    for name, value in values.items():
        setattr(stop, name, value)
    if stop.state != StopState.CANCELLED:
        stop.cancelled_why = ""
    return checked_stop(stop)


@explained
@transaction.atomic
def cancel_stop(*, stop, reason, by):
    """Cancel a stop, which stays in the programme, struck out, and leaves its hours free."""
    delegation = locked_delegation(stop.delegation_id)
    refuse_unless_planner(delegation, by)
    stop = Stop.objects.get(pk=stop.pk)
    if stop.state == StopState.CANCELLED:
        raise ValidationError(_("Cette étape est déjà annulée."), code="already_cancelled")
    if not reason.strip():
        raise ValidationError({"reason": _("Dites en quelques mots pourquoi.")}, code="reason_missing")
    stop.state, stop.cancelled_why = StopState.CANCELLED, reason.strip()
    return checked_and_saved(stop, "state", "cancelled_why")


def refuse_unless_planner(delegation, by):
    refuse_unless(can_plan_stop(by), _("Seule l’équipe de CUF écrit le programme."))
    refuse_out_of_state(delegation, PLANNING)


def checked_stop(stop):
    if stop.starts_at >= stop.ends_at:
        raise ValidationError({"ends_at": _("Une étape finit après avoir commencé.")}, code="hours_in_disorder")
    if stop.state != StopState.CANCELLED:
        refuse_outside(stop)
        refuse_elsewhere(stop)
    checked_and_saved(stop)
    stop.refresh_from_db(fields=["sequence", "updated_at", "during"])
    return stop


def refuse_outside(stop):
    visit = stop.delegation.visit
    if visit is None:
        raise ValidationError(_("La visite n’est pas datée : indiquez d’abord ses jours."), code="not_dated")
    if not falls_within(stop, stop.delegation):
        message = _("L’étape du %(day)s tombe hors de la visite (%(visit)s).")
        values = {"day": date_format(stop.starts), "visit": write(visit)}
        raise ValidationError({"starts_at": message % values}, code="outside")


def refuse_elsewhere(stop):
    others = stop.delegation.stops.live().exclude(pk=stop.pk)
    other = others.filter(starts_at__lt=stop.ends_at, ends_at__gt=stop.starts_at).first()
    if other:
        message = _("La délégation est déjà attendue à « %(stop)s », de %(starts)s à %(ends)s, le %(day)s.")
        hours = {"starts": time_format(other.starts.time()), "ends": time_format(other.ends.time())}
        values = {"stop": other, "day": date_format(other.starts), **hours}
        raise ValidationError({"starts_at": message % values}, code="elsewhere")


def falls_within(stop, delegation):
    visit = delegation.visit
    return visit is not None and visit.first <= stop.starts.date() and (stop.ends - MOMENT).date() <= visit.last
