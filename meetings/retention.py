"""How long what an import read is kept beside the minutes made of it."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.retention import YEAR, Rule
from meetings.enums import ProposalState
from meetings.models import MinutesImport, Proposal

RULES = [
    Rule(
        what=_("ce qu’un import a proposé, une fois décidé"),
        model=Proposal,
        since="decided_at",
        kept=2 * YEAR,
        why=_("comparer les fiches au document dont elles viennent"),
        only=~Q(state=ProposalState.PENDING),
        blanked={"fields": {}, "match": {}, "excerpt": ""},
    ),
    Rule(
        what=_("texte des documents importés"),
        model=MinutesImport,
        since="created_at",
        kept=2 * YEAR,
        why=_("relire ce qui a été importé ; l’empreinte reste, qui reconnaît le fichier"),
        blanked={"pages": [], "name": ""},
    ),
]
