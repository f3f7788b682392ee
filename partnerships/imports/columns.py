"""What a column of the file may mean, and which one most likely does."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from core.needles import bare

# Field → (its name on the page, headings that mean it, written bare).
FIELDS = {
    "french_name": (
        _("Côté français : nom"),
        ("cote francais", "collectivite francaise", "collectivite", "ville francaise", "partenaire francais", "nom"),
    ),
    "french_code": (
        _("Côté français : code INSEE ou SIREN"),
        ("code insee", "insee", "siren", "code siren", "code", "code francais", "cog", "code commune"),
    ),
    "french_within": (
        _("Côté français : département ou région"),
        ("departement", "region", "dept", "code departement"),
    ),
    "foreign_name": (
        _("Côté étranger : nom"),
        (
            *("cote etranger", "partenaire etranger", "partenaire", "ville etrangere", "collectivite etrangere"),
            *("ville chinoise", "partenaire chinois", "territoire etranger", "ville partenaire"),
        ),
    ),
    "foreign_code": (
        _("Côté étranger : code GB/T 2260 ou ISO 3166-2"),
        ("code gb", "gb", "gb t 2260", "gb2260", "code etranger", "code gb t 2260", "code chinois"),
    ),
    "foreign_within": (
        _("Côté étranger : province"),
        ("province", "province chinoise", "region etrangere"),
    ),
    "status": (_("État"), ("etat", "statut", "status")),
    "form_stated": (_("Forme"), ("forme", "forme declaree", "type", "nature", "type de partenariat", "form")),
    "since": (_("Depuis"), ("depuis", "debut", "date de debut", "annee", "date", "signature", "date de signature")),
    "until": (_("Jusqu’à"), ("jusqu a", "fin", "date de fin", "cloture")),
    "title": (_("Titre"), ("titre", "intitule")),
    "summary": (_("Objet"), ("objet", "resume", "description", "contenu", "projet")),
    "themes": (_("Thèmes, séparés par des points-virgules"), ("themes", "theme", "thematique", "thematiques")),
    "source": (_("Source"), ("source", "origine")),
}
SIDES = ("french", "foreign")
VALUES = ("status", "form_stated", "since", "until", "title", "summary", "themes", "source")


@lru_cache(50_000)
def heading(text):
    return " ".join(bare(text).replace("’", " ").replace("'", " ").replace("/", " ").replace("_", " ").split())


def guessed(columns: Sequence[str]) -> dict[str, int]:
    """The columns whose heading says by itself which field they hold: {field: place of the column}."""
    headings = [heading(column) for column in columns]
    found = {}
    for field, (label, words) in FIELDS.items():
        for word in (heading(str(label)), heading(field), *words):
            at = next((at for at, said in enumerate(headings) if said == word and at not in found.values()), None)
            if at is not None:
                found[field] = at
                break
    return found


def by_heading(mapping, columns):
    """A mapping as it may be kept for other files: {field: heading}."""
    return {field: columns[at] for field, at in mapping.items()}


def placed(kept, columns):
    """The mapping that headings kept earlier give to a file; None when one of them is missing or stands twice."""
    if not kept or any(columns.count(name) != 1 for name in kept.values()):
        return None
    return {field: columns.index(name) for field, name in kept.items()}


def refusal_of(mapping):
    """Why a mapping cannot be used, as a sentence; None when it can."""
    for side, label in (("french", _("français")), ("foreign", _("étranger"))):
        if f"{side}_name" not in mapping and f"{side}_code" not in mapping:
            return _("Dites quelle colonne nomme le côté %(side)s : son nom, son code, ou les deux.") % {"side": label}
    if len(set(mapping.values())) < len(mapping):
        return _("Une même colonne ne peut pas servir deux fois : choisissez-en une autre.")
    return None
