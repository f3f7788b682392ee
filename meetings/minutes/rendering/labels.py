from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

CATALOGUES = {"fr": "fr", "en": "en", "zh-Hans": "zh-hans"}


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of the exports, in the language of the document."""

    page: str
    cooperation: str
    exchanges: str
    date: str
    event: str
    owner: str
    due: str
    state: str
    colon: str


def labels_for(language: str) -> Labels:
    with translation.override(CATALOGUES.get(language, "fr")):
        return Labels(
            page=_("page"),
            cooperation=_("Coopération"),
            exchanges=_("Échanges et projets"),
            date=_("Date"),
            event=_("Événement"),
            owner=_("Responsable"),
            due=_("Échéance"),
            state=_("État"),
            colon=_("\u00a0:"),
        )
