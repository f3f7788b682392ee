"""The administration in a real browser, whose console says what the security policy refused."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from meetings.models import Meeting, Section
from partnerships.models import Partnership
from tests.admin_forms import page
from tests.admin_rows import FULL_ROW
from tests.test_admin import ERASED_OR_CLOSED, MODELS, WRITTEN_BY_FLOWS

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("kept_rows", "django_db_serialized_rollback")]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture
def addresses(transactional_db):
    """The pages to open: every kind of page of every kind of record."""
    found = ["/admin/", "/admin/recherche/", "/admin/recherche/?q=a"]
    for model in MODELS:
        record = FULL_ROW[model](1)
        found += [page(model, "changelist"), page(model, "change", record.pk), page(model, "history", record.pk)]
        if model not in WRITTEN_BY_FLOWS:
            found.append(page(model, "add"))
        if model not in WRITTEN_BY_FLOWS | ERASED_OR_CLOSED:
            found.append(page(model, "delete", record.pk))
    return found


@pytest.fixture
def open_browser(live_server, as_role):
    """Return a function that gives a page of Chromium, signed in, and the list of what its console complains of."""
    cookie = {"name": settings.SESSION_COOKIE_NAME, "url": live_server.url}
    cookie["value"] = as_role("administrator").cookies[settings.SESSION_COOKIE_NAME].value

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)

        def start():
            context = browser.new_context(base_url=live_server.url, locale="fr-FR")
            context.add_cookies([cookie])
            shown, complaints = context.new_page(), []
            shown.on("console", lambda said: said.type == "error" and complaints.append((shown.url, said.text)))
            shown.on("pageerror", lambda fault: complaints.append((shown.url, str(fault))))
            return shown, complaints

        yield start
        browser.close()


def test_no_page_breaks_the_security_policy(addresses, open_browser):
    shown, complaints = open_browser()

    for address in addresses:
        shown.goto(address)

    assert complaints == []


def test_the_pickers_and_the_editor_work_under_the_security_policy(addresses, open_browser):
    shown, complaints = open_browser()

    shown.goto(page(Meeting, "add"))
    shown.locator(".field-first_day .date-icon").first.click()
    shown.locator(".calendarbox td a >> visible=true").first.click()
    shown.locator(".fieldBox.field-group .select2-selection, .field-group .select2-selection").first.click()
    shown.locator(".select2-results__option >> text=Groupe-pays").first.click()
    shown.goto(page(Section, "add"))
    shown.locator(".ProseMirror").click()
    shown.keyboard.type("Le président ouvre la séance.")

    assert shown.locator("textarea[name=body]").input_value() == "<p>Le président ouvre la séance.</p>"
    assert complaints == []


def test_a_stroke_leads_to_the_search_box_unless_one_is_writing(addresses, open_browser):
    shown, complaints = open_browser()
    shown.goto("/admin/")

    shown.keyboard.press("/")
    shown.keyboard.type("Ville 1/2")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/admin/recherche/?q=Ville+1%2F2")

    assert shown.locator("#quick-search-box").input_value() == "Ville 1/2"
    assert complaints == []


def test_an_act_is_confirmed_on_a_page_of_its_own(addresses, open_browser):
    shown, complaints = open_browser()
    shown.goto(page(Partnership, "changelist"))
    shown.locator("[name=_selected_action]").first.check()
    shown.locator("[name=action]").first.select_option("confirm_today")
    shown.locator("button[name=index]").first.click()

    shown.locator("#confirmation input[type=submit]").click()
    shown.locator(".messagelist .success").wait_for()

    assert "1 partenariat vérifié aujourd’hui." in shown.locator(".messagelist").inner_text()
    assert complaints == []


def test_the_enter_key_saves_rather_than_running_an_action(addresses, open_browser):
    shown, _ = open_browser()
    shown.goto(next(address for address in addresses if re.fullmatch("/admin/meetings/meeting/.+/change/", address)))

    shown.fill("[name=title]", "Titre neuf")
    shown.press("[name=title]", "Enter")
    shown.locator(".messagelist .success").wait_for()

    assert "Titre neuf" in shown.locator(".messagelist").inner_text()
