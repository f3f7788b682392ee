"""Choosing organisations or territories among thousands by typing their names: form fields for any app.

A widget fills what the browser completes when the form calls `suggest()`. `among` and `territories` are querysets, or
callables that give one: the second for what depends on the day.
"""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from directory.choosing.candidates import OrganisationLookup, TerritoryLookup
from directory.choosing.one import NameField
from directory.choosing.several import NamesField
from directory.models import Organisation, Territory


class TerritoryField(NameField):
    """Clean into a Territory of today, of any country, or of `among`."""

    default_error_messages = {
        "required": _("Écrivez le nom d’une ville, d’un département, d’une région, d’une province."),
        "ambiguous": _("« %(text)s » peut désigner plusieurs territoires : choisissez ci-dessous."),
        "inexact": _("Aucun territoire ne s’appelle exactement « %(text)s » : choisissez ci-dessous, ou corrigez."),
    }

    def __init__(self, *, among=None, **kwargs):
        super().__init__(lookup=TerritoryLookup(among), **kwargs)


class TerritoriesField(NamesField):
    """Clean into a list of such territories."""

    def __init__(self, *, among=None, **kwargs):
        super().__init__(lookup=TerritoryLookup(among), **kwargs)


class OrganisationField(NameField):
    """Clean into an Organisation. When a territory is named, into its authority, made on first use: the view that cleans
    runs in a transaction and rolls it back when the form is refused."""

    default_error_messages = {
        "required": _("Écrivez un nom : une collectivité, une ville, un organisme."),
        "ambiguous": _("« %(text)s » peut désigner plusieurs organismes : choisissez ci-dessous."),
        "inexact": _("Aucun organisme ne s’appelle exactement « %(text)s » : choisissez ci-dessous, ou corrigez."),
    }

    def __init__(self, *, among=None, territories=None, **kwargs):
        super().__init__(lookup=OrganisationLookup(among, territories), **kwargs)


class OrganisationsField(NamesField):
    """Clean into a list of such organisations, under the same condition; any territory of today may be named."""

    def __init__(self, *, among=None, territories=Territory.objects.current, **kwargs):
        super().__init__(lookup=OrganisationLookup(among, territories), **kwargs)


def french_territories():
    return Territory.objects.current().filter(country="FR")


def foreign_territories():
    return Territory.objects.current().exclude(country="FR")


def french_organisations(**options):
    organisations = Organisation.objects.filter(Q(territory__isnull=True) | Q(territory__country="FR"))
    return OrganisationField(among=organisations, territories=french_territories, **options)


def foreign_organisations(**options):
    organisations = Organisation.objects.filter(~Q(territory__country="FR"))
    return OrganisationField(among=organisations, territories=foreign_territories, **options)


def any_organisation(**options):
    return OrganisationField(territories=Territory.objects.current, **options)
