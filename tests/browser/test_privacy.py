"""A person takes their data away and asks to be erased; an officer erases them; the account opens nothing any more."""

import json
import re

import pytest

from cufportal.demo.accounts import PASSWORD
from tests.browser.moves import follow
from tests.browser.test_accessibility import found_on

pytestmark = pytest.mark.browser

EMAIL = "secretariat@example.org"  # nobody else in these tests


def say_who(page):
    """Give the password again where it is asked."""
    if page.locator("main [name=password]").count():
        page.fill("main [name=password]", PASSWORD)
        follow(page, page.locator("main form button[type=submit]").first)


def open_again(page, address):
    page.goto(address)
    say_who(page)


def sign_in(page, email):
    page.goto("/compte/login/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state()


def test_from_the_download_to_the_erasure(open_page):
    person, officer = open_page("visitor"), open_page("officer")
    sign_in(person, EMAIL)
    person.goto("/compte/")
    follow(person, person.get_by_role("link", name=re.compile("^Coordonnées, consentements")))
    complaints = [*person.complaints, *found_on(person)]

    open_again(person, "/compte/donnees/tout/")
    name = person.locator("main dd").all_inner_texts()
    with person.expect_download() as downloading:
        person.get_by_role("link", name="Les mêmes données en fichier (JSON)").click()
    data = json.loads(downloading.value.path().read_text())
    account = next(part for part in data["sections"] if part["key"] == "accounts.User")

    assert EMAIL in name
    assert account["rows"][0]["email"] == EMAIL

    open_again(person, "/compte/donnees/effacement/")
    complaints += found_on(person)
    person.check("[name=sure]")
    follow(person, person.get_by_role("button", name="Demander l’effacement"))
    assert "Votre demande est transmise" in person.locator("main").inner_text()

    officer.goto("/")
    follow(officer, officer.get_by_role("link", name="1 demande d’effacement à décider"))
    complaints += found_on(officer)
    follow(officer, officer.locator("main table a").first)
    complaints += found_on(officer)
    assert EMAIL in officer.locator("main aside").inner_text()
    officer.check("[name=answer][value=erase]")
    follow(officer, officer.get_by_role("button", name="Appliquer la décision"))
    say_who(officer)
    assert "La décision est appliquée." in officer.locator("main").inner_text()
    assert "personne effacée" not in officer.locator("h1").inner_text()

    person.goto("/compte/donnees/")
    assert person.url.split("?")[0].endswith("/compte/login/")
    sign_in(person, EMAIL)
    assert person.url.split("?")[0].endswith("/compte/login/")
    assert person.locator("main .alert, main .invalid-feedback, main .errorlist").count()
    assert complaints == []
