"""What the database writes of an organisation for the lists that sort and count by it."""

import pytest

from directory.enums import OrganisationKind, TerritoryKind
from directory.models import Territory
from tests.factories import OrganisationFactory, TerritoryFactory

pytestmark = pytest.mark.django_db

NAMES = ("listed_key", "listed_kind", "listed_country", "listed_level", "listed_top", "listed_second")


def listed(organisation):
    organisation.refresh_from_db()
    return [getattr(organisation, name) for name in NAMES]


def test_an_authority_is_listed_by_its_territory_and_another_body_by_its_name():
    region = TerritoryFactory(kind=TerritoryKind.REGION, level=1)
    department = TerritoryFactory(kind=TerritoryKind.DEPARTMENT, level=2, parent=region)
    place = {"territory": TerritoryFactory(name="Évreux", parent=department)}
    town = OrganisationFactory(**place)
    school = OrganisationFactory(**place, kind=OrganisationKind.UNIVERSITY, name="École")
    company = OrganisationFactory(territory=None, kind=OrganisationKind.COMPANY, name="Vins")

    assert listed(town) == ["evreux", "commune", "FR", 4, region.pk, department.pk]
    assert listed(school) == ["ecole", "university", "FR", 4, region.pk, department.pk]
    assert listed(company) == ["vins", "company", "", None, None, None]


def test_what_changes_above_is_followed_however_it_is_written():
    region, other = TerritoryFactory.create_batch(2, kind=TerritoryKind.REGION, level=1)
    department = TerritoryFactory(kind=TerritoryKind.DEPARTMENT, level=2, parent=region)
    town = OrganisationFactory(territory__parent=department, territory__name="Tours")

    Territory.objects.filter(pk=department.pk).update(parent=other)
    Territory.objects.filter(pk=town.territory_id).update(name="Amboise")

    assert listed(town) == ["amboise", "commune", "FR", 4, other.pk, department.pk]
    assert town.versions.count() == 1  # what is written of it is no change of the record
