"""Whoever asked for a visit without an account asks by their link to be erased."""

import pytest

from accounts.models import Erasure
from delegations.links import follow_path
from tests.delegations.factories import DelegationFactory

pytestmark = pytest.mark.django_db


def test_the_link_of_a_request_asks_for_its_erasure_once(client, group):
    delegation = DelegationFactory(group=group, contact_email="zm@example.org")

    answers = [client.post(f"{follow_path(delegation)}effacer/") for _ in range(2)]

    erasure = Erasure.objects.get()
    assert [answer.status_code for answer in answers] == [303, 303]
    assert (erasure.record, erasure.asked_by, erasure.state) == (delegation, None, "asked")


def test_a_forged_link_asks_for_nothing(client):
    assert client.post("/delegations/suivi/WzEsMV0.1xVh1O.cut/effacer/").status_code == 404
    assert not Erasure.objects.exists()


def test_the_page_asks_before(client, group):
    delegation = DelegationFactory(group=group)

    assert client.get(f"{follow_path(delegation)}effacer/").status_code == 405
    assert f"{follow_path(delegation)}effacer/" in client.get(follow_path(delegation)).text
