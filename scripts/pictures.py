"""Take the pictures of docs/pictures from the demo, at two widths.

    python scripts/pictures.py

Needs Chromium. Serves a portal of its own in a temporary folder; nothing of yours is touched.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from urllib.error import URLError

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
MINUTES = ROOT / "tests" / "meetings" / "data" / "minutes_chine.txt"
CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu", "--disable-sync"]}
HEIGHTS = {1280: 960, 390: 780}
OFFICER, PASSWORD = "mission@example.org", "demonstration-chine"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(base):
    for _ in range(240):
        try:
            return urllib.request.urlopen(base, timeout=5).close()
        except (URLError, ConnectionError):
            time.sleep(0.5)
    raise RuntimeError("the portal did not start")


def sign_in(page, base):
    page.goto(f"{base}/compte/login/")
    page.fill("[name=login]", OFFICER)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{base}/")


def address_of_review(page, base):
    """Import the invented minutes once, and light the first proposal that carries a doubt."""
    page.goto(f"{base}/reunions/imports/ajouter/")
    page.select_option("[name=group]", label="Groupe-pays Chine")
    page.set_input_files("[name=file]", MINUTES)
    page.click("#submit-id-submit")
    page.wait_for_url("**/reunions/imports/*/")
    page.click("text=propositions certaines")
    page.wait_for_load_state("networkidle")
    current = page.locator("[data-review-current]").get_attribute("id")
    return f"{page.url}?proposition={current.removeprefix('proposition-')}#{current}"


def address_found(page, base, search, selector):
    page.goto(base + search)
    return base + page.locator(selector).first.get_attribute("href")


def address_of_history(page, base, record):
    """Correct a record once, so that its history has something to tell."""
    page.goto(f"{record}modifier/")
    page.fill("[name=summary]", "Échanges d’étudiants entre les universités, rencontres de jardiniers.")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(record)
    return base + page.locator("a:text('Tout l’historique')").get_attribute("href")


def busy_month(base):
    """The month of the event that the demo puts eight weeks ahead."""
    return f"{base}/agenda/{datetime.now().astimezone() + timedelta(weeks=8):%Y/%m}/"


def keep(page, name, width):
    """Save what the window shows with few colours: a picture of a page needs no more, and stays small."""
    image = Image.open(BytesIO(page.screenshot()))
    image.convert("RGB").quantize(128).save(PICTURES / f"{name}-{width}.png", optimize=True)


def take(base):
    with sync_playwright() as playwright, playwright.chromium.launch(**CHROMIUM) as browser:
        page = browser.new_page(locale="fr-FR")
        sign_in(page, base)
        record = address_found(page, base, "/partenariats/?q=Luoyang", "ul.pair-list a")
        meeting = address_found(page, base, "/reunions/", "a:text('raconté pour la démonstration')")
        event = address_found(page, base, "/evenements/", "a:text('exemple à venir')")
        delegation = address_found(page, base, "/delegations/tableau/", ".board-card__name a:has-text('Luoyang')")
        addresses = {
            "home": f"{base}/",
            "list": f"{base}/partenariats/",
            "record": record,
            "minutes": meeting,
            "review": address_of_review(page, base),
            "agenda": busy_month(base),
            "event": event,
            "board": f"{base}/delegations/tableau/",
            "delegation": delegation,
            "history": address_of_history(page, base, record),
            "my-data": f"{base}/compte/donnees/",
            "figures": f"{base}/groupes/chine/chiffres/",
            "table": f"{base}/partenariats/?view=table",
            "campaign": address_found(page, base, "/partenariats/verification/", "main table a"),
            "administration": f"{base}/admin/",
        }
        for width, height in HEIGHTS.items():
            for name, address in addresses.items():
                taller = 340 if name == "home" else 0  # down to the map
                page.set_viewport_size({"width": width, "height": height + taller})
                page.goto("about:blank")  # an address that differs by its fragment alone would not be loaded again
                page.goto(address)
                page.wait_for_load_state("networkidle")
                keep(page, name, width)


def main():
    PICTURES.mkdir(parents=True, exist_ok=True)
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="portal-pictures-") as folder:
        environment = os.environ | {"PORTAL_DATA_DIR": folder, "PORTAL_ADDRESS": f"127.0.0.1:{port}"}
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            take(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait(30)


if __name__ == "__main__":
    main()
