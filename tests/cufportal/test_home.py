"""What the home page says to each reader: what waits for them, and what comes next."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from core.enums import Audience
from core.services import raise_flag
from meetings.models import MinutesImport, Proposal
from tests.delegations.factories import ApproachFactory, DelegationFactory, OpinionFactory
from tests.factories import (
    AffiliationFactory,
    AgendaEntryFactory,
    EventFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    RegistrationFactory,
    SessionFactory,
)
from tests.meetings.part_factories import ActionItemFactory, AnnouncementFactory

pytestmark = pytest.mark.django_db

URL = reverse("cufportal:home")
TODAY = timezone.localdate()


def waiting(client):
    return [task.label for task in client.get(URL).context["tasks"]]


def in_days(count):
    return TODAY + timedelta(days=count)


def offered_seat(person, organisation, days=2):
    """A seat that became free; each on a day of its own, since nobody has two at the same hour."""
    day = FuzzyDate.day(in_days(60 + days))
    event = EventFactory(first_day=day, last_day=None, open=True)
    registration = RegistrationFactory(person=person, organisation=organisation, event=event)
    session = SessionFactory(event=event, title="Atelier eau")
    until = timezone.now() + timedelta(days=days)
    return registration.seats.create(session=session, state="offered", offered_until=until)


def test_nothing_waits_for_a_visitor(client):
    DelegationFactory()

    response = client.get(URL)

    assert (response.context["tasks"], response.text.count("À faire")) == ([], 0)


def test_staff_are_told_how_much_waits_in_each_queue_and_led_there(as_role, group):
    DelegationFactory.create_batch(2, group=group)
    DelegationFactory(group=group, suspect=True)
    asked = {"delegation__group": group, "asked_on": in_days(-9)}
    ApproachFactory(**asked, deadline=in_days(-1))
    ApproachFactory(**asked, deadline=in_days(1))
    ApproachFactory(**asked, deadline=in_days(-1), delegation__state="refused")
    AgendaEntryFactory(group=group)
    AgendaEntryFactory(group=group, accepted=True)
    raise_flag(record=PartnershipFactory(), code="doubt", message="Deux dates", raised_by="test")
    read = MinutesImport.objects.create(group=group, sha256="0" * 64, kind="text", pages=["Réunion"])
    Proposal.objects.create(minutes_import=read, rank=0, kind="position", page=1, line=1, confidence=1, fields={})
    client = as_role("secretariat")

    tasks = client.get(URL).context["tasks"]

    assert [task.label for task in tasks] == [
        "2 délégations à examiner",
        "1 demande douteuse",
        "1 sollicitation sans réponse à temps",
        "1 date proposée à l’agenda",
        "1 doute à lever",
        "1 compte rendu à relire",
        "1 partenariat jamais vérifié",
    ]
    assert {task.url: client.get(task.url).status_code for task in tasks} == {task.url: 200 for task in tasks}


def test_an_empty_desk_has_no_list(as_role):
    assert waiting(as_role("secretariat")) == []


def test_a_referent_answers_confirms_and_acts_what_is_due_first(as_role, group):
    town = OrganisationFactory()
    client = as_role("referent", organisation=town)
    approach = ApproachFactory(
        **{"organisation": town, "delegation__group": group, "delegation__title": "Visite des jardins"},
        **{"asked_on": in_days(-9), "deadline": in_days(5)},
    )
    colleague = AffiliationFactory(organisation=town).person
    offered_seat(colleague, town)
    meeting = MeetingFactory(group=group, readable=True)
    ActionItemFactory(meeting=meeting, owner=town, text="Envoyer le projet", due=FuzzyDate.day(in_days(-3)))
    carried = ActionItemFactory(meeting=meeting, owner=town, text="Reprise plus tard")
    ActionItemFactory(meeting=MeetingFactory(readable=True, first_day=TODAY), text="Ailleurs", carried_from=carried)
    pair = PartnershipFactory(group=group, french_side=town)
    PartnershipFactory(group=group, french_side=town, confirmed_on=TODAY, confirmed_how="officer")

    tasks = client.get(URL).context["tasks"]

    assert [(task.label, task.due, task.is_late) for task in tasks] == [
        ("Envoyer le projet", in_days(-3), True),
        (f"Confirmer la place de {colleague} : Atelier eau", in_days(2), False),
        (f"Répondre à la sollicitation {approach.delegation}", in_days(5), False),
        (f"Vérifier la fiche {pair}", None, False),
    ]
    assert [client.get(task.url).status_code for task in tasks] == [200] * 4


def test_what_others_owe_is_not_said_to_a_referent(as_role, group):
    client = as_role("referent")
    other = OrganisationFactory()
    ApproachFactory(organisation=other, delegation__group=group)
    offered_seat(AffiliationFactory(organisation=other).person, other)
    ActionItemFactory(meeting=MeetingFactory(group=group, readable=True), owner=other)
    PartnershipFactory(group=group, french_side=other)

    assert waiting(client) == []


def test_a_member_is_told_of_the_seat_that_became_free_until_it_lapses(as_role):
    client = as_role("member")
    town = client.user.person.affiliations.get().organisation
    offered_seat(client.user.person, town)
    offered_seat(client.user.person, town, days=-1)

    assert waiting(client) == [f"Confirmer la place de {client.user.person} : Atelier eau"]


def test_a_seat_at_an_event_that_is_not_shown_any_more_is_not_named(as_role):
    client = as_role("member")
    town = client.user.person.affiliations.get().organisation
    event = offered_seat(client.user.person, town).session.event
    event.audience = "internal"
    event.save()

    assert waiting(client) == []


def test_a_member_who_keeps_no_record_owes_none_of_what_referents_owe(as_role, group):
    client = as_role("member")
    town = client.user.person.affiliations.get().organisation
    ApproachFactory(organisation=town, delegation__group=group)
    PartnershipFactory(group=group, french_side=town)

    assert waiting(client) == []


def test_a_partner_is_told_which_opinions_are_asked_of_it(as_role, group):
    client = as_role("partner")
    ministry = OrganisationFactory(kind="ministry", territory=None, name="Ministère")
    AffiliationFactory(person=client.user.person, organisation=ministry)
    opinion = OpinionFactory(organisation=ministry, delegation__group=group)
    OpinionFactory(organisation=ministry, kind="favourable", given_on=TODAY, delegation__group=group)
    OpinionFactory(delegation__group=group)

    assert waiting(client) == [f"Donner un avis sur la délégation {opinion.delegation}"]


def test_the_next_dates_come_from_the_whole_agenda_soonest_first(client, group):
    shown = {"group": group, "audience": Audience.PUBLIC}
    MeetingFactory(**shown, title="Réunion", first_day=in_days(3))
    EventFactory(**shown, title="Forum", first_day=FuzzyDate.day(in_days(1)), last_day=None)
    AgendaEntryFactory(**shown, accepted=True, title="Foire", first_day=FuzzyDate.day(in_days(2)))
    AnnouncementFactory(meeting=MeetingFactory(**shown, readable=True), title="Salon", when=FuzzyDate.day(in_days(4)))
    EventFactory(
        group=group, title="Interne", audience=Audience.INTERNAL, first_day=FuzzyDate.day(in_days(1)), last_day=None
    )
    EventFactory(**shown, title="Passé", first_day=FuzzyDate.day(in_days(-4)), last_day=None)

    dates = client.get(URL).context["dates"]

    assert [date.title for date in dates] == ["Forum", "Foire", "Réunion", "Salon"]
    assert [client.get(date.url).status_code for date in dates] == [200] * 4


@pytest.mark.parametrize(("audience", "titles"), [(Audience.PUBLIC, ["Assises 2027"]), (Audience.GROUP, ["Assises"])])
def test_an_announcement_that_has_an_event_is_not_said_twice(client, group, audience, titles):
    day = FuzzyDate.day(in_days(4))
    event = EventFactory(group=group, title="Assises 2027", audience=audience, first_day=day, last_day=None)
    meeting = MeetingFactory(group=group, audience=Audience.PUBLIC, readable=True)
    AnnouncementFactory(meeting=meeting, title="Assises", when=day, event=event)

    dates = client.get(URL).context["dates"]

    assert [date.title for date in dates] == titles


def fill(group, town, count):
    for number in range(count):
        ApproachFactory(organisation=town, delegation__group=group, deadline=in_days(3))
        ActionItemFactory(meeting=MeetingFactory(group=group, readable=True), owner=town)
        PartnershipFactory(group=group, french_side=town, public=True)
        AgendaEntryFactory(group=group, accepted=True, first_day=FuzzyDate.day(in_days(number + 1)))
        EventFactory(group=group, public=True, first_day=FuzzyDate.day(in_days(number + 1)), last_day=None)
        MeetingFactory(group=group, first_day=in_days(number + 1))


def figures(client):
    return [figure.value for figure in client.get(URL).context["figures"]]


def test_the_figures_count_the_open_pairs_that_the_reader_sees(client, as_role, group):
    tours, wuhan = OrganisationFactory(), OrganisationFactory()
    PartnershipFactory(group=group, french_side=tours, public=True, confirmed_on=TODAY, confirmed_how="officer")
    PartnershipFactory(
        group=group,
        french_side=tours,
        foreign_side=wuhan,
        public=True,
        confirmed_on=in_days(-366),
        confirmed_how="officer",
    )
    PartnershipFactory(group=group, foreign_side=wuhan, audience=Audience.INTERNAL)
    PartnershipFactory(group=group, public=True, status="ended")

    # pairs, French authorities, their partners, those confirmed for less than a year
    assert figures(client) == [2, 1, 2, 1]
    assert figures(as_role("officer")) == [3, 2, 2, 1]


def test_the_figures_are_counted_once_until_a_record_changes_whoever_changes_it(client, group):
    pair = PartnershipFactory(group=group, public=True)
    said, counted = [], []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            said.append(figures(client))
        counted.append(sum("DISTINCT" in query["sql"] and "_side_id" in query["sql"] for query in queries))
    with connection.cursor() as cursor:
        cursor.execute("update partnerships_partnership set status = 'ended' where id = %s", [pair.pk])

    assert counted == [2, 0]
    assert [*said, figures(client)] == [[1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]]


# For all: what changed last, the figures kept; the pairs of the map, the codes of both sides, the drawing kept; meetings,
# events, visits and dates of members to come, announcements; which records changed last, and what they say.
EVERYBODY = 13
SIGNED_IN = 5  # session, account, roles, what the person belongs to, name
QUERIES = {
    "visitor": EVERYBODY,
    "member": EVERYBODY + SIGNED_IN + 2,  # seats offered, opinions asked
    "referent": EVERYBODY + SIGNED_IN + 5,  # also approaches, actions, records to confirm
    "secretariat": EVERYBODY + SIGNED_IN + 9,  # seats, and the eight queues it keeps empty
}


@pytest.mark.parametrize("count", [1, 3, 200])
@pytest.mark.parametrize("role", QUERIES)
def test_the_page_runs_a_fixed_number_of_queries(as_role, group, role, count, django_assert_num_queries):
    town = OrganisationFactory()
    client = as_role(role, **({"organisation": town} if role in {"member", "referent"} else {}))
    fill(group, town, count)
    cache.clear()
    client.get(URL)  # the map is drawn and kept

    with django_assert_num_queries(QUERIES[role]):
        response = client.get(URL)

    assert len(response.context["dates"]) == min(6, 3 * count if role != "visitor" else count)
