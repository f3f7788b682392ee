"""What looks like one record entered twice is suggested, until somebody says that it is two."""

from hashlib import sha256

import pytest
from django.urls import reverse

from directory.duplicates import Why, similar_organisations, similar_territories
from directory.merging.apart import say_apart
from directory.models import NotDuplicates, OrganisationName
from partnerships.duplicates import similar_partnerships
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def pairs(found):
    return [({pair.first, pair.second}, pair.why) for pair in found]


def agency(name, **values):
    return OrganisationFactory(**{"territory": None, "kind": "agency", "name": name, **values})


def test_names_that_differ_by_accents_and_hyphens_are_one_name():
    one, two = agency("Saint-Étienne Tourisme"), agency("saint etienne tourisme")
    agency("Lyon Tourisme")

    assert pairs(similar_organisations()) == [({one, two}, Why.NAME)]


def test_another_name_of_an_organisation_counts_as_its_name():
    one, two = agency("Agence française de développement"), agency("AFD")
    OrganisationName.objects.create(organisation=one, text="A.F.D.")

    assert pairs(similar_organisations()) == []
    OrganisationName.objects.create(organisation=one, text="afd")
    assert pairs(similar_organisations()) == [({one, two}, Why.NAME)]


def test_names_spelt_nearly_alike_are_suggested():
    one, two = agency("Université de Wuhan"), agency("Universite de Wuhang")

    assert pairs(similar_organisations()) == [({one, two}, Why.NEAR)]


def test_organisations_of_the_two_sides_are_not_suggested():
    place = TerritoryFactory(chinese=True)
    agency("Office du tourisme", territory=TerritoryFactory())
    agency("Office du tourisme", territory=place)

    assert similar_organisations() == []


def test_two_authorities_of_the_reference_data_are_not_suggested():
    for _ in range(2):
        OrganisationFactory(name="Commune de Sainte-Colombe", territory__dataset="france")

    assert similar_organisations() == []


def test_a_territory_added_by_hand_under_another_name_of_a_known_one_is_suggested():
    known = TerritoryFactory(chinese=True, name="Nanjing", dataset="china")
    TerritoryNameFactory(territory=known, text="Nankin")
    added = TerritoryFactory(chinese=True, name="Nankin")
    TerritoryFactory(name="Nankin")  # of another country

    assert pairs(similar_territories()) == [({known, added}, Why.NAME)]


def test_a_place_is_not_suggested_with_what_it_lies_in():
    above = TerritoryFactory(name="Paris", level=2)
    TerritoryFactory(name="Paris", parent=above)

    assert similar_territories() == []


def test_one_code_at_two_times_suggests_one_territory():
    one, two = (TerritoryFactory(name=name) for name in ("Alba", "Zutphen"))
    TerritoryCodeFactory(territory=one, code="37261", valid="[2000-01-01,2010-01-01)")
    TerritoryCodeFactory(territory=two, code="37261", valid="[2010-01-01,)")

    assert pairs(similar_territories()) == [({one, two}, Why.CODE)]


def test_two_partnerships_with_one_partner_in_one_group_are_suggested_when_the_other_sides_look_alike():
    pair = PartnershipFactory(french_side__name="Ville de Tours")
    twin = PartnershipFactory(french_side__name="Ville de Tour", foreign_side=pair.foreign_side)
    PartnershipFactory(french_side__name="Région Occitanie", foreign_side=pair.foreign_side)

    assert pairs(similar_partnerships()) == [({pair, twin}, Why.NEAR)]


def test_of_one_record_only_its_own_pairs_are_found():
    one, two = agency("Université de Wuhan"), agency("Université de Wuhan")
    agency("Office de tourisme"), agency("Office de tourisme")

    assert pairs(similar_organisations(one.pk)) == [({one, two}, Why.NAME)]


def test_what_was_said_to_be_two_is_suggested_no_more(as_role):
    one, two = agency("Université de Wuhan"), agency("Université de Wuhan")
    client = as_role("officer")
    page = reverse("cufportal:duplicate_list", args=["organisation"])
    assert len(client.get(page).context["pairs"]) == 1

    for first, second in ((two, one), (one, two)):
        client.post(reverse("cufportal:say_two", args=["organisation", first.pk, second.pk]))

    noted = NotDuplicates.objects.get()
    assert (noted.first_number, noted.second_number, noted.said_by) == (one.pk, two.pk, client.user)
    assert client.get(page).context["pairs"] == []


def test_a_record_is_not_two_by_itself(as_role):
    one = agency("Université de Wuhan")

    as_role("officer").post(reverse("cufportal:say_two", args=["organisation", one.pk, one.pk]))

    assert not NotDuplicates.objects.exists()


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_runs_a_fixed_number_of_queries(as_role, count, django_assert_num_queries):
    for rank in range(count):
        name = sha256(f"{rank}".encode()).hexdigest()[:20]  # like nothing but itself
        for _ in range(2):
            agency(name)
    say_apart(first=agency("Un"), second=agency("Deux"), by=UserFactory())
    client = as_role("officer")

    with django_assert_num_queries(9):
        page = client.get(reverse("cufportal:duplicate_list", args=["organisation"]))

    assert len(page.context["pairs"]) == min(page.context["page_obj"].paginator.count, 25) > 0
