"""A partner is looked for: a referent says of what kind and whom to write to, readers find it, an officer makes it a partnership."""

import pytest

from tests.browser.moves import follow

pytestmark = pytest.mark.browser

KIND, SEEKER, CONTACT = "un district, un xian ou un bourg", "Ville de Tours", "Rémi Démonstration"
WITH_AND_WITHOUT_SCRIPTS = [(True, "Un bourg de potiers", "Jingdezhen"), (False, "Un bourg de luthiers", "Yangzhou")]


def write_wish(page, sought):
    page.goto("/partenariats/recherches/")
    follow(page, page.get_by_role("link", name="Rechercher un partenaire").first)
    page.select_option("[name=sought_kind]", label=KIND)
    page.fill("[name=sought]", sought)
    page.select_option("[name=contact]", label=CONTACT)
    follow(page, page.get_by_role("button", name="Enregistrer"))


def filter_board(page, kind, scripts):
    page.goto("/partenariats/recherches/")
    if scripts:
        with page.expect_response(lambda response: "hx-request" in response.request.headers):
            page.select_option("[name=sought_kind]", label=kind)
        page.locator("#results .pill").first.wait_for()
    else:
        page.select_option("[name=sought_kind]", label=kind)
        follow(page, page.get_by_role("button", name="Filtrer"))


def found(page, sought):
    return page.locator(".wish", has_text=sought)


def make_partnership(page, sought, partner):
    follow(page, found(page, sought).get_by_role("link", name="Partenaire trouvé"))
    assert f"{SEEKER} recherchait : {sought}." in page.locator(".lead").inner_text()
    page.fill("[name=foreign_side]", partner)
    follow(page, page.get_by_role("button", name="Enregistrer"))


@pytest.mark.parametrize(("scripts", "sought", "partner"), WITH_AND_WITHOUT_SCRIPTS)
def test_a_wish_is_found_by_its_kind_and_its_partnership_says_where_it_comes_from(open_page, scripts, sought, partner):
    wide = {"java_script_enabled": scripts, "viewport": {"width": 1280, "height": 900}}
    referent, member, officer = (open_page(reader, **wide) for reader in ("referent", "member", "officer"))
    write_wish(referent, sought)
    assert "La recherche est enregistrée." in referent.locator("main").inner_text()

    filter_board(member, "une ville", scripts)
    assert found(member, sought).count() == 0
    filter_board(member, KIND, scripts)
    assert "sought_kind=district" in member.url
    wish = found(member, sought).inner_text()
    assert [said in wish for said in (f"Cherche {KIND}.", SEEKER, CONTACT, "À qui écrire")] == [True] * 4

    filter_board(officer, KIND, scripts)
    make_partnership(officer, sought, partner)
    assert "Le partenariat est enregistré." in officer.locator("main").inner_text()
    assert officer.locator("h1").inner_text().startswith("Tours")
    origin = officer.locator("aside h2", has_text="D’où il vient").locator("+ p")
    assert origin.inner_text() == f"{SEEKER} recherchait : {sought}."

    filter_board(member, KIND, scripts)
    assert found(member, sought).count() == 0
    assert referent.complaints + member.complaints + officer.complaints == []
