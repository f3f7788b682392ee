"""What the partnerships of a group are counted by, beside their themes: each with its definition, and its values in order."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from partnerships.enums import Freshness, PartnershipForm, PartnershipStatus


@dataclass(frozen=True)
class Fact:
    """`name` is the filter of the list, `field` what rows are grouped by. `arrange` takes {value: count} and the names of
    places by their number, and returns pairs (value, label) in the order of the page."""

    name: str
    field: str
    title: str
    definition: str
    arrange: Callable


def by_count(labels=None):
    """The most frequent first, by the names that `labels` gives them, or those of places."""

    def arrange(rows, places):
        names = places if labels is None else labels
        named = [(value, str(names.get(value, value))) for value in rows if value]
        return sorted(named, key=lambda one: (-rows[one[0]], one[1]))

    return arrange


def as_listed(choices):
    return lambda rows, _places: [(value, str(label)) for value, label in choices.choices if value in rows]


def in_order(rows, _places):
    return [(value, str(value)) for value in sorted(value for value in rows if value)]


FACTS = (
    Fact(
        *("form", "form", _("Forme")),
        _("Celle du dernier accord en vigueur ou, si aucun n’est connu, la forme déclarée."),
        by_count(dict(PartnershipForm.choices)),
    ),
    Fact(
        *("region", "region", _("Région française")),
        _("Celle où se trouve le côté français ; un organisme sans territoire n’en a pas."),
        by_count(),
    ),
    Fact(
        *("province", "province", _("Province ou région partenaire")),
        _("Celle où se trouve le côté étranger, ou qu’il est lui-même."),
        by_count(),
    ),
    Fact(
        *("year", "since_year", _("Année de début")),
        _("La première année que la date connue peut désigner : « 2008/2009 » compte en 2008."),
        in_order,
    ),
    Fact(
        *("freshness", "verified", _("Vérification")),
        _("Depuis quand la fiche a été confirmée par la collectivité, en réunion ou par CUF."),
        as_listed(Freshness),
    ),
    Fact(
        *("status", "status", _("État")),
        _("Tel que la fiche le dit ; les partenariats terminés ne sont comptés nulle part sur cette page."),
        as_listed(PartnershipStatus),
    ),
)
