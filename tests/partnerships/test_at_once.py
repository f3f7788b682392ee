"""What two connections must see is written for good, so this test removes what it wrote."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from django.db import connection, transaction

from core.dates import FuzzyDate
from partnerships.enums import PartnershipForm
from partnerships.models import Agreement, Partnership
from partnerships.services import open_partnership
from tests.factories import AgreementFactory, CountryGroupFactory, OrganisationFactory
from tests.histories import written_for_good

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")  # made before the transaction of the test, so that other connections see it
def pair(django_db_setup, django_db_blocker):
    with written_for_good(django_db_blocker):
        sides = {"french_side": OrganisationFactory(), "foreign_side": OrganisationFactory(foreign=True)}
        group = CountryGroupFactory(slug="at-once")
        yield {"group": group, **sides}
        Agreement.objects.filter(partnership__group=group).delete()
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


def test_agreements_written_at_once_are_all_noted_of_their_pair(pair):
    """Who waits for the other's change sees it: the form noted is that of the last signed, whoever wrote last."""
    forms = list(PartnershipForm)[:6]

    def sign(year):
        try:
            with transaction.atomic():
                partnership, _created = open_partnership(**pair, by=None)
            with transaction.atomic():
                AgreementFactory(partnership=partnership, form=forms[year - 2001], signed=FuzzyDate.year(year))
                sleep(0.02)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(sign, [2006, 2001, 2005, 2002, 2004, 2003]))

    partnership = Partnership.objects.get(group=pair["group"])
    assert partnership.listed_form == forms[-1]
    assert partnership.listed_form_days is not None
