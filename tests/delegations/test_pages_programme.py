from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from delegations.models import Stop
from tests.delegations.factories import DelegationFactory, StopFactory
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

DATA = {
    "title": "Visite du musée",
    "day": "2027-06-08",
    "starts": "10:00",
    "ends": "12:00",
    "time_zone": "Europe/Paris",
    "interpreter": "unknown",
    "state": "planned",
}


def url_of(name, delegation, *parts):
    return reverse(f"delegations:{name}", args=[delegation.pk, *(part.pk for part in parts)])


def errors_of(response):
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


@pytest.fixture
def visit(group):
    return DelegationFactory(group=group, state="scheduled", audience="group", dated=True)


def test_a_visit_gets_its_two_days_or_none(as_role):
    delegation = DelegationFactory(shared=True)
    client, url = as_role("secretariat"), url_of("visit_date", delegation)

    client.post(url, {"first_day": "2027-06-07", "last_day": "2027-06-11"})
    delegation.refresh_from_db()
    dated = delegation.first_day, delegation.last_day
    client.post(url, {})
    delegation.refresh_from_db()

    assert dated == (date(2027, 6, 7), date(2027, 6, 11))
    assert (delegation.first_day, delegation.last_day) == (None, None)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({"first_day": "2027-06-07"}, "Une visite a un premier et un dernier jour : indiquez les deux."),
        ({"first_day": "2027-06-07", "last_day": "2027-06-06"}, "Le dernier jour précède le premier."),
    ],
)
def test_days_that_make_no_visit_are_refused_at_their_field(as_role, days, sentence):
    response = as_role("officer").post(url_of("visit_date", DelegationFactory()), days)

    assert errors_of(response) == {"last_day": [sentence]}


def test_days_that_would_leave_a_stop_outside_are_refused_and_name_it(as_role, visit):
    StopFactory(delegation=visit, title="Musée", starts_at=datetime(2027, 6, 7, 8, tzinfo=UTC))

    response = as_role("officer").post(
        url_of("visit_date", visit), {"first_day": "2027-06-08", "last_day": "2027-06-11"}
    )

    sentence = "Ces étapes tomberaient hors de la visite, déplacez-les ou annulez-les d’abord : Musée (07/06/2027)."
    assert errors_of(response) == {"__all__": [sentence]}


def test_the_hours_of_a_stop_are_those_of_its_place(as_role, visit):
    as_role("secretariat").post(url_of("stop_add", visit), DATA | {"time_zone": "Asia/Shanghai"})

    stop = visit.stops.get()
    assert (stop.starts_at, stop.ends_at) == (
        datetime(2027, 6, 8, 2, tzinfo=UTC),
        datetime(2027, 6, 8, 4, tzinfo=UTC),
    )


def test_a_stop_may_end_at_midnight(as_role, visit):
    as_role("officer").post(url_of("stop_add", visit), DATA | {"day": "2027-06-11", "starts": "22:00", "ends": "00:00"})

    assert visit.stops.get().ends_at == datetime(2027, 6, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"ends": "09:00"}, "ends", "Une étape finit après avoir commencé."),
        ({"starts": "25:00"}, "starts", "Saisissez une heure valide."),
        ({"day": "2027-06-20"}, "starts", "L’étape du 20 juin 2027 tombe hors de la visite (du 7 au 11 juin 2027)."),
        (
            {"day": "9999-12-31", "starts": "22:00", "ends": "00:00"},
            "day",
            "Une date doit tomber entre l’an 1000 et l’an 9998 : corrigez l’année.",
        ),
        ({"title": ""}, "title", "Ce champ est obligatoire."),
        ({"time_zone": "Lune"}, "time_zone", "Sélectionnez un choix valide. Lune n’en fait pas partie."),
    ],
)
def test_a_stop_that_cannot_be_is_refused_at_the_right_field(as_role, visit, changes, field, sentence):
    response = as_role("officer").post(url_of("stop_add", visit), DATA | changes)

    assert errors_of(response) == {field: [sentence]}
    assert visit.stops.count() == 0


def test_an_hour_that_summer_time_skips_is_refused(as_role, group):
    visit = DelegationFactory(state="scheduled", first_day=date(2027, 3, 27), last_day=date(2027, 3, 29), group=group)
    hours = {"day": "2027-03-28", "starts": "02:30", "ends": "04:00"}

    response = as_role("officer").post(url_of("stop_add", visit), DATA | hours)

    sentence = "À Paris, 02:30 n’existe pas ce jour-là : on passe à l’heure d’été. Donnez une autre heure."
    assert errors_of(response) == {"starts": [sentence]}


def test_a_stop_at_the_hour_of_another_is_refused_and_names_it(as_role, visit):
    client, url = as_role("officer"), url_of("stop_add", visit)
    client.post(url, DATA | {"title": "Mairie"})

    response = client.post(url, DATA | {"starts": "11:00", "ends": "13:00"})

    sentence = "La délégation est déjà attendue à « Mairie », de 10h00 à 12h00, le 8 juin 2027."
    assert errors_of(response) == {"starts": [sentence]}


def test_a_stop_is_shown_as_it_stands_and_changed(as_role, visit):
    host = OrganisationFactory()
    stop = StopFactory(
        delegation=visit,
        host=host,
        starts_at=datetime(2027, 6, 8, 8, tzinfo=UTC),
        ends_at=datetime(2027, 6, 8, 9, 30, tzinfo=UTC),
    )
    client, url = as_role("officer"), url_of("stop_edit", visit, stop)
    shown = client.get(url).context["form"].initial

    client.post(url, DATA | {"title": "Mairie", "host": host.name, "starts": "09:00", "state": "confirmed"})

    stop.refresh_from_db()
    assert [str(shown[name]) for name in ("day", "starts", "ends", "host")] == [
        "2027-06-08",
        "10:00:00",
        "11:30:00",
        host.name,
    ]
    assert (stop.title, stop.state, stop.starts_at) == ("Mairie", "confirmed", datetime(2027, 6, 8, 7, tzinfo=UTC))


def test_a_stop_that_is_cancelled_says_why_and_leaves_its_hours(as_role, visit):
    client = as_role("officer")
    client.post(url_of("stop_add", visit), DATA)
    stop = visit.stops.get()

    unsaid = client.post(url_of("stop_cancel", visit, stop), {"reason": ""})
    client.post(url_of("stop_cancel", visit, stop), {"reason": "Pluie"})
    again = client.post(url_of("stop_add", visit), DATA)

    stop.refresh_from_db()
    assert errors_of(unsaid) == {"reason": ["Ce champ est obligatoire."]}
    assert (stop.state, stop.cancelled_why, again.status_code) == ("cancelled", "Pluie", 302)


def test_the_stop_of_another_delegation_is_not_found(as_role, visit):
    assert as_role("officer").get(url_of("stop_edit", visit, StopFactory())).status_code == 404


@pytest.mark.parametrize("name", ["stop_add", "visit_date"])
@pytest.mark.parametrize(("role", "status"), [("visitor", 302), ("member", 403), ("partner", 404), ("referent", 403)])
def test_only_staff_write_the_programme(as_role, visit, name, role, status):
    assert as_role(role).post(url_of(name, visit), DATA).status_code == status
    assert Stop.objects.count() == 0


def test_a_visit_of_the_year_9999_is_refused_at_its_field_with_stops_or_without(as_role, visit):
    StopFactory(delegation=visit)
    url = url_of("visit_date", visit)

    response = as_role("secretariat").post(url, {"first_day": "2027-06-07", "last_day": "9999-12-31"})

    assert errors_of(response) == {
        "last_day": ["Une date doit tomber entre l’an 1000 et l’an 9998 : corrigez l’année."]
    }
