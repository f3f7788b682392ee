"""A territory entered under two spellings: one becomes another name of the other, and their authorities one."""

import pytest
from django.core.exceptions import ValidationError

from cufportal.merging.kinds import KINDS
from directory.lookups import territories_matching
from directory.merging.writing import merge_records
from directory.models import AbsorbedRecord, Organisation, Territory
from partnerships.models import Partnership
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def merged(kept, absorbed):
    return merge_records(kept=kept, absorbed=absorbed, kinds=KINDS, reason="Nankin est Nanjing", by=UserFactory())


@pytest.fixture
def nanjing(db):
    return TerritoryFactory(chinese=True, name="Nanjing", name_zh="南京", dataset="china")


@pytest.fixture
def nankin(db):
    return TerritoryFactory(chinese=True, name="Nankin", name_zh="南京市")


def test_the_other_spelling_becomes_a_name_of_the_territory_that_stays(nanjing, nankin):
    TerritoryNameFactory(territory=nankin, text="Nankin", kind="official")
    code = TerritoryCodeFactory(territory=nankin, system="gb2260", code="320100")

    merged(nanjing, nankin)

    assert list(territories_matching("Nankin")) == [nanjing]
    assert {(name.text, name.kind) for name in nanjing.names.all()} == {("Nankin", "alias"), ("南京市", "alias")}
    code.refresh_from_db()
    assert code.territory == nanjing


def test_their_authorities_and_the_partnerships_of_these_become_one(nanjing, nankin):
    ours, theirs = OrganisationFactory(territory=nanjing), OrganisationFactory(territory=nankin)
    pair = PartnershipFactory(foreign_side=ours)
    twin = PartnershipFactory(french_side=pair.french_side, foreign_side=theirs)

    merged(nanjing, nankin)

    assert list(Organisation.objects.filter(territory=nanjing)) == [ours]
    assert Partnership.objects.get() == pair
    absorbed = {(record.content_type.model, record.number) for record in AbsorbedRecord.objects.all()}
    assert absorbed == {("territory", nankin.pk), ("organisation", theirs.pk), ("partnership", twin.pk)}


def test_what_lies_in_it_and_who_is_listed_there_follow(nanjing, nankin):
    district = TerritoryFactory(chinese=True, level=3, parent=nankin)
    TerritoryFactory(chinese=True, level=1, name="Jiangsu")
    office = OrganisationFactory(territory=district)

    merged(nanjing, nankin)

    district.refresh_from_db()
    office.refresh_from_db()
    assert (district.parent, office.listed_second) == (nanjing, nanjing.pk)


@pytest.mark.parametrize(
    ("kept", "absorbed", "why"),
    [
        ({}, {"dataset": "china"}, "gardez-le"),
        ({"dataset": "china"}, {"dataset": "china"}, "deux territoires"),
        ({}, {"country": "VN"}, "du même pays"),
    ],
)
def test_two_entries_of_the_reference_data_or_of_two_countries_are_two(kept, absorbed, why):
    with pytest.raises(ValidationError, match=why):
        merged(TerritoryFactory(chinese=True, **kept), TerritoryFactory(chinese=True, **absorbed))


def test_a_place_is_not_what_it_lies_in(nanjing):
    inside = TerritoryFactory(chinese=True, parent=nanjing)

    for kept, absorbed in ((nanjing, inside), (inside, nanjing)):
        with pytest.raises(ValidationError, match="contient l’autre"):
            merged(kept, absorbed)

    assert Territory.objects.count() == 2
