from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from delegations.enums import CommitmentState, DelegationState
from delegations.models import Commitment, Outcome
from delegations.perms import can_settle_commitment, can_write_outcome
from delegations.services.locking import checked_and_saved, locked_delegation, refuse_out_of_state, refuse_unless

AFTERWARDS = [DelegationState.DONE, DelegationState.CLOSED]


@transaction.atomic
def write_outcome(*, delegation, summary, by):
    """Write what came of a visit that is done, or write it anew while the delegation is not closed; return the Outcome."""
    delegation = locked_delegation(delegation)
    refuse_unless(can_write_outcome(by), _("Seule l’équipe de CUF écrit le bilan."))
    refuse_out_of_state(delegation, [DelegationState.DONE])
    outcome = Outcome.objects.filter(delegation=delegation).first() or Outcome(delegation=delegation)
    outcome.summary, outcome.written_by = summary.strip(), by
    return checked_and_saved(outcome)


@transaction.atomic
def add_commitment(*, delegation, text, by, organisation=None, by_whom="", due=None):
    """Note what somebody promised during the visit: an organisation or, in words, `by_whom`; `due` is a FuzzyDate or None."""
    delegation = locked_delegation(delegation)
    refuse_unless(can_write_outcome(by), _("Seule l’équipe de CUF écrit le bilan."))
    refuse_out_of_state(delegation, AFTERWARDS)
    outcome = Outcome.objects.filter(delegation=delegation).first()
    if outcome is None:
        raise ValidationError(_("Écrivez d’abord le bilan de la visite."), code="no_outcome")
    commitment = Commitment(
        outcome=outcome, text=text.strip(), organisation=organisation, by_whom=by_whom.strip(), due=due
    )
    return checked_and_saved(commitment)


@transaction.atomic
def settle_commitment(*, commitment, state, by, on=None):
    """Say that a promise was kept or dropped, on a day (today unless told), or that it is open after all."""
    commitment = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    allowed = can_settle_commitment(by, commitment)
    refuse_unless(allowed, _("Cet engagement n’est pas celui de votre organisme."))
    state, today = CommitmentState(state), timezone.localdate()
    on = None if state == CommitmentState.OPEN else on or today
    if on and on > today:
        raise ValidationError({"settled_on": _("Un engagement ne se règle pas dans l’avenir.")})
    commitment.state, commitment.settled_on = state, on
    return checked_and_saved(commitment, "state", "settled_on")
