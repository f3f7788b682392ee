import pytest

from meetings.minutes.parsing import parse
from tests.meetings.gazetteers import small_gazetteer
from tests.meetings.reading_of import document_of, minutes_with, parsed_file


def rows_of(*paragraphs):
    parsed = parse(document_of(minutes_with(*paragraphs)), small_gazetteer())
    return [(row.label, row.cell.text) for row in parsed.rows]


def cell_of(text):
    [row] = parse(document_of(minutes_with("Région Bretagne – Sichuan", text)), small_gazetteer()).rows
    return row.cell


def test_a_label_alone_in_its_block_takes_the_blocks_below_it():
    assert rows_of(
        "Région Bretagne –\nSichuan", "Coopération sur la mer", "2019 : 10 ans", "Ville de Lyon –\nCanton", "Jumelage"
    ) == [
        ("Région Bretagne – Sichuan", "Coopération sur la mer\n2019 : 10 ans"),
        ("Ville de Lyon – Canton", "Jumelage"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Ville de Lyon – Canton : échanges de jeunes",
        "Ville de Lyon – Canton  échanges de jeunes",
        "Ville de Lyon – Canton\téchanges de jeunes",
        "Ville de Lyon – Canton | échanges de jeunes",
        "| Ville de Lyon – Canton | échanges de jeunes |",
        "• Ville de Lyon – Canton : échanges de jeunes",
        "Ville de Lyon – Canton\n\néchanges de jeunes",
    ],
)
def test_a_label_and_its_cell_may_be_told_apart_in_any_way(line):
    assert rows_of(line) == [("Ville de Lyon – Canton", "échanges de jeunes")]


def test_a_label_right_before_its_cell_ends_where_the_known_name_ends():
    assert rows_of("Lyon – Canton Jumelage\nIssy-les-Moulineaux –\nNankin", "Partenariat économique") == [
        ("Lyon – Canton", "Jumelage"),
        ("Issy-les-Moulineaux – Nankin", "Partenariat économique"),
    ]


def test_a_third_column_is_the_partner():
    assert rows_of("Collectivité\tPartenaire\tActions\nVille de Lyon\tCanton\tÉchanges de jeunes") == [
        ("Ville de Lyon – Canton", "Échanges de jeunes")
    ]


def test_an_institution_is_a_row_only_among_rows():
    assert rows_of("AFD", "finance des projets") == []
    assert rows_of("Ville de Lyon – Canton", "Jumelage", "AFD", "finance des projets") == [
        ("Ville de Lyon – Canton", "Jumelage"),
        ("AFD", "finance des projets"),
    ]


def test_a_body_followed_by_another_label_belongs_to_the_row_above():
    assert rows_of(
        "Ville de Lyon – Canton", "Jumelage", "Office de tourisme de Lyon", "Ville de Nantes – Nankin", "Culture"
    ) == [
        ("Ville de Lyon – Canton", "Jumelage\nOffice de tourisme de Lyon"),
        ("Ville de Nantes – Nankin", "Culture"),
    ]


def test_the_last_row_stops_at_a_title_or_a_wider_blank():
    rows = rows_of(
        "Ville de Lyon – Canton",
        "Jumelage",
        "Ville de Nantes – Nankin",
        "Culture",
        "\n\nLe séminaire aura lieu au printemps.",
    )

    assert rows == [("Ville de Lyon – Canton", "Jumelage"), ("Ville de Nantes – Nankin", "Culture")]


def test_what_someone_must_do_is_no_row():
    assert (
        rows_of("Suites à donner", "- Ville de Lyon : transmettre la liste", "- Ville de Nantes : relancer les membres")
        == []
    )


def test_two_columns_kept_side_by_side_are_read_as_rows():
    parsed = parsed_file("minutes_madagascar.txt")

    assert [(row.label, row.cell.text) for row in parsed.rows] == [
        ("Région Nouvelle-Aquitaine – Région Itasy",
         "Coopération sur l’élevage et la pêche, avec les chambres d’agriculture\n2020 : 10 ans de la convention"),
        ("Région Normandie – Région Atsinanana", "Échanges universitaires et agricoles"),
        ("Mulhouse Alsace Agglomération – Antsirabe", "Eau et assainissement"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Coopération sur la mobilité, la culture et l’eau", ("mobilité", "culture", "eau")),
        ("Coopération sur l’éducation et la recherche, l’eau", ("éducation et recherche", "eau")),
        (
            "Coopération économique, scientifique et universitaire (startups…)",
            ("économique", "scientifique", "universitaire"),
        ),
        ("Échanges au sujet des Jeux Olympiques", ("Jeux Olympiques",)),
        ("Échanges de jeunes", ("Échanges de jeunes",)),
        ("Tourisme de mémoire (ouvriers)", ("Tourisme de mémoire",)),
        ("La région accueille des sportifs", ()),
    ],
)
def test_themes_are_what_a_saying_is_about(text, themes):
    assert cell_of(text).themes == themes


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Jumelage", "twinning"),
        ("Convention de coopération signée", "convention"),
        ("Accord de coopération sur l’eau", "cooperation_agreement"),
        ("Charte d’amitié", "friendship_charter"),
        ("Lettre d’intention", "letter_of_intent"),
        ("Protocole d’accord", "mou"),
        ("Coopération sur l’eau", ""),
        ("Espère signer une convention", ""),
        ("Comité de jumelage", ""),
    ],
)
def test_a_form_is_told_only_when_it_is_said_of_the_pair(text, form):
    assert cell_of(text).form == form


def test_milestones_actors_plans_and_beginnings_are_told_apart():
    cell = cell_of(
        "Depuis 2004 : échanges d’apprentis\n2018 : 20 ans de la coopération\nInauguration d’un jardin en 2017\n"
        "Acteurs associés : Maison de la Bretagne, entreprises…\nEnvisage un Institut\nCoopération économique (Acme)"
    )

    assert cell.since == "2004"
    assert cell.milestones == (
        ("2004", "échanges d’apprentis"), ("2018", "20 ans de la coopération"), ("2017", "Inauguration d’un jardin"),
    )  # fmt: skip
    assert cell.actors == ("Maison de la Bretagne", "entreprises", "Acme")
    assert cell.plans == ("Envisage un Institut",)


def test_a_label_in_capitals_is_no_title():
    assert rows_of("TOUR DE TABLE", "VILLE DE LYON – CANTON", "Échanges de jeunes", "VILLE DE NANTES", "Culture") == [
        ("VILLE DE LYON – CANTON", "Échanges de jeunes"),
        ("VILLE DE NANTES", "Culture"),
    ]


@pytest.mark.parametrize(
    "label", ["Ville de Nantes – Mme Anne Roy", "Ville de Nantes – Anne ROY", "Ville de Nantes, Mme Anne Roy, adjointe"]
)
def test_who_speaks_is_not_the_other_party(label):
    parsed = parse(document_of(minutes_with("Tour de table", f"{label} : projets de jeunesse")), small_gazetteer())

    assert [[party.name for party in row.parties] for row in parsed.rows] == [["Nantes"]]
    assert [person.name for person in parsed.persons] == ["Anne Roy"] or [person.name for person in parsed.persons] == [
        "Anne ROY"
    ]


def test_under_a_title_of_the_round_a_sentence_may_be_a_row():
    text = "La Ville de Lyon coopère avec Canton depuis 1988 sur la mobilité."

    assert rows_of("1. Tour de table", text) == [("Ville de Lyon", text)]
    assert rows_of("1. Actualités", text) == []


def test_a_table_without_rules_is_read_line_after_line():
    table = "Ville de Lyon –\tCoopération sur la mobilité\nCanton\tet la culture\n\nMétropole de\tÉconomie\nBordeaux – Nankin\n\nAFD\tAppui"

    assert rows_of(table) == [
        ("Ville de Lyon – Canton", "Coopération sur la mobilité et la culture"),
        ("Métropole de Bordeaux – Nankin", "Économie"),
        ("AFD", "Appui"),
    ]
