"""What two connections must see is written for good, so these tests remove what they wrote."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from directory.models import Organisation
from directory.services import ensure_authority
from tests.factories import TerritoryFactory
from tests.histories import written_for_good

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")  # made before the transaction of the test, so that other connections see it
def tours(django_db_setup, django_db_blocker):
    with written_for_good(django_db_blocker):
        territory = TerritoryFactory(name="Tours")
        yield territory
        Organisation.objects.filter(territory=territory).delete()
        territory.delete()


def test_people_at_once_get_the_same_authority(tours):
    def ensure(_):
        try:
            return ensure_authority(territory=tours).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(ensure, range(8)))

    assert found == {Organisation.objects.get(territory=tours).pk}
