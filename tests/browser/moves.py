"""What readers do over and over, said once."""

import re
from pathlib import Path

MINUTES = Path(__file__).parents[1] / "meetings/data/minutes_chine.txt"
RECORD = re.compile(r"/\d+/(change/)?(\?|$)")


def open_first_record(page, within="#results"):
    """Follow the first link of a list that leads to a record."""
    links = page.locator(f"{within} a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    page.goto(next(link for link in links if RECORD.search(link)))


def follow(page, link):
    """Click, and wait until the page it leads to has run its scripts."""
    with page.expect_navigation():
        link.click()


def upload(page, town, day):
    """Bring in the look-alike minutes with another town in the doubtful row and another day: another document."""
    text = MINUTES.read_text(encoding="utf-8").replace("Poitiers", town).replace("21 mars 2019", day)
    page.goto("/reunions/imports/")
    page.get_by_role("link", name="Importer un compte rendu").first.click()
    page.select_option("[name=group]", label="Groupe-pays Chine")
    page.set_input_files("[name=file]", {"name": f"{town}.txt", "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="Lire le document").click()
    page.get_by_role("heading", name=f"Relire {town}.txt").wait_for()
