"""How a delegation goes from one state to the next."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.enums import Audience
from core.history import explained
from delegations.enums import Actor, DelegationState, StopState
from delegations.models import StateChange
from delegations.perms import can_change_state
from delegations.services.letters import tell_authorities, tell_requester
from delegations.services.locking import checked_and_saved, locked_delegation
from delegations.states import actor_of, transition_between, transitions_for

DROPPED = [DelegationState.REFUSED, DelegationState.CANCELLED]


@explained
@transaction.atomic
def change_state(*, delegation, to, by, reason="", message="", audience=""):
    """Take `delegation` to the state `to` (a DelegationState) and return it as it stands then.

    `by` is a user, or None for the requester who follows their link. `reason` stays with CUF, `message` goes to the
    requester with the news where the table says that they are told. `audience` is who sees the delegation once
    screened, its group unless told. Raise ValidationError when the table does not know the step, when it is not for
    `by`, when a guard is not met or a reason is missing. Of two clicks at once, the second finds the new state.
    """
    delegation = locked_delegation(delegation)
    to, reason, message = DelegationState(to), reason.strip(), message.strip()
    step = step_for(delegation, to, by)
    refuse_unready(step, delegation, by, reason)
    change = StateChange(delegation=delegation, from_state=delegation.state, to_state=to, by=by)
    change.reason, change.message = reason, message
    change.full_clean()
    enter(delegation, to, audience)
    change.save()
    delegation.refresh_from_db(fields=["sequence", "updated_at"])
    if step.tells_requester and not delegation.is_suspect:
        tell_requester(change)
    return delegation


def withdraw_request(*, delegation, reason=""):
    """The requester, by their link, renounces the visit; see `change_state`."""
    return change_state(delegation=delegation, to=DelegationState.CANCELLED, by=None, reason=reason)


def steps_offered(delegation, user):
    """The steps that `user` may take today, as a list of (Transition, sentences that say what is missing first)."""
    steps = transitions_for(actor_of(user), delegation.state)
    return [(step, step.refusals(delegation)) for step in steps]


def step_for(delegation, to, by):
    step = transition_between(delegation.state, to)
    if step is None:
        message = _("La délégation est dans l’état « %(present)s » : elle ne passe pas de là à « %(to)s ».")
        raise ValidationError(
            message % {"present": delegation.get_state_display(), "to": to.label}, code="no_such_step"
        )
    if not can_change_state(by, delegation, to):
        who = ", ".join(str(actor.label) for actor in Actor if actor in step.actors)
        raise ValidationError(
            _("Ce changement n’est pas le vôtre ; il revient à : %(who)s.") % {"who": who}, code="not_yours"
        )
    return step


def refuse_unready(step, delegation, by, reason):
    if refusals := step.refusals(delegation):
        raise ValidationError([ValidationError(sentence, code="guard") for sentence in refusals])
    # Who withdraws their own request owes nobody a reason.
    if step.needs_reason and not reason and by is not None:
        raise ValidationError({"reason": _("Dites en quelques mots pourquoi.")}, code="reason_missing")


def enter(delegation, to, audience):
    """Write the new state, with what follows from it."""
    fields = ["state"]
    if to == DelegationState.SCREENED:
        fields += open_to_members(delegation, audience)
    delegation.state = to
    checked_and_saved(delegation, *fields)
    if to in DROPPED:
        tell_authorities(delegation)
        free_hours(delegation)


def free_hours(delegation):
    """Nobody waits any more for a delegation that does not come."""
    with override("fr"):
        why = _("La délégation est %(state)s.") % {"state": delegation.get_state_display()}
    for stop in delegation.stops.live():
        stop.state, stop.cancelled_why = StopState.CANCELLED, why
        stop.save(update_fields=["state", "cancelled_why", "updated_at"])


def open_to_members(delegation, audience):
    """Once screened, a request is no more doubtful and its group sees it, unless somebody chose otherwise."""
    is_first_time = not delegation.changes.filter(to_state=DelegationState.SCREENED).exists()
    delegation.is_suspect, delegation.suspicion = False, ""
    if audience:
        delegation.audience = audience
    elif is_first_time and delegation.audience == Audience.INTERNAL:
        delegation.audience = Audience.GROUP
    return ["is_suspect", "suspicion", "audience"]
