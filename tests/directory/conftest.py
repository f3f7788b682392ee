"""Small reference files, written by hand: a test changes a cell and sees what the loader makes of it."""

import csv

import pytest

from directory.loading.china import COLUMNS as CHINESE_COLUMNS
from directory.loading.china import FORMER_COLUMNS as FORMER_NAME_COLUMNS
from directory.loading.france import COLUMNS as FRENCH_COLUMNS
from directory.loading.france import FORMER_COLUMNS

TOURS_METROPOLE = "243700754"
FRENCH = (
    {"kind": "region", "insee_code": "24", "siren": "234500023", "name": "Centre-Val de Loire"},
    {"kind": "departement", "insee_code": "37", "name": "Indre-et-Loire", "parent": "region 24"},
    {"kind": "metropole", "siren": TOURS_METROPOLE, "name": "Tours Métropole Val de Loire", "parent": "departement 37"},
    {"kind": "commune", "insee_code": "37261", "siren": "213702616", "name": "Tours", "parent": "departement 37"},
    {"kind": "commune", "insee_code": "37003", "name": "Amboise", "parent": "departement 37"},
)
CHINESE = (
    {"kind": "province", "level": "1", "gb_code": "410000", "name_zh": "河南省", "name_pinyin": "Henan"},
    {"kind": "prefecture_city", "level": "2", "gb_code": "410300", "name_zh": "洛阳市", "name_pinyin": "Luoyang"},
)


class Files:
    """Reference files in a folder; `french`, `chinese`, `former_names` and `former` are lists of dictionaries to change before `write`."""

    def __init__(self, folder):
        self.folder = folder
        self.french = [french_row(**row) for row in FRENCH]
        self.french[3]["epci_siren"] = TOURS_METROPOLE
        self.chinese = [chinese_row(**row) for row in CHINESE]
        self.chinese[1]["parent_gb"] = "410000"
        self.former_names = [{"gb_code": "410300", "name": "Honan-fou"}]
        self.former = [
            {"insee_code": "83", "name": "Centre", "valid_until": "2015-12-31", "successor_code": "24"},
        ]

    def write(self):
        self.write_one("french_collectivities.csv", FRENCH_COLUMNS, self.french)
        self.write_one("chinese_territories.csv", CHINESE_COLUMNS, self.chinese)
        self.write_one("former_chinese_names.csv", FORMER_NAME_COLUMNS, self.former_names)
        self.write_one("former_regions.csv", FORMER_COLUMNS, self.former)
        articles = [{"insee_code": "37", "with_article": "d’Indre-et-Loire"}]
        self.write_one("department_articles.csv", ("insee_code", "with_article"), articles)
        return self.folder

    def write_one(self, name, columns, rows):
        with (self.folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def french_row(parent="country FR", **cells):
    kind, code = parent.split()
    return {"parent_kind": kind, "parent_code": code, **cells}


def chinese_row(name_pinyin, **cells):
    return {"name_pinyin": name_pinyin, "name_display_fr": name_pinyin, **cells}


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path)
