"""Two who merge at once: connections of their own, which see what the others wrote for good."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from cufportal.merging.kinds import KINDS
from directory.merging.writing import merge_records
from directory.models import Organisation
from tests.factories import OrganisationFactory, UserFactory

pytestmark = pytest.mark.usefixtures("kept_rows", "django_db_serialized_rollback", "transactional_db")


def test_of_two_who_merge_the_same_pair_each_its_own_way_one_does_and_the_other_is_told():
    one, other = (OrganisationFactory(name=name, kind="other", territory=None) for name in ("Les Amis", "Amis"))
    by = UserFactory()

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
