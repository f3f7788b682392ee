"""A campaign of verification: an officer writes, a referent answers by a link without an account, the officer decides."""

import pytest

from tests.browser.letters import link_after
from tests.browser.moves import follow

pytestmark = pytest.mark.browser

AUTHORITY, REFERENT = "Ville d’Arras", "Anouk Démonstration"
THANKS = "Votre réponse est reçue. Merci."
SUMMARY, WHY = "Un objet tout autre.", "À dire d’abord en réunion."
TIMES = [(True, "Avant le printemps", "Nankin", "Harbin", "2007"), (False, "Avant l’hiver", "Harbin", "Nankin", "2006")]


def words_of(title):
    return f"{title}, relisons ensemble."


def send_campaign(page, title):
    page.goto("/partenariats/")
    follow(page, page.get_by_role("link", name="Campagnes de vérification"))
    follow(page, page.get_by_role("link", name="Préparer une campagne"))
    page.select_option("[name=group]", label="Groupe-pays Chine")
    page.fill("[name=title]", title)
    page.fill("[name=message]", words_of(title))
    follow(page, page.get_by_role("button", name="Choisir les destinataires"))
    for box in page.get_by_role("checkbox").all():
        box.set_checked(False)
    page.get_by_role("checkbox", name=AUTHORITY).check()
    follow(page, page.get_by_role("button", name="Enregistrer les destinataires"))
    assert "Rien n’est encore envoyé." in page.locator("main").inner_text()
    page.on("dialog", lambda dialog: dialog.accept())
    follow(page, page.get_by_role("button", name="Envoyer à 1 collectivité"))
    assert "La lettre part à 1 collectivité." in page.locator("main").inner_text()


def answer(page, link, corrected, exact, since):
    page.goto(link)
    assert f"{REFERENT}, pour « {AUTHORITY} »" in page.locator("main").inner_text()
    record = page.locator(".verify__record", has_text=corrected)
    record.get_by_role("radio", name="Des choses ont changé").check()
    record.get_by_text("Corriger cette fiche").click()
    record.locator("[name$=since]").fill(since)
    record.locator("[name$=summary]").fill(SUMMARY)
    page.locator(".verify__record", has_text=exact).get_by_role("radio", name="Tout est exact").check()
    follow(page, page.get_by_role("button", name="Envoyer ma réponse"))


def read_answer(page, title):
    page.goto("/partenariats/verification/")
    follow(page, page.get_by_role("link", name=title))
    follow(page, page.get_by_role("link", name=f"Lire {AUTHORITY}"))


def change(page, field):
    return page.locator(".verify__changes tbody tr", has=page.get_by_role("rowheader", name=field, exact=True))


def decide(page):
    change(page, "Depuis").get_by_role("radio", name="Accepter").check()
    change(page, "Objet").get_by_role("radio", name="Refuser").check()
    page.get_by_label("Pourquoi").fill(WHY)
    follow(page, page.get_by_role("button", name="Enregistrer ces décisions"))


def record(page, town):
    page.goto(f"/partenariats/?q=Arras+{town}")
    follow(page, page.locator("#results a.pair"))
    return page.locator("article")


@pytest.mark.parametrize(("scripts", "title", "corrected", "exact", "since"), TIMES)
def test_an_authority_answers_by_its_link_once_and_its_records_say_so(
    open_page, folder, scripts, title, corrected, exact, since
):
    who = ("officer", "visitor", "visitor")
    officer, referent, later = (open_page(reader, java_script_enabled=scripts) for reader in who)
    send_campaign(officer, title)
    link = link_after(folder, words_of(title), "/verification/repondre/")

    answer(referent, link, corrected, exact, since)
    later.goto(link)
    assert [page.locator("h1").inner_text() for page in (referent, later)] == [THANKS, THANKS]
    assert "Ce lien a servi : il ne prend plus de réponse." in later.locator("main").inner_text()
    assert later.get_by_role("button", name="Envoyer ma réponse").count() == 0

    read_answer(officer, title)
    assert change(officer, "Depuis").locator("td").all_inner_texts()[:2] == ["–", since]
    assert change(officer, "Objet").locator("td").nth(1).inner_text() == SUMMARY
    decide(officer)
    states = [change(officer, field).locator(".status").inner_text() for field in ("Depuis", "Objet")]
    assert states == ["Acceptée", "Refusée"]
    assert WHY in change(officer, "Objet").inner_text()

    assert f"par {AUTHORITY}" in record(officer, exact).locator(".freshness").inner_text()
    told = record(officer, corrected).inner_text()
    assert (f"depuis {since}" in told, SUMMARY in told) == (True, False)
    assert officer.complaints + referent.complaints + later.complaints == []
