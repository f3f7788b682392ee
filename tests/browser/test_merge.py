"""An organisation entered twice: an officer finds the pair, compares, makes one record of two, and takes that back."""

from urllib.parse import urlsplit

import pytest

from tests.browser.moves import follow

pytestmark = pytest.mark.browser

PAIRS = [
    (True, "Association des centres culturels de rencontre", "Association de centres culturels de rencontres"),
    (False, "École nationale supérieure d’architecture de Strasbourg", "École supérieure d’architecture de Strasbourg"),
]
SOUGHT, SITE = "Une ville d’ateliers", "https://deux-fois.example.org/"


def enter_again(page, twin):
    page.goto("/admin/directory/organisation/add/")
    page.select_option("[name=kind]", label="association")
    page.fill("[name=name]", twin)
    page.fill("[name=website]", SITE)
    follow(page, page.locator("[name=_save]").last)
    page.goto("/partenariats/recherches/ajouter/")
    page.fill("[name=organisation]", twin)
    page.fill("[name=sought]", SOUGHT)
    follow(page, page.get_by_role("button", name="Enregistrer"))


def compare(page, kept, twin):
    page.goto("/")
    page.locator(".menu summary").click()
    follow(page, page.get_by_role("link", name="Doublons et fusions"))
    follow(page, page.get_by_role("link", name="Organismes", exact=True))
    row = page.locator("tr", has_text=kept).filter(has_text=twin)
    assert "Noms proches" in row.inner_text()
    follow(page, row.get_by_role("link", name="Comparer"))


def merge(page):
    page.fill("[name=reason]", "Saisie deux fois")
    follow(page, page.get_by_role("button", name="Fusionner les deux fiches"))


def undo(page):
    follow(page, page.get_by_role("link", name="Annuler la fusion"))
    page.fill("[name=reason]", "Ce sont bien deux écoles")
    follow(page, page.get_by_role("button", name="Annuler la fusion"))


def address_of(page, role):
    """Of the record that stays, or of the one that is absorbed, as the comparison names them."""
    return page.locator(".facts div", has_text=role).locator("dd a").get_attribute("href")


def read_at(page, address):
    """Where the address of a record leads, which name stands there, and whether the wish is told there."""
    page.goto(address)
    return urlsplit(page.url).path, page.locator("h1").inner_text(), SOUGHT in page.locator("main").inner_text()


@pytest.mark.parametrize(("scripts", "kept", "twin"), PAIRS)
def test_an_absorbed_record_leads_to_the_one_kept_until_the_merge_is_undone(open_page, scripts, kept, twin):
    page, reader = (open_page(who, java_script_enabled=scripts) for who in ("officer", "member"))
    enter_again(page, twin)
    compare(page, kept, twin)
    address, old_address = address_of(page, "Reste"), address_of(page, "Est absorbée")
    before = [read_at(reader, old_address), read_at(reader, address)]
    moves = page.locator("[aria-labelledby=liens]").inner_text()

    assert before[0] == (old_address, twin, True)
    assert "Recherches de partenaire (organisme) (1)" in moves
    assert SOUGHT in moves
    assert page.get_by_role("checkbox", name="Reprendre Site").is_checked()

    merge(page)
    assert page.locator("h1").inner_text() == f"{twin} → {kept}"
    assert "l’ancienne adresse y mène" in page.locator("main").inner_text()
    path, name, has_wish = read_at(reader, old_address)
    assert (path, name.startswith(kept), has_wish) == (address, True, True)
    assert reader.get_by_role("link", name="Site de l’organisme").get_attribute("href") == SITE
    assert twin in reader.locator("main").inner_text()

    undo(page)
    assert "les deux fiches sont comme avant" in page.locator("main").inner_text()
    assert [read_at(reader, old_address), read_at(reader, address)] == before
    assert page.complaints + reader.complaints == []
