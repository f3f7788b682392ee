import pytest

from core.enums import Audience
from directory.enums import AffiliationKind
from meetings.models import RoundTableEntry
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    GroupMembershipFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    TerritoryFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_page_of_an_organisation_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    organisation = OrganisationFactory()
    AffiliationFactory.create_batch(count, organisation=organisation, kind=AffiliationKind.ELECTED)
    PartnershipFactory.create_batch(count, french_side=organisation, public=True)
    for meeting in MeetingFactory.create_batch(count, audience=Audience.PUBLIC, readable=True):
        RoundTableEntry.objects.create(meeting=meeting, organisation=organisation, text="Prépare une exposition.")

    # the organisation, functions now and before, names, parts, groups, partnerships, searches, mentions
    with django_assert_num_queries(9):
        response = client.get(organisation.get_absolute_url())

    shown = [len(response.context[key]) for key in ("functions", "partnerships", "mentions")]
    assert shown == [count, count, min(count, 10)]


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_page_of_a_territory_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    region = TerritoryFactory(level=1)
    department = TerritoryFactory(level=2, parent=region)
    towns = TerritoryFactory.create_batch(count, parent=department)
    for town in towns:
        PartnershipFactory(french_side=OrganisationFactory(territory=town), public=True)

    # the territory with its chain, organisations, names, predecessors, parts, members, codes, partnerships
    with django_assert_num_queries(8):
        response = client.get(department.get_absolute_url())

    assert [part[2] for part in response.context["parts"]] == [count]
    assert len(response.context["partnerships"]) == count


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_of_a_group_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    group = CountryGroupFactory()
    GroupMembershipFactory.create_batch(count, group=group)

    # the group, members, mandates, partners, partnerships and searches counted, meetings
    with django_assert_num_queries(7):
        response = client.get(group.get_absolute_url())

    assert len(response.context["members"]) == count


SEEN = {"visitor": 1, "member": 2, "partner": 1, "officer": 3}


@pytest.mark.parametrize("role", SEEN)
def test_a_record_shows_the_partnerships_that_the_reader_may_see(as_role, group, role):
    tours = OrganisationFactory(territory=TerritoryFactory(name="Tours"))
    for audience in (Audience.PUBLIC, Audience.GROUP, Audience.INTERNAL):
        PartnershipFactory(group=group, french_side=tours, audience=audience)
    client = as_role(role)

    pages = {
        name: client.get(record.get_absolute_url())
        for name, record in (("organisation", tours), ("place", tours.territory))
    }
    counted = client.get(group.get_absolute_url()).context["partnership_count"]

    assert {name: len(page.context["partnerships"]) for name, page in pages.items()} == dict.fromkeys(pages, SEEN[role])
    assert counted == SEEN[role]


MENTIONS_SEEN = {"visitor": 0, "member": 1}


@pytest.mark.parametrize("role", MENTIONS_SEEN)
def test_what_was_said_in_a_meeting_is_for_those_who_may_read_it(as_role, group, role):
    organisation = OrganisationFactory()
    meeting = MeetingFactory(group=group, audience=Audience.GROUP, readable=True)
    RoundTableEntry.objects.create(meeting=meeting, organisation=organisation, text="Prépare une exposition.")
    client = as_role(role)

    response = client.get(organisation.get_absolute_url())

    assert response.content.decode().count("Prépare une exposition.") == MENTIONS_SEEN[role]
