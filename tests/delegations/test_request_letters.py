"""What the requester reads in the mail, in their language."""

import pytest
from django.core.cache import cache

from core.models import Letter
from delegations.models import Delegation, StateChange
from delegations.services import change_state
from delegations.services.letters import tell_requester
from tests.delegations.asking import FILLED, ask, said
from tests.delegations.factories import DelegationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("group")]
LANGUAGES = ("fr", "en", "zh-hans")


@pytest.fixture(autouse=True)
def _nothing_counted_yet(db):
    cache.clear()


def link_in(letter):
    return next(line for line in letter.body.splitlines() if "/delegations/suivi/" in line)


def subject_in(language, delegation):
    return said("Votre demande de visite {reference}", language).format(reference=delegation.reference)


def path_of(link):
    return "/" + link.split("/", 3)[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_requester_is_told_in_their_language_that_the_request_came_in(client, language):
    ask(client, language=language)

    letter, delegation = Letter.objects.get(), Delegation.objects.get()
    assert (letter.to, letter.language) == (FILLED["contact_email"], language)
    assert letter.subject == subject_in(language, delegation)
    assert delegation.reference in letter.body
    page = client.get(path_of(link_in(letter)))
    assert (page.context["delegation"], page.headers["Content-Language"]) == (delegation, language)


def test_the_acknowledgement_repeats_nothing_that_was_typed(client):
    """Anybody may type anybody's address: the portal does not carry their words there."""
    ask(client, contact_name="Achetez sur spam.example.org", purpose="Achetez tout de suite sur spam.example.org !")

    letter = Letter.objects.get()
    assert "spam" not in letter.subject + letter.body


def test_the_letter_reaches_a_mail_server_in_chinese(client, server, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ask(client)

    [message] = server.messages
    delegation = Delegation.objects.get()
    assert (message["To"], message["Subject"]) == (
        FILLED["contact_email"],
        subject_in("zh-hans", delegation),
    )
    assert client.get(path_of(link_in(Letter.objects.get()))).status_code == 200
    assert message.get_content().strip().splitlines()[0] == said("Bonjour,")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_requester_reads_what_an_officer_writes_and_the_link(client, make_user, language):
    ask(client, language=language)
    Letter.objects.all().delete()

    change_state(
        delegation=Delegation.objects.get(),
        to="screened",
        by=make_user("officer"),
        message="您好！<我们> & vous — bientôt.",
        reason="Pour nous seuls",
    )

    letter = Letter.objects.get()
    assert "您好！<我们> & vous — bientôt." in letter.body  # plain text: nothing is escaped
    assert "Pour nous seuls" not in letter.body
    assert client.get(path_of(link_in(letter))).headers["Content-Language"] == language


def test_a_scheduled_visit_is_told_with_its_days(make_user):
    delegation = DelegationFactory(dated=True, contact_email="wang.li@example.org", language="en", state="screened")
    change = StateChange(delegation=delegation, from_state="approaching", to_state="scheduled", by=make_user("officer"))
    delegation.state = "scheduled"

    tell_requester(change)

    assert "7–11 June 2027" in Letter.objects.get().body


def test_a_doubtful_request_is_not_answered_before_somebody_has_looked(client, make_user):
    ask(client, complement="x")
    before = Letter.objects.count()

    change_state(delegation=Delegation.objects.get(), to="screened", by=make_user("secretariat"))

    assert (before, Letter.objects.count()) == (0, 1)


def test_a_robot_learns_nothing_from_the_refusal_of_a_doubtful_request(client, make_user):
    ask(client, complement="x")

    change_state(delegation=Delegation.objects.get(), to="refused", by=make_user("secretariat"), reason="Robot")

    assert not Letter.objects.exists()
