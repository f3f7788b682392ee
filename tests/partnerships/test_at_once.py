"""What two connections must see is written for good, so this test removes what it wrote."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from partnerships.models import Partnership
from partnerships.services import open_partnership
from tests.factories import CountryGroupFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")  # made before the transaction of the test, so that other connections see it
def pair(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        sides = {"french_side": OrganisationFactory(), "foreign_side": OrganisationFactory(foreign=True)}
        group = CountryGroupFactory(slug="at-once")
        yield {"group": group, **sides}
        Partnership.objects.filter(group=group).delete()
        for side in sides.values():
            side.delete()
            side.territory.delete()
        group.delete()


def test_people_who_open_the_same_pair_at_once_get_one_record(pair):
    def open_it(_):
        try:
            return open_partnership(**pair, by=None)[1]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        created = sorted(pool.map(open_it, range(8)))

    assert created == [False] * 7 + [True]
    assert Partnership.objects.filter(group=pair["group"]).count() == 1
