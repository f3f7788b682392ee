"""How long the contacts of those who ask for a visit are kept."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.retention import MONTH, YEAR, Rule
from delegations.enums import DelegationState
from delegations.models import Delegation

CONTACT = {"contact_name": "", "contact_email": "", "contact_phone": ""}
# A doubtful request is counted once, by the rule that ends it first, whatever became of it.
LEFT = [DelegationState.REFUSED, DelegationState.CANCELLED]

RULES = [
    Rule(
        what=_("contacts des demandes de visite douteuses"),
        model=Delegation,
        since="created_at",
        kept=3 * MONTH,
        why=_("le temps de voir si la demande est vraie"),
        only=Q(is_suspect=True),
        blanked=CONTACT,
    ),
    Rule(
        what=_("contacts des demandes de visite refusées ou abandonnées"),
        model=Delegation,
        since="updated_at",
        kept=YEAR,
        why=_("répondre à qui demande pourquoi"),
        only=Q(state__in=LEFT, is_suspect=False),
        blanked=CONTACT,
    ),
    Rule(
        what=_("contacts des visites closes"),
        model=Delegation,
        since="updated_at",
        kept=3 * YEAR,
        why=_("donner suite à ce que la visite a engagé"),
        only=Q(state=DelegationState.CLOSED, is_suspect=False),
        blanked=CONTACT,
    ),
]
