"""The list of partnerships as a table to take away: the same rows in the same order, read while they are sent."""

from collections import defaultdict
from contextlib import suppress
from datetime import timedelta
from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, OuterRef, Subquery
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
from directory.models.territories import shown_name
from partnerships.enums import PartnershipForm, PartnershipStatus
from partnerships.models import Partnership, Project

AT_ONCE = 500  # rows in memory
LARGEST_WORKBOOK = 5000  # rows; a workbook is made whole before it is sent
INSEE = (CodeSystem.INSEE_REGION, CodeSystem.INSEE_DEPARTMENT, CodeSystem.INSEE_COMMUNE)
NOBODY = ("",) * 5, ("",) * 6  # of one who was added meanwhile: the cells as the French side, as the foreign one
SIDE = (
    *("pk", "kind", "name", "name_zh", "listed_kind", "listed_country", "listed_top"),
    *("territory", "territory__name", "territory__name_zh", "territory__country"),
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
            since, beyond, since_words, until, beyond_until, until_words = dates
            yield [
                pk,
                group,
                *sides.get(french, NOBODY)[0],
                *sides.get(foreign, NOBODY)[1],
                title,
                forms.get(form, ""),
                statuses[status],
                said(since, beyond, since_words) if since else "",
                said(until, beyond_until, until_words) if until else "",
                listed(tuple(carried)),
                confirmed,
                by or "",
                projects,
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
    return write_date(FuzzyDate(first, beyond - timedelta(days=1), words))


def sides_of(partnerships):
    """The cells of each organisation of these partnerships, by its number: those of a French side, those of a foreign one."""
    tops = {pk: str(top) for pk, top in Territory.objects.filter(level=1).named().in_bulk().items()}
    codes, kind_said, country_said = codes_held(), cache(kind_words), cache(country_name)
    sides = {}
    for row in organisations_of(partnerships).values_list(*SIDE):
        pk, kind, name, zh, listed_kind, country, top, territory, *land = row
        if kind == OrganisationKind.AUTHORITY:  # a pair shows its territory
            name, zh = land_names(*land)
        held, sort, within = codes[territory], kind_said(kind, listed_kind), tops.get(top, "")
        insee = next((held[system] for system in INSEE if system in held), "")
        french = name, sort, within, insee, held.get(CodeSystem.SIREN, "")
        sides[pk] = french, (name, zh, sort, country_said(country), within, held.get(CodeSystem.GB2260, ""))
    return sides


def organisations_of(partnerships):
    """One set of numbers, to be joined: of two, either of which would do, each is read through for every organisation."""
    rows = partnerships.select_related(None).order_by()
    sides = rows.values("french_side").union(rows.values("foreign_side"))
    return Organisation.objects.filter(pk__in=sides).order_by()


def land_names(name, zh, country):
    shown = shown_name(name, zh, country)
    return shown, "" if shown == zh else zh


def kind_words(kind, listed_kind):
    kinds = TerritoryKind if kind == OrganisationKind.AUTHORITY else OrganisationKind
    return capfirst(str(kinds(listed_kind).label))


def codes_held():
    """The codes in force of the territories that an organisation stands for: {territory: {system: code}}."""
    held = defaultdict(dict)
    rows = TerritoryCode.objects.filter(
        territory__organisations__isnull=False, valid__contains=timezone.localdate()
    ).order_by()
    for territory, system, code in rows.values_list("territory_id", "system", "code"):
        held[territory][system] = code
    return held
