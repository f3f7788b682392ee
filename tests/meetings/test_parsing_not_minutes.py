"""What is not minutes gives nothing, and nothing makes the parser fail or take long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meetings.reading_of import DATA, minutes_with, proposals_of

LOOKALIKES = sorted(path.name for path in DATA.glob("minutes_*.txt"))
PIECES = st.sampled_from(
    ["Région Bretagne", "Ville de Lyon", " – ", "-", "\n", "\n\n", "\t", " | ", "  ", ":", "Sichuan", "(Yunnan)", "Étaient présents :", "Mme Anne ROY",
     "AGENDA\n", "3 mai 2019", "du 9 au ", "14h30", "Ø ", "- ", "présidée par ", "Tour de table\n", "1. ", "assises 2017", "AFD", "\f", "représenté par",
     "Conclusions :\n", "À faire\n", "ﬁ", "南京", "(", ")", "’", "en présence de ", "inscription obligatoire", "Réunion du groupe-pays Chine\n"]
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n\t\n",
        (DATA / "novel.txt").read_text(encoding="utf-8"),
        "Paris – Lyon\nLyon – Marseille\nNantes – Lille\n",
        "lait\nœufs\nfarine\n12\npain : 2\n",
        "code;nom;population\n69123;Lyon;519000\n44109;Nantes;323000\n",
        "Chers amis,\n\nLa réunion du 3 mai est reportée. Mme Roy vous enverra une date.\n\nBien à vous",
        "De : Anne Roy <a.roy@example.org>\nÀ : membres\nObjet : Réunion du groupe-pays Mali\n\nBonjour, le 8 mars de 10h à 12h convient.",
        "def parse(text):\n    return text - 1\n",
    ],
    ids=["empty", "blank", "novel", "railway", "shopping", "csv", "letter", "e-mail", "code"],
)
def test_what_is_not_minutes_gives_nothing(text):
    assert proposals_of(text) == []


@given(st.text(max_size=400))
def test_no_text_makes_the_parser_fail(text):
    assert isinstance(proposals_of(text), list)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_broken_minutes_make_the_parser_fail(text):
    pages = minutes_with(text).split("\f")

    for proposal in proposals_of("\f".join(pages)):
        assert 1 <= proposal.page <= len(pages)
        assert 1 <= proposal.line <= len(pages[proposal.page - 1].split("\n"))
        assert len(proposal.excerpt) <= 300
        assert 0 <= proposal.confidence <= 1
        assert not (proposal.doubts and proposal.confidence >= 0.9)


@pytest.mark.parametrize("name", LOOKALIKES)
def test_half_a_document_does_not_make_the_parser_fail(name):
    text = (DATA / name).read_text(encoding="utf-8")

    for cut in range(0, len(text), 97):
        assert isinstance(proposals_of(text[:cut]), list)


@pytest.mark.parametrize(
    "text",
    ["Ville de Lyon –\n" * 5000, "Mme Anne Roy, " * 8000, "Étaient présents : " + "Mme Anne Roy, " * 8000, "Assises de la " * 10000, "12 et 13 et " * 10000,
     "(" * 50000, "présidée par " * 8000, ("Assises " * 20 + "\n") * 500, "Ab Cd " * 20000, "mot-\n" * 20000, ("A-" * 33 + "! – Lyon\n") * 200, "Lyon" + " " * 50000 + ": eau"],
    ids=["labels", "names", "list", "events", "dates", "brackets", "chairs", "lines", "capitals", "hyphens", "compounds", "blanks"],
)  # fmt: skip
def test_a_long_text_takes_a_time_in_proportion(text):
    started = time.perf_counter()

    proposals_of(minutes_with(text))

    # Generous for a busy machine: what grows with the square of the length takes minutes here.
    assert time.perf_counter() - started < 10


def test_a_table_pasted_without_its_heading_is_still_read():
    table = "\n\n".join(
        f"Ville de {french} – {foreign}\n\nCoopération sur l’eau"
        for french, foreign in [("Lyon", "Canton"), ("Nantes", "Nankin"), ("Lille", "Pékin")]
    )

    assert [proposal.kind for proposal in proposals_of(table)] == ["partnership"] * 3
