"""What stands in the agenda, for whom, and when it is said to be."""

from datetime import UTC, date, datetime, time

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.dates import FuzzyDate
from core.enums import Audience
from cufportal.agenda.entries import entries_between, upcoming
from cufportal.agenda.sources import SOURCES
from delegations.models import Delegation
from tests.delegations.factories import ApproachFactory, CommitmentFactory, DelegationFactory, StopFactory
from tests.factories import (
    AgendaEntryFactory,
    AgreementFactory,
    EventFactory,
    MeetingFactory,
    MilestoneFactory,
    OrganisationFactory,
    PartnershipFactory,
    PlanStepFactory,
    SessionFactory,
    TerritoryFactory,
)
from tests.meetings.part_factories import ActionItemFactory
from tests.readers import SEES, user_of

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
DAY = FuzzyDate.day(date(2027, 6, 1))


def year_of(user):
    return entries_between(user, FIRST, LAST)


def titles(entries):
    return [entry.title for entry in entries]


@pytest.fixture
def reader(make_user):
    """Return a function that gives the user of a reader; of a visitor, one who is not signed in."""

    def user(name):
        found = user_of(name, make_user) or AnonymousUser()
        if name == "inactive":
            found.is_active = False
        return found

    return user


@pytest.mark.parametrize("name", SEES)
@pytest.mark.parametrize("factory", [EventFactory, MeetingFactory, AgendaEntryFactory, MilestoneFactory])
def test_each_reader_meets_what_its_audience_opens(reader, group, factory, name):
    for audience in Audience:
        if factory is MilestoneFactory:
            pair = PartnershipFactory(group=group, audience=audience, title=audience)
            factory(partnership=pair, text=audience, when=DAY)
        else:
            when = {"first_day": DAY.first if factory is MeetingFactory else DAY}
            accepted = {"accepted": True} if factory is AgendaEntryFactory else {}
            factory(group=group, title=audience, audience=audience, **{"last_day": None, **when, **accepted})

    found = {entry.title.partition(" ")[0] for entry in year_of(reader(name))}

    assert found == {str(audience) for audience in SEES[name]}


def test_an_event_announced_for_a_month_is_not_exact(make_user):
    EventFactory(first_day=FuzzyDate.month(2027, 12), last_day=None)

    (entry,) = year_of(make_user("member"))

    assert (entry.is_exact, entry.day) == (False, FuzzyDate.month(2027, 12))


def test_the_words_of_a_date_are_kept(make_user):
    words = FuzzyDate(date(2027, 10, 21), date(2027, 10, 31), "fin octobre 2027")
    MilestoneFactory(when=words)

    (entry,) = year_of(make_user("member"))

    assert entry.day == words


def test_the_place_of_an_event_is_its_venue_and_its_territories(make_user):
    event = EventFactory(venue="Palais des congrès")
    event.places.set([TerritoryFactory(name="Tours"), TerritoryFactory(name="Évreux")])

    (entry,) = year_of(make_user("member"))

    assert entry.place == "Palais des congrès, Évreux, Tours"


def test_a_meeting_stands_at_its_hours_in_its_own_zone(make_user):
    MeetingFactory(first_day=DAY.first, starts_at=time(9), ends_at=time(11, 30), time_zone="Asia/Shanghai")

    (entry,) = year_of(make_user("member"))

    assert (entry.starts.isoformat(), entry.ends.isoformat()) == (
        "2027-06-01T09:00:00+08:00",
        "2027-06-01T11:30:00+08:00",
    )
    assert (entry.begins, entry.city_of_zone) == (time(9), "Pékin")


def test_a_session_stands_on_its_day_at_the_place_not_in_paris(make_user):
    event = EventFactory(first_day=DAY, last_day=None, time_zone="Asia/Shanghai")
    begins = datetime(2027, 5, 31, 17, tzinfo=UTC)  # one o’clock of the first of June in Shanghai
    SessionFactory(event=event, starts_at=begins, time_zone="Asia/Shanghai")

    _event, session = year_of(make_user("member"))

    assert (session.day, session.begins, session.part_of) == (DAY, time(1), f"event-{event.pk}")


def test_what_touches_the_ends_of_the_period_stands_in_it(make_user):
    for title, first, last in [
        ("avant", date(2026, 12, 30), date(2026, 12, 31)),
        ("à cheval sur le début", date(2026, 12, 31), date(2027, 1, 1)),
        ("à cheval sur la fin", date(2027, 12, 31), date(2028, 1, 1)),
        ("après", date(2028, 1, 1), date(2028, 1, 1)),
    ]:
        MeetingFactory(title=title, first_day=first, last_day=last)

    assert titles(year_of(make_user("member"))) == ["à cheval sur le début", "à cheval sur la fin"]


def test_only_what_cuf_has_accepted_stands_in_the_agenda(make_user):
    officer = make_user("officer")
    decided = datetime(2027, 1, 1, tzinfo=UTC)
    for state in ("proposed", "accepted", "refused", "withdrawn", "cancelled"):
        AgendaEntryFactory(title=state, state=state, reason="Parce que", decided_at=decided)

    shown = [(entry.title, entry.is_cancelled) for entry in year_of(officer)]

    assert shown == [("accepted", False), ("cancelled", True)]


def test_what_was_done_is_owed_no_more(make_user):
    meeting = MeetingFactory(minutes_state="approved")
    ActionItemFactory(meeting=meeting, text="à faire", due=DAY)
    ActionItemFactory(meeting=meeting, text="faite", due=DAY, state="done", done_on=DAY.first)
    event = EventFactory(first_day=FuzzyDate.year(2028), last_day=None)
    PlanStepFactory(event=event, text="Affiche", due=DAY)
    PlanStepFactory(event=event, text="Salle", due=DAY, state="done", done_on=DAY.first)

    assert titles(year_of(make_user("member"))) == [f"Affiche ({event})", "à faire"]


def test_an_action_that_a_later_meeting_took_over_is_owed_once(make_user):
    first, second = (MeetingFactory(minutes_state="approved") for _ in range(2))
    action = ActionItemFactory(meeting=first, text="D’abord", due=DAY)
    ActionItemFactory(meeting=second, text="Ensuite", due=DAY, carried_from=action)

    assert titles(year_of(make_user("member"))) == ["Ensuite"]


def test_the_end_of_an_agreement_is_told_until_another_replaces_it(make_user):
    partnership = PartnershipFactory(title="Tours et Luoyang")
    old = AgreementFactory(partnership=partnership, until=DAY)
    AgreementFactory(partnership=partnership, until=FuzzyDate.year(2027), form="twinning", replaces=old)

    assert titles(year_of(make_user("member"))) == ["Fin de l’accord : jumelage (Tours et Luoyang)"]


def test_a_partnership_that_ended_has_no_more_dates(make_user):
    MilestoneFactory(partnership__status="ended", when=DAY)

    assert year_of(make_user("member")) == []


def test_registration_closes_when_one_may_register(make_user):
    closes = datetime(2027, 6, 1, 22, tzinfo=UTC)
    days = {"first_day": FuzzyDate.year(2028), "last_day": None, "registration_closes_at": closes}
    EventFactory(title="Ouvert", registration="open", **days)
    EventFactory(title="Sans inscription", registration="none", **days)

    (entry,) = year_of(make_user("member"))

    assert (entry.title, entry.day) == ("Clôture des inscriptions : Ouvert", FuzzyDate.day(date(2027, 6, 2)))


def test_a_delegation_that_one_only_knows_to_exist_shows_its_month_and_where_it_comes_from(make_user):
    days = {"first_day": date(2027, 6, 7), "last_day": date(2027, 6, 11), "state": "scheduled", "audience": "group"}
    chengdu = TerritoryFactory(chinese=True, name="Chengdu")
    visit = DelegationFactory(title="Eau", sender_territory=chengdu, detail="existence", **days)
    StopFactory(
        delegation=visit, starts_at=datetime(2027, 6, 7, 8, tzinfo=UTC), ends_at=datetime(2027, 6, 7, 9, tzinfo=UTC)
    )

    (entry,) = year_of(make_user("member"))

    assert entry.title == f"Délégation {visit.reference} : Chengdu"
    assert (entry.is_exact, entry.day) == (False, FuzzyDate.month(2027, 6))


@pytest.mark.parametrize("state", ["refused", "cancelled"])
def test_a_visit_that_does_not_come_stays_as_cancelled_with_its_stops(make_user, state):
    days = {"first_day": date(2027, 6, 7), "last_day": date(2027, 6, 11)}
    visit = DelegationFactory(**days)
    StopFactory(
        delegation=visit, starts_at=datetime(2027, 6, 7, 8, tzinfo=UTC), ends_at=datetime(2027, 6, 7, 9, tzinfo=UTC)
    )
    Delegation.objects.update(state=state)

    shown = [(entry.uid.split("-")[0], entry.is_cancelled) for entry in year_of(make_user("officer"))]

    assert sorted(shown) == [("delegation", True), ("stop", True)]


def test_the_city_that_hosts_a_stop_in_itself_is_named_once(make_user):
    chengdu = TerritoryFactory(chinese=True, name="Chengdu")
    StopFactory(venue="Salle 1", place=chengdu, host=OrganisationFactory(name="Chengdu"))

    places = {entry.place for entry in year_of(make_user("officer")) if entry.uid.startswith("stop-")}

    assert places == {"Salle 1, Chengdu"}


def test_staff_see_the_days_of_a_visit_its_stops_and_what_is_owed(make_user):
    days = {"first_day": date(2027, 6, 7), "last_day": date(2027, 6, 11), "state": "scheduled"}
    visit = DelegationFactory(title="Eau", **days)
    stop = StopFactory(
        delegation=visit, starts_at=datetime(2027, 6, 7, 8, tzinfo=UTC), ends_at=datetime(2027, 6, 7, 9, tzinfo=UTC)
    )
    approach = ApproachFactory(delegation=visit, deadline=date(2027, 5, 2))
    owed = CommitmentFactory(outcome__delegation=visit, due=DAY)

    found = {entry.uid: entry.day for entry in year_of(make_user("officer"))}

    assert found == {
        f"delegation-{visit.pk}": FuzzyDate(date(2027, 6, 7), date(2027, 6, 11)),
        f"stop-{stop.pk}": FuzzyDate.day(date(2027, 6, 7)),
        f"approach-{approach.pk}": FuzzyDate.day(date(2027, 5, 2)),
        f"commitment-{owed.pk}": DAY,
    }


def test_next_dates_are_those_one_attends_soonest_first(make_user):
    EventFactory(title="Bientôt", first_day=DAY, last_day=None)
    EventFactory(title="Annulé", first_day=DAY, last_day=None, status="cancelled")
    MeetingFactory(title="Hier", first_day=date(2027, 5, 31))
    MeetingFactory(title="En cours", first_day=date(2027, 5, 31), last_day=date(2027, 6, 2))
    MilestoneFactory(when=DAY)
    AgendaEntryFactory(title="Plus tard", accepted=True, first_day=FuzzyDate.month(2027, 8))
    AgendaEntryFactory(title="Trop tard", accepted=True, first_day=FuzzyDate.month(2027, 9))

    assert titles(upcoming(make_user("member"), 3, DAY.first)) == ["En cours", "Bientôt", "Plus tard"]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_year_costs_one_query_for_each_source(make_user, count):
    for factory in (EventFactory, MeetingFactory, MilestoneFactory):
        when = {MeetingFactory: {"first_day": DAY.first}, MilestoneFactory: {"when": DAY}}.get(factory, {})
        factory.create_batch(count, **when)
    AgendaEntryFactory.create_batch(count, accepted=True)
    member = make_user("member")
    assert member.in_network  # asked once in a request

    with CaptureQueriesContext(connection) as queries:
        found = year_of(member)

    assert (len(queries), len(found)) == (len(SOURCES), 4 * count)
