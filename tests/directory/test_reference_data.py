"""The files of the repository, loaded whole: one load for everything, since it takes seconds."""

import hashlib
import re
from datetime import date

import pytest

from directory.enums import CodeSystem
from directory.loading.loader import DATA, load_territories
from directory.lookups import best_territories
from directory.models import Organisation, Territory
from directory.services import ensure_authority, territory_by_code

AUTHORITIES = {
    (CodeSystem.INSEE_REGION, "76"): "Région Occitanie",
    (CodeSystem.INSEE_REGION, "94"): "Collectivité de Corse",
    (CodeSystem.INSEE_REGION, "02"): "Collectivité territoriale de Martinique",
    (CodeSystem.INSEE_DEPARTMENT, "76"): "Département de la Seine-Maritime",
    (CodeSystem.INSEE_DEPARTMENT, "91"): "Département de l’Essonne",
    (CodeSystem.INSEE_DEPARTMENT, "75"): "Ville de Paris",
    (CodeSystem.INSEE_DEPARTMENT, "2A"): "Collectivité de Corse",
    (CodeSystem.INSEE_DEPARTMENT, "67"): "Collectivité européenne d’Alsace",
    (CodeSystem.INSEE_DEPARTMENT, "987"): "Polynésie française",
    (CodeSystem.INSEE_COMMUNE, "37261"): "Ville de Tours",
    (CodeSystem.INSEE_COMMUNE, "62041"): "Ville d’Arras",
    (CodeSystem.INSEE_COMMUNE, "76351"): "Ville du Havre",
    (CodeSystem.INSEE_COMMUNE, "01001"): "Commune de L’Abergement-Clémenciat",
    (CodeSystem.SIREN, "243300316"): "Bordeaux Métropole",
    (CodeSystem.GB2260, "320100"): "Nankin",
}
# What people type → the territory that it means: French, pinyin with and without tones, hanzi, English, former
# names, typing mistakes
SPELLINGS = {
    "Nankin": ("nankin", "Nanjing", "Nánjīng", "南京", "nanjng"),
    "Pékin": ("pekin", "Beijing", "北京市", "Peking", "Pei-King"),
    "Canton": ("Guangzhou", "广州", "guanzhou"),
    "Shanghai": ("上海", "shangai"),
    "Sichuan": ("四川省", "Sichouan"),
    "Wuhan": ("武汉", "Wǔhàn", "Hankeou"),
    "Tianjin": ("天津", "Tientsin", "tiajin"),
    "Qingdao": ("青岛", "Tsingtao", "qindao"),
    "Xiamen": ("厦门", "Amoy", "Xiàmén"),
    "Shenyang": ("沈阳", "Moukden"),
    "Chengdu": ("成都", "chéngdū"),
    "Xi’an": ("xian", "西安市", "xi'an", "Sian"),
    "Harbin": ("哈尔滨", "kharbin"),
    "Luoyang": ("洛阳", "luòyáng", "loyang"),
    "Shenzhen": ("深圳", "shenzen"),
    "Mongolie-Intérieure": ("mongolie interieure", "内蒙古", "Inner Mongolia"),
    "Tibet (Xizang)": ("xizang", "tibet", "西藏"),
    "Ouroumtsi": ("Urumqi", "乌鲁木齐", "ouroumtchi"),
    "Strasbourg": ("strasbuorg", "STRASBOURG"),
    "Saint-Étienne": ("st etienne", "Saint Etienne"),
    "Châlons-en-Champagne": ("chalons en champagne",),
    "Bordeaux Métropole": ("metropole bordeaux",),
    "Le Havre": ("le havre", "lehavre"),
    "Occitanie": ("occitannie",),
    "Midi-Pyrénées": ("midi pyrenees",),
    "Auvergne-Rhône-Alpes": ("auvergne rhone alpes",),
    "Hauts-de-France": ("haut de france",),
    "Essonne": ("l'essonne", "esonne"),
    "Tours": ("TOURS",),
    "Marseille": ("marseile",),
    "Côte-d’Or": ("cote d'or", "Cote dor"),
    "Bourgogne-Franche-Comté": ("bourgogne franche comte",),
}


@pytest.mark.django_db
def test_the_reference_files_load_whole_and_once():
    first = load_territories()
    second = load_territories()
    authorities = {key: ensure_authority(territory=territory_by_code(*key)).name for key in AUTHORITIES}
    rhone_alpes = territory_by_code(CodeSystem.INSEE_REGION, "82", on=date(2014, 1, 1))
    tours = territory_by_code(CodeSystem.INSEE_COMMUNE, "37261")
    meant = {name: [best_territories(text, limit=1)[0].name for text in texts] for name, texts in SPELLINGS.items()}

    assert len(first.added) == Territory.objects.count() == 21_318
    assert second.is_empty
    assert authorities == AUTHORITIES
    assert Organisation.objects.count() == len(set(AUTHORITIES.values()))
    assert (rhone_alpes.name, rhone_alpes.successor.name) == ("Rhône-Alpes", "Auvergne-Rhône-Alpes")
    assert territory_by_code(CodeSystem.INSEE_REGION, "82") is None
    assert territory_by_code(CodeSystem.INSEE_REGION, "76", on=date(2014, 1, 1)) is None
    assert meant == {name: [name] * len(texts) for name, texts in SPELLINGS.items()}
    assert (tours.parent.name, tours.intercommunality.name) == ("Indre-et-Loire", "Tours Métropole Val de Loire")


def test_every_file_of_reference_data_is_the_one_its_sources_describe():
    stated = dict(re.findall(r"^\| `(\S+\.csv)` \| ([0-9a-f]{64}) \|$", (DATA / "SOURCES.md").read_text(), re.M))

    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in DATA.glob("*.csv")}

    assert found == stated
