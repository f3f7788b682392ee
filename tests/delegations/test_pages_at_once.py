"""What two connections must see is written for good, so this test removes what it wrote."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.delegations.factories import DelegationFactory
from tests.delegations.test_pages_programme import DATA
from tests.factories import CountryGroupFactory, UserFactory
from tests.histories import written_for_good

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")  # made before the transaction of the test, so that other connections see it
def world(django_db_setup, django_db_blocker):
    with written_for_good(django_db_blocker):
        group, user = CountryGroupFactory(slug="at-once"), UserFactory(is_superuser=True, is_staff=True)
        visit = DelegationFactory(reference="D-1999-001", group=group, state="scheduled", dated=True)
        yield visit, user
        Session.objects.all().delete()
        visit.delete()
        user.delete()
        user.person.delete()
        group.delete()


def test_of_two_stops_sent_at_once_for_the_same_hour_one_is_told(world):
    visit, user = world
    url, together = reverse("delegations:stop_add", args=[visit.pk]), Barrier(2)

    def send(title):
        try:
            client = Client()
            client.force_login(user)
            together.wait()
            response = client.post(url, DATA | {"title": title})
            return response.status_code, response.context and list(response.context["form"].errors)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(send, ["Mairie", "Musée"]), key=str)

    assert answers == [(302, None), (422, ["starts"])]
    assert visit.stops.count() == 1
