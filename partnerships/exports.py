"""The list of partnerships as a table to take away: the same rows in the same order, read while they are sent."""

from collections import defaultdict
from contextlib import suppress
from datetime import timedelta
from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.dates import FuzzyDate
from core.dates import write as write_date
from directory.countries import country_name
from directory.enums import CodeSystem, OrganisationKind, TerritoryKind
from directory.models import Organisation, Territory, TerritoryCode, Theme
from partnerships.enums import PartnershipForm, PartnershipStatus
from partnerships.models import Partnership, Project

AT_ONCE = 500  # rows in memory
LARGEST_WORKBOOK = 5000  # rows; a workbook is made whole before it is sent
INSEE = (CodeSystem.INSEE_REGION, CodeSystem.INSEE_DEPARTMENT, CodeSystem.INSEE_COMMUNE)
NO_SIDE = ("", "", "", "", "", "", "", "")
SIDE = (  # what `side_of` reads
    *("kind", "name", "name_zh", "listed_kind", "listed_country", "listed_top"),
    *("territory__name", "territory__name_zh", "territory__country"),
)
COLUMNS = (
    *("pk", "group__name", "french_side_id", "foreign_side_id", "title", "form", "status"),
    *("since__startswith", "since__endswith", "since_words", "until__startswith", "until__endswith", "until_words"),
    *("confirmed_on", "confirmed_for__name", "carried", "project_count"),
)


def exported_header():
    return [
        _("Numéro"),
        _("Groupe-pays"),
        _("Côté français"),
        _("Nature du côté français"),
        _("Région"),
        _("Code INSEE"),
        _("SIREN"),
        _("Côté étranger"),
        _("Nom chinois"),
        _("Nature du côté étranger"),
        _("Pays"),
        _("Province"),
        _("Code GB/T 2260"),
        _("Titre"),
        _("Forme"),
        _("État"),
        _("Depuis"),
        _("Jusqu’à"),
        _("Thèmes"),
        _("Vérifié le"),
        _("Vérifié au nom de"),
        _("Nombre de projets"),
    ]


def exported_rows(partnerships, language):
    """Yield a list of cells for each of `partnerships`, a queryset in its order, in the words of `language`."""
    # The body is sent after the request, and its language, are over.
    with override(language):
        sides = sides_of(partnerships)
        themes = {theme.pk: str(theme) for theme in Theme.objects.all()}
        forms, statuses = (
            {code: str(label) for code, label in names.choices} for names in (PartnershipForm, PartnershipStatus)
        )
        said, listed = cache(words_for), cache(lambda carried: " ; ".join(themes[theme] for theme in carried))
        for row in rows_of(partnerships):
            pk, group, french, foreign, title, form, status, *dates, confirmed, by, carried, projects = row
            name, _zh, kind, _country, top, insee, siren, _gb = sides.get(french, NO_SIDE)
            f_name, zh, f_kind, country, f_top, _insee, _siren, gb = sides.get(foreign, NO_SIDE)
            yield [
                *(pk, group, name, kind, top, insee, siren),
                *(f_name, zh, f_kind, country, f_top, gb),
                *(title, forms.get(form, ""), statuses[status], said(*dates[:3]), said(*dates[3:])),
                *(listed(tuple(carried)), confirmed, by or "", projects),
            ]


def rows_of(partnerships):
    """The server goes on reading while what it read is written: `iterator` would wait for each of them in turn."""
    links = Partnership.themes.through.objects.filter(partnership=OuterRef("pk")).order_by("theme_id")
    noted = Project.objects.filter(partnership=OuterRef("pk")).order_by().values("partnership").annotate(n=Count("pk"))
    rows = partnerships.select_related(None).annotate(
        carried=ArraySubquery(links.values("theme_id")), project_count=Coalesce(Subquery(noted.values("n")), 0)
    )
    with suppress(EmptyResultSet), connection.cursor() as cursor:
        yield from cursor.cursor.stream(*rows.values_list(*COLUMNS).query.sql_with_params(), size=AT_ONCE)


def words_for(first, beyond, words):
    return write_date(FuzzyDate(first, beyond - timedelta(days=1), words)) if first else ""


def sides_of(partnerships):
    """What each organisation of these partnerships puts into its cells, by its number."""
    rows = partnerships.select_related(None).order_by()
    ids = Q(pk__in=rows.values("french_side")) | Q(pk__in=rows.values("foreign_side"))
    organisations = Organisation.objects.filter(ids).order_by().select_related("territory").only(*SIDE)
    codes = codes_held()
    tops = {pk: str(top) for pk, top in Territory.objects.filter(level=1).named().in_bulk().items()}
    return {one.pk: side_of(one, codes[one.territory_id], tops) for one in organisations.iterator(chunk_size=AT_ONCE)}


def side_of(organisation, codes, tops):
    kinds = TerritoryKind if organisation.kind == OrganisationKind.AUTHORITY else OrganisationKind
    country = organisation.listed_country
    return (
        organisation.place_name,
        organisation.place_zh,
        capfirst(str(kinds(organisation.listed_kind).label)),
        country_name(country) if country else "",
        tops.get(organisation.listed_top, ""),
        next((codes[system] for system in INSEE if system in codes), ""),
        codes.get(CodeSystem.SIREN, ""),
        codes.get(CodeSystem.GB2260, ""),
    )


def codes_held():
    """The codes in force of the territories that an organisation stands for: {territory: {system: code}}."""
    held = defaultdict(dict)
    rows = TerritoryCode.objects.filter(
        territory__organisations__isnull=False, valid__contains=timezone.localdate()
    ).order_by()
    for territory, system, code in rows.values_list("territory_id", "system", "code"):
        held[territory][system] = code
    return held
