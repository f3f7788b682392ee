"""The merges of the directory: organisations and territories."""

from django.utils.translation import gettext as _

from directory.enums import NameKind, NameLanguage
from directory.merging.kinds import MergeKind
from directory.models import Organisation, OrganisationName, Territory, TerritoryName

# Of the absorbed record only: the kept one has names of its own of these sorts
ITS_OWN = {NameKind.OFFICIAL, NameKind.AUTHORITY, NameKind.SHORT}


def as_alias(name):
    """What a name takes on when it moves: people go on finding the record by it, and nothing is called so any more."""
    return {"kind": NameKind.ALIAS.value} if name.kind in ITS_OWN else {}


def organisation_names(*, row, into):
    said = ((row.name, NameLanguage.FRENCH), (row.acronym, NameLanguage.FRENCH), (row.name_zh, NameLanguage.CHINESE))
    own = {into.name, into.acronym, into.name_zh, ""}
    return [OrganisationName(organisation=into, text=text, language=one) for text, one in said if text not in own]


def territory_names(*, row, into):
    said = (
        (row.name, NameLanguage.FRENCH),
        (row.name_zh, NameLanguage.CHINESE),
        (row.name_latin, NameLanguage.LOCAL),
    )
    own = {into.name, into.name_zh, into.name_latin, ""}
    return [TerritoryName(territory=into, text=text, language=one) for text, one in said if text not in own]


def on_two_sides(kept, absorbed):
    """A partnership goes from France to another country: an organisation is on one side only."""
    here, there = kept.territory, absorbed.territory
    if here and there and here.is_french != there.is_french:
        return _("L’un de ces organismes est en France et l’autre à l’étranger : ce sont deux organismes.")
    return ""


def in_two_countries(kept, absorbed):
    if kept.country != absorbed.country:
        return _("Ces deux territoires ne sont pas du même pays : ce sont deux territoires.")
    return ""


def within_each_other(kept, absorbed):
    """A place is no other spelling of what it lies in."""
    if kept in absorbed.chain or absorbed in kept.chain:
        return _("L’un de ces territoires contient l’autre : ce sont deux territoires.")
    return ""


def kept_by_the_loader(kept, absorbed):
    """The loading of the reference data would make the absorbed one again."""
    if absorbed.dataset and kept.dataset:
        return _("Ces deux territoires viennent des données de référence : la source dit que ce sont deux territoires.")
    if absorbed.dataset:
        return _("« %(name)s » vient des données de référence : gardez-le, et absorbez l’autre.") % {"name": absorbed}
    return ""


ORGANISATIONS = MergeKind(
    Organisation,
    refusals=(on_two_sides,),
    names=organisation_names,
    moved={OrganisationName: as_alias},
)
TERRITORIES = MergeKind(
    Territory,
    refusals=(in_two_countries, within_each_other, kept_by_the_loader),
    names=territory_names,
    moved={TerritoryName: as_alias},
    together=(("latitude", "longitude"),),
    unfit=lambda kept, absorbed: ("successor", "dataset"),
)
