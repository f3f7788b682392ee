"""Chromium before the portal as `make run` serves it, with its demo: another process, so nothing here asks the database."""

import pytest
from playwright.sync_api import sync_playwright

from cufportal.demo.accounts import PASSWORD
from tests.house.processes import new_folder, served

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EMAILS = {
    "member": "membre@example.org",
    "referent": "referent@example.org",
    "officer": "mission@example.org",
    "administrator": "administration@example.org",
}
PATIENCE = 20_000  # milliseconds; the machine may be busy


@pytest.fixture(scope="package")
def folder():
    with new_folder() as folder:
        yield folder


@pytest.fixture(scope="package")
def portal(folder):
    with served(folder) as address:
        yield address


@pytest.fixture(scope="package")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def sessions(portal, browser):
    """Return a function that gives the cookies of a reader, who signs in once; none for a visitor."""
    kept = {"visitor": None}

    def session(reader):
        if reader not in kept:
            context = browser.new_context(base_url=portal, locale="fr-FR")
            page = context.new_page()
            page.goto("/compte/login/")
            page.fill("[name=login]", EMAILS[reader])
            page.fill("[name=password]", PASSWORD)
            page.click("main button[type=submit]")
            page.wait_for_url(f"{portal}/")
            kept[reader] = context.storage_state()
            context.close()
        return kept[reader]

    return session


@pytest.fixture
def open_page(portal, browser, sessions):
    """Return a function that opens a page as a reader; `page.complaints` is what its console says against it."""
    contexts = []

    def start(reader="visitor", **options):
        context = browser.new_context(base_url=portal, locale="fr-FR", storage_state=sessions(reader), **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda said: is_fault(said, page) and page.complaints.append(said.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield start
    for context in contexts:
        context.close()


def is_fault(said, page):
    """A page that is missing says so in the console too: only what a page asks for should never miss."""
    is_the_page = "Failed to load resource" in said.text and said.location["url"] == page.url
    return said.type in {"error", "warning"} and not is_the_page
