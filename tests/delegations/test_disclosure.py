"""Who sees that a delegation exists, and how much of it."""

import pytest
from django.contrib.auth.models import AnonymousUser

from core.enums import Audience
from delegations.disclosure import detail_for, disclosure_for
from delegations.enums import Detail
from delegations.models import Approach, Commitment, Delegation, DelegationDocument, Opinion, Outcome, StateChange, Stop
from tests.delegations.factories import (
    ApproachFactory,
    CommitmentFactory,
    DelegationDocumentFactory,
    DelegationFactory,
    OpinionFactory,
    OutcomeFactory,
    StopFactory,
)
from tests.factories import OrganisationFactory, TerritoryFactory, TerritoryNameFactory
from tests.readers import SEES, STAFF

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader_of(make_user):
    """Return a function that gives the user of a role, in an organisation when told."""
    return lambda role, organisation=None: make_user(role, organisation=organisation) or AnonymousUser()


def seen(model, user):
    return set(model.objects.visible_to(user))


@pytest.mark.parametrize("role", ["visitor", "member", "referent", "partner", "secretariat", "officer"])
def test_a_delegation_is_seen_by_its_audience(reader_of, group, role):
    for audience in Audience:
        DelegationFactory(group=group, state="screened", audience=audience)

    found = {delegation.audience for delegation in seen(Delegation, reader_of(role))}

    assert found == SEES[role]


@pytest.mark.parametrize("role", ["visitor", "member", "referent", "partner", "secretariat", "officer"])
def test_a_doubtful_request_is_seen_by_staff_alone(reader_of, group, role):
    mine = OrganisationFactory()
    user = reader_of(role, mine)
    delegation = DelegationFactory(group=group, suspect=True, audience=Audience.PUBLIC, sender=mine)
    ApproachFactory(delegation=delegation, organisation=mine)

    assert seen(Delegation, user) == ({delegation} if role in STAFF else set())


@pytest.mark.parametrize("part", ["approach", "opinion", "sender"])
def test_those_it_concerns_see_it_whatever_its_audience_and_read_it_in_full(reader_of, part):
    mine = OrganisationFactory()
    delegation = DelegationFactory(audience=Audience.INTERNAL, detail=Detail.EXISTENCE)
    if part == "approach":
        ApproachFactory(delegation=delegation, organisation=mine)
        ApproachFactory(delegation=delegation)
    elif part == "opinion":
        OpinionFactory(delegation=delegation, organisation=mine)
    else:
        Delegation.objects.filter(pk=delegation.pk).update(sender=mine)
    concerned, others = reader_of("member", mine), reader_of("member")

    assert (list(Delegation.objects.visible_to(concerned)), seen(Delegation, others)) == ([delegation], set())
    assert detail_for(concerned, delegation) == Detail.FULL


@pytest.mark.parametrize("detail", Detail)
def test_the_other_members_read_what_was_chosen_for_them(reader_of, detail):
    delegation = DelegationFactory(shared=True, detail=detail)
    listed = Delegation.objects.with_detail_for(reader_of("member")).get()

    assert detail_for(reader_of("member"), delegation) == detail
    assert listed.detail_shown == detail
    assert detail_for(reader_of("secretariat"), delegation) == Detail.FULL


def test_outside_the_network_a_public_delegation_shows_that_it_exists():
    delegation = DelegationFactory(shared=True, audience=Audience.PUBLIC, detail=Detail.FULL)
    StopFactory(delegation=DelegationFactory(dated=True, audience=Audience.PUBLIC, detail=Detail.FULL))
    ApproachFactory(delegation=delegation)

    assert detail_for(AnonymousUser(), delegation) == Detail.EXISTENCE
    assert (seen(Stop, AnonymousUser()), seen(Approach, AnonymousUser())) == (set(), set())


def test_somebody_whose_account_is_closed_is_a_visitor(reader_of):
    mine = OrganisationFactory()
    gone = reader_of("referent", mine)
    gone.is_active = False
    approach = ApproachFactory(organisation=mine)

    assert (seen(Delegation, gone), seen(Approach, gone)) == (set(), set())
    assert detail_for(gone, approach.delegation) == Detail.EXISTENCE


@pytest.mark.parametrize("role", ["visitor", "member", "referent", "partner", "secretariat", "officer"])
def test_contacts_are_for_staff_even_of_those_approached(reader_of, role):
    approach = ApproachFactory(organisation=OrganisationFactory())
    user = reader_of(role, approach.organisation)

    assert disclosure_for(user, approach.delegation).has_contact == (role in STAFF)


PARTS = {
    Approach: Detail.SUMMARY,
    Opinion: Detail.FULL,
    Stop: Detail.FULL,
    Outcome: Detail.FULL,
    Commitment: Detail.FULL,
    StateChange: Detail.FULL,
    DelegationDocument: Detail.FULL,
}


@pytest.fixture
def with_all_parts(group):
    """Return a function that makes a delegation with one part of each sort."""

    def make(**values):
        delegation = DelegationFactory(group=group, dated=True, **{"audience": Audience.GROUP, **values})
        ApproachFactory(delegation=delegation)
        OpinionFactory(delegation=delegation)
        StopFactory(delegation=delegation)
        CommitmentFactory(outcome=OutcomeFactory(delegation=delegation))
        StateChange.objects.create(delegation=delegation, to_state="received")
        DelegationDocumentFactory(delegation=delegation, audience=Audience.GROUP)
        return delegation

    return make


@pytest.mark.parametrize("detail", Detail)
def test_each_part_is_read_from_its_detail_on(reader_of, with_all_parts, detail):
    with_all_parts(detail=detail)
    member = reader_of("member")

    read = {model: model.objects.visible_to(member).count() for model in PARTS}

    assert read == {model: int(detail.depth >= least.depth) for model, least in PARTS.items()}


@pytest.mark.parametrize("role", ["visitor", "member", "partner", "secretariat", "officer"])
def test_of_an_internal_delegation_no_part_is_read_but_by_staff(reader_of, with_all_parts, role):
    with_all_parts(audience=Audience.INTERNAL, detail=Detail.FULL)
    user = reader_of(role)

    assert {model.objects.visible_to(user).count() for model in PARTS} == {1 if role in STAFF else 0}


@pytest.mark.parametrize("audience", Audience)
def test_a_document_follows_its_own_audience_and_reaches_the_authorities_approached(reader_of, audience):
    document = DelegationDocumentFactory(audience=audience, delegation__detail=Detail.FULL)
    host = reader_of("member", ApproachFactory(delegation=document.delegation).organisation)
    partner = reader_of("partner")
    Delegation.objects.update(audience=Audience.NETWORK)

    read = [bool(seen(DelegationDocument, user)) for user in (host, partner)]

    assert read == [audience != Audience.INTERNAL, audience in SEES["partner"]]


def test_what_everybody_who_sees_it_may_read_is_found_by_all():
    territory = TerritoryFactory(chinese=True)
    for name in ("Wuhan", "武汉"):
        TerritoryNameFactory(territory=territory, text=name)
    delegation = DelegationFactory(shared=True, sender_territory=territory)

    found = [list(Delegation.objects.matching(text)) for text in ("wuhan", "武汉", delegation.reference, "nankin")]

    assert found == [[delegation], [delegation], [delegation], []]


@pytest.mark.parametrize(("detail", "finds"), [(Detail.EXISTENCE, False), (Detail.SUMMARY, True), (Detail.FULL, True)])
def test_searching_tells_nobody_what_the_page_hides(reader_of, detail, finds):
    DelegationFactory(shared=True, detail=detail, purpose="Étude des stations d’épuration")
    member = reader_of("member")

    found = Delegation.objects.visible_to(member).matching("épuration", member)

    assert found.exists() == finds


@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_list_costs_one_query_whatever_its_length(reader_of, django_assert_num_queries, count):
    ApproachFactory.create_batch(count)
    member = reader_of("member")
    member.in_network  # noqa: B018 – asked once per request

    with django_assert_num_queries(1):
        rows = list(Delegation.objects.visible_to(member).with_detail_for(member).with_approach_counts().for_listing())
        details = [detail_for(member, row) for row in rows]

    assert (len(rows), set(details)) == (count, {Detail.SUMMARY})
    assert {row.approached for row in rows} == {1}
