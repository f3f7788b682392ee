"""Coming in, as people do: invited by a letter, with a second factor, with a key, in sessions they see and close."""

import re
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from cufportal.demo.accounts import PASSWORD
from tests.browser.conftest import EMAILS, PATIENCE, is_fault
from tests.browser.moves import follow
from tests.browser.test_accessibility import found_on
from tests.house.processes import eventually, new_folder, served
from tests.mail_server import MailServer

pytestmark = pytest.mark.browser

PHRASE = "une phrase que personne ne devine"
SETTINGS = "tests.browser.guarded"
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def letters():
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def guarded(letters):
    variables = {"DJANGO_SETTINGS_MODULE": SETTINGS, "MAIL_SERVER_PORT": str(letters.port)}
    with new_folder() as folder, served(folder, **variables) as address:
        yield address.replace("127.0.0.1", "localhost")  # a key is bound to a name, never to a number


@pytest.fixture
def newcomer(guarded, browser):
    """Return a function that gives a page of a browser that nobody has used."""
    contexts = []

    def start():
        context = browser.new_context(base_url=guarded, locale="fr-FR")
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


def give_password(page, email, password=PASSWORD):
    page.goto("/compte/login/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", password)
    press(page, "Se connecter")


def press(page, name):
    follow(page, page.locator("main").get_by_role("button", name=name, exact=True))


def leave(page):
    page.goto("/compte/logout/")
    press(page, "Se déconnecter")


def at(page):
    return urlsplit(page.url).path


def code_of(secret, later=0):
    """The code of the present half minute, or of a later one: each opens once."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()) + later))


def confirm(page):
    """What protects an account is changed by who knows its password."""
    if at(page) == "/compte/reauthenticate/":
        page.fill("[name=password]", PASSWORD)
        press(page, "Continuer")


def add_application(page):
    """From the page of the second factor; return the secret and the recovery codes."""
    follow(page, page.get_by_role("link", name="Ajouter une application"))
    confirm(page)
    secret = page.locator(".totp__secret").inner_text()
    assert page.locator(".totp__qr").evaluate("image => image.naturalWidth") > 0
    page.fill("[name=code]", code_of(secret))
    press(page, "Ajouter l’application")
    page.locator(".codes li").last.wait_for()
    return secret, page.locator(".codes li").all_inner_texts()


def letter_to(server, address):
    found = []
    assert eventually(
        lambda: found or found.extend(one for one in server.messages if one["To"] == address), PATIENCE / 1000
    )
    return found[0]


def test_a_second_factor_is_made_then_asked_and_a_recovery_code_replaces_it_once(newcomer):
    page = newcomer()
    give_password(page, "partenaire@example.org")
    assert at(page) == "/compte/2fa/"
    page.goto("/partenariats/")
    assert at(page) == "/compte/2fa/"

    secret, codes = add_application(page)
    assert (at(page), len(codes)) == ("/compte/2fa/recovery-codes/", 10)
    page.goto("/partenariats/")
    assert at(page) == "/partenariats/"

    leave(page)
    give_password(page, "partenaire@example.org")
    assert at(page) == "/compte/2fa/authenticate/"
    page.fill("[name=code]", "000000")
    press(page, "Se connecter")
    assert page.locator(".invalid-feedback").count() == 1
    page.fill("[name=code]", code_of(secret, later=1))
    press(page, "Se connecter")
    assert at(page) == "/"

    leave(page)
    for expected in ("/", "/compte/2fa/authenticate/"):
        give_password(page, "partenaire@example.org")
        page.fill("[name=code]", codes[0])
        press(page, "Se connecter")
        assert at(page) == expected
        page.context.clear_cookies()
    assert page.complaints == []


def test_an_invitation_goes_from_the_officer_s_page_to_the_first_sign_in(newcomer, letters):
    officer, invited, address = newcomer(), newcomer(), "nadia.benali@example.org"
    give_password(officer, EMAILS["officer"])
    add_application(officer)
    officer.goto("/compte/invitations/envoyer/")
    fields = {"organisation": "Ville de Tours", "email": address, "first_name": "Nadia", "last_name": "Benali"}
    for name, value in fields.items():
        officer.fill(f"[name={name}]", value)
    press(officer, "Envoyer l’invitation")
    row = officer.locator("#results tbody tr", has_text=address)
    assert "En attente" in row.inner_text()

    message = letter_to(letters, address)
    assert message.get_content_type() == "text/plain"
    [link] = re.findall(r"https?://\S+", message.get_content())
    invited.goto(urlsplit(link).path)
    assert "Charlie Démonstration vous invite" in invited.locator(".lead").inner_text()
    assert found_on(invited) == []
    invited.fill("[name=password1]", "court")
    invited.fill("[name=password2]", "court")
    press(invited, "Ouvrir mon compte")
    assert invited.locator(".invalid-feedback").count() >= 1
    invited.fill("[name=password1]", PHRASE)
    invited.fill("[name=password2]", PHRASE)
    press(invited, "Ouvrir mon compte")
    assert at(invited) == "/"
    invited.goto("/compte/")
    assert "Ville de Tours" in invited.locator("main").inner_text()

    leave(invited)
    give_password(invited, address, PHRASE)
    assert at(invited) == "/"
    stranger = newcomer()
    stranger.goto(urlsplit(link).path)
    assert stranger.locator("h1").inner_text() == "Ce lien n’ouvre plus d’invitation"
    officer.reload()
    assert "Acceptée" in row.inner_text()


def test_a_key_replaces_the_password_and_the_code(newcomer):
    page = newcomer()
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    give_password(page, EMAILS["administrator"])
    follow(page, page.get_by_role("link", name="Ajouter une clé"))
    confirm(page)
    page.check("[name=passwordless]")
    press(page, "Ajouter la clé")
    assert at(page) == "/compte/2fa/recovery-codes/"
    page.goto("/compte/2fa/webauthn/")
    assert "sans mot de passe" in page.locator("tbody").inner_text()

    leave(page)
    page.goto("/compte/login/")
    press(page, "Avec une clé de sécurité")
    assert at(page) == "/"

    leave(page)
    give_password(page, EMAILS["administrator"])
    assert at(page) == "/compte/2fa/authenticate/"
    press(page, "Avec une clé de sécurité")
    assert at(page) == "/"
    page.goto("/admin/")
    assert (at(page), page.complaints) == ("/admin/", [])


def test_sessions_are_seen_and_closed(newcomer):
    here, elsewhere, third = newcomer(), newcomer(), newcomer()
    for page in (elsewhere, third, here):
        give_password(page, EMAILS["member"])
    here.goto("/compte/sessions/")
    assert here.locator(".sessions li").count() == 3

    follow(here, here.get_by_role("button", name="Fermer Chrome").first)
    assert here.locator(".sessions li").count() == 2
    press(here, "Fermer les autres sessions")

    assert here.locator(".sessions li").count() == 1
    for page in (elsewhere, third):
        page.goto("/compte/")
        assert at(page) == "/compte/login/"
    here.goto("/compte/")
    assert at(here) == "/compte/"


PAGES = [
    "/compte/",
    "/compte/sessions/",
    "/compte/email/",
    "/compte/password/change/",
    "/compte/2fa/",
    "/compte/2fa/totp/activate/",
    "/compte/2fa/webauthn/add/",
    "/compte/2fa/webauthn/",
    "/compte/invitations/",
    "/compte/invitations/envoyer/",
]


def test_the_pages_of_an_account_are_accessible_and_fit_their_screen(newcomer):
    page, found = newcomer(), {}
    give_password(page, "referent@example.org")

    for path in PAGES:
        page.goto(path)
        confirm(page)
        assert at(page) == path
        found[path] = found_on(page)

    assert found == {path: [] for path in PAGES}


@pytest.mark.parametrize("path", ["/compte/password/reset/", "/compte/inactive/", "/compte/invitation/x/"])
def test_the_pages_at_the_door_are_accessible_and_fit_their_screen(newcomer, path):
    page = newcomer()
    page.goto(path)

    assert found_on(page) == []
