"""Gazetteers for the tests: a small one made by hand, and the whole reference data where they are at hand."""

import csv
import gzip
from functools import cache
from pathlib import Path

import pytest

from meetings.minutes.gazetteer import Entry, Gazetteer

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the source document is not part of the repository")

FRENCH_KINDS = {
    "region": ("insee_region", "region"),
    "collectivite_territoriale_unique": ("insee_region", "region"),
    "departement_region": ("insee_region", "region"),
    "departement": ("insee_departement", "departement"),
    "collectivite_europeenne": ("insee_departement", "departement"),
    "collectivite_outre_mer": ("insee_departement", "departement"),
    "commune": ("insee_commune", "commune"),
}
PARENT_SYSTEMS = {"region": "insee_region", "departement": "insee_departement"}


def french(system, code, level, name, *, parent="", population=0):
    return Entry(f"{system}:{code}", "FR", level, (name,), system, code, parent, population)


def chinese(code, names, *, parent="", population=0, kind=""):
    above = f"gb2260:{parent}" if parent else ""
    return Entry(f"gb2260:{code}", "CN", kind, tuple(names.split("/")), "gb2260", code, above, population, kind)


@cache
def small_gazetteer():
    """Enough names to meet every case: shared ones, groupings, exonyms, brackets; and two of another country."""
    return Gazetteer(
        [
            french("insee_region", "53", "region", "Bretagne"),
            french("insee_region", "24", "region", "Centre-Val de Loire"),
            french("insee_region", "28", "region", "Normandie"),
            french("insee_region", "44", "region", "Grand Est"),
            french("insee_region", "75", "region", "Nouvelle-Aquitaine"),
            french("insee_region", "93", "region", "Provence-Alpes-Côte d’Azur"),
            french("insee_departement", "38", "departement", "Isère"),
            french("insee_departement", "29", "departement", "Finistère", parent="insee_region:53"),
            french("insee_departement", "75", "departement", "Paris"),
            french("insee_departement", "78", "departement", "Yvelines"),
            french("insee_departement", "86", "departement", "Vienne"),
            french("insee_departement", "03", "departement", "Allier"),
            french("insee_departement", "93", "departement", "Seine-Saint-Denis"),
            french("insee_departement", "974", "departement", "La Réunion"),
            french("insee_commune", "75056", "commune", "Paris", parent="insee_departement:75", population=2_100_000),
            french("insee_commune", "38544", "commune", "Vienne", population=31_000),
            french("insee_commune", "69123", "commune", "Lyon", population=519_000),
            french("insee_commune", "44109", "commune", "Nantes", population=323_000),
            french("insee_commune", "76351", "commune", "Le Havre", population=166_000),
            french("insee_commune", "29019", "commune", "Brest", population=140_000),
            french("insee_commune", "92040", "commune", "Issy-les-Moulineaux", population=68_000),
            french("insee_commune", "63113", "commune", "Clermont-Ferrand", population=147_000),
            french("insee_commune", "59350", "commune", "Lille", population=236_000),
            french("insee_commune", "59183", "commune", "Dunkerque", population=86_000),
            french("insee_commune", "59512", "commune", "Roubaix", population=98_000),
            french("insee_commune", "13055", "commune", "Marseille", population=873_000),
            french("insee_commune", "92073", "commune", "Suresnes", population=49_000),
            french("insee_commune", "67482", "commune", "Strasbourg", population=290_000),
            french(
                "insee_commune", "93066", "commune", "Saint-Denis", parent="insee_departement:93", population=150_000
            ),
            french(
                "insee_commune", "97411", "commune", "Saint-Denis", parent="insee_departement:974", population=150_000
            ),
            french("insee_commune", "91228", "commune", "Évry-Courcouronnes", population=66_000),
            french("insee_commune", "39252", "commune", "Gevry", population=700),
            french("insee_commune", "93048", "commune", "Montreuil", population=110_000),
            french("insee_commune", "28267", "commune", "Montreuil", population=500),
            french("siren", "243300316", "epci", "Bordeaux Métropole", population=843_000),
            french("siren", "200066009", "epci", "Mulhouse Alsace Agglomération", population=280_000),
            french("siren", "243700754", "epci", "Tours Métropole Val de Loire", population=299_000),
            french("insee_departement", "69M", "metropole", "Métropole de Lyon", population=1_430_000),
            french(
                "siren", "243800935", "communaute_communes", "Communauté de communes Lyon-Saint-Exupéry en Dauphiné"
            ),
            french("siren", "241700434", "epci", "Communauté d'agglomération de La Rochelle", population=180_000),
            chinese("110000", "Pékin/Beijing/北京市/北京", kind="municipality"),
            chinese("110101", "Dongcheng/东城区/东城", parent="110000", kind="district"),
            chinese("140000", "Shanxi/山西省/山西", kind="province"),
            chinese("610000", "Shaanxi/Shanxi/陕西省/陕西", kind="province"),
            chinese("210000", "Liaoning/辽宁省/辽宁", kind="province"),
            chinese("211000", "Liaoyang/辽阳市/辽阳", parent="210000", kind="prefecture_city"),
            chinese("211021", "Liaoyang/辽阳县/辽阳", parent="211000", kind="county"),
            chinese("320000", "Jiangsu/江苏省/江苏", kind="province"),
            chinese(
                "320100", "Nankin/Nanjing/南京市/南京", parent="320000", population=9_300_000, kind="prefecture_city"
            ),
            chinese("320500", "Suzhou/苏州市/苏州", parent="320000", population=12_700_000, kind="prefecture_city"),
            chinese("340000", "Anhui/安徽省/安徽", kind="province"),
            chinese("341300", "Suzhou/宿州市/宿州", parent="340000", population=5_300_000, kind="prefecture_city"),
            chinese("350627", "Nanjing/南靖县/南靖", parent="350000", kind="county"),
            chinese("370000", "Shandong/山东省/山东", kind="province"),
            chinese("430000", "Hunan/湖南省/湖南", kind="province"),
            chinese("440100", "Canton/Guangzhou/广州市/广州", population=16_000_000, kind="prefecture_city"),
            chinese("510000", "Sichuan/四川省/四川", kind="province"),
            chinese("530000", "Yunnan/云南省/云南", kind="province"),
            Entry("jp:kobe", "JP", "city", ("Kobe",), "iso", "JP-28100"),
            Entry("ma:rabat", "MA", "city", ("Rabat",), "iso", "MA-RAB"),
        ]
    )


@cache
def full_gazetteer():
    return Gazetteer([*_french_rows(), *_chinese_rows()])


def _rows(name):
    with gzip.open(SHARED / "refdata" / name, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _french_rows():
    for row in _rows("french_collectivities_500plus.csv.gz"):
        system, level = FRENCH_KINDS.get(row["kind"], ("siren", "epci"))
        code = row["siren"] if system == "siren" else row["insee_code"]
        above = PARENT_SYSTEMS.get(row["parent_kind"], "")
        parent = f"{above}:{row['parent_code']}" if above else ""
        yield Entry(
            f"{system}:{code}",
            "FR",
            level,
            (row["name"],),
            system,
            code,
            parent,
            int(row["population"] or 0),
            row["kind"],
        )


def _chinese_rows():
    for row in _rows("chinese_territories_all.csv.gz"):
        written = (row["name_fr"], row["name_display_fr"], row["name_pinyin"], row["name_zh"], row["short_zh"])
        names = tuple(dict.fromkeys(name for name in written if name))
        parent = f"gb2260:{row['parent_gb']}" if row["parent_gb"] else ""
        yield Entry(
            f"gb2260:{row['gb_code']}", "CN", row["level"], names, "gb2260", row["gb_code"], parent,
            int(row["population"] or 0), row["kind"],
        )  # fmt: skip
