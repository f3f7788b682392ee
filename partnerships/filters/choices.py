"""What the list of partnerships is filtered, sorted and shown by, in words."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from directory.enums import OrganisationKind, TerritoryKind
from partnerships.models.querysets import PAIR

SORTS = {
    "foreign": ["foreign_side__listed_key", "french_side__listed_key", "pk"],
    "oldest": [F("since__startswith").asc(nulls_last=True), *PAIR],
    "newest": [F("since__startswith").desc(nulls_last=True), *PAIR],
    "verified": [F("confirmed_on").desc(nulls_last=True), *PAIR],
    "to_verify": [F("confirmed_on").asc(nulls_first=True), *PAIR],
    "relevance": ["-relevance", *PAIR],
}
RELEVANCE = "relevance"
SORT_LABELS = [
    ("foreign", _("nom du partenaire étranger")),
    ("oldest", _("les plus anciens")),
    ("newest", _("les plus récents")),
    ("verified", _("vérifiés récemment")),
    ("to_verify", _("à vérifier d’abord")),
    (RELEVANCE, _("les plus proches des mots cherchés")),
]
LIST, CARDS, TABLE, PRINT = "list", "cards", "table", "print"
LAYOUTS = [(LIST, _("En liste")), (CARDS, _("En fiches")), (TABLE, _("En tableau")), (PRINT, _("Imprimer"))]
GROUPS = (  # of the form: what is typed, then what is chosen
    (_("Côté français"), ["french"], ["kind", "region", "department"]),
    (_("Côté étranger"), ["foreign"], ["country", "province", "level"]),
    (_("Lien"), [], ["form", "status", "theme", "year", "group"]),
    (_("Vérification"), [], ["verified_since", "freshness"]),
)
KINDS = dict([*OrganisationKind.choices, *TerritoryKind.choices])
LEVELS = {
    "1": _("province ou région"),
    "2": _("ville-préfecture ou département"),
    "3": _("district, xian ou intercommunalité"),
    "4": _("commune"),
}
YEARS = {str(year): str(year) for year in range(2100, 1899, -1)}
