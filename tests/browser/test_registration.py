"""A seat, as a member lives it: the session is full, one waits, a seat is freed and offered, one takes it."""

import pytest

from tests.browser.moves import follow

pytestmark = pytest.mark.browser

EVENT = "Séminaire intermédiaire (exemple à venir)"
SESSION = "Atelier : éco-cité et ville durable, les mêmes mots ?"


def open_event(page):
    page.goto("/evenements/")
    follow(page, page.get_by_role("link", name=EVENT))


def register(page):
    open_event(page)
    follow(page, page.get_by_role("link", name="S’inscrire").first)
    page.get_by_role("checkbox", name=SESSION).check()
    follow(page, page.get_by_role("button", name="Inscrire"))


def own_seat(page):
    page.goto("/evenements/inscriptions/")
    return page.locator(".seat-line", has_text=SESSION).first


def give_more_room(page, capacity):
    open_event(page)
    follow(page, page.locator(".session", has_text=SESSION).get_by_role("link", name="Places", exact=True))
    page.fill("[name=capacity]", str(capacity))
    follow(page, page.get_by_role("button", name="Enregistrer"))


def free_a_seat(page, person):
    open_event(page)
    follow(page, page.locator(".session", has_text=SESSION).get_by_role("link", name="Inscrits", exact=True))
    row = page.locator("tr", has_text=person)
    follow(page, row.get_by_role("button", name="Annuler la place"))


def test_who_waits_is_offered_the_seat_that_is_freed_and_takes_it(open_page):
    member, officer = open_page("member"), open_page("officer")
    register(member)
    assert "rang 3" in own_seat(member).inner_text()

    give_more_room(officer, 5)
    assert "rang 1" in own_seat(member).inner_text()

    free_a_seat(officer, "Inscrit-1")
    offered = own_seat(member)
    assert "Place proposée" in offered.inner_text()

    follow(member, offered.get_by_role("button", name="Prendre la place"))
    assert "Place confirmée" in own_seat(member).inner_text()
    assert member.complaints + officer.complaints == []
