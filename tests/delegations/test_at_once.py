"""What several do at the same instant. It is written for good, so each test removes what it wrote."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import connection

from accounts.enums import Role
from core.models import Letter
from delegations.enums import Answer, ReceivedBy
from delegations.models import Delegation, ReferenceCounter, Stop
from delegations.services import answer_approach, date_visit, plan_stop, receive_request, send_request
from tests.delegations.asking import FILLED
from tests.delegations.factories import ApproachFactory, DelegationFactory
from tests.factories import CountryGroupFactory, OrganisationFactory, UserFactory
from tests.histories import written_for_good

pytestmark = pytest.mark.django_db
TOGETHER = 4
YEAR = 1999  # one that nothing else counts


@pytest.fixture(scope="module")  # made before the transaction of the test, so that other connections see it
def world(django_db_setup, django_db_blocker):
    with written_for_good(django_db_blocker):
        group, host = CountryGroupFactory(slug="at-once"), OrganisationFactory()
        officer = UserFactory(is_staff=True)
        officer.groups.set([Group.objects.get(name=Role.OFFICER)])
        visit = DelegationFactory(group=group, reference="D-1998-001", state="scheduled", dated=True)
        approach = ApproachFactory(delegation=visit, organisation=host)
        yield {"group": group, "officer": officer, "visit": visit, "approach": approach}
        Delegation.objects.filter(group=group).delete()
        Letter.objects.filter(to="at-once@example.org").delete()
        ReferenceCounter.objects.filter(year=YEAR).delete()
        person = officer.person
        officer.delete()
        person.delete()
        host.delete()
        host.territory.delete()
        group.delete()


def at_once(act, count=TOGETHER):
    """Call `act(number)` in `count` connections at the same instant; return the answers, refusals among them."""
    start = Barrier(count)

    def run(number):
        try:
            start.wait(timeout=20)
            return act(number)
        except ValidationError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def refusals(answers):
    return [answer for answer in answers if isinstance(answer, ValidationError)]


def receive(world, key):
    data = {"group": world["group"], "sender_name": "Gouvernement", "received_on": date(YEAR, 5, 1)}
    data["contact_email"] = "at-once@example.org"
    return receive_request(data=data, way=ReceivedBy.FORM, sending_key=key)


def test_a_request_sent_four_times_at_once_is_one_request_with_one_letter(world):
    key = uuid4()

    answers = at_once(lambda _number: receive(world, key))

    delegations, created = zip(*answers, strict=True)
    assert (len(set(delegations)), sorted(created)) == (1, [False, False, False, True])
    assert delegations[0].changes.count() == 1
    assert Letter.objects.filter(to="at-once@example.org").count() == 1


def test_requests_at_once_take_numbers_without_hole_or_double(world):
    before = Delegation.objects.filter(reference__startswith=f"D-{YEAR}-").count()

    at_once(lambda _number: receive(world, uuid4()))

    taken = Delegation.objects.filter(reference__startswith=f"D-{YEAR}-").order_by("reference")
    assert [one.reference for one in taken] == [f"D-{YEAR}-{n:03d}" for n in range(1, before + TOGETHER + 1)]


def test_of_planners_of_overlapping_stops_at_once_one_wins(world):
    def plan(number):
        hours = {
            "starts_at": datetime(2027, 6, 8, 8, number, tzinfo=UTC),
            "ends_at": datetime(2027, 6, 8, 10, tzinfo=UTC),
        }
        return plan_stop(delegation=world["visit"], title=f"Étape {number}", by=world["officer"], **hours)

    answers = at_once(plan)

    assert len(refusals(answers)) == TOGETHER - 1
    assert {refusal.messages[0][:40] for refusal in refusals(answers)} == {"La délégation est déjà attendue à « Étap"}
    assert Stop.objects.filter(delegation=world["visit"], starts_at__date=date(2027, 6, 8)).count() == 1


def test_of_a_stop_and_a_shorter_visit_at_once_one_wins(world):
    def act(number):
        if number % 2:
            days = {"first_day": date(2027, 6, 7), "last_day": date(2027, 6, 9)}
            return date_visit(delegation=world["visit"], by=world["officer"], **days)
        hour = {"starts_at": datetime(2027, 6, 11, 8, tzinfo=UTC), "ends_at": datetime(2027, 6, 11, 9, tzinfo=UTC)}
        return plan_stop(delegation=world["visit"], title="Dernier jour", by=world["officer"], **hour)

    answers = at_once(act, 2)

    visit = Delegation.objects.get(pk=world["visit"].pk)
    late = visit.stops.filter(starts_at__date=date(2027, 6, 11)).exists()
    assert len(refusals(answers)) == 1
    assert (visit.last_day, late) in {(date(2027, 6, 9), False), (date(2027, 6, 11), True)}


def test_the_same_answer_sent_at_once_is_kept_once(world):
    values = {"approach": world["approach"], "answer": Answer.ACCEPTED, "by": world["officer"]}

    at_once(lambda _number: answer_approach(**values))

    assert world["approach"].answers.count() == 1


def test_the_same_words_sent_at_once_from_two_pages_are_one_request(world):
    said = {**FILLED, "size": 12, "wished": None, "dates_flexible": None, "contact_email": "at-once@example.org"}
    data = {**said, "themes": [], "group": world["group"], "received_on": date(YEAR, 5, 2)}

    answers = at_once(lambda _number: send_request(data=data, sending_key=uuid4()))

    assert sorted(is_new for _delegation, is_new in answers) == [False] * (TOGETHER - 1) + [True]
    assert len({delegation.pk for delegation, _is_new in answers}) == 1
