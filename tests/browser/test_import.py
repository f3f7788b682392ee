"""A spreadsheet whose headings say nothing: its columns are chosen, its lines tried, recorded, and taken back."""

import pytest

from tests.browser.moves import follow
from tests.partnerships.tables import csv_bytes, xlsx_bytes

pytestmark = pytest.mark.browser

HEADER = ["Commune de chez nous", "Là-bas", "Sorte de lien", "En quelle année", "De quoi il s’agit"]
COLUMNS = dict(zip(("french_name", "foreign_name", "form_stated", "since", "summary"), HEADER, strict=True))
PAIRS = {"Angers – Yantai": "Jardins", "Quimper – Weihai": "Faïence"}
LINES = [
    ["Angers", "Yantai", "jumelage", "2009", "Jardins"],
    ["Quimper", "Weihai", "convention", "2011", "Faïence"],
    ["Ville-qui-n’est-pas", "Weihai", "jumelage", "31/02/2017", ""],
]
FILES = [
    ("liens.csv", lambda: csv_bytes(LINES, HEADER, encoding="cp1252"), True),
    ("liens.xlsx", lambda: xlsx_bytes(LINES, HEADER), False),
]


def send_file(page, name, content):
    page.goto("/partenariats/")
    follow(page, page.get_by_role("link", name="Importer un tableau"))
    follow(page, page.get_by_role("link", name="Importer un tableau").first)
    page.select_option("[name=group]", label="Groupe-pays Chine")
    page.set_input_files("[name=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    follow(page, page.get_by_role("button", name="Lire le tableau"))


def choose_columns(page):
    for field, heading in COLUMNS.items():
        options = page.locator(f"[name={field}] option").all_inner_texts()
        page.select_option(f"[name={field}]", label=next(text for text in options if text.startswith(heading)))
    follow(page, page.get_by_role("button", name="Essayer"))


def line_of(page, words):
    return page.locator(".table-rows tbody tr", has_text=words).inner_text()


def listed(page, pair):
    page.goto(f"/partenariats/?q={pair.replace(' – ', ' ')}")
    return page.locator("#results article, #results li.card, #results .pair").count()


@pytest.mark.parametrize(("name", "content", "scripts"), FILES)
def test_a_table_is_read_by_the_columns_one_chooses_then_recorded_and_taken_back(open_page, name, content, scripts):
    page = open_page("officer", java_script_enabled=scripts, viewport={"width": 1280, "height": 900})
    send_file(page, name, content())
    choose_columns(page)
