import pytest

from meetings.minutes.parsing import parse
from meetings.minutes.parsing.people import function_and_body, level_of, read_name
from tests.meetings.gazetteers import small_gazetteer
from tests.meetings.reading_of import document_of, minutes_with, parsed_file


def parsed(*paragraphs):
    return parse(document_of(minutes_with(*paragraphs)), small_gazetteer())


def persons(*paragraphs):
    return [(p.name, p.function, p.organisation, p.presence) for p in parsed(*paragraphs).persons]


@pytest.mark.parametrize(
    ("written", "civility", "first", "last"),
    [
        ("Monsieur Jean Roy, maire", "M.", "Jean", "Roy"),
        ("Mme Anne-Marie LE GUEN", "Mme", "Anne-Marie", "LE GUEN"),
        ("ROY Jean ; maire", "", "Jean", "ROY"),
        ("Madame Roy, directrice", "Mme", "", "Roy"),
        ("Paul de La Tour", "", "Paul", "de La Tour"),
    ],
)
def test_a_name_is_read_in_either_order(written, civility, first, last):
    named = read_name(written, alone=True)

    assert (named.civility, named.first_name, named.last_name) == (civility, first, last)


@pytest.mark.parametrize(
    "written",
    ["Ville de Nantes", "Le groupe", "AFD", "chargée de mission", "Conseil départemental", "Présidente du groupe"],
)
def test_what_is_no_name_gives_none(written):
    assert read_name(written) is None


@pytest.mark.parametrize(
    ("written", "function", "body"),
    [
        (", Vice président à la Région Bretagne", "Vice président", "Région Bretagne"),
        (" – adjointe au maire (Ville de Nantes)", "adjointe au maire", "Ville de Nantes"),
        (" ; chargée de mission", "chargée de mission", ""),
        (", directrice de l’Agence de l’eau", "directrice", "Agence de l’eau"),
        (", nouvelle directrice générale de Cités Unies France", "directrice générale", "Cités Unies France"),
        (
            ", Président du comité de suivi pour le Ministère de la Culture",
            "Président du comité de suivi",
            "Ministère de la Culture",
        ),
        (" (GRET)", "", "GRET"),
        (", 1er Conseiller à l’Ambassade du Mali", "1er Conseiller", "Ambassade du Mali"),
    ],
)
def test_a_function_is_told_from_the_body_it_is_held_in(written, function, body):
    assert function_and_body(written) == (function, body)


@pytest.mark.parametrize(
    ("function", "body", "level"),
    [
        ("Vice-président", "Région Bretagne", "elected"),
        ("adjointe au maire", "", "elected"),
        ("conseiller municipal", "", "elected"),
        ("chargé de mission", "Ville de Lyon", "technical"),
        ("directrice générale", "", "technical"),
        ("présidente", "Association des amis", ""),
    ],
)
def test_a_function_tells_whether_one_is_elected(function, body, level):
    assert level_of(function, body) == level


@pytest.mark.parametrize(
    "head", ["Étaient présents :", "Présents", "Participants (3) :", "Liste des présents", "PARTICIPANTS"]
)
def test_a_list_of_those_present_has_many_titles(head):
    assert persons(
        f"{head}\nAnne ROY, adjointe au maire, Ville de Nantes\nPaul LE GALL – directeur – Région Bretagne"
    ) == [
        ("Anne ROY", "adjointe au maire", "Ville de Nantes", "present"),
        ("Paul LE GALL", "directeur", "Région Bretagne", "present"),
    ]


@pytest.mark.parametrize(
    ("head", "presence"), [("Excusés :", "excused"), ("Absents", "absent"), ("Étaient excusées", "excused")]
)
def test_those_who_did_not_come_are_told_apart(head, presence):
    assert persons(f"{head}\nM. Paul Roy (Ville de Lyon)") == [("Paul Roy", "", "Ville de Lyon", presence)]


def test_a_table_of_those_present_is_read_by_its_columns():
    assert persons("Présents\nNom\tPrénom\tFonction\tCollectivité\nROY\tAnne\tmaire\tVille de Nantes") == [
        ("Anne ROY", "maire", "Ville de Nantes", "present")
    ]


def test_bodies_in_a_sentence_are_told_one_by_one():
    organisations = parsed(
        "Étaient présents : l’AFD, le Ministère de l’Agriculture et de l’Alimentation, et l’association Régions de France."
    ).organisations

    assert [(body.name, body.kind) for body in organisations] == [
        ("AFD", "agency"),
        ("Ministère de l’Agriculture et de l’Alimentation", "ministry"),
        ("Régions de France", "association"),
    ]


def test_who_is_represented_names_who_came_instead():
    roy, martin = parsed("Présents :\nM. Paul Roy, maire de Lyon, représenté par Mme Anne Martin, directrice").persons

    assert (roy.presence, roy.represented_by) == ("represented", "Anne Martin")
    assert (martin.presence, martin.role, martin.represents) == ("present", "representative", "Paul Roy")


@pytest.mark.parametrize(
    ("sentence", "role", "presence"),
    [
        ("La réunion était présidée par Anne Roy, maire de Brest.", "chair", "present"),
        ("La réunion n’a pas été présidée par sa présidente, Madame Anne Roy, maire de Brest.", "chair", "absent"),
        ("Sous la présidence de Mme Anne Roy, maire de Brest.", "chair", "present"),
        ("Présidence de séance : Anne Roy, maire de Brest", "chair", "present"),
        ("La réunion a été animée par Anne Roy, maire de Brest.", "facilitator", "present"),
        ("Animation : Anne Roy, maire de Brest", "facilitator", "present"),
        ("Anne Roy, maire de Brest, a assuré l’animation du groupe.", "facilitator", "present"),
        ("Anne Roy, maire de Brest, à assurer l’animation du groupe.", "facilitator", "present"),
        ("Mme Anne Roy, maire de Brest, a rappelé les enjeux.", "participant", "present"),
    ],
)
def test_a_sentence_tells_the_part_that_each_took(sentence, role, presence):
    assert [(p.name, p.role, p.presence) for p in parsed(sentence).persons] == [("Anne Roy", role, presence)]


def test_the_reason_of_an_absence_is_in_no_excerpt():
    [chair] = parsed(
        "Suite à une maladie, la réunion n’a pas été présidée par sa présidente, Anne Roy, maire de Brest."
    ).persons

    assert chair.place.excerpt.startswith("la réunion n’a pas été présidée")


def test_one_person_named_twice_is_one_entry():
    found = parsed(
        "Présents :\nAnne ROY, maire de Brest\nPaul LE GALL, AFD", "Mme Roy a présenté le programme."
    ).persons

    assert [(p.name, p.civility) for p in found] == [("Anne ROY", "Mme"), ("Paul LE GALL", "")]


def test_a_line_under_a_title_names_who_speaks():
    chair, *_others = parsed_file("minutes_maroc.txt").persons

    assert (chair.name, chair.role, chair.organisation) == ("Hélène Aubier", "chair", "Région Normandie")


def test_lists_at_the_end_of_the_minutes_are_read_too():
    found = parsed_file("minutes_mali.txt")

    assert [(p.name, p.role, p.presence) for p in found.persons] == [
        ("Marc Delavigne", "chair", "present"),
        ("Awa TRAORÉ", "speaker", "present"),
        ("Paul MERCIER", "speaker", "present"),
        ("Claire BERTIN", "participant", "present"),
        ("Jean KERVELLA", "participant", "present"),
        ("Sophie LE GUEN", "participant", "present"),
        ("Olivier Perrin", "participant", "excused"),
    ]
    assert [(body.name, body.presence) for body in found.organisations] == [
        ("GRDR", "present"),
        ("Ville d’Angers", "excused"),
    ]


def test_a_table_may_have_a_column_for_each_part_of_the_name():
    assert persons("Présents\nCivilité\tPrénom\tNom\tFonction\tStructure\nMme\tAnne\tROY\tmaire\tVille de Nantes") == [
        ("Anne ROY", "maire", "Ville de Nantes", "present")
    ]


def test_who_speaks_for_a_row_is_named_in_its_brackets():
    found = parsed("Ville de Lyon – Canton : eau", "Ville de Nantes (Mme Anne Roy, adjointe au maire) : jeunesse")

    assert [(p.name, p.role, p.organisation) for p in found.persons] == [("Anne Roy", "speaker", "Ville de Nantes")]
    assert [row.parties[0].text for row in found.rows] == ["Ville de Lyon", "Ville de Nantes"]


def test_the_leader_of_another_meeting_is_not_ours():
    assert persons("Ordre du jour\n1. Après-midi : réunion Santé, animée par Anne Roy\n2. Divers") == []


@pytest.mark.parametrize("head", ["Présent·e·s :", "Présent(e)s :", "Participant.e.s", "Étaient présent-e-s :"])
def test_titles_of_lists_may_be_written_for_both_genders(head):
    assert [p[0] for p in persons(f"{head}\nAnne ROY, maire de Brest")] == ["Anne ROY"]


def test_a_comma_inside_brackets_parts_no_one():
    assert [
        (p[0], p[2])
        for p in persons("Présents : Mme Anne Roy (adjointe, Ville de Nantes), M. Paul Morin (Ville de Lyon)")
    ] == [
        ("Anne Roy", "Ville de Nantes"),
        ("Paul Morin", "Ville de Lyon"),
    ]


def test_a_body_may_send_several_persons():
    assert [(p[0], p[2]) for p in persons("Présents\nRégion Bretagne : Anne ROY, Paul LE GALL")] == [
        ("Anne ROY", "Région Bretagne"),
        ("Paul LE GALL", "Région Bretagne"),
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- Mme Anne ROY, adjointe au maire de Brest en charge de l’international", [("Anne ROY", "adjointe au maire de Brest en charge de l’international", "Ville de Brest")]),
        ("M. Jean PETIT, conseiller régional de Bretagne", [("Jean PETIT", "conseiller régional", "Région Bretagne")]),
        ("DE LA TOUR Anne ; chargée de mission, Département du Finistère", [("Anne DE LA TOUR", "chargée de mission", "Département du Finistère")]),
        ("Anne ROY – Région Bretagne", [("Anne ROY", "", "Région Bretagne")]),
        ("Région Bretagne – Anne ROY, directrice", [("Anne ROY", "directrice", "Région Bretagne")]),
        ("Ville de Lyon : Anne ROY (adjointe), Paul PETIT", [("Anne ROY", "adjointe", "Ville de Lyon"), ("Paul PETIT", "", "Ville de Lyon")]),
        ("Ville de Lyon : Anne ROY, adjointe ; Paul PETIT, chargé de projets", [("Anne ROY", "adjointe", "Ville de Lyon"), ("Paul PETIT", "chargé de projets", "Ville de Lyon")]),
        ("Ville de Lyon – Mmes ROY et PETIT", [("ROY", "", "Ville de Lyon"), ("PETIT", "", "Ville de Lyon")]),
        ("Comité de jumelage de Brest : M. et Mme ROY", [("ROY", "", "Comité de jumelage de Brest"), ("ROY", "", "Comité de jumelage de Brest")]),
        ("Grand Lyon : Anne ROY", [("Anne ROY", "", "Grand Lyon")]),
        ("Mme ROY (Ville de Lyon), M. PETIT (Région Bretagne)", [("ROY", "", "Ville de Lyon"), ("PETIT", "", "Région Bretagne")]),
        ("M. Paul PETIT, délégué à l’action extérieure, MEAE, co-président", [("Paul PETIT", "délégué à l’action extérieure, co-président", "MEAE")]),
        ("Brest – Maire-adjoint M. PETIT", [("PETIT", "Maire-adjoint", "Brest")]),
        ("M. Paul PETIT, premier secrétaire à l’ambassade du Brésil", [("Paul PETIT", "premier secrétaire", "ambassade du Brésil")]),
        ("Mmes Anne ROY, Zoé BLANC, MM. Paul PETIT, Luc NOIR", [("Anne ROY", "", ""), ("Zoé BLANC", "", ""), ("Paul PETIT", "", ""), ("Luc NOIR", "", "")]),
    ],
)  # fmt: skip
def test_an_item_names_persons_in_many_shapes(item, expected):
    assert [found[:3] for found in persons(f"Présents :\n{item}")] == expected


def bodies(*paragraphs):
    return [(body.name, body.presence) for body in parsed(*paragraphs).organisations]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Ville de Lyon, Brest, Région Île de France et Grand Lyon", ["Ville de Lyon", "Brest", "Région Île de France", "Grand Lyon"]),
        ("Villes de Lyon, Nantes et Brest", ["Ville de Lyon", "Ville de Nantes", "Ville de Brest"]),
        ("Ville de Lyon ([…]), Région Bretagne", ["Ville de Lyon", "Région Bretagne"]),
    ],
)  # fmt: skip
def test_an_item_names_several_bodies(item, expected):
    assert bodies(f"Excusés : {item}") == [(name, "excused") for name in expected]


def test_a_body_among_those_present_may_be_excused():
    assert bodies("Présents :\nVille de Lyon : excusée\nRégion Bretagne") == [
        ("Ville de Lyon", "excused"),
        ("Région Bretagne", "present"),
    ]


def test_a_list_goes_on_under_the_headings_inside_it():
    assert persons(
        "Participants\n\nCollectivités :\n- Mme Anne ROY, Ville de Lyon\n\nCités Unies France :\n- M. Paul PETIT, stagiaire\n\n"
        "Se sont excusés\nM. Luc NOIR (Région Bretagne)"
    ) == [
        ("Anne ROY", "", "Ville de Lyon", "present"),
        ("Paul PETIT", "stagiaire", "Cités Unies France", "present"),
        ("Luc NOIR", "", "Région Bretagne", "excused"),
    ]


def test_two_lists_in_one_paragraph_are_told_apart():
    assert persons(
        "Présents : Anne ROY (Ville de Lyon), Pas-\ncal PETIT (Région Bretagne). Excusée : Zoé\nBLANC (Ville de Brest)."
    ) == [
        ("Anne ROY", "", "Ville de Lyon", "present"),
        ("Pascal PETIT", "", "Région Bretagne", "present"),
        ("Zoé BLANC", "", "Ville de Brest", "excused"),
    ]


def test_a_column_tells_who_came():
    assert persons(
        "Participants\n| Nom | Prénom | Structure | Émargement |\n| ROY | Anne | CLAIR Paris | P |\n| PETIT | Paul | Ville de Lyon, élu | E – […] |"
    ) == [("Anne ROY", "", "CLAIR Paris", "present"), ("Paul PETIT", "élu", "Ville de Lyon", "excused")]


def test_two_columns_may_each_be_a_list():
    assert persons(
        "PRÉSENTS\tEXCUSÉS\nM. Paul PETIT – Ville de Lyon Mme Anne ROY – CUF\tM. Luc NOIR – Ville de Brest"
    ) == [
        ("Paul PETIT", "", "Ville de Lyon", "present"),
        ("Anne ROY", "", "CUF", "present"),
        ("Luc NOIR", "", "Ville de Brest", "excused"),
    ]


def test_a_sentence_below_a_list_is_not_of_it():
    assert persons("Excusé : M. Luc NOIR (Ville de Brest)\n\nMadame Roy ouvre la réunion à 10h15.") == [
        ("Luc NOIR", "", "Ville de Brest", "excused")
    ]
