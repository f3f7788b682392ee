"""The main flow, as an officer lives it: minutes come in, are reviewed, show on records, and leave as files."""

from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest

from tests.browser.moves import follow, open_first_record, upload

pytestmark = pytest.mark.browser

DOUBT = "Ville de {} – Nanchang (Hunan)"


def headline(page):
    return page.locator("[data-review-current] .proposal__headline").inner_text()


def state_of(page, words):
    row = page.locator(".proposal", has_text=words).first
    return row.get_attribute("class").split("proposal--")[1].split()[0]


def press(page, key):
    """Press a key of the review and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press(key)


def waiting(page):
    return page.locator(".proposal--pending").count()


def open_record(page, town):
    page.goto(f"/partenariats/?q={town}")
    open_first_record(page)


def download(page, label):
    with page.expect_download() as given:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(given.value.path()).read_bytes()


def words_of_pdf(data):
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def words_of_docx(data):
    document = docx.Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_minutes_are_reviewed_by_keyboard_then_show_on_the_record_and_leave_as_files(open_page):
    page = open_page("officer")
    upload(page, "Poitiers", "21 mars 2019")
    first, total = headline(page), waiting(page)

    press(page, "j")
    second = headline(page)
    press(page, "k")
    again = headline(page)
    press(page, "a")
    accepted = state_of(page, first)
    follow(page, page.locator(".proposal a", has_text="Limoges"))
    press(page, "r")
    rejected = state_of(page, "Limoges")
    follow(page, page.get_by_role("button", name="propositions certaines"))
    left = [waiting(page), headline(page)]
    page.keyboard.press("c")
    page.fill("[name=match_foreign]", "Changsha (430100)")
    follow(page, page.get_by_role("button", name="Enregistrer la correction"))
    page.get_by_text("Relecture terminée").wait_for()

    assert (again, accepted, rejected, total) == (first, "accepted", "rejected", 20)
    assert second != first
    assert left == [1, DOUBT.format("Poitiers")]
    assert state_of(page, DOUBT.format("Poitiers")) == "corrected"
    assert_mention_and_files(page, "Poitiers")


def test_the_same_flow_works_without_javascript(open_page):
    page = open_page("officer", java_script_enabled=False)
    upload(page, "Angoulême", "22 mars 2019")

    follow(page, page.get_by_role("button", name="Accepter", exact=True))
    follow(page, page.locator(".proposal a", has_text="Limoges"))
    follow(page, page.get_by_role("button", name="Rejeter"))
    follow(page, page.get_by_role("button", name="propositions certaines"))
    page.get_by_text("Corriger avant d’accepter").click()
    page.fill("[name=match_foreign]", "Changsha (430100)")
    follow(page, page.get_by_role("button", name="Enregistrer la correction"))
    page.get_by_text("Relecture terminée").wait_for()

    assert state_of(page, "Limoges") == "rejected"
    assert state_of(page, DOUBT.format("Angoulême")) == "corrected"
    assert_mention_and_files(page, "Angoulême")


def assert_mention_and_files(page, town):
    """The record shows what was said, where in the document; from there one reaches the meeting and its files."""
    open_record(page, town)
    mention = page.locator(".timeline li", has_text="Tour de table").inner_text()
    open_first_record(page, within=".timeline")
    pdf, word = words_of_pdf(download(page, "PDF")), words_of_docx(download(page, "Word"))

    assert "page 1, ligne 35" in mention
    assert "Convention sur la santé et l’université" in mention
    assert [name in text for text in (pdf, word) for name in (town, "Changsha")] == [True] * 4
    assert page.complaints == []
