"""How long what the directory writes beside its records is kept."""

from django.utils.translation import gettext_lazy as _

from core.retention import YEAR, Rule
from directory.models import Merge

RULES = [
    Rule(
        what=_("de quoi annuler une fusion de doublons"),
        model=Merge,
        since="merged_at",
        kept=YEAR,
        why=_("séparer deux fiches confondues ; ce qui fut replié peut nommer des personnes"),
        blanked={"steps": []},
    ),
]
