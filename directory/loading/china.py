"""Chinese divisions of the three upper levels, from their file, and the names that French books and maps gave them before pinyin."""

from collections import defaultdict

from directory import codes
from directory.enums import CodeSystem, Dataset, NameKind, NameLanguage, TerritoryKind
from directory.loading.objects import Code, LoadedTerritory, Name
from directory.loading.rows import read_rows
from directory.naming import chinese_aliases, typographic

COLUMNS = (
    *("kind", "level", "gb_code", "iso_3166_2", "name_zh", "short_zh", "name_pinyin", "pinyin_tones", "name_fr"),
    *("parent_gb", "latitude", "longitude", "population", "name_display_fr", "label_lat", "label_lon"),
)
FORMER_COLUMNS = ("gb_code", "name")
KINDS = {
    *(TerritoryKind.PROVINCE, TerritoryKind.AUTONOMOUS_REGION, TerritoryKind.MUNICIPALITY),
    *(TerritoryKind.SPECIAL_REGION, TerritoryKind.PREFECTURE_CITY, TerritoryKind.PREFECTURE),
    *(TerritoryKind.AUTONOMOUS_PREFECTURE, TerritoryKind.LEAGUE, TerritoryKind.DISTRICT, TerritoryKind.COUNTY_CITY),
    *(TerritoryKind.COUNTY, TerritoryKind.AUTONOMOUS_COUNTY, TerritoryKind.BANNER, TerritoryKind.AUTONOMOUS_BANNER),
    *(TerritoryKind.FORESTRY_DISTRICT, TerritoryKind.SPECIAL_DISTRICT),
}
# The fifteen cities of sub-provincial rank (list of the State Council, 1994, without Chongqing since 1997).
SUB_PROVINCIAL = {
    *("210100", "210200", "220100", "230100", "320100", "330100", "330200", "350200"),
    *("370100", "370200", "420100", "440100", "440300", "510100", "610100"),
}
WIDE = {TerritoryKind.PROVINCE, TerritoryKind.AUTONOMOUS_REGION}


def read_china(folder):
    """Read the Chinese files of `folder` (a Path) into LoadedTerritory objects; raise MalformedFile."""
    formers = read_former_names(folder / "former_chinese_names.csv")
    return [read_territory(row, formers) for row in read_rows(folder / "chinese_territories.csv", COLUMNS)]


def read_former_names(path):
    found = defaultdict(set)
    for row in read_rows(path, FORMER_COLUMNS):
        found[row.code("gb_code", codes.GB2260)].add(typographic(row.required("name")))
    return found


def read_territory(row, formers):
    gb = Code(CodeSystem.GB2260, row.code("gb_code", codes.GB2260))
    iso = Code(CodeSystem.ISO3166_2, row.code("iso_3166_2", codes.ISO3166_2, blank=True))
    kind = TerritoryKind(row.choice("kind", KINDS))
    parent = row.code("parent_gb", codes.GB2260, blank=True)
    latitude, longitude = read_point(row, kind)
    return LoadedTerritory(
        row=row,
        dataset=Dataset.CHINA,
        country="CN",
        kind=TerritoryKind.SUB_PROVINCIAL_CITY if gb.code in SUB_PROVINCIAL else kind,
        level=int(row.choice("level", {"1", "2", "3"})),
        name=typographic(row.required("name_display_fr")),
        name_zh=row.required("name_zh"),
        name_latin=typographic(row.required("name_pinyin")),
        codes=(gb, iso) if iso.code else (gb,),
        names=chinese_names(row, formers[gb.code]),
        parent=Code(CodeSystem.GB2260, parent) if parent else None,
        latitude=latitude,
        longitude=longitude,
        population=row.count("population") or None,  # the source writes 0 where it does not know
    )


def read_point(row, kind):
    """A province is shown in its middle, not on its capital, which is a territory of its own."""
    columns = ("label_lat", "label_lon") if kind in WIDE and row.text("label_lat") else ("latitude", "longitude")
    return row.degrees(columns[0], 90), row.degrees(columns[1], 180)


def chinese_names(row, formers):
    display, pinyin, toned, exonym = (
        typographic(row.text(column)) for column in ("name_display_fr", "name_pinyin", "pinyin_tones", "name_fr")
    )
    found = {
        Name(row.text("name_zh"), NameLanguage.CHINESE, NameKind.OFFICIAL),
        Name(pinyin, NameLanguage.PINYIN, NameKind.OFFICIAL),
    }
    if (short := row.text("short_zh")) and short != row.text("name_zh"):
        found.add(Name(short, NameLanguage.CHINESE, NameKind.SHORT))
    if toned and toned != pinyin:
        found.add(Name(toned, NameLanguage.PINYIN, NameKind.ALIAS))
    for name in {display, exonym} - {pinyin, ""}:
        found.add(Name(name, NameLanguage.FRENCH, NameKind.EXONYM))
    found |= {Name(former, NameLanguage.FRENCH, NameKind.FORMER) for former in formers}
    said = {name.text for name in found}
    aliases = chinese_aliases(display, pinyin) - said
    return frozenset(found | {Name(alias, NameLanguage.PINYIN, NameKind.ALIAS) for alias in aliases})
