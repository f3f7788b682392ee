from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from delegations.enums import DelegationState, OpinionKind
from delegations.models import Opinion
from delegations.perms import can_ask_opinion, can_give_opinion
from delegations.services.letters import tell_opinion_asked
from delegations.services.locking import checked_and_saved, locked_delegation, refuse_out_of_state, refuse_unless

CONSULTING = [
    DelegationState.RECEIVED,
    DelegationState.SCREENED,
    DelegationState.QUALIFIED,
    DelegationState.APPROACHING,
    DelegationState.SCHEDULED,
]


@transaction.atomic
def ask_opinion(*, delegation, organisation, by):
    """Ask a ministry or another partner what it thinks of a delegation, which its people then see; return the Opinion."""
    delegation = locked_delegation(delegation)
    refuse_unless(can_ask_opinion(by), _("Seul un chargé de mission demande un avis."))
    refuse_out_of_state(delegation, CONSULTING)
    refuse_unless(
        not delegation.is_suspect, _("Cette demande est douteuse : examinez-la avant de consulter."), "suspect"
    )
    opinion = checked_and_saved(Opinion(delegation=delegation, organisation=organisation))
    tell_opinion_asked(opinion)
    return opinion


@transaction.atomic
def give_opinion(*, opinion, kind, by, text="", given_on=None):
    """Write the opinion (an OpinionKind other than « asked ») of an organisation; `given_on` is today unless told.

    It may be given anew while the delegation is prepared. Raise ValidationError.
    """
    delegation = locked_delegation(opinion.delegation_id)
    opinion = Opinion.objects.select_for_update(of=("self",)).get(pk=opinion.pk)
    refuse_unless(can_give_opinion(by, opinion), _("Un partenaire donne l’avis de son organisme seulement."))
    refuse_out_of_state(delegation, CONSULTING)
    if kind not in OpinionKind.given_ones():
        raise ValidationError({"kind": _("Choisissez un avis.")}, code="no_opinion")
    given_on = given_on or timezone.localdate()
    if given_on > timezone.localdate():
        raise ValidationError({"given_on": _("Un avis ne se date pas dans l’avenir.")})
    opinion.kind, opinion.text, opinion.given_on, opinion.given_by = kind, text.strip(), given_on, by
    return checked_and_saved(opinion, "kind", "text", "given_on", "given_by")
