"""The portal without a mouse: where focus goes, and that it is seen."""

import pytest

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement"


def test_the_first_tab_offers_to_skip_to_the_content(open_page):
    page = open_page()
    page.goto("/partenariats/")

    page.keyboard.press("Tab")
    offered = page.evaluate(f"{FOCUSED}.textContent")
    box = page.locator(":focus").bounding_box()
    page.keyboard.press("Enter")

    assert offered == "Aller au contenu"
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert page.evaluate(f"{FOCUSED}.id") == "contenu"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_focus_is_seen_wherever_it_goes(open_page, theme):
    page = open_page(color_scheme=theme, viewport={"width": 1280, "height": 900})
    page.goto("/partenariats/")

    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            f"(({{outlineStyle, outlineWidth, boxShadow}}) => [outlineStyle, parseFloat(outlineWidth), boxShadow])"
            f"(getComputedStyle({FOCUSED}))"
        )
        if (ring[0] == "none" or ring[1] < 2) and ring[2] == "none":
            unseen.append(page.evaluate(f"{FOCUSED}.outerHTML.slice(0, 120)"))

    assert unseen == []


def test_every_pair_of_the_map_is_reached_and_opened_by_keyboard(open_page):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("/carte/")
    links = page.locator("svg a[href^='/partenariats/']:visible")
    names = links.locator("title").all_text_contents()

    links.first.focus()
    followed = []
    for _ in names:
        followed.append(page.evaluate(f"{FOCUSED}.querySelector('title')?.textContent"))
        page.keyboard.press("Tab")
    links.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/partenariats/*/")

    assert len(names) > 20
    assert followed == names


def test_a_menu_closes_on_escape_and_gives_focus_back(open_page):
    page = open_page("officer", viewport={"width": 1280, "height": 900})
    page.goto("/")
    menu = page.locator("details[data-menu]")

    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    opened = menu.get_attribute("open")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    assert opened is not None
    assert menu.get_attribute("open") is None
    assert page.evaluate(f"{FOCUSED}.tagName") == "SUMMARY"
