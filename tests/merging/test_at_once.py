"""What two connections must see is written for good, so these tests remove what they wrote."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from accounts.models import User
from cufportal.merging.kinds import KINDS
from directory.merging.writing import merge_records
from directory.models import Merge, Organisation, Person
from tests.factories import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")  # made before the transaction of the test, so that other connections see it
def twins(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        made = [OrganisationFactory(name=name, kind="other", territory=None) for name in ("Les Amis", "Amis")]
        by = UserFactory()
        yield (*made, by)
        Merge.objects.filter(merged_by=by).delete()
        Organisation.objects.filter(pk__in=[one.pk for one in made]).delete()
        User.objects.filter(pk=by.pk).delete()
        Person.objects.filter(pk=by.person_id).delete()


def test_of_two_who_merge_the_same_pair_each_its_own_way_one_does_and_the_other_is_told(twins):
    one, other, by = twins

    def merge(pair):
        try:
            return merge_records(kept=pair[0], absorbed=pair[1], kinds=KINDS, reason="Deux fois", by=by).pk
        except ValidationError as error:
            return error.code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(merge, [(one, other), (other, one)] * 2))

    assert found.count("gone") == 3
    assert Organisation.objects.filter(pk__in=[one.pk, other.pk]).count() == 1
