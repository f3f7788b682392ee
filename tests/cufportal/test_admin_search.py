"""The search box of every page of the administration."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import Letter
from core.services import raise_flag
from tests.admin_forms import page
from tests.delegations.factories import DelegationFactory
from tests.factories import (
    EventFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
    RoundTableEntryFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

SEARCH = reverse("admin:search")


def found(client, text):
    answers = client.get(SEARCH, {"q": text}).context["answers"]
    return [url for answer in answers for _label, url in answer.hits]


def pages(*records):
    return {page(type(record), "change", record.pk) for record in records}


@pytest.fixture
def records(group):
    """A record of each sort, and what finds it."""
    wuhan = TerritoryFactory(name="Wuhan", name_zh="武汉市", country="CN")
    for name in ("Wuhan", "Ou-Han"):
        TerritoryNameFactory(territory=wuhan, text=name)
    TerritoryCodeFactory(territory=wuhan, code="420100")
    evreux = OrganisationFactory(name="Ville d’Évreux")
    pair = PartnershipFactory(group=group, foreign_side=OrganisationFactory(name="Mairie", territory=wuhan))
    delegation = DelegationFactory(group=group, sender_name="Bureau des jardins")
    account = UserFactory(email="zhang.li@example.org")
    return {
        "武汉": wuhan,
        "wuhan": pair,
        "OU-HAN": wuhan,
        "420100": wuhan,
        "evreux": evreux,
        delegation.reference: delegation,
        "bureau jardins": delegation,
        "fremont": PersonFactory(last_name="Frémont"),
        "forum des fleuves": EventFactory(group=group, title="Forum des fleuves"),
        "plénière": MeetingFactory(group=group, title="Réunion plénière"),
        "zhang.li@example": account,
        "objet rare": Letter.objects.create(to="a@example.org", subject="Objet rare", body="…", language="fr"),
        "nanking": raise_flag(record=pair, code="x", message="Nanking ?", raised_by="essai"),
    }


def test_every_sort_of_record_is_found_by_what_people_know_of_it(as_role, records):
    client = as_role("administrator")

    missing = {text for text, record in records.items() if not pages(record) <= set(found(client, text))}

    assert missing == set()


def test_every_list_of_the_administration_is_searched(as_role, monkeypatch):
    searched = set()
    for model, model_admin in admin.site._registry.items():
        original = model_admin.get_search_results

        def spying(request, rows, text, model=model, original=original):
            searched.add(model)
            return original(request, rows, text)

        monkeypatch.setattr(model_admin, "get_search_results", spying)

    as_role("administrator").get(SEARCH, {"q": "rien de tel"})

    assert searched == set(admin.site._registry)


def test_accounts_are_found_by_administrators_only(as_role):
    account = UserFactory(email="zhang.li@example.org")

    results = {role: found(as_role(role), "zhang.li") for role in ("secretariat", "officer", "administrator")}

    assert results == {"secretariat": [], "officer": [], "administrator": [*pages(account)]}


@pytest.mark.parametrize(
    ("role", "status"), [("visitor", 302), ("member", 302), ("partner", 302), ("secretariat", 200)]
)
def test_only_the_team_searches_there(as_role, role, status):
    assert as_role(role).get(SEARCH, {"q": "Tours"}).status_code == status


def test_the_list_of_all_results_holds_them_all(as_role):
    OrganisationFactory.create_batch(7, name="Ville nouvelle")
    client = as_role("officer")

    [answer] = [one for one in client.get(SEARCH, {"q": "nouvelle"}).context["answers"] if one.has_more]

    assert (len(answer.hits), client.get(answer.list_url).context["cl"].result_count) == (5, 7)


def test_a_decided_doubt_is_in_the_list_of_all_results(as_role, make_user):
    pair = PartnershipFactory()
    for rank in range(6):
        flag = raise_flag(record=pair, code="x", message=f"Nanking {rank}", raised_by="essai")
    type(flag).objects.update(state="dismissed", decided_at=flag.created_at)
    client = as_role("officer")

    [answer] = client.get(SEARCH, {"q": "Nanking"}).context["answers"]

    assert client.get(answer.list_url).context["cl"].result_count == 6


@pytest.mark.parametrize("text", ["", "  ", "\x00", "%_\\'\" 南", "a" * 5000, "<script>alert(1)</script>"])
def test_nonsense_is_answered_by_an_empty_page(as_role, text):
    response = as_role("officer").get(SEARCH, {"q": text})

    assert (response.status_code, response.context["answers"]) == (200, [])
    assert "<script>alert" not in response.text


def test_every_page_has_the_box(as_role):
    client = as_role("secretariat")
    addresses = [reverse("admin:index"), page(Letter, "changelist"), SEARCH]

    assert [client.get(address).text.count("data-quick-search") for address in addresses] == [1, 1, 1]


def test_the_search_runs_as_many_queries_for_many_rows_as_for_few(as_role, group):
    client = as_role("administrator")
    client.get(SEARCH, {"q": "nouvelle"})
    counts = []
    for more in (2, 1, 30):
        for _ in range(more):
            town = OrganisationFactory(name="Ville nouvelle", territory=TerritoryFactory(name="Nouvelle"))
            raise_flag(
                record=PartnershipFactory(group=group, french_side=town, title="Paire nouvelle"),
                **{"code": "x", "message": "Nouvelle graphie ?", "raised_by": "essai"},
            )
            DelegationFactory(group=group, sender_name="Ville nouvelle", sender_territory=town.territory)
            EventFactory(group=group, title="Édition nouvelle")
            RoundTableEntryFactory(meeting=MeetingFactory(group=group), organisation=town)
        with CaptureQueriesContext(connection) as captured:
            answers = client.get(SEARCH, {"q": "nouvelle"}).context["answers"]
        counts.append(len(captured))

    assert (len(answers), counts) == (7, [counts[0]] * 3)


def test_chinese_characters_are_marked_as_such(as_role):
    TerritoryFactory(name="Wuhan", name_zh="武汉市", country="CN")

    assert '<span lang="zh-Hans">武汉市</span>' in as_role("officer").get(SEARCH, {"q": "武汉"}).text
