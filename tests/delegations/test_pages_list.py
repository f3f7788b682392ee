from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from delegations.enums import Detail
from tests.delegations.factories import ApproachFactory, DelegationFactory, OpinionFactory
from tests.factories import AffiliationFactory, OrganisationFactory, TerritoryFactory, ThemeFactory

pytestmark = pytest.mark.django_db

URL = reverse("delegations:delegation_list")
YESTERDAY = timezone.localdate() - timedelta(days=1)


def listed(client, **query):
    return list(client.get(URL, query).context["delegations"])


def test_a_visitor_finds_what_is_public_and_nothing_else(client):
    shown = DelegationFactory(state="screened", audience="public")
    DelegationFactory(shared=True)

    assert listed(client) == [shown]


def test_staff_read_first_what_waits_and_last_what_has_ended(as_role):
    ended = DelegationFactory(state="closed", audience="group", dated=True)
    running = DelegationFactory(state="qualified")
    asked = ApproachFactory(delegation__state="approaching", deadline=date(2090, 1, 1)).delegation
    done = DelegationFactory(state="done", dated=True)
    consulted = OpinionFactory(delegation__state="screened").delegation
    late = ApproachFactory(delegation__state="approaching", deadline=YESTERDAY, asked_on=YESTERDAY).delegation
    newer = DelegationFactory(received_on=date(2026, 11, 3))
    older = DelegationFactory(received_on=date(2026, 11, 2))

    assert listed(as_role("officer")) == [older, newer, late, consulted, done, asked, running, ended]


def test_a_referent_reads_first_what_their_authority_owes(as_role, group):
    mine = OrganisationFactory()
    client = as_role("referent", organisation=mine)
    owed = ApproachFactory(delegation=DelegationFactory(shared=True, group=group), organisation=mine).delegation
    other = DelegationFactory(shared=True, group=group, received_on=date(2020, 1, 1))

    assert listed(client) == [owed, other]


def test_a_partner_reads_first_the_opinion_that_is_asked_of_them(as_role, group):
    client = as_role("partner")
    seat = AffiliationFactory(person=client.user.person)
    asked = OpinionFactory(organisation=seat.organisation).delegation
    other = DelegationFactory(state="screened", audience="network", received_on=date(2020, 1, 1))

    assert listed(client) == [asked, other]


def test_doubtful_requests_stand_apart_and_are_listed_when_asked_for(as_role):
    plain = DelegationFactory()
    doubtful = DelegationFactory(suspect=True)
    client = as_role("secretariat")

    assert listed(client) == [plain]
    assert listed(client, suspect="oui") == [doubtful]


def test_nobody_else_is_told_of_doubtful_requests(as_role, group):
    DelegationFactory(suspect=True, audience="group", group=group)
    client = as_role("member")

    response = client.get(URL, {"suspect": "oui"})

    assert list(response.context["delegations"]) == []
    assert "suspect" not in response.context["filter"].form.fields


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "qualified"}, True),
        ({"state": "screened"}, False),
        ({"direction": "incoming"}, True),
        ({"direction": "outgoing"}, False),
        ({"theme": "eau"}, True),
        ({"year": "2027"}, True),
        ({"year": "2026"}, False),
        ({"q": "Wuhan"}, True),
        ({"q": "Nankin"}, False),
        ({"late": "oui"}, True),
        ({"waiting": "3"}, True),
        ({"waiting": "2"}, False),
    ],
)
def test_each_filter_keeps_what_it_says(as_role, query, found):
    delegation = DelegationFactory(
        state="qualified", sender_name="Ville de Wuhan", wished=FuzzyDate.month(2027, 5), direction="incoming"
    )
    delegation.themes.add(ThemeFactory(slug="eau", name="Eau"))
    ApproachFactory(delegation=delegation, deadline=YESTERDAY, asked_on=YESTERDAY)

    assert listed(as_role("officer"), **query) == ([delegation] if found else [])


def test_an_authority_finds_what_it_was_asked(as_role):
    approach = ApproachFactory()
    ApproachFactory()

    assert listed(as_role("officer"), authority=approach.organisation_id) == [approach.delegation]


@pytest.mark.parametrize("query", ["theme", "authority", "late", "q"])
def test_who_reads_that_a_delegation_exists_does_not_learn_the_rest_by_filtering(as_role, group, query):
    delegation = DelegationFactory(shared=True, group=group, detail=Detail.EXISTENCE, sender_name="Ville de Wuhan")
    delegation.themes.add(ThemeFactory(slug="eau"))
    asked = ApproachFactory(delegation=delegation, deadline=YESTERDAY, asked_on=YESTERDAY).organisation_id
    client = as_role("member")

    fields = client.get(URL).context["filter"].form.fields
    values = {"theme": "eau", "authority": asked, "late": "oui", "q": "Wuhan"}

    assert {name: fields[name].choices[1:] for name in ("theme", "authority")} == {"theme": [], "authority": []}
    if query in {"late", "q"}:
        assert listed(client, **{query: values[query]}) == []


def test_a_row_tells_no_more_than_its_reader_may_read(as_role, group):
    hunan = TerritoryFactory(chinese=True, name="Hunan")
    delegation = DelegationFactory(
        shared=True,
        group=group,
        detail=Detail.EXISTENCE,
        sender_name="Bureau secret",
        purpose="Objet caché",
        sender_territory=hunan,
        first_day=date(2027, 6, 7),
        last_day=date(2027, 6, 11),
    )
    ApproachFactory(delegation=delegation, organisation__territory__name="Trifouillis")

    page = as_role("member").get(URL).text

    assert [word in page for word in ("Hunan", "juin 2027", "1 collectivité sollicitée")] == [True] * 3
    assert [word in page for word in ("Bureau secret", "Objet caché", "Trifouillis", "7 au 11")] == [False] * 4


@pytest.mark.parametrize("count", [1, 3, 200])
@pytest.mark.parametrize(("role", "queries"), [("officer", 22), ("member", 24)])
def test_the_list_runs_a_fixed_number_of_queries(as_role, group, count, role, queries, django_assert_num_queries):
    for delegation in DelegationFactory.create_batch(count, shared=True, group=group):
        ApproachFactory(delegation=delegation)
    client = as_role(role)
    client.get(URL)

    with django_assert_num_queries(queries):
        response = client.get(URL)

    assert len(response.context["cards"]) == min(count, 25)
