"""What is sent twice, too quickly, too often: nothing genuine is lost, and the queue of staff is not flooded."""

from collections import Counter
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from core.links import make_link_token
from core.models import Letter
from delegations.forms.sending import PURPOSE, TOKEN, TRAP
from delegations.models import Delegation
from delegations.services import change_state
from delegations.services.requests import FLOOD
from tests.delegations.asking import FILLED, URL, ask, filled, page_key
from tests.factories import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("group")]


@pytest.fixture(autouse=True)
def _nothing_counted_yet(db):
    cache.clear()


def from_address(number):
    return Client(REMOTE_ADDR=f"10.{number // 250}.{number % 250}.1")


def test_a_page_sent_twice_is_one_request_one_letter_and_the_same_answer(client):
    sent = filled()

    answers = [client.post(URL, sent), client.post(URL, sent)]

    assert [answer.status_code for answer in answers] == [303, 303]
    pages = [client.get(answer.headers["Location"]).context["delegation"] for answer in answers]
    assert pages == [Delegation.objects.get()] * 2
    assert Letter.objects.count() == 1


def test_the_same_words_from_the_same_address_within_a_day_are_one_request(client):
    themes = [ThemeFactory().pk, ThemeFactory().pk]

    ask(client, themes=themes)
    ask(client, themes=reversed(themes), contact_email=FILLED["contact_email"].upper())

    assert (Delegation.objects.count(), Letter.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "changes",
    [{"purpose": "另一个访问目的：考察公共交通与城市规划方面的经验和做法。"}, {"contact_email": "autre@example.org"}],
)
def test_other_words_or_another_address_are_another_request(client, changes):
    ask(client)
    ask(client, **changes)

    assert Delegation.objects.count() == 2


def test_a_day_later_the_same_words_are_another_request(client):
    ask(client)
    Delegation.objects.update(created_at=timezone.now() - timedelta(days=1, minutes=1))

    ask(client)

    assert Delegation.objects.count() == 2


def test_who_gave_up_may_ask_the_same_again(client):
    ask(client)
    change_state(delegation=Delegation.objects.get(), to="cancelled", by=None)

    ask(client)

    assert sorted(Delegation.objects.values_list("state", flat=True)) == ["cancelled", "received"]


# What is odd is kept apart


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({TRAP: "http://example.org"}, "Le champ caché aux personnes est rempli."),
        ({TOKEN: page_key(seconds=1)}, "Remplie en moins de 4 secondes."),
        ({TOKEN: None}, "Envoyée sans passer par la page du formulaire."),
        ({TOKEN: "forgé"}, "Envoyée sans passer par la page du formulaire."),
        ({TOKEN: make_link_token("autre chose", "1", 2)}, "Envoyée sans passer par la page du formulaire."),
        ({TOKEN: make_link_token(PURPOSE, "pas une clé", 2)}, "Envoyée sans passer par la page du formulaire."),
        (
            {"purpose": "https://a.example.org " * 4},
            "L’objet contient plus de 3 adresses de sites.",
        ),
    ],
)
def test_what_a_program_would_send_is_set_apart_with_the_reason_and_answered_alike(as_role, client, changes, reason):
    client.cookies["django_language"] = "zh-hans"
    changes = {
        name: page_key(seconds=1) if name == TOKEN and reason.startswith("Remplie") else value
        for name, value in changes.items()
    }

    response = ask(client, **changes)

    delegation = Delegation.objects.get()
    assert (delegation.is_suspect, delegation.suspicion, response.status_code) == (True, reason, 303)
    assert client.get(response.headers["Location"]).status_code == 200
    assert not Letter.objects.exists()


def test_somebody_who_corrects_the_page_is_not_taken_for_a_program(client):
    refused = client.post(URL, filled(size=""))

    client.post(URL, filled(**{TOKEN: refused.context["token"]}))

    assert Delegation.objects.get().is_suspect is False


# Limits


def test_past_the_limit_of_an_address_the_page_gives_everything_back_and_says_when_to_try_again(client):
    for number in range(20):
        ask(client, contact_email=f"bureau{number}@example.org")

    response = ask(client, contact_email="bureau20@example.org")

    typed = dict(response.context["form"].typed())
    assert (response.status_code, response.headers["Retry-After"]) == (429, "3600")
    assert (typed["Objet de la visite"], typed["Nombre de personnes"]) == (FILLED["purpose"], "12")
    assert typed["Langues parlées dans la délégation"] == "anglais, chinois"
    assert FILLED["purpose"] in response.text
    assert Delegation.objects.count() == 20


def test_one_e_mail_address_is_written_to_five_times_a_day_at_most():
    answers = [
        ask(
            from_address(number),
            purpose=f"{FILLED['purpose']} {number}",
            contact_email=("a@example.org", "A@EXAMPLE.org")[number % 2],
        )
        for number in range(7)
    ]

    assert [answer.status_code for answer in answers] == [303] * 5 + [429] * 2
    assert answers[-1].headers["Retry-After"] == "86400"
    assert Letter.objects.count() == 5


def test_what_was_sent_already_is_answered_alike_when_the_limit_is_reached(client):
    sent = filled()
    client.post(URL, sent)
    for number in range(19):
        ask(client, contact_email=f"bureau{number}@example.org")

    assert client.post(URL, sent).status_code == 303


def test_the_page_of_the_limit_sends_the_same_again_when_there_is_room(client):
    for number in range(20):
        ask(client, contact_email=f"bureau{number}@example.org")
    limited = ask(client, contact_email="bureau20@example.org", languages=["zh", "en"])
    cache.clear()

    response = client.post(URL, dict(limited.context["sent"]))

    assert response.status_code == 303
    assert Delegation.objects.latest("pk").languages == ["zh", "en"]


# A robot


def robot_words(number):
    return {
        "sender_name": f"Elite Summit Office {number}",
        "contact_email": f"robot{number}@example.org",
        "purpose": f"Exclusive invitation number {number} for all the mayors of France.",
    }


def genuine(client):
    return ask(client, contact_email="mairie@example.org", sender_name="成都市人民政府外事办公室")


def queue_of(client):
    return Delegation.objects.visible_to(client.user).filter(state="received", is_suspect=False)


def test_a_robot_that_sends_a_thousand_times_floods_nothing_and_loses_nobody(as_role):
    """Every other time from an address of its own, filling pages like a person; else from one address, and blindly."""
    staff, blind, answers = as_role("officer"), from_address(0), Counter()
    for number in range(1, 1001):
        if number == 500:
            assert genuine(from_address(number)).status_code == 303
        elif number % 2:
            answers["cunning", ask(from_address(number), **robot_words(number)).status_code] += 1
        else:
            answers["blind", ask(blind, **robot_words(number) | {TRAP: "x", TOKEN: None}).status_code] += 1

    apart = Delegation.objects.filter(is_suspect=True)
    assert answers == {("cunning", 303): 500, ("blind", 303): 20, ("blind", 429): 479}
    assert queue_of(staff).count() <= FLOOD
    assert queue_of(staff).count() + apart.count() == Delegation.objects.count() == 521
    assert apart.filter(contact_email="mairie@example.org").exists()
    assert Letter.objects.count() == queue_of(staff).count()


def test_a_robot_that_fills_the_hidden_field_does_not_push_a_person_aside(as_role):
    staff = as_role("officer")
    for number in range(1, 20):
        ask(from_address(number), **robot_words(number) | {TRAP: "x"})

    genuine(from_address(20))

    assert [one.contact_email for one in queue_of(staff)] == ["mairie@example.org"]
