"""How long the lines of a spreadsheet are kept beside the records made of them."""

from django.utils.translation import gettext_lazy as _

from core.retention import YEAR, Rule
from partnerships.models import TableImport, TableRow

RULES = [
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
]
