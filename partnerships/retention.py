"""How long it is kept who answered for an authority, in what words; the lines of spreadsheets that were imported; and the
workbooks that were made."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.retention import YEAR, Rule
from partnerships.enums import WorkbookState
from partnerships.models import TableImport, TableRow, VerificationAnswer, VerificationRequest, WorkbookOrder
from partnerships.models.workbooks import KEPT

RULES = [
    Rule(
        what=_("noms et commentaires de qui répond à une campagne de vérification"),
        model=VerificationRequest,
        since="answered_at",
        kept=3 * YEAR,
        why=_("revenir vers qui a répondu, jusqu’à la campagne suivante et au-delà"),
        blanked={"answered_by": None, "comment": ""},
    ),
    Rule(
        what=_("commentaires sur une fiche, dans une campagne de vérification"),
        model=VerificationAnswer,
        since="created_at",
        kept=3 * YEAR,
        why=_("comprendre une correction, jusqu’à la campagne suivante et au-delà"),
        blanked={"comment": ""},
    ),
    Rule(
        what=_("lignes des tableaux importés"),
        model=TableRow,
        since="created_at",
        kept=YEAR,
        why=_("annuler un import, et retrouver d’où vient une fiche"),
    ),
    Rule(
        what=_("nom des tableaux importés"),
        model=TableImport,
        since="created_at",
        kept=YEAR,
        why=_("reconnaître un fichier ; l’empreinte reste"),
        blanked={"name": ""},
    ),
    Rule(
        what=_("classeurs préparés"),
        model=WorkbookOrder,
        since="updated_at",
        kept=KEPT,
        why=_("le temps de les prendre ; le fichier part avec la demande"),
        only=~Q(state=WorkbookState.WAITING),
    ),
]
