from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from core.dates import FuzzyDate
from core.enums import Audience
from cufportal.record_pages import partnerships_of
from directory.enums import AffiliationKind
from directory.models import Organisation
from meetings.models import RoundTableEntry
from tests.delegations.factories import ApproachFactory, DelegationFactory, StopFactory
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    EventFactory,
    GroupMembershipFactory,
    MeetingFactory,
    OrganisationFactory,
    ParticipantFactory,
    PartnershipFactory,
    PartnerWishFactory,
    TerritoryFactory,
    ThemeFactory,
)
from tests.readers import SEES, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_of_an_organisation_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    organisation = OrganisationFactory()
    AffiliationFactory.create_batch(count, organisation=organisation, kind=AffiliationKind.ELECTED)
    PartnershipFactory.create_batch(count, french_side=organisation, public=True)
    for meeting in MeetingFactory.create_batch(count, audience=Audience.PUBLIC, readable=True):
        RoundTableEntry.objects.create(meeting=meeting, organisation=organisation, text="Prépare une exposition.")
        EventFactory(public=True).organisers.add(organisation)

    # the organisation, functions now and before, names, parts, groups now, before and supported, the first
    # partnerships and their rows, their themes, searches, events, delegations, mentions
    with django_assert_num_queries(15):
        response = client.get(organisation.get_absolute_url())

    shown = [len(response.context[key]) for key in ("functions", "partnerships", "mentions")]
    assert shown == [count, min(count, 50), min(count, 10)]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_of_a_territory_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    region = TerritoryFactory(level=1)
    department = TerritoryFactory(level=2, parent=region)
    towns = TerritoryFactory.create_batch(count, parent=department)
    for town in towns:
        PartnershipFactory(french_side=OrganisationFactory(territory=town), public=True)
        EventFactory(public=True).places.add(town)
        DelegationFactory(shared=True, audience=Audience.PUBLIC, sender_territory=town)

    # the territory with its chain, organisations, names, predecessors, parts, members, codes, partnerships of its own (none) and
    # of what lies in it (the first, their rows), events, delegations
    with django_assert_num_queries(12):
        response = client.get(department.get_absolute_url())

    assert [part[2] for part in response.context["parts"]] == [count]
    assert (len(response.context["partnerships"]), len(response.context["partnerships_inside"])) == (0, min(count, 50))


def test_a_territory_shows_where_it_lies_on_the_map_of_its_country(client):
    wuhan = TerritoryFactory(chinese=True, name="Wuhan", latitude=30.6, longitude=114.3)
    elsewhere = TerritoryFactory(country="VN", latitude=16.5, longitude=107.6)
    unknown = TerritoryFactory(name="Tours")

    panels = [client.get(territory.get_absolute_url()).context["panel"] for territory in (wuhan, elsewhere, unknown)]

    assert [panel and panel.key for panel in panels] == ["china", None, None]
    assert [dot.place.name for dot in panels[0].narrow_dots] == ["Wuhan"]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_of_a_group_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    group = CountryGroupFactory()
    GroupMembershipFactory.create_batch(count, group=group)
    EventFactory.create_batch(count, group=group, public=True)
    DelegationFactory.create_batch(count, group=group, shared=True, audience=Audience.PUBLIC)

    # the group, members and mandates now and before, partners, partnerships and searches counted, meetings, events, delegations;
    # what comes (4)
    with django_assert_num_queries(15):
        response = client.get(group.get_absolute_url())

    assert len(response.context["members"]) == count


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_of_a_theme_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    theme = ThemeFactory()
    below = ThemeFactory(parent=theme)
    for pair in PartnershipFactory.create_batch(count, public=True):
        pair.themes.add(below, theme)
        ParticipantFactory(partnership=pair, organisation__kind="university")
        PartnerWishFactory(audience=Audience.PUBLIC).themes.add(below)

    # the theme, the tree, what it contains, the first partnerships and their rows, who takes part, searches, events; none says
    # who may host
    with django_assert_num_queries(8):
        response = client.get(theme.get_absolute_url())

    assert [len(response.context[key]) for key in ("partnerships", "wishes")] == [min(count, 50), count]
    assert [(kind, len(found)) for kind, found in response.context["actors"]] == [
        ("établissement d’enseignement", count)
    ]


SEEN = {"visitor": 1, "member": 2, "partner": 1, "officer": 3}


@pytest.mark.parametrize("role", SEEN)
def test_a_record_shows_the_partnerships_that_the_reader_may_see(as_role, group, role):
    tours, theme = OrganisationFactory(territory=TerritoryFactory(name="Tours")), ThemeFactory()
    for audience in (Audience.PUBLIC, Audience.GROUP, Audience.INTERNAL):
        PartnershipFactory(group=group, french_side=tours, audience=audience).themes.add(theme)
    client = as_role(role)

    pages = {
        name: client.get(record.get_absolute_url())
        for name, record in (("organisation", tours), ("place", tours.territory), ("theme", theme))
    }
    counted = client.get(group.get_absolute_url()).context["figures"]["under_way"]

    assert {name: len(page.context["partnerships"]) for name, page in pages.items()} == dict.fromkeys(pages, SEEN[role])
    assert counted == SEEN[role]
    assert [row.count for row in pages["organisation"].context["themes"]] == [SEEN[role]]


MENTIONS_SEEN = {"visitor": 0, "member": 1}


@pytest.mark.parametrize("role", MENTIONS_SEEN)
def test_what_was_said_in_a_meeting_is_for_those_who_may_read_it(as_role, group, role):
    organisation = OrganisationFactory()
    meeting = MeetingFactory(group=group, audience=Audience.GROUP, readable=True)
    RoundTableEntry.objects.create(meeting=meeting, organisation=organisation, text="Prépare une exposition.")
    client = as_role(role)

    response = client.get(organisation.get_absolute_url())

    assert response.content.decode().count("Prépare une exposition.") == MENTIONS_SEEN[role]


@pytest.mark.parametrize("reader", SEES)
def test_a_record_shows_the_events_that_the_reader_may_see(make_user, group, reader):
    tours = OrganisationFactory(territory=TerritoryFactory(name="Tours"))
    for audience in Audience:
        event = EventFactory(group=group, audience=audience)
        event.organisers.add(tours)
        event.places.add(tours.territory)
    client = sign_in(reader, make_user)

    pages = [client.get(record.get_absolute_url()) for record in (tours, tours.territory, group)]

    assert [{event.audience for event in page.context["events"]} for page in pages] == [SEES[reader]] * 3


@pytest.mark.parametrize("role", ["visitor", "partner", "member", "referent", "officer"])
@pytest.mark.parametrize("detail", ["existence", "summary", "full"])
def test_a_record_tells_of_a_delegation_what_its_reader_may_know(as_role, group, role, detail):
    host = OrganisationFactory(territory=TerritoryFactory(name="Tours"))
    sender = OrganisationFactory(foreign=True)
    delegation = DelegationFactory(
        **{"group": group, "audience": Audience.PUBLIC, "state": "screened", "detail": detail, "sender": sender},
        **{"first_day": date(2027, 6, 7), "last_day": date(2027, 6, 11), "title": "Visite des jardins"},
        sender_territory=sender.territory,
    )
    asked = ApproachFactory(delegation=delegation).organisation
    StopFactory(delegation=delegation, host=host)
    client = as_role(role)
    depth = {"visitor": 0, "officer": 2}.get(role, ["existence", "summary", "full"].index(detail))

    pages = {
        name: client.get(record.get_absolute_url())
        for name, record in (("sender", sender), ("asked", asked), ("host", host), ("place", sender.territory))
    }

    shown = {name: len(page.context["delegations"]) for name, page in pages.items()}
    assert shown == {"sender": int(depth > 0), "asked": int(depth > 0), "host": int(depth > 1), "place": 1}
    assert ("Visite des jardins" in pages["place"].text) == (depth > 0)


def test_a_group_says_its_own_next_dates(client, group):
    day = FuzzyDate.day(timezone.localdate() + timedelta(days=9))
    for owner, title in ((group, "Forum"), (CountryGroupFactory(slug="maroc", name="Maroc"), "Salon")):
        EventFactory(group=owner, title=title, public=True, first_day=day, last_day=None)
    EventFactory(group=group, title="Passé", public=True, first_day=FuzzyDate.year(2017), last_day=None)

    response = client.get(group.get_absolute_url())

    assert [date.title for date in response.context["dates"]] == ["Forum"]


def test_what_an_organisation_takes_part_in_is_looked_up_rather_than_looked_for():
    """Asked for with « or », every pair there is would be compared with its sides and its participants."""
    organisation = Organisation.objects.filter(pk=OrganisationFactory().pk).values("pk")

    involved = partnerships_of(AnonymousUser(), organisation).order_by().values("pk")

    assert "SubPlan" not in involved.explain()
