import io
from concurrent.futures import ThreadPoolExecutor

import outloud
import pikepdf
import pypdfium2
import pytest

from meetings.minutes.document import Heading, MinutesDocument, RoundRow, RoundTable, Table, paragraph_of
from meetings.minutes.rendering.typst import ASSETS, render_pdf
from tests.meetings.minutes_samples import MARKUP, ROUND, sample_document
from tests.meetings.rendered_text import characters, pdf_pages, pdf_text, words


@pytest.mark.parametrize("language", ["fr", "en", "zh-Hans"])
def test_a_pdf_is_accessible_by_pdf_ua(language, tmp_path):
    path = tmp_path / "minutes.pdf"
    path.write_bytes(
        render_pdf(sample_document(language=language, blocks=(*sample_document().blocks, RoundTable(ROUND * 6))))
    )

    result = outloud.check(str(path))

    assert (result.error, result.errors, result.warnings) == (None, 0, 0)


def test_a_pdf_says_its_title_author_language_and_date():
    with pikepdf.open(io.BytesIO(render_pdf(sample_document()))) as pdf:
        found = (str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Author"]), str(pdf.Root["/Lang"]))
        created = str(pdf.docinfo["/CreationDate"])

    assert found == ("Réunion Groupe-pays Chine", "Cités Unies France", "fr-FR")
    assert created == "D:20190403000000Z"


def test_the_same_document_gives_the_same_bytes():
    assert render_pdf(sample_document()) == render_pdf(sample_document())


def test_nothing_of_the_text_is_taken_for_markup_of_the_typesetter():
    text = pdf_text(render_pdf(MinutesDocument(MARKUP, (Heading(1, MARKUP), paragraph_of(MARKUP)))))

    assert characters(text) == characters(MARKUP * 3)


def test_the_headers_of_the_round_stand_again_on_each_page():
    pages = pdf_pages(render_pdf(sample_document(blocks=(RoundTable(ROUND * 8),))))

    assert [page.count("Échanges et projets") for page in pages] == [1] * len(pages)
    assert len(pages) > 1


def test_a_short_row_of_the_round_is_never_cut():
    row = RoundRow("Ville", tuple(paragraph_of(f"ligne {rank}") for rank in range(12)), "Wuhan")
    pages = pdf_pages(render_pdf(sample_document(blocks=(RoundTable((row,) * 9),))))

    assert [page.count("ligne 0") for page in pages] == [page.count("ligne 11") for page in pages]


def test_a_row_longer_than_a_page_is_set_whole():
    long = RoundTable((RoundRow("Ville", tuple(paragraph_of(f"ligne {rank}") for rank in range(200))),))

    text = pdf_text(render_pdf(MinutesDocument("Réunion", (long,))))

    assert text.count("ligne") == 200


def test_a_very_long_word_stays_on_the_page():
    address = "https://example.org/" + "/".join(["dossier"] * 40)
    data = render_pdf(MinutesDocument("Réunion", (RoundTable((RoundRow("Ville", (paragraph_of(address),)),)),)))

    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        right_edges = [page.get_charbox(index)[2] for index in range(page.count_chars())]

    assert "".join(pdf_text(data).split()).endswith(address)
    assert max(right_edges) < 530


def test_hanzi_stand_under_the_foreign_name():
    text = pdf_text(render_pdf(MinutesDocument("Réunion", (RoundTable((ROUND[1],)),))))

    assert text.split("\n")[2:5] == ["Ville de Nantes – Qingdao", "青岛市", "Jumelage"]


def test_pages_are_numbered_in_the_language_of_the_document():
    with pikepdf.open(io.BytesIO(render_pdf(sample_document()))) as pdf:
        count = len(pdf.pages)

    assert count == 2


def test_a_character_no_font_draws_is_written_as_its_code():
    text = pdf_text(render_pdf(MinutesDocument("Réunion", (paragraph_of("王喆 \U0001f600"),))))

    assert words(text) == ["Réunion", "王", "[U+5586]", "[U+1F600]"]


def test_every_character_said_to_be_drawn_is_drawn():
    latin = (ASSETS / "source-sans-characters.txt").read_text(encoding="utf-8").strip()
    rows = (bytes([high, low]) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    chinese = "".join(row.decode("gb2312", "ignore") for row in rows)
    rows = tuple(paragraph_of(" ".join(part), bold=bold) for part in (latin, chinese) for bold in (False, True))

    text = pdf_text(render_pdf(MinutesDocument("Caractères", rows)))

    assert text.count("[U+") == 0


def test_a_table_without_rows_or_text_is_left_out():
    empty = MinutesDocument("Réunion", (Table(()), RoundTable(()), paragraph_of("  "), Heading(1, " ")))

    assert words(pdf_text(render_pdf(empty))) == ["Réunion"]


def test_headings_never_skip_a_level(tmp_path):
    path = tmp_path / "minutes.pdf"
    path.write_bytes(
        render_pdf(MinutesDocument("Réunion", (Heading(3, "Un"), Heading(3, "Deux"), paragraph_of("texte"))))
    )

    assert outloud.check(str(path)).errors == 0


def test_threads_may_render_at_the_same_time():
    documents = [sample_document(title=f"Réunion {number}") for number in range(6)]

    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(render_pdf, documents))

    assert together == [render_pdf(document) for document in documents]
