"""French territories of the present, and the regions that stood until 2015, from their files."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from directory import codes
from directory.enums import CodeSystem, Dataset, NameKind, NameLanguage, TerritoryKind
from directory.loading.objects import Code, LoadedTerritory, Name
from directory.loading.rows import read_rows
from directory.naming import grouping_aliases, typographic

COLUMNS = (
    *("kind", "insee_code", "siren", "name", "name_zh", "iso_3166_2", "parent_kind", "parent_code"),
    *("epci_siren", "population", "latitude", "longitude"),
)
FORMER_COLUMNS = ("insee_code", "name", "valid_until", "successor_code")
REGIONAL = {TerritoryKind.REGION, TerritoryKind.CTU, TerritoryKind.DEPARTMENT_REGION}
DEPARTMENTAL = {TerritoryKind.DEPARTMENT, TerritoryKind.EUROPEAN, TerritoryKind.OVERSEAS}
GROUPINGS = {
    *(TerritoryKind.METROPOLE, TerritoryKind.URBAN_COMMUNITY, TerritoryKind.AGGLOMERATION),
    *(TerritoryKind.COMMUNITY, TerritoryKind.EPT),
}
KINDS = REGIONAL | DEPARTMENTAL | GROUPINGS | {TerritoryKind.COMMUNE}
LEVELS = {
    **dict.fromkeys(REGIONAL | {TerritoryKind.OVERSEAS}, 1),
    **dict.fromkeys((TerritoryKind.DEPARTMENT, TerritoryKind.EUROPEAN), 2),
    **dict.fromkeys(GROUPINGS, 3),
    TerritoryKind.COMMUNE: 4,
}
PARENT_SYSTEMS = {
    "region": CodeSystem.INSEE_REGION,
    "departement": CodeSystem.INSEE_DEPARTMENT,
    "collectivite_outre_mer": CodeSystem.INSEE_DEPARTMENT,
}
AUTHORITIES = {
    TerritoryKind.REGION: "Région {}",
    TerritoryKind.CTU: "Collectivité territoriale de {}",
    TerritoryKind.DEPARTMENT_REGION: "Département de {}",
}
CORSICA = "Collectivité de Corse"  # its legal name, without « territoriale » (law of 7 August 2015, article 30)


def read_france(folder):
    """Read the French files of `folder` (a Path) into LoadedTerritory objects; raise MalformedFile."""
    articles = read_articles(folder / "department_articles.csv")
    rows = list(read_rows(folder / "french_collectivities.csv", COLUMNS))
    formers = list(read_former_regions(folder / "former_regions.csv"))
    born = {former.successor: former.until for former in formers}
    towns = {typographic(row.text("name")).casefold() for row in rows if row.text("kind") == TerritoryKind.COMMUNE}
    holders = {column: holders_of(rows, column) for column in ("siren", "iso_3166_2")}
    present = [read_territory(row, articles=articles, born=born, towns=towns, holders=holders) for row in rows]
    return present + formers


def holders_of(rows, column):
    """Where a department shares a code with another body, the other keeps it.

    So it goes with the SIREN of Corse, Martinique or Alsace, and of Paris, which the commune holds; and with the
    ISO code of the overseas regions.
    """
    return {row.text(column): row.line for row in rows if row.text("kind") != TerritoryKind.DEPARTMENT}


def read_articles(path):
    rows = read_rows(path, ("insee_code", "with_article"))
    return {row.code("insee_code", codes.INSEE_DEPARTMENT): row.required("with_article") for row in rows}


def read_territory(row, *, articles, born, towns, holders):
    kind = TerritoryKind(row.choice("kind", KINDS))
    name = typographic(row.required("name"))
    held = read_codes(row, kind, holders)
    parent_kind = row.choice("parent_kind", {"country", *PARENT_SYSTEMS})
    grouping = row.siren("epci_siren")
    return LoadedTerritory(
        row=row,
        dataset=Dataset.FRANCE,
        country="FR",
        kind=kind,
        level=LEVELS[kind],
        name=name,
        name_zh=row.text("name_zh"),
        codes=held,
        names=french_names(row, kind, name, articles=articles, towns=towns),
        parent=Code(PARENT_SYSTEMS[parent_kind], row.required("parent_code")) if parent_kind != "country" else None,
        intercommunality=Code(CodeSystem.SIREN, grouping) if grouping else None,
        latitude=row.degrees("latitude", 90),
        longitude=row.degrees("longitude", 180),
        population=row.count("population"),
        since=born.get(held[0]),
    )


def read_codes(row, kind, holders):
    siren = own(row, "siren", row.siren("siren"), holders)
    if kind in REGIONAL:
        insee = Code(CodeSystem.INSEE_REGION, row.code("insee_code", codes.INSEE_REGION))
    elif kind in DEPARTMENTAL:
        insee = Code(CodeSystem.INSEE_DEPARTMENT, row.code("insee_code", codes.INSEE_DEPARTMENT))
    elif kind == TerritoryKind.COMMUNE:
        insee = Code(CodeSystem.INSEE_COMMUNE, row.code("insee_code", codes.INSEE_COMMUNE))
    else:  # a grouping is known by its SIREN; only Lyon's metropolis has a code of the COG as well
        row.required("siren")
        insee = Code(CodeSystem.INSEE_DEPARTMENT, row.code("insee_code", codes.INSEE_DEPARTMENT, blank=True))
        found = (Code(CodeSystem.SIREN, siren), insee)
        return tuple(code for code in found if code.code)
    iso = row.code("iso_3166_2", codes.ISO3166_2, blank=True)
    iso = Code(CodeSystem.ISO3166_2, own(row, "iso_3166_2", iso, holders))
    return tuple(code for code in (insee, Code(CodeSystem.SIREN, siren), iso) if code.code)


def own(row, column, code, holders):
    shared = row.text("kind") == TerritoryKind.DEPARTMENT and code in holders[column]
    return "" if shared else code


def french_names(row, kind, name, *, articles, towns):
    found = {Name(name, NameLanguage.FRENCH, NameKind.OFFICIAL)}
    if chinese := row.text("name_zh"):
        found.add(Name(chinese, NameLanguage.CHINESE, NameKind.EXONYM))
    if kind in GROUPINGS:
        # « Communauté urbaine d’Arras » must not answer to « Arras », which is the town.
        aliases = {alias for alias in grouping_aliases(name) if alias.casefold() not in towns}
        found |= {Name(alias, NameLanguage.FRENCH, NameKind.ALIAS) for alias in aliases}
    if kind == TerritoryKind.DEPARTMENT and row.text("insee_code") not in articles:
        raise row.refuse("insee_code", _("ce département manque dans department_articles.csv."))
    authority = authority_name(row.text("insee_code"), kind, name, articles)
    if authority:
        found.add(Name(authority, NameLanguage.FRENCH, NameKind.AUTHORITY))
    return frozenset(found)


def authority_name(insee, kind, name, articles):
    if kind == TerritoryKind.DEPARTMENT:
        return f"Département {articles[insee]}"
    if name == "Corse":
        return CORSICA
    return AUTHORITIES[kind].format(name) if kind in AUTHORITIES else ""


def read_former_regions(path):
    for row in read_rows(path, FORMER_COLUMNS):
        name = typographic(row.required("name"))
        try:
            last_day = date.fromisoformat(row.required("valid_until"))
        except ValueError as error:
            raise row.refuse("valid_until", _("une date AAAA-MM-JJ est attendue.")) from error
        yield LoadedTerritory(
            row=row,
            dataset=Dataset.FORMER_REGIONS,
            country="FR",
            kind=TerritoryKind.REGION,
            level=1,
            name=name,
            codes=(Code(CodeSystem.INSEE_REGION, row.code("insee_code", codes.INSEE_REGION)),),
            names=frozenset(
                {
                    Name(name, NameLanguage.FRENCH, NameKind.OFFICIAL),
                    Name(f"Région {name}", NameLanguage.FRENCH, NameKind.AUTHORITY),
                }
            ),
            successor=Code(CodeSystem.INSEE_REGION, row.code("successor_code", codes.INSEE_REGION)),
            until=last_day + timedelta(days=1),
        )
