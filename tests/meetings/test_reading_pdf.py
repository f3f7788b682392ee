import pytest

from meetings.minutes.reading import read_document
from meetings.minutes.reading.rows import joined
from tests.meetings.documents import encrypted, pdf_of

TABLE = """
#set page(width: 16cm, height: 20cm, margin: 2cm)
#set text(size: 10pt)
Avant le tableau, une ligne.
#table(columns: (4cm, 1fr), {options}
  [Région Bretagne – Shandong et son littoral], [Coopération sur la formation maritime et aussi sur les échanges d’étudiants

  2019 : 35 ans],
  [Nantes – Qingdao], [Jumelage],
)
Après.
"""


def page_of(markup):
    (page,) = read_document(pdf_of(markup)).pages
    return page


def test_a_pdf_is_read_page_by_page():
    document = read_document(pdf_of("Un \\ Deux #pagebreak() Trois"))

    assert (document.kind, document.pages) == ("pdf", ("Un\nDeux", "Trois"))


def test_an_empty_line_parts_paragraphs():
    assert page_of("Un \\ Deux\n\nTrois \\ Quatre\n\nCinq \\ Six") == "Un\nDeux\n\nTrois\nQuatre\n\nCinq\nSix"


def test_ligatures_superscripts_and_accents_make_words():
    assert page_of("Le 1#super[er] comité est afﬁrmé, efficace") == "Le 1er comité est affirmé, efficace"


def test_a_word_cut_at_the_end_of_a_line_keeps_its_hyphen():
    assert page_of('#set text(lang: "fr", hyphenate: true)\n#box(width: 1.6cm)[territoriales]') == "territo-\nriales"


def test_a_row_of_a_ruled_table_is_its_label_a_tab_and_its_text():
    assert page_of(TABLE.format(options="")).split("\n") == [
        "Avant le tableau, une ligne.",
        "",
        "Région Bretagne – Shandong et son littoral\tCoopération sur la formation maritime et aussi sur",
        "\tles échanges d’étudiants",
        "\t2019 : 35 ans",
        "",
        "Nantes – Qingdao\tJumelage",
        "",
        "Après.",
    ]


def test_a_table_without_borders_keeps_its_columns():
    lines = [line for line in page_of(TABLE.format(options="stroke: none,")).split("\n") if line]

    assert lines == [
        "Avant le tableau, une ligne.",
        "Région Bretagne –\tCoopération sur la formation maritime et aussi sur",
        "Shandong et son littoral\tles échanges d’étudiants",
        "\t2019 : 35 ans",
        "Nantes – Qingdao\tJumelage",
        "Après.",
    ]


def test_a_label_in_the_middle_of_its_row_still_opens_it():
    page = page_of("#table(columns: (4cm, 4cm), align: horizon, [Nantes], [Un \\ Deux \\ Trois], [Brest], [Quatre])")

    assert page.split("\n") == ["Nantes\tUn", "\tDeux", "\tTrois", "", "Brest\tQuatre"]


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (["Région Auvergne-Rhône-", "Alpes – Hebei"], "Région Auvergne-Rhône-Alpes – Hebei"),
        (["Région Centre-Val-", "de-Loire –", "Hunan"], "Région Centre-Val-de-Loire – Hunan"),
        (["Bordeaux – Wu-", "han"], "Bordeaux – Wuhan"),
        (["Nantes -", "Qingdao"], "Nantes - Qingdao"),
    ],
)
def test_a_label_on_several_lines_is_one_name(lines, label):
    assert joined(lines) == label


def test_a_wide_gap_on_a_line_is_a_tab():
    assert page_of("9 octobre 2017 #h(3cm) Rencontres") == "9 octobre 2017\tRencontres"


def test_justified_text_has_no_tab():
    page = page_of(
        "#set page(width: 7cm)\n#set par(justify: true)\n" + "Une politique internationalement coordonnée. " * 12
    )

    assert page.count("\t") == 0


def test_a_page_turned_on_its_side_is_read_upright():
    assert page_of("#rotate(90deg, reflow: true)[#table(columns: 2, [Nantes], [Qingdao], [Arras], [Harbin])]") == (
        "Nantes\tQingdao\n\nArras\tHarbin"
    )


def test_a_pdf_that_opens_without_a_password_is_read():
    assert read_document(encrypted(pdf_of("Bonjour"), user="")).pages == ("Bonjour",)


@pytest.mark.parametrize("pages", [1, 60])
def test_sixty_pages_are_read(pages):
    assert len(read_document(pdf_of(" #pagebreak() ".join(["Une page"] * pages))).pages) == pages
