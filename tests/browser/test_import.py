"""A spreadsheet whose headings say nothing: its columns are chosen, its lines tried, recorded, and taken back."""

import pytest

from tests.browser.moves import follow
from tests.partnerships.tables import csv_bytes, xlsx_bytes

pytestmark = pytest.mark.browser

HEADER = ["Commune de chez nous", "Là-bas", "Sorte de lien", "En quelle année", "De quoi il s’agit"]
COLUMNS = dict(zip(("french_name", "foreign_name", "form_stated", "since", "summary"), HEADER, strict=True))
LINES = [
    ["Angers", "Yantai", "jumelage", "2009", "Jardins"],
    ["Quimper", "Weihai", "convention", "2011", "Faïence"],
    ["Trifouilly-les-Oies", "Weihai", "jumelage", "31/02/2017", ""],
]
FILES = {"liens.csv": csv_bytes(LINES, HEADER, encoding="cp1252"), "liens.xlsx": xlsx_bytes(LINES, HEADER)}


def send_file(page, name):
    page.goto("/partenariats/")
    follow(page, page.get_by_role("link", name="Importer un tableau"))
    follow(page, page.get_by_role("link", name="Importer un tableau").first)
    page.select_option("[name=group]", label="Groupe-pays Chine")
    page.set_input_files("[name=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": FILES[name]})
    follow(page, page.get_by_role("button", name="Lire le tableau"))


def choose_columns(page, scripts):
    assert {page.input_value(f"[name={field}]") for field in COLUMNS} == {""}  # no heading says what it holds
    for field, heading in COLUMNS.items():
        options = page.locator(f"[name={field}] option").all_inner_texts()
        page.select_option(f"[name={field}]", label=next(text for text in options if text.startswith(heading)))
    follow(page, page.get_by_role("button", name="Essayer"))
    if not scripts:
        follow(page, page.get_by_role("button", name="Continuer l’essai"))
    page.get_by_text("Essai fait").wait_for()


def line(page, town):
    return page.locator(".table-rows tbody tr", has_text=town).inner_text()


def undo(page):
    follow(page, page.get_by_role("link", name="Annuler l’import"))
    assert "supprimées : 1" in page.locator("main form").inner_text()
    follow(page, page.get_by_role("button", name="Annuler tout l’import"))


def listed(page, words):
    page.goto(f"/partenariats/?q={words}")
    return page.locator("#results .pair-list").inner_text() if page.locator("#results .pair-list").count() else ""


@pytest.mark.parametrize(("name", "scripts"), [("liens.csv", True), ("liens.xlsx", False)])
def test_a_table_is_read_by_the_columns_one_chooses_then_recorded_and_taken_back(open_page, name, scripts):
    page, member = (open_page(reader, java_script_enabled=scripts) for reader in ("officer", "member"))
    before = listed(member, "Angers Yantai")
    send_file(page, name)
    choose_columns(page, scripts)

    assert "Forme déclarée : accord de coopération → jumelage" in line(page, "Angers")
    assert "Ajout" in line(page, "Quimper")
    refused = line(page, "Trifouilly-les-Oies")
    assert "Colonne « En quelle année » : « 31/02/2017 » : ce jour n’existe pas" in refused
    assert "Colonne « Commune de chez nous » : aucun territoire" in refused
    assert (listed(member, "Quimper"), listed(member, "Angers Yantai")) == ("", before)

    follow(page, page.get_by_role("button", name="Enregistrer les 2 lignes"))
    assert "Le tableau est enregistré." in page.locator("main").inner_text()
    added = listed(member, "Quimper")
    assert [said in added for said in ("Convention", "Weihai", "depuis 2011")] == [True] * 3
    assert "depuis 2009" in listed(member, "Angers Yantai")

    undo(page)
    assert "L’import est annulé." in page.locator("main").inner_text()
    assert (listed(member, "Quimper"), listed(member, "Angers Yantai")) == ("", before)
    assert page.complaints + member.complaints == []
