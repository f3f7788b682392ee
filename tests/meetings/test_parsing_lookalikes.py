"""Invented minutes of other groups, in other shapes: what each must give."""

import pytest

from tests.meetings.reading_of import DATA, proposals_of

ROWS = {"partnership", "wish", "authority", "institution"}


def rows_of(name):
    found = [p for p in proposals_of((DATA / name).read_text(encoding="utf-8")) if p.kind in ROWS]
    return [(p.kind, p.fields["french"], p.fields["foreign"]) for p in found]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            "minutes_maroc.txt",
            [
                ("partnership", "Lyon", "Rabat"),
                ("partnership", "Région Normandie", "Région de l’Oriental"),
                ("partnership", "Département du Finistère", "Province de Tata"),
                ("partnership", "Ville de Nantes", "Agadir"),
                ("partnership", "Saint-Denis", "Tiznit"),
                ("wish", "Ville du Havre", ""),
                ("institution", "Agence de l’eau Seine-Normandie", ""),
            ],
        ),
        (
            "minutes_mali.txt",
            [
                ("partnership", "Allier", "Niafunké"),
                ("partnership", "Ville de Montreuil", "Yélimané"),
                ("partnership", "Communauté d’agglomération du Pays de Vitré", "Cercle de Kita"),
                ("institution", "GRDR", ""),
            ],
        ),
        (
            "minutes_liban.txt",
            [
                ("partnership", "Ville de Marseille", "Tripoli"),
                ("partnership", "Département de l’Isère", "Fédération des municipalités du Haut-Chouf"),
                ("authority", "Métropole de Lyon", ""),
                ("institution", "Ambassade de France au Liban", ""),
            ],
        ),
        (
            "minutes_haiti.txt",
            [
                ("partnership", "Ville de Suresnes", "Cap-Haïtien"),
                ("partnership", "Strasbourg", "Jacmel et Les Cayes"),
                ("authority", "Région Grand Est", ""),
            ],
        ),
        (
            "minutes_palestine.txt",
            [
                ("partnership", "Dunkerque", "Gaza"),
                ("partnership", "Dunkerque", "Ramat Hovav"),
                ("partnership", "Lille", "Naplouse"),
                ("partnership", "Roubaix", "Naplouse"),
                ("partnership", "Saint-Pierre", "Bethléem"),
            ],
        ),
    ],
)
def test_the_round_of_each_document_is_read(name, rows):
    assert rows_of(name) == rows


def test_territories_of_another_country_are_partnerships_without_a_foreign_match():
    found = [
        p for p in proposals_of((DATA / "minutes_mali.txt").read_text(encoding="utf-8")) if p.kind == "partnership"
    ]

    assert [p.match["foreign"] for p in found] == [None, None, None]
    assert {"territory_unknown"} <= {doubt.code for p in found for doubt in p.doubts}
