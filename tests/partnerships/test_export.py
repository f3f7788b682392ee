from datetime import date

import pytest
from django.urls import reverse

from partnerships.exports import organisations_of
from partnerships.models import Partnership
from partnerships.views import lists
from tests.core.test_spreadsheets import READ
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    ProjectFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def url(format):
    return reverse("partnerships:partnership_export", args=[format])


def content(response):
    return response.getvalue() if response.streaming else response.content


@pytest.fixture
def tours(group):
    centre = TerritoryFactory(kind="region", level=1, name="Centre-Val de Loire")
    town = TerritoryFactory(name="Tours", parent=centre)
    for system, code in (("insee_commune", "37261"), ("siren", "213702616")):
        TerritoryCodeFactory(territory=town, system=system, code=code)
    luoyang = TerritoryFactory(chinese=True, name="Luoyang", name_zh="洛阳市")
    TerritoryCodeFactory(territory=luoyang, system="gb2260", code="410300")
    made = PartnershipFactory(
        public=True,
        french_side=OrganisationFactory(territory=town),
        foreign_side=OrganisationFactory(territory=luoyang),
        title="=1+1",
        form_stated="twinning",
        confirmed_on=date(2026, 3, 1),
        confirmed_how="officer",
    )
    made.themes.add(ThemeFactory(name="Tourisme"))
    ProjectFactory.create_batch(2, partnership=made)
    return made


@pytest.mark.parametrize("format", READ)
def test_the_list_as_a_table_carries_the_codes_and_no_formula(client, tours, format):
    PartnershipFactory(public=True, status="dormant")
    PartnershipFactory()

    header, *rows = READ[format](content(client.get(url(format), {"status": "active", "view": "table", "page": "7"})))

    cells = dict(zip(header, rows[0], strict=True))
    assert len(rows) == 1
    assert [cells[name] for name in ("Côté français", "Région", "Code INSEE", "SIREN")] == [
        *("Tours", "Centre-Val de Loire", "37261", "213702616")
    ]
    assert [cells[name] for name in ("Côté étranger", "Nom chinois", "Code GB/T 2260", "Pays")] == [
        *("Luoyang", "洛阳市", "410300", "Chine")
    ]
    assert [cells[name] for name in ("Titre", "Forme", "État", "Thèmes")] == ["'=1+1", "jumelage", "actif", "Tourisme"]
    assert str(cells["Nombre de projets"]) == "2"


def test_a_workbook_that_would_be_too_large_says_so_and_leads_to_the_csv(client, tours, monkeypatch):
    monkeypatch.setattr(lists, "LARGEST_WORKBOOK", 0)

    response = client.get(url("xlsx"), {"q": "luoyang"})

    assert response.status_code == 422
    assert f'href="{url("csv")}?q=luoyang"' in response.text
    assert client.get(reverse("partnerships:partnership_list")).context["formats"] == ["csv"]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_table_takes_a_fixed_number_of_queries_beside_the_one_that_is_streamed(
    client, count, django_assert_num_queries
):
    PartnershipFactory.create_batch(count, public=True)
    client.get(url("csv"))

    with django_assert_num_queries(8):
        rows = READ["csv"](content(client.get(url("csv"))))

    assert len(rows) == count + 1


def test_the_sides_are_joined_and_not_looked_through_for_each_organisation():
    """The plan of two sets, either of which would do, took minutes of a million rows."""
    assert "SubPlan" not in organisations_of(Partnership.objects.all()).explain()


def test_there_is_no_other_format(client):
    assert client.get(url("pdf")).status_code == 404
