"""The filter of a list, improved by htmx: the results, the address and the way back agree."""

import re

import pytest

from tests.browser.moves import follow

pytestmark = pytest.mark.browser


def counted(page):
    return int(re.match(r"\d+", page.locator("#results p[aria-live]").inner_text())[0])


def choose(page, name, starts):
    """Choose a value of the filter by the beginning of its label, and wait for the results."""
    options = page.locator(f"select[name={name}] option").all_inner_texts()
    with page.expect_response(lambda response: "hx-request" in response.request.headers):
        page.select_option(f"select[name={name}]", label=next(text for text in options if text.startswith(starts)))
    page.locator("#results .pill").first.wait_for()


def test_a_choice_changes_results_and_address_and_back_undoes_it(open_page):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("/partenariats/")
    everything = counted(page)

    choose(page, "form", "jumelage")
    narrowed, address = counted(page), page.url
    page.go_back()
    page.wait_for_url("**/partenariats/")
    page.locator("#results .pill").first.wait_for(state="detached")
    restored = counted(page)
    page.go_forward()
    page.locator("#results .pill").first.wait_for()
    again = counted(page)

    assert 0 < narrowed < everything
    assert "form=twinning" in address
    assert (restored, again) == (everything, narrowed)
    assert page.complaints == []


def test_words_are_searched_while_they_are_typed(open_page):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("/partenariats/")

    page.locator(".filters [name=q]").press_sequentially("洛阳")
    page.locator("#results .pill").first.wait_for()

    assert counted(page) == 1
    assert page.locator("#results").get_by_text("Luoyang").count() >= 1
    assert page.complaints == []


def test_the_address_that_htmx_writes_opens_the_same_list(open_page):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("/partenariats/")
    choose(page, "form", "jumelage")
    narrowed, address = counted(page), page.url

    page.goto(address)

    assert counted(page) == narrowed


def test_without_javascript_the_filter_is_sent_by_its_button(open_page):
    page = open_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.goto("/partenariats/")
    everything = counted(page)

    page.fill(".filters [name=q]", "tours")
    follow(page, page.get_by_role("button", name="Filtrer"))

    assert 0 < counted(page) < everything
