"""How a request comes in: by the form, which may be sent twice, or noted by staff and members."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from delegations.enums import Answer, ApproachOrigin, DelegationState, ReceivedBy
from delegations.models import Approach, Delegation, ReferenceCounter, StateChange
from delegations.perms import can_add_delegation, can_declare_for
from delegations.services.approaches import default_deadline
from delegations.services.letters import acknowledge
from delegations.services.locking import checked_and_saved, locked_delegation, refuse_unless

FLOOD = 30  # requests by the form within FLOOD_SPAN; what comes after is set apart, nothing is refused
FLOOD_SPAN = timedelta(hours=1)


@transaction.atomic
def receive_request(*, data, way, by=None, sending_key=None, suspicion=""):
    """Note a request for a visit and return (delegation, created).

    `data` holds fields of Delegation, `themes` (a list) among them; `way` is a ReceivedBy; `by` is who noted it, None
    for the public form. The same `sending_key` (a UUID) gives back the same delegation and changes nothing, also at
    the same instant. `suspicion` says in words why staff should look twice; a flood of requests is one reason. The
    requester is told that the request came in, a doubtful one only when it is screened. Raise ValidationError.
    """
    refuse_unless(by is None or can_add_delegation(by), _("Vous ne pouvez pas noter de demande."))
    refuse_unless(by is not None or way == ReceivedBy.FORM, _("Dites qui note cette demande."))
    values = dict(data)
    themes = values.pop("themes", [])
    received_on = values.get("received_on") or timezone.localdate()
    # Everything that takes a number in a year waits here; the second of two equal sendings then finds the first.
    counter = locked_counter(received_on.year)
    if sending_key and (known := Delegation.objects.filter(sending_key=sending_key).first()):
        return known, False
    with override("fr"):
        suspicion = suspicion.strip() or (flood() if way == ReceivedBy.FORM else "")
    delegation = Delegation(**values, received_by_way=way, received_by=by, sending_key=sending_key)
    delegation.is_suspect, delegation.suspicion = bool(suspicion), suspicion
    take_in(delegation, counter)
    delegation.themes.set(themes)
    return delegation, True


@transaction.atomic
def note_request(*, delegation, by):
    """Give a new Delegation, filled in by staff, its number and its first step, and save it."""
    refuse_unless(can_add_delegation(by), _("Vous ne pouvez pas noter de demande."))
    delegation.received_by, delegation.state = by, DelegationState.RECEIVED
    take_in(delegation, locked_counter(delegation.received_on.year))
    return delegation


def take_in(delegation, counter):
    delegation.reference = next_reference(counter)
    checked_and_saved(delegation)
    StateChange.objects.create(delegation=delegation, to_state=DelegationState.RECEIVED, by=delegation.received_by)
    if not delegation.is_suspect:
        acknowledge(delegation)


@transaction.atomic
def declare_request(*, data, organisation, by, sending_key=None):
    """A member tells of a visit that its authority was asked for directly. Return (delegation, created), as above."""
    refuse_unless(can_declare_for(by, organisation), _("Vous ne parlez pas au nom de cette collectivité."))
    delegation, created = receive_request(data=data, way=ReceivedBy.MEMBER, by=by, sending_key=sending_key)
    if created:
        approach = Approach(delegation=delegation, organisation=organisation, origin=ApproachOrigin.DIRECT, asked_by=by)
        approach.answer, approach.deadline = Answer.PENDING, default_deadline(approach.asked_on)
        checked_and_saved(approach)
    return delegation, created


@transaction.atomic
def renew_link(*, delegation):
    """Make the follow-up links given so far void; the next letter carries a new one."""
    delegation = locked_delegation(delegation)
    delegation.link_version += 1
    delegation.save(update_fields=["link_version", "updated_at"])
    return delegation


def locked_counter(year):
    ReferenceCounter.objects.get_or_create(year=year)
    return ReferenceCounter.objects.select_for_update().get(year=year)


def next_reference(counter):
    """Take the next number of the year; a transaction that fails gives it back."""
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"D-{counter.year}-{counter.last:03d}"


def flood():
    since = timezone.now() - FLOOD_SPAN
    count = Delegation.objects.filter(received_by_way=ReceivedBy.FORM, created_at__gte=since).count()
    return _("Plus de %(flood)d demandes en une heure.") % {"flood": FLOOD} if count >= FLOOD else ""
