"""To see the portal as a role: as somebody of the team lives it, from the page of an organisation and back."""

import pytest

from tests.browser.moves import follow

pytestmark = pytest.mark.browser


def banner(page):
    return page.get_by_role("region", name="Voir comme").locator("p").inner_text()


def test_an_officer_sees_as_a_referent_changes_for_a_visitor_and_leaves(open_page):
    page = open_page("officer")
    page.goto("/groupes/chine/")
    follow(page, page.locator("main a[href^='/annuaire/']", has_text="Ville de").first)
    organisation = page.locator("h1").inner_text().split("\n")[0].strip()
    own_page = page.url

    follow(page, page.get_by_role("button", name="Comme un référent"))
    as_referent = banner(page)
    page.goto("/partenariats/")
    page.goto("/admin/")
    admin = page.locator("h1").inner_text()
    page.goto(own_page)
    offered = page.get_by_role("button", name="Comme un référent").count()
    follow(page, page.get_by_role("link", name="Changer"))
    page.select_option("[name=role]", "visitor")
    follow(page, page.get_by_role("button", name="Voir le portail"))
    as_visitor = banner(page)
    page.goto("/partenariats/")
    follow(page, page.get_by_role("button", name="Quitter"))

    assert organisation in as_referent
    assert "référent" in as_referent
    assert "visiteur" in as_visitor
    assert (admin, offered) == ("Vous regardez seulement", 0)
    assert page.get_by_role("region", name="Voir comme").count() == 0
    assert page.url.endswith("/partenariats/")
    assert page.complaints == []


def test_what_is_sent_as_somebody_else_is_refused_in_words(open_page):
    page = open_page("officer")
    page.goto("/compte/voir-comme/")
    page.select_option("[name=role]", "partner")
    follow(page, page.get_by_role("button", name="Voir le portail"))
    page.goto("/agenda/abonnement/")

    follow(page, page.locator("main form button").first)
    refused = page.locator("h1").inner_text()
    follow(page, page.get_by_role("button", name="Quitter"))

    assert refused == "Vous regardez seulement"
    assert page.get_by_role("region", name="Voir comme").count() == 0
