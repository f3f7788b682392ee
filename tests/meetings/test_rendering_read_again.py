import pytest

from meetings.minutes.document import RoundTable
from meetings.minutes.reading import read_document
from meetings.minutes.rendering.docx import render_docx
from meetings.minutes.rendering.text import render_text
from meetings.minutes.rendering.typst import render_pdf
from tests.meetings.minutes_samples import BLOCKS, ROUND, sample_document

EXPORTS = {"a.pdf": render_pdf, "a.docx": render_docx, "a.txt": lambda document: render_text(document).encode()}


def lines_read(name, document):
    return [line for page in read_document(EXPORTS[name](document), name).pages for line in page.split("\n")]


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_read_again_begins_like_minutes(name):
    lines = [line for line in lines_read(name, sample_document()) if line]

    assert lines[:5] == [
        "Réunion Groupe-pays Chine",
        "Le 12 mars 2019 – de 14h30 à 16h30",
        "À la Maison des associations, 4 rue des Exemples 75000 Paris",
        "Métro, ligne 2 : Exemple",
        "Groupe-pays Chine · Compte rendu · version du 3 avril 2019",
    ]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_an_export_read_again_has_the_rows_of_the_round_cell_by_cell(name):
    rows = [line for line in lines_read(name, sample_document(blocks=(RoundTable(ROUND),))) if "\t" in line]

    assert rows[:6] == [
        "Coopération\tÉchanges et projets",
        "Région Bretagne – Shandong 山东省\tCoopération sur la formation maritime et l’agroalimentaire",
        "\t2019 : 35 ans de la coopération",
        "\tActeurs associés : Maison de la Bretagne à Qingdao, entreprises…",
        "Ville de Nantes – Qingdao 青岛市 Jumelage\tJardins et urbanisme ; échanges touristiques",
        "Métropole de Lyon – Canton 广州市 Convention\tCoopération sur l’attractivité et l’économie",
    ]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_an_export_read_again_has_the_agenda_date_by_date(name):
    lines = lines_read(name, sample_document(blocks=BLOCKS[-2:]))

    assert [line.split("\t")[0] for line in lines if line[:1].isalnum() and "\t" in line][:3] == [
        "Date",
        "9 & 10 octobre 2019",
        "Décembre 2020",
    ]


def test_words_cut_at_the_end_of_a_line_of_the_pdf_are_whole_when_read_again():
    text = " ".join(lines_read("a.pdf", sample_document()))

    assert text.count("agroalimentaire") == 1
