"""The list of those who come: for staff, on the screen and as a file."""

import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from events.models import Seat
from events.services import cancel_seat
from tests.factories import OrganisationFactory, PersonFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db


def address(event):
    return reverse("events:attendee_list", args=[event.pk])


def file_of(event, format="csv"):
    return reverse("events:attendee_export", args=[event.pk, format])


def rows_of(response):
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))


def listed(client, event, **query):
    return [str(seat.registration.person) for seat in client.get(address(event), query).context["seats"]]


@pytest.fixture
def people(event, enter, as_role):
    """Two at the first session, of whom one waits; one gave back; one at the second session."""
    first = SessionFactory(event=event, title="Eau", capacity=1)
    second = SessionFactory(event=event, title="Forêt")
    tours = OrganisationFactory(name="Ville de Tours")
    gone = enter(first, person=PersonFactory(first_name="Gaël", last_name="Parti"))
    cancel_seat(seat=gone, by=None)
    for name, session, organisation in (("Ève", first, tours), ("Zoé", first, None), ("Max", second, tours)):
        enter(session, organisation, PersonFactory(first_name=name, last_name="=Dupont"))
    return first, second, tours


@pytest.mark.parametrize(
    ("role", "status"), [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403), ("secretariat", 200)]
)
@pytest.mark.parametrize("page", [address, file_of])
def test_the_names_are_for_staff(as_role, event, people, page, role, status):
    assert as_role(role).get(page(event)).status_code == status


def test_the_people_stand_by_session_those_who_wait_after_those_who_come(as_role, event, people):
    assert listed(as_role("secretariat"), event) == ["Ève =Dupont", "Zoé =Dupont", "Max =Dupont"]


def test_the_filters_narrow_the_list_and_the_file_alike(as_role, event, people):
    first, second, tours = people
    client = as_role("officer")
    queries = {
        "session": ({"session": second.pk}, ["Max"]),
        "organisation": ({"organisation": tours.pk}, ["Ève", "Max"]),
        "state": ({"state": "waiting"}, ["Zoé"]),
        "cancelled": ({"state": "cancelled"}, ["Gaël"]),
        "all": ({"state": "toutes", "session": first.pk}, ["Gaël", "Ève", "Zoé"]),
        "name": ({"q": "eve"}, ["Ève"]),
    }

    shown = {name: [who.split()[0] for who in listed(client, event, **query)] for name, (query, _) in queries.items()}
    filed = {
        name: [row["Prénom"] for row in rows_of(client.get(file_of(event), query))]
        for name, (query, _) in queries.items()
    }

    expected = {name: sorted(found) for name, (_, found) in queries.items()}
    assert {name: sorted(found) for name, found in shown.items()} == expected
    assert {name: sorted(found) for name, found in filed.items()} == expected


def test_the_file_says_in_words_who_comes_to_what_for_whom(as_role, event, people):
    row = rows_of(as_role("secretariat").get(file_of(event)))[0]

    assert {name: row[name] for name in ("Temps", "Début", "Heure de", "Nom", "Prénom", "Organisme", "État")} == {
        "Temps": "Eau",
        "Début": "13/12/2027 10:00",
        "Heure de": "Paris",
        "Nom": "'=Dupont",
        "Prénom": "Ève",
        "Organisme": "Ville de Tours",
        "État": "place confirmée",
    }


def test_the_workbook_opens_says_the_same_and_holds_no_formula(as_role, event, people):
    client = as_role("secretariat")

    response = client.get(file_of(event, "xlsx"))

    sheet = load_workbook(BytesIO(response.content)).active
    names = [row[5] for row in sheet.iter_rows(values_only=True)]
    assert names == ["Prénom", *(row["Prénom"] for row in rows_of(client.get(file_of(event))))]
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n", "d"}
    assert 'filename="assises-inscrits.xlsx"' in response.headers["Content-Disposition"]


def test_another_format_does_not_exist(as_role, event):
    assert as_role("secretariat").get(file_of(event, "ods")).status_code == 404


def test_a_filter_that_is_not_understood_leaves_nobody_out_of_the_file(as_role, event, people):
    assert len(rows_of(as_role("secretariat").get(file_of(event), {"session": "x"}))) == 3


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_and_the_file_run_a_fixed_number_of_queries(event, as_role, count, django_assert_num_queries):
    session = SessionFactory(event=event)
    for made in RegistrationFactory.create_batch(count, event=event):
        Seat.objects.create(
            registration=made, session=session, state="confirmed", person=made.person, during=session.during
        )
    client = as_role("secretariat")
    client.get(address(event))

    with django_assert_num_queries(9):
        response = client.get(address(event))
    with django_assert_num_queries(7):
        client.get(file_of(event))

    assert response.context["paginator"].count == count
