import pytest

from meetings.minutes.parsing.blocks import make_blocks
from meetings.minutes.parsing.joining import join_lines, mend_hyphens
from meetings.minutes.parsing.lines import place_of, read_lines, usual_width, vocabulary
from tests.meetings.reading_of import document_of


def lines_of(text):
    return read_lines(document_of(text))


def blocks_of(text):
    lines = lines_of(text)
    return [block.text for block in make_blocks(lines, width=usual_width(lines), words=vocabulary(lines))]


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        (["Région Hauts-de-", "France"], "Région Hauts-de-France"),
        (["Assises franco-", "chinoises"], "Assises franco-chinoises"),
        (["des sous-", "thématiques"], "des sous-thématiques"),
        (["la coopéra-", "tion"], "la coopération"),
        (["Région Occitanie –", "Sichuan"], "Région Occitanie – Sichuan"),
        (["un  double", " espace "], "un double espace"),
    ],
)
def test_lines_broken_by_the_margin_are_joined(written, joined):
    assert join_lines(written) == joined


def test_a_word_of_the_document_tells_whether_a_hyphen_cuts_it():
    assert join_lines(["mini-", "stères"], frozenset({"ministeres"})) == "ministères"


def test_a_blank_left_after_a_hyphen_is_mended():
    assert mend_hyphens("Barbès- Rochechouart") == "Barbès-Rochechouart"


@pytest.mark.parametrize("mark", ["Ø", "➢", "→", ">>", "=>", "\uf0d8"])
def test_an_arrow_announces_what_is_to_be_done(mark):
    [line] = lines_of(f"{mark} Envoyer la liste")

    assert (line.is_arrow, line.text) == (True, "Envoyer la liste")


@pytest.mark.parametrize("mark", ["-", "–", "•", "*", "o", "✓", "\uf0b7"])
def test_a_dash_or_a_dot_only_lists(mark):
    [line] = lines_of(f"{mark} Une idée")

    assert (line.is_dash, line.text) == (True, "Une idée")


@pytest.mark.parametrize("written", ["Ørsted finance un projet", "-", "o clock", "–"])
def test_what_only_looks_like_a_bullet_is_text(written):
    [line] = lines_of(written)

    assert line.text == written


def test_page_numbers_and_running_titles_are_left_out():
    pages = "\f".join(
        f"Groupe-pays X, 3 mai 2019   {n} / 3\n\nTexte de la page {'abc'[n - 1]}\n\n{n}" for n in (1, 2, 3)
    )

    assert [line.text for line in lines_of(pages)] == [
        "Groupe-pays X, 3 mai 2019   1 / 3", "Texte de la page a", "Texte de la page b", "Texte de la page c",
    ]  # fmt: skip


def test_places_are_those_of_the_original():
    lines = lines_of("un\n\ndeux\f\ntrois  mots\n")

    assert [(line.page, line.number) for line in lines] == [(1, 1), (1, 3), (2, 2)]
    assert place_of(lines[2:]).excerpt == "trois mots"


def test_an_excerpt_has_at_most_300_characters():
    assert len(place_of(lines_of("mot " * 200)).excerpt) <= 300


def test_a_block_that_begins_in_lower_case_goes_on_with_the_one_before():
    assert blocks_of("Une approche large permettra de faire le tour\n\ndes attentes de chacun.") == [
        "Une approche large permettra de faire le tour des attentes de chacun."
    ]


def test_a_bullet_opens_a_block():
    assert blocks_of("Voici :\n- un\n- deux\nsuite") == ["Voici :", "un", "deux suite"]
