from hypothesis import assume, given, settings

from meetings.minutes.rendering.docx import render_docx
from meetings.minutes.rendering.html import render_html
from meetings.minutes.rendering.markdown import render_markdown
from meetings.minutes.rendering.text import render_text
from meetings.minutes.rendering.typst import render_pdf
from tests.meetings.minutes_samples import documents, sample_document
from tests.meetings.rendered_text import (
    characters,
    docx_text,
    html_text,
    markdown_text,
    pdf_pages,
    pdf_text,
    words,
)


def test_the_four_exports_of_the_sample_say_the_same_words_in_the_same_order():
    document = sample_document()

    expected = words(html_text(render_html(document)))

    assert words(pdf_text(render_pdf(document))) == expected
    assert words(docx_text(render_docx(document))) == expected
    assert words(markdown_text(render_markdown(document))) == expected


def test_the_plain_text_says_the_same_words_without_the_column_headers():
    document = sample_document()

    text = words(render_text(document))

    headers = {"Coopération", "Échanges", "et", "projets", "Date", "Événement", "|"}
    expected = [word for word in words(html_text(render_html(document))) if word not in headers]
    assert [word for word in text if word not in headers] == expected


@settings(max_examples=150, deadline=None)
@given(documents)
def test_any_document_says_the_same_in_docx_markdown_and_html(document):
    expected = characters(html_text(render_html(document)))

    assert characters(docx_text(render_docx(document))) == expected
    assert characters(markdown_text(render_markdown(document))) == expected


@settings(max_examples=100, deadline=None)
@given(documents)
def test_any_document_of_one_page_says_the_same_in_pdf_and_html(document):
    pages = pdf_pages(render_pdf(document))
    assume(len(pages) == 1)

    assert characters(pages[0]) == characters(html_text(render_html(document)))
