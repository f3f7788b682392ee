import pytest

from meetings.minutes.gazetteer import Gazetteer
from meetings.minutes.parsing.parties import read_party, sides, split_pair
from tests.meetings.gazetteers import small_gazetteer


def pair(text):
    found = split_pair(text, small_gazetteer())
    return found and tuple(party.name for party in sides(*found, small_gazetteer()))


@pytest.mark.parametrize(
    ("written", "kind", "name", "bracket"),
    [
        ("Ville de Lyon", "commune", "Lyon", ""),
        ("Ville du Havre", "commune", "Le Havre", ""),
        ("Mairie d’Issy-les-Moulineaux", "commune", "Issy-les-Moulineaux", ""),
        ("Région Bretagne", "region", "Bretagne", ""),
        ("Conseil régional de Normandie", "region", "Normandie", ""),
        ("Région Grand Est", "region", "Grand Est", ""),
        ("Conseil départemental de l’Isère", "departement", "Isère", ""),
        ("Département du Finistère", "departement", "Le Finistère", ""),
        ("Métropole de Bordeaux", "epci", "Bordeaux", ""),
        ("Bordeaux Métropole", "epci", "Bordeaux Métropole", ""),
        ("Communauté d’agglomération de La Rochelle", "epci", "La Rochelle", ""),
        ("Province du Sichuan", "province", "Le Sichuan", ""),
        ("Cercle de Kita", "district", "Kita", ""),
        ("Liaoyang (Yunnan)", "", "Liaoyang", "Yunnan"),
        ("Ministère de l’Agriculture et de l’Alimentation", "institution", "Ministère de l’Agriculture et de l’Alimentation", ""),
        ("AFD", "institution", "AFD", ""),
        ("Centre-Val de Loire", "", "Centre-Val de Loire", ""),
    ],
)  # fmt: skip
def test_a_party_is_read_with_its_kind(written, kind, name, bracket):
    party = read_party(written)

    assert (party.kind, party.name, party.bracket) == (kind, name, bracket)


@pytest.mark.parametrize(
    ("written", "parties"),
    [
        ("Région Bretagne – Shandong", ("Bretagne", "Shandong")),
        ("Lyon - Canton", ("Lyon", "Canton")),
        ("Lyon <-> Canton", ("Lyon", "Canton")),
        ("Lyon ↔ Canton", ("Lyon", "Canton")),
        ("Lyon-Rabat", ("Lyon", "Rabat")),
        ("Nantes et Recife", ("Nantes", "Recife")),
        ("Oujda / Lille", ("Lille", "Oujda")),
        ("Province du Sichuan – Région Bretagne", ("Bretagne", "Le Sichuan")),
        ("Centre – Val de Loire – Hunan", ("Centre – Val de Loire", "Hunan")),
        ("Issy-les-Moulineaux – Dongcheng (Pékin)", ("Issy-les-Moulineaux", "Dongcheng")),
        ("Clermont-Ferrand – Oujda", ("Clermont-Ferrand", "Oujda")),
    ],
)
def test_a_pair_is_cut_where_the_names_end_and_the_french_side_comes_first(written, parties):
    assert pair(written) == parties


@pytest.mark.parametrize(
    "written",
    ["Issy-les-Moulineaux", "Clermont-Ferrand", "Provence-Alpes-Côte d’Azur", "Fès-Meknès", "Nantes et Lyon",
     "Ministère de l’Agriculture et de l’Alimentation", "Lyon – une ville de lumière", "Paris, le 3 mai"],
)  # fmt: skip
def test_one_name_is_no_pair(written):
    assert pair(written) is None


def test_a_pair_with_type_words_needs_no_gazetteer():
    left, right = split_pair("Ville de Trifouilly – Tombouctou", Gazetteer())

    assert (left.name, right.name) == ("Trifouilly", "Tombouctou")
