"""« Mes données »: what people correct, agree to, take away and ask."""

import json
import re

import pytest
from django.db import models
from django.urls import reverse

from accounts.models import Consent, Erasure, User
from core.sweeping import kept_models, text_fields
from cufportal.privacy.downloads import download_of
from cufportal.privacy.holdings import NOT_GIVEN, WHOLE, name_of, related, relations
from directory.models import Person
from tests.factories import PartnershipFactory, UserFactory
from tests.privacy.signing import authenticated
from tests.privacy.somebody import EMAIL, somebody

pytestmark = pytest.mark.django_db
URL = "/compte/donnees/"
FORM = {
    "civility": "Mme",
    "first_name": "Dominique",
    "email": "d@example.org",
    "email_audience": "network",
    "phone": "+33 1 44 00 00 00",
    "phone_audience": "internal",
}
# Columns whose name says an address, a telephone or the name of somebody, in models that no relation ties to a person.
CONTACT_COLUMNS = re.compile(
    r"(?:^|_)(?:email|phone|to|contact|first_name|last_name|head_name|contact_name|kept_name)(?:$|_)"
)
COVERED = {
    "accounts.Invitation": "by the account that accepted it, and in the texts that name them",
    "accounts.User": "given whole",
    "account.EmailAddress": "by its account",
    "core.Letter": "by its address",
    "delegations.Approach": "in the texts that name them",
    "delegations.Delegation": "by its address, and in the texts that name them",
    "delegations.Stop": "in the texts that name them",
    "directory.Merge": "names of places and of organisations, not of people",
    "directory.Person": "given whole",
    "meetings.Attendance": "by its person",
}


def test_a_person_corrects_their_contacts_and_says_who_sees_them(as_role):
    client = as_role("member")

    answer = client.post(URL, FORM)

    person = Person.objects.get(pk=client.user.person_id)
    assert answer.status_code == 302
    assert {name: getattr(person, name) for name in FORM} == FORM


def test_the_family_name_and_the_number_of_the_record_are_not_theirs_to_send(as_role):
    client, other = as_role("member"), UserFactory().person

    client.post(URL, FORM | {"last_name": "Maire", "pk": other.pk, "id": other.pk, "erased_at": "2020-01-01"})

    other.refresh_from_db()
    person = Person.objects.get(pk=client.user.person_id)
    assert (person.last_name, person.erased_at, other.email) == ("Member", None, "")


@pytest.mark.parametrize("phone", ["demandez-moi", "12", "<script>"])
def test_a_telephone_is_made_of_digits(as_role, phone):
    client = as_role("member")

    answer = client.post(URL, FORM | {"phone": phone})

    assert "phone" in answer.context["form"].errors


def test_to_show_a_contact_is_a_consent_in_the_words_that_were_read(as_role):
    client = as_role("member")

    client.post(URL, FORM)

    consents = Consent.objects.values_list("purpose", "text", "recorded_by")
    assert list(consents) == [
        ("email_shown", "J’accepte que mon adresse électronique soit montrée : tout le réseau.", client.user.pk)
    ]


def test_a_consent_that_is_withdrawn_stays_and_what_rested_on_it_ends(as_role):
    client = as_role("member")
    client.post(URL, FORM)

    client.post(f"{URL}consentements/", {"withdraw": "email_shown"})

    consent = Consent.objects.get()
    assert consent.withdrawn_at >= consent.agreed_at
    assert Person.objects.get(pk=client.user.person_id).email_audience == "internal"


def test_another_audience_is_another_consent(as_role):
    client = as_role("member")

    for audience in ("network", "network", "public"):
        client.post(URL, FORM | {"email_audience": audience})

    kept = Consent.objects.order_by("pk").values_list("text", "withdrawn_at")
    assert [(text.split(" : ")[1], bool(ended)) for text, ended in kept] == [
        ("tout le réseau.", True),
        ("tout le monde.", False),
    ]


def test_what_one_agrees_to_freely_is_given_and_taken_back_by_a_button(as_role):
    client = as_role("member")

    for act in ("give", "give", "withdraw", "give"):
        client.post(f"{URL}consentements/", {act: "portrait"})

    assert [consent.withdrawn_at is None for consent in Consent.objects.order_by("pk")] == [False, True]


@pytest.mark.parametrize("sent", [{}, {"give": "everything"}, {"withdraw": "x"}])
def test_a_consent_that_nobody_asks_for_is_refused(as_role, sent):
    assert as_role("member").post(f"{URL}consentements/", sent).status_code == 403


@pytest.mark.parametrize("page", ["my_data_page", "my_data_file", "erasure_ask"])
def test_one_says_who_one_is_again_before_taking_all_away(as_role, page):
    client = as_role("member")
    address = reverse(f"cufportal:{page}")

    before, after = client.get(address), authenticated(client).get(address)

    assert (before.status_code, before.url.split("?")[0]) == (302, reverse("account_reauthenticate"))
    assert after.status_code == 200


def test_an_account_that_is_nobodys_still_takes_its_data_away(client):
    user = UserFactory(person=None)
    client.force_login(user)

    assert client.get(URL).status_code == 200
    assert authenticated(client).get(f"{URL}tout/").status_code == 200
    assert client.post(URL, FORM).status_code == 403


def test_the_file_and_the_page_say_the_same(as_role, group, make_user):
    person = somebody(group, make_user("officer"))
    client = as_role("visitor")
    client.force_login(person.user)
    authenticated(client)

    file = json.loads(client.get(f"{URL}tout.json").content)
    page = client.get(f"{URL}tout/")

    shown = page.context["download"]["sections"]
    assert [(part["key"], len(part["rows"])) for part in file["sections"]] == [
        (part["key"], len(part["rows"])) for part in shown
    ]
    assert [
        part["title"]
        for part in shown
        if part["title"][0].upper() + part["title"][1:] not in page.text.replace("&#x27;", "'")
    ] == []


def test_no_secret_leaves(group, make_user):
    person = somebody(group, make_user("officer"))

    said = json.dumps(download_of(person.user))

    session = person.user.usersession_set.first().session_key
    assert [secret for secret in (person.user.password, session, '"secret"') if secret in said] == []
    assert EMAIL in said


def test_what_others_wrote_on_a_record_is_not_given_with_it(group, make_user):
    user = make_user("officer")
    PartnershipFactory(
        group=group, confirmed_by=user, confirmed_on="2026-01-01", confirmed_how="officer", summary="secret d’autrui"
    )

    download = download_of(user)

    section = next(part for part in download["sections"] if part["key"] == "partnerships.Partnership.confirmed_by")
    assert [set(row) for row in section["rows"]] == [{"number", "when"}]
    assert "secret d’autrui" not in json.dumps(download, ensure_ascii=False)


def test_every_relation_to_a_person_or_an_account_is_given_or_says_why_not(make_user):
    user = make_user("officer")
    every = {
        name_of(each)
        for model in kept_models()
        for each in model._meta.local_concrete_fields
        if each.related_model in (Person, User) and not hasattr(model, "pgh_tracked_model")
    }

    given = {related(each, user if each.related_model is User else user.person).key for each in relations()}

    assert given == every - set(NOT_GIVEN)
    assert set(NOT_GIVEN) | set(WHOLE) <= every


def test_every_column_of_contacts_is_reached_or_says_how():
    held = {
        model._meta.label
        for model in kept_models()
        for each in text_fields(model)
        if CONTACT_COLUMNS.search(each.name) or isinstance(each, models.EmailField)
        if not hasattr(model, "pgh_tracked_model")
    }

    assert held == set(COVERED)


def test_a_person_asks_for_their_erasure_once(as_role):
    client = authenticated(as_role("member"))

    first, second = (client.post(f"{URL}effacement/", {"sure": "on"}) for _ in range(2))

    erasure = Erasure.objects.get()
    assert (first.status_code, second.status_code) == (302, 422)
    assert (erasure.record, erasure.asked_by, erasure.state) == (client.user.person, client.user, "asked")
    assert "déjà demandé" in second.text or "déjà transmise" in second.text
