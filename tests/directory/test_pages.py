from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from directory.enums import AffiliationKind, CodeSystem, MandateRole, OrganisationKind
from directory.models import GroupMandate, Organisation, OrganisationName
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    TerritoryNameFactory,
)

pytestmark = pytest.mark.django_db

ANNUAIRE = reverse("directory:organisation_list")
TERRITORIES = reverse("directory:territory_list")
GROUPS = reverse("directory:group_list")


def names(response, key):
    return [str(row) for row in response.context[key]]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_directory_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    CountryGroupFactory()
    OrganisationFactory.create_batch(count)

    with django_assert_num_queries(4):  # countries, groups, count, page
        response = client.get(ANNUAIRE)

    assert len(response.context["organisations"]) == min(count, 25)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_territories_run_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    department = TerritoryFactory(level=2, name="Essonne")
    TerritoryFactory.create_batch(count - 1, parent=department)

    with django_assert_num_queries(5):  # countries, kinds, what lies above, count, page
        response = client.get(TERRITORIES)

    assert len(response.context["territories"]) == min(count, 25)


def test_each_filter_narrows_the_directory(client):
    group = CountryGroupFactory()
    tours = OrganisationFactory(territory=TerritoryFactory(name="Tours"))
    wuhan = OrganisationFactory(foreign=True, name="Wuhan")
    agency = Organisation.objects.create(kind=OrganisationKind.AGENCY, name="Agence")
    GroupMembershipFactory(group=group, organisation=tours)
    GroupMembershipFactory(group=group, organisation=agency, period=DateRange(None, date(2020, 1, 1)))
    queries = {
        "": ["Agence", "Ville de Tours", "Wuhan"],
        "?kind=agency": ["Agence"],
        "?country=CN": [wuhan.name],
        "?country=FR": [tours.name],
        "?group=chine": [tours.name],
        "?q=tours": [tours.name],
        "?q=tours&country=CN": [],
        "?kind=inconnu": ["Agence", "Ville de Tours", "Wuhan"],
    }

    found = {query: names(client.get(ANNUAIRE + query), "organisations") for query in queries}

    assert found == queries


def test_an_unknown_filter_value_is_said_and_not_applied(client):
    response = client.get(ANNUAIRE + "?kind=inconnu")

    assert response.context["filter"].problems == ["« inconnu » ne figure pas dans ce filtre : il n’est pas appliqué."]


def test_a_pill_removes_its_filter_and_keeps_the_others(client):
    OrganisationFactory(territory=TerritoryFactory(name="Tours"))

    response = client.get(ANNUAIRE + "?q=tours&country=FR&page=1")

    assert response.context["filter"].applied == [
        {"label": "« tours »", "remove_url": "?country=FR"},
        {"label": "Pays : France", "remove_url": "?q=tours"},
    ]


def test_htmx_gets_the_results_alone(client):
    OrganisationFactory(name="Ville de Tours")

    page = client.get(ANNUAIRE)
    fragment = client.get(ANNUAIRE, headers={"HX-Request": "true"})

    assert (page.content.count(b"<main"), fragment.content.count(b"<main")) == (1, 0)
    assert fragment.content.count(b"Ville de Tours") == 1
    assert fragment["Vary"].split(", ")[:2] == ["HX-Request", "HX-History-Restore-Request"]


def test_a_page_of_the_list_too_far_is_said_to_be_missing(client):
    OrganisationFactory()

    response = client.get(ANNUAIRE + "?page=99")

    assert response.status_code == 404
    assert response.content.decode().count("Cette page de la liste n’existe pas") == 1


def test_each_filter_narrows_the_territories(client):
    essonne = TerritoryFactory(name="Essonne", kind="departement", level=2)
    village = TerritoryFactory(name="Mauchamps", parent=essonne)
    TerritoryCodeFactory(territory=village, code="91378")
    TerritoryNameFactory(territory=essonne, text="埃松省")
    TerritoryFactory(chinese=True, name="Wuhan")
    queries = {
        "": ["Essonne", "Mauchamps", "Wuhan"],
        "?q=埃松": ["Essonne"],
        "?code=91378": ["Mauchamps"],
        "?country=CN": ["Wuhan"],
        "?kind=departement": ["Essonne"],
        f"?within={essonne.pk}": ["Mauchamps"],
    }

    found = {query: names(client.get(TERRITORIES + query), "territories") for query in queries}

    assert found == queries


def test_a_territory_shows_where_it_lies_and_what_it_was(client):
    successor = TerritoryFactory(level=1, name="Occitanie")
    former = TerritoryFactory(
        level=1, name="Midi-Pyrénées", valid=DateRange(None, date(2016, 1, 1)), successor=successor
    )
    TerritoryCodeFactory(
        territory=former, system=CodeSystem.INSEE_REGION, code="73", valid=DateRange(None, date(2016, 1, 1))
    )

    before = client.get(former.get_absolute_url()).content.decode()
    after = client.get(successor.get_absolute_url())

    assert before.count("jusqu’au 31 décembre 2015") == 2  # the territory and its code
    assert before.count(f'href="{successor.get_absolute_url()}"') == 1
    assert names(after, "predecessors") == ["Midi-Pyrénées"]


FUNCTIONS_SEEN = {"visitor": ["Élue"], "member": ["Élue", "Technicien"], "partner": ["Élue", "Technicien"]}


@pytest.mark.parametrize("role", FUNCTIONS_SEEN)
def test_a_visitor_sees_elected_functions_only(as_role, role):
    organisation = OrganisationFactory()
    AffiliationFactory(organisation=organisation, kind=AffiliationKind.ELECTED, function="Élue")
    AffiliationFactory(organisation=organisation, kind=AffiliationKind.TECHNICAL, function="Technicien")
    client = as_role(role)

    response = client.get(organisation.get_absolute_url())

    assert [row.function for row in response.context["functions"]] == FUNCTIONS_SEEN[role]


ADDRESSES_SEEN = {"visitor": 0, "member": 0, "referent": 0, "partner": 0, "secretariat": 1, "officer": 1}


@pytest.mark.parametrize("role", ADDRESSES_SEEN)
def test_the_address_of_a_person_is_for_staff(as_role, role):
    organisation = OrganisationFactory()
    person = PersonFactory(email="claude.martin@example.org")
    AffiliationFactory(organisation=organisation, kind=AffiliationKind.ELECTED, person=person)
    client = as_role(role)

    response = client.get(organisation.get_absolute_url())

    assert response.content.count(b"mailto:claude.martin@example.org") == ADDRESSES_SEEN[role]


def test_a_function_that_is_over_stands_among_the_former_ones(client):
    organisation = OrganisationFactory()
    AffiliationFactory(
        organisation=organisation,
        kind=AffiliationKind.ELECTED,
        function="Maire",
        until=DateRange(date(2020, 3, 1), date(2020, 4, 1)),
    )

    response = client.get(organisation.get_absolute_url())

    assert list(response.context["functions"]) == []
    assert [row.function for row in response.context["past_functions"]] == ["Maire"]


def test_an_organisation_shows_its_names_over_time(client):
    ministry = Organisation.objects.create(kind=OrganisationKind.MINISTRY, name="MEAE")
    OrganisationName.objects.create(
        organisation=ministry, text="MAEDI", kind="former", valid=DateRange(date(2014, 4, 1), date(2017, 5, 17))
    )

    response = client.get(ministry.get_absolute_url())

    assert response.content.decode().count("du 1 avril 2014 au 16 mai 2017") == 1


def test_mandates_of_people_who_are_not_elected_are_for_members(client, as_role):
    group = CountryGroupFactory()
    chair, officer = PersonFactory(last_name="Élue"), PersonFactory(last_name="Chargé")
    AffiliationFactory(person=chair, kind=AffiliationKind.ELECTED)
    GroupMandate.objects.create(group=group, person=chair, role=MandateRole.CHAIR)
    GroupMandate.objects.create(group=group, person=officer, role=MandateRole.OFFICER)

    public = client.get(group.get_absolute_url()).context["mandates"]
    for_members = as_role("member").get(group.get_absolute_url()).context["mandates"]

    assert ([row.person for row in public], [row.person for row in for_members]) == ([chair], [chair, officer])


def test_the_list_of_groups_counts_the_members_of_today(client):
    group = CountryGroupFactory()
    GroupMembershipFactory(group=group)
    GroupMembershipFactory(group=group, period=DateRange(None, date(2020, 1, 1)))

    response = client.get(GROUPS)

    assert [row.member_count for row in response.context["groups"]] == [1]


@pytest.mark.parametrize("address", [ANNUAIRE, TERRITORIES, GROUPS])
def test_an_empty_list_says_what_would_be_there(client, address):
    response = client.get(address)

    assert response.content.count(b'class="empty"') == 1


@pytest.mark.parametrize("address", ["/annuaire/999999/", "/territoires/999999/", "/groupes/rien/"])
def test_a_record_that_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


ODD = {
    f"{ANNUAIRE}?q=%00": 200,
    f"{ANNUAIRE}?kind=%00": 200,
    f"{ANNUAIRE}?q={'a' * 300}": 200,
    f"{ANNUAIRE}?page=abc": 404,
    f"{ANNUAIRE}99999999999999999999999/": 404,
    f"{TERRITORIES}?code=%00": 200,
    f"{TERRITORIES}?within=1;drop": 200,
}


@pytest.mark.parametrize("address", ODD)
def test_odd_addresses_are_answered_and_never_an_error(client, address):
    assert client.get(address).status_code == ODD[address]
