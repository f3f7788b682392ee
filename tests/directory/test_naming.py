import pytest

from directory.naming import chinese_aliases, grouping_aliases, town_authority

TOWNS = {
    "Tours": "Ville de Tours",
    "Arras": "Ville d’Arras",
    "Évreux": "Ville d’Évreux",
    "Le Havre": "Ville du Havre",
    "Les Lilas": "Ville des Lilas",
    "La Rochelle": "Ville de La Rochelle",
    "L’Isle-Adam": "Ville de L’Isle-Adam",
    "Hyères": "Ville d’Hyères",
    "Haguenau": "Ville de Haguenau",
    "Yvetot": "Ville d’Yvetot",
    "Yutz": "Ville de Yutz",
    "Yerres": "Ville d’Yerres",
}
GROUPINGS = {
    "Bordeaux Métropole": {"Métropole de Bordeaux"},
    "Tours Métropole Val de Loire": {"Tours Métropole", "Métropole de Tours"},
    "Métropole de Lyon": {"Lyon Métropole"},
    "Métropole Européenne de Lille": {"Lille Métropole", "Métropole de Lille"},
    "Métropole du Grand Paris": {"Grand Paris Métropole", "Métropole de Grand Paris"},
    "Eurométropole de Strasbourg": {"Strasbourg Eurométropole"},
    "Communauté urbaine Le Mans Métropole": {"Le Mans Métropole", "Métropole du Mans"},
    "Communauté de communes du Pays de Bièvre": {"Pays de Bièvre"},
    "Communauté d’agglomération du Grand Dole": {"Grand Dole"},
    "Plaine Commune": set(),
}
CHINESE = {
    ("Nankin", "Nanjing"): {"Nanjing"},
    ("Xi’an", "Xi’an"): {"Xian", "Xi’an"},
    ("Lüliang", "Lüliang"): {"Lüliang", "Lvliang"},
    ("Tibet (Xizang)", "Xizang"): {"Tibet", "Xizang"},
}


@pytest.mark.parametrize("town", TOWNS)
def test_a_town_is_named_with_the_contraction_of_usage(town):
    assert town_authority(town, 5000) == TOWNS[town]


def test_a_village_is_a_commune_and_not_a_town():
    assert town_authority("L’Abergement-Clémenciat", 860) == "Commune de L’Abergement-Clémenciat"


@pytest.mark.parametrize("name", GROUPINGS)
def test_a_grouping_answers_to_its_other_usual_names(name):
    assert grouping_aliases(name) == GROUPINGS[name]


@pytest.mark.parametrize("names", CHINESE)
def test_a_chinese_place_answers_to_the_spellings_people_type(names):
    assert chinese_aliases(*names) == CHINESE[names]
