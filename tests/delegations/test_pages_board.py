from datetime import date

import pytest
from django.urls import reverse

from delegations.board import SHOWN
from delegations.enums import DelegationState, Detail
from tests.delegations.factories import ApproachFactory, DelegationFactory

pytestmark = pytest.mark.django_db

URL = reverse("delegations:board")


def columns(client):
    return {column.state: column for column in client.get(URL).context["columns"]}


def names(column):
    return [card.sender.name for card in column.cards]


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 200), ("secretariat", 200), ("officer", 200)],
)
def test_staff_and_partners_open_the_board(as_role, role, status):
    assert as_role(role).get(URL).status_code == status


def test_each_open_state_has_its_column_and_what_has_ended_has_none(as_role):
    for state in DelegationState:
        DelegationFactory(state=state, dated=True, sender_name=state)
    DelegationFactory(suspect=True)

    found = {state: names(column) for state, column in columns(as_role("officer")).items()}

    ended = DelegationState.ended_ones()
    assert found == {state: [state] for state in DelegationState if state not in ended}


def test_what_presses_most_comes_first_in_its_column(as_role):
    ApproachFactory(delegation__state="approaching", delegation__sender_name="plus tard", deadline=date(2027, 1, 1))
    ApproachFactory(delegation__state="approaching", delegation__sender_name="bientôt", deadline=date(2026, 12, 1))

    assert names(columns(as_role("officer"))["approaching"]) == ["bientôt", "plus tard"]


def test_a_long_column_shows_its_first_cards_and_counts_them_all(as_role):
    DelegationFactory.create_batch(SHOWN + 3, state="qualified")
    client = as_role("officer")

    column = columns(client)["qualified"]

    assert (len(column.cards), column.count, column.is_cut) == (SHOWN, SHOWN + 3, True)
    assert "voir les 28" in client.get(URL).text


def test_a_partner_reads_on_the_board_what_they_may_read(as_role):
    delegation = DelegationFactory(
        state="approaching", audience="network", detail=Detail.EXISTENCE, sender_name="Bureau secret"
    )
    ApproachFactory(delegation=delegation, organisation__territory__name="Trifouillis")

    page = as_role("partner").get(URL).text

    assert [word in page for word in ("Bureau secret", "Trifouillis")] == [False, False]
    assert "1 collectivité sollicitée" in page


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_board_runs_a_fixed_number_of_queries(as_role, count, django_assert_num_queries):
    for number in range(count):
        state = ("received", "qualified", "approaching")[number % 3]
        ApproachFactory(delegation__state=state)
    client = as_role("officer")
    client.get(URL)

    with django_assert_num_queries(10):
        response = client.get(URL)

    assert sum(column.count for column in response.context["columns"]) == count
