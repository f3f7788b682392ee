"""What a newcomer finds after `make run`."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from django.utils import timezone

from core.dates import FuzzyDate
from cufportal.demo.loading import load_demo
from delegations.enums import DelegationState
from delegations.models import Delegation
from delegations.states import transition_between
from events.models import AgendaEntry, Event, Session
from meetings.models import Meeting
from partnerships.means import by_place
from partnerships.models import Partnership, PartnershipContact, Project, VerificationCampaign, VerificationRequest
from tests.demonstration import load_small_demo

COUNTED = (
    *(Partnership, Project, PartnershipContact, VerificationCampaign, VerificationRequest),
    *(Meeting, Event, Session, AgendaEntry, Delegation),
)


@pytest.fixture(scope="module")
def _demo(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock(), transaction.atomic():
        load_small_demo(tmp_path_factory.mktemp("territories"))
        yield
        transaction.set_rollback(True)


pytestmark = pytest.mark.usefixtures("_demo", "db")


def test_loading_it_again_adds_nothing():
    before = [model.objects.count() for model in COUNTED]

    load_demo()

    assert [model.objects.count() for model in COUNTED] == before


def test_the_assises_known_to_the_month_became_exact_and_say_so():
    assises = Event.objects.get(title="Assises franco-chinoises de 2018")

    assert [dates.first_day for dates in assises.announced_dates.all()] == [
        FuzzyDate.month(2018, 12),
        FuzzyDate.day(date(2018, 12, 13)),
    ]
    assert assises.is_dated
    assert assises.previous.title == "Assises franco-chinoises de 2016"


def test_a_dozen_delegations_stand_at_every_turn_of_the_road():
    counted = Counter(Delegation.objects.values_list("state", flat=True))

    assert sum(counted.values()) == 12
    assert set(counted) == set(DelegationState)


def test_each_took_only_steps_that_the_table_allows():
    walked = [
        (change.from_state, change.to_state)
        for delegation in Delegation.objects.all()
        for change in delegation.changes.exclude(from_state="")
    ]

    assert [step for step in walked if transition_between(*step) is None] == []


def test_each_was_scheduled_before_its_visit_and_said_done_after_it():
    reached = {
        (delegation.pk, change.to_state): timezone.localdate(change.at)
        for delegation in Delegation.objects.all()
        for change in delegation.changes.all()
    }
    visits = {delegation.pk: (delegation.first_day, delegation.last_day) for delegation in Delegation.objects.all()}

    scheduled = [pk for (pk, state), day in reached.items() if state == "scheduled" and day >= visits[pk][0]]
    done = [pk for (pk, state), day in reached.items() if state == "done" and day < visits[pk][1]]
    ahead = [key for key, day in reached.items() if day > timezone.localdate()]

    assert (scheduled, done, ahead) == ([], [], [])


def test_their_people_are_recognisably_invented():
    addresses = Delegation.objects.values_list("contact_email", flat=True)

    assert [address for address in addresses if not address.endswith("@example.org")] == []


def test_the_seminar_to_come_has_a_full_session_where_two_wait():
    full = Session.objects.get(title="Atelier : éco-cité et ville durable, les mêmes mots ?")

    assert (full.taken, full.capacity) == (3, 3)
    assert list(full.seats.waiting().values_list("rank", flat=True)) == [1, 2]


def test_projects_say_what_they_know_of_their_means_and_leave_out_the_rest():
    told = {bool(project.place): project for project in Project.objects.order_by("pk")}
    shares = [share for place in by_place(list(Project.objects.all())) for share in place.shares]

    assert set(told) == {True, False}
    assert any(share.euros.is_unknown for share in shares)
    assert any(share.euros.unknown and not share.euros.is_unknown for share in shares)
    assert Project.objects.exclude(summary__contains="inventé pour la démonstration").count() == 0


def test_a_campaign_is_under_way_with_an_answer_to_read_and_an_authority_that_owes_one():
    campaign = VerificationCampaign.objects.get()

    assert (campaign.is_running, campaign.is_late) == (True, False)
    assert sorted(campaign.requests.values_list("state", flat=True)) == ["answered", "asked"]
    waiting = campaign.requests.get(state="answered").answers.get().changes
    assert set(waiting.values_list("field", "state")) == {
        (field, "waiting") for field in ("since", "summary", "contacts")
    }
