from datetime import date

import pytest

from meetings.minutes.parsing import parse
from tests.meetings.reading_of import document_of, minutes_with, parsed_file


def parsed(*paragraphs):
    return parse(document_of(minutes_with(*paragraphs)))


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Ø Un mail vous confirmera les dates.", "", None),
        ("Ø Un agenda, tenu par CUF, serait utile.", "CUF", None),
        ("→ La Région Bretagne partagera son étude d’ici fin mai 2019.", "Région Bretagne", date(2019, 5, 31)),
        ("À faire\n* Créer une liste", "", None),
        ("Suites à donner\n- Ville de Lyon : envoyer la carte avant le 4 mai 2019", "Ville de Lyon", date(2019, 5, 4)),
        ("Action : CUF transmettra la liste avant le 4 mai.", "CUF", date(2019, 5, 4)),
        ("CUF diffusera le compte rendu à tous.", "CUF", None),
        ("TODO\n[ ] E. Brun : relancer la ville (avt 15 mai)", "E. Brun", date(2019, 5, 15)),
        ("À faire\n☐ Lille : rédiger la note — 4 mai 2019", "Lille", date(2019, 5, 4)),
        ("3. Actions.\n- CUF : recenser les aides d’ici fin janvier", "CUF", date(2020, 1, 31)),
        (
            "1. Cartographie\nLa carte est mise à jour.\n• Responsable : CUF\n• Échéance : 15 mai 2019",
            "CUF",
            date(2019, 5, 15),
        ),
    ],
)
def test_an_action_has_its_owner_and_its_term(text, owner, due):
    [action] = parsed(text).actions

    assert (action.owner, action.due and action.due.last_day) == (owner, due)


@pytest.mark.parametrize(
    "text",
    [
        "Ø En définitive, le séminaire sera l’occasion de tout rappeler.",
        "- Une idée parmi d’autres",
        "Ø La jeunesse et le climat",
        "Il faudra prendre en compte tous les acteurs.",
        "Ordre du jour\n- Préparer les assises",
    ],
)
def test_what_asks_nothing_of_anybody_is_no_action(text):
    assert parsed(text).actions == ()


@pytest.mark.parametrize("lead", ["En définitive", "En conclusion", "Pour conclure", "In fine"])
def test_a_closing_sentence_is_a_position(lead):
    assert [position.text for position in parsed(f"Ø {lead}, la coopération dure.").positions] == [
        f"{lead}, la coopération dure."
    ]


def test_dashes_after_a_lead_in_are_conclusions_with_what_explains_them():
    found = parsed(
        "Certaines conclusions des assises 2017 sont rappelées :", "- La réciprocité", "Elle était trop faible.", "- CUF doit accompagner", "Ø En conclusion, tout va."
    )  # fmt: skip

    assert [(item.text, item.about, item.paragraphs) for item in found.conclusions] == [
        ("La réciprocité", "assises 2017", ("Elle était trop faible.",)),
        ("CUF doit accompagner", "assises 2017", ()),
    ]
    assert (found.actions, len(found.positions)) == ((), 1)


@pytest.mark.parametrize(
    "title",
    [
        "1. Actualités du pays",
        "II. PERSPECTIVES",
        "3/ Échanges avec la salle",
        "PERSPECTIVES",
        "Questions diverses",
        "Préparation des assises : échéances",
    ],
)
def test_a_title_opens_a_section(title):
    found = parsed("Bonjour à tous les membres.", title, "\nLes membres ont parlé.")

    assert [section.paragraphs for section in found.sections] == [
        ("Bonjour à tous les membres.",),
        ("Les membres ont parlé.",),
    ]


def test_the_items_of_the_order_of_the_day_are_no_titles():
    assert [(section.title, len(section.paragraphs)) for section in parsed_file("minutes_mali.txt").sections] == [
        ("Ordre du jour", 4),
        ("Actualités maliennes", 1),
    ]


def test_actions_keep_the_title_of_their_section():
    assert [(action.text, action.section) for action in parsed_file("minutes_maroc.txt").actions] == [
        ("CUF enverra le répertoire des coopérations avant le 15 avril 2021.", "Suites à donner"),
        ("Ville de Nantes : transmettre la liste des lycées d’ici le 30 juin 2021", "Suites à donner"),
        ("Organiser un atelier sur le climat", "Suites à donner"),
    ]


def test_a_table_of_tasks_gives_actions_with_their_owners():
    found = parsed("Action\tResponsable\tÉchéance\nEnvoyer la carte\tVille de Lyon\t4 mai 2019\nTenir la liste\tCUF\t")

    assert [(action.text, action.owner, action.due and action.due.first_day) for action in found.actions] == [
        ("Envoyer la carte", "Ville de Lyon", date(2019, 5, 4)),
        ("Tenir la liste", "CUF", None),
    ]
    assert found.rows == ()


def test_what_a_group_agrees_on_are_conclusions_and_what_is_marked_an_action():
    found = parsed(
        "4. Conclusions\n\nLes membres retiennent :\n→ le suivi trimestriel\n→ le fonds commun\n\n"
        "Décision n° 1 : le président écrit au ministère.\nResponsable : Anne Roy – Échéance : 31 mai 2019 – État : à faire"
    )

    assert [conclusion.text for conclusion in found.conclusions] == ["le suivi trimestriel", "le fonds commun"]
    assert [(action.text, action.owner) for action in found.actions] == [
        ("le président écrit au ministère.", "Anne Roy")
    ]


def test_a_numbered_paragraph_is_no_title():
    [section] = parsed(
        "2. Reports. Les rencontres prévues à Chengdu du 21 au\n23 mai sont reportées. La délégation attendue est annulée."
    ).sections

    assert section.title == ""
