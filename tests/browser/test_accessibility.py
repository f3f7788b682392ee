"""Every sort of page, on a phone and on a desk, by day and by night: axe finds nothing, and nothing overflows."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.moves import follow, open_first_record, upload

pytestmark = pytest.mark.browser

OURS = {"exclude": [[".select2-search__field"]]}  # the search of Django's own pickers has no label
# Colours that are still changing from one theme to the other; what never ends cannot be finished
SETTLE = (
    "document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < 1e6).forEach(one => one.finish())"
)
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Of what passes, nothing is read: to write it all down takes longer than to look
RULES = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
RECORD = "#results"
# name → (reader, address, where on that page the first record to open is listed)
PAGES = {
    "home": ("visitor", "/", None),
    "map": ("visitor", "/carte/", None),
    "list": ("visitor", "/partenariats/", None),
    "empty list": ("visitor", "/partenariats/?q=introuvable", None),
    "record": ("visitor", "/partenariats/?q=tours", RECORD),
    "wishes": ("visitor", "/partenariats/recherches/?state=met", None),
    "meetings": ("visitor", "/reunions/", None),
    "meeting": ("visitor", "/reunions/?q=2017", RECORD),
    "directory": ("visitor", "/annuaire/", None),
    "organisation": ("visitor", "/annuaire/?q=tours", RECORD),
    "territories": ("visitor", "/territoires/", None),
    "territory": ("visitor", "/territoires/?q=tours", RECORD),
    "groups": ("visitor", "/groupes/", None),
    "group": ("visitor", "/groupes/chine/", None),
    "sign in": ("visitor", "/compte/login/", None),
    "not found": ("visitor", "/rien/", None),
    "tasks": ("officer", "/", None),
    "record as officer": ("officer", "/partenariats/?q=tours", RECORD),
    "edit": ("officer", "/partenariats/ajouter/", None),
    "search": ("officer", "/partenariats/recherches/ajouter/", None),
    "meeting as officer": ("officer", "/reunions/?q=2017", RECORD),
    "new meeting": ("officer", "/reunions/ajouter/", None),
    "import": ("officer", "/reunions/imports/ajouter/", None),
    "imports": ("officer", "/reunions/imports/", None),
    "administration": ("administrator", "/admin/", None),
    "administration list": ("administrator", "/admin/partnerships/partnership/", None),
    "administration form": ("administrator", "/admin/partnerships/partnership/", "#result_list"),
}
PARTS = ("presences", "ordre-du-jour", "tour-de-table", "parties", "decisions", "actions", "agenda")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits_its_screen(open_page, name):
    reader, address, listed = PAGES[name]
    page = open_page(reader)
    page.goto(address)
    if listed:
        open_first_record(page, within=listed)
    complaints = list(page.complaints)  # axe adds styles of its own, which the security policy refuses

    assert found_on(page) + complaints == []


@pytest.mark.parametrize("part", PARTS)
def test_the_pages_that_write_minutes_are_accessible_and_fit_their_screen(open_page, part):
    page = open_page("officer")
    page.goto("/reunions/?q=exemple")
    open_first_record(page)
    page.goto(f"{page.url}{part}/")
    complaints = list(page.complaints)

    assert page.locator("main form").count() >= 1
    assert found_on(page) + complaints == []


def test_the_review_is_accessible_and_fits_its_screen(open_page):
    page = open_page("officer")
    upload(page, "Saintes", "23 mars 2019")
    follow(page, page.locator(".proposal a", has_text="Saintes"))
    complaints = list(page.complaints)

    assert found_on(page) + complaints == []


def found_on(page):
    return [
        f"{screen['width']} {theme}: {problem}"
        for screen in (PHONE, DESK)
        for theme in ("light", "dark")
        for problem in problems(page, screen, theme)
    ]


def problems(page, screen, theme):
    page.set_viewport_size(screen)
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    width = page.evaluate("document.documentElement.scrollWidth")
    wide = [f"{width} px wide"] if width > screen["width"] else []
    page.evaluate(SETTLE)
    answer = Axe().run(page, context=OURS, options=RULES).response
    return wide + [
        f"{rule['id']} {node['target']} {node['failureSummary']}"
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]
