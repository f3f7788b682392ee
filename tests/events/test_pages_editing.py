"""What officers write of an event and of its sessions."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from core.dates import FuzzyDate
from core.models import Letter
from directory.models import Organisation
from events.models import Event, Session
from tests.factories import (
    CountryGroupFactory,
    EventFactory,
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
    SessionFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

ADD = reverse("events:event_add")
SPRING, AUTUMN = "2027-03-28T02:30", "2027-10-31T02:30"  # the clocks of Paris skip the one and show the other twice


def address(name, event, session=None):
    return reverse(f"events:{name}", args=[event.pk, session.pk] if session else [event.pk])


def place(name):
    territory = TerritoryFactory(name=name)
    TerritoryNameFactory(territory=territory, text=name)
    return territory


@pytest.fixture
def officer(as_role):
    return as_role("officer")


@pytest.fixture
def filled(group):
    return {
        "group": group.pk,
        "kind": "assises",
        "edition": "6",
        "title": "Assises de 2027",
        "first_day": "décembre 2027",
        "status": "tentative",
        "time_zone": "Asia/Shanghai",
        "audience": "network",
        "registration": "open",
        "registration_closes_at": "2027-12-01T18:00",
    }


def test_an_officer_adds_an_event_with_all_that_it_is_linked_to(officer, group, filled):
    toulouse, theme, pair = place("Toulouse"), ThemeFactory(), PartnershipFactory(group=group)
    cuf = OrganisationFactory(kind="association", territory=None, name="Cités Unies France")
    links = {"places": "Toulouse", "organisers": "Cités Unies France", "themes": [theme.pk], "partnerships": [pair.pk]}

    response = officer.post(ADD, filled | links)

    event = Event.objects.get()
    assert response.url == event.get_absolute_url()
    assert (event.first_day, event.last_day) == (FuzzyDate.month(2027, 12), None)
    assert event.registration_closes_at == datetime(2027, 12, 1, 10, tzinfo=UTC)  # six o’clock in China
    assert [announced.by for announced in event.announced_dates.all()] == [officer.user]
    linked = [list(getattr(event, name).all()) for name in links]
    assert linked == [[toulouse], [cuf], [theme], [pair]]


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"title": ""}, "title", "obligatoire"),
        ({"first_day": "un jour"}, "first_day", "un jour"),
        ({"last_day": "3 novembre 2027"}, "last_day", "ne précède pas"),
        ({"registration": "external"}, "registration_url", "adresse à laquelle on s’inscrit"),
        ({"registration_opens_at": "2027-12-02T09:00"}, "registration_closes_at", "après avoir ouvert"),
        ({"registration_opens_at": "demain"}, "registration_opens_at", "Écrivez le jour et l’heure ainsi"),
        ({"registration_opens_at": "0001-01-01T00:00"}, "registration_opens_at", "L’année va de"),
        (
            {"registration_opens_at": SPRING, "time_zone": "Europe/Paris"},
            "registration_opens_at",
            "n’existe pas ce jour-là",
        ),
        (
            {"registration_opens_at": AUTUMN, "time_zone": "Europe/Paris"},
            "registration_opens_at",
            "il est deux fois 02:30",
        ),
        ({"time_zone": "Mars/Phobos"}, "time_zone", "choix valide"),
        ({"places": "Nullepart"}, "places", "n’est pas dans l’annuaire"),
        ({"previous": "999999"}, "previous", "choix"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(officer, filled, values, field, words):
    response = officer.post(ADD, filled | values)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert words in response.context["form"].errors[field][0]
    assert Event.objects.count() == 0


def test_an_edition_is_recorded_once(officer, group, filled):
    EventFactory(group=group, kind="assises", edition=6)

    response = officer.post(ADD, filled)

    assert response.context["form"].non_field_errors() == ["Cette édition est déjà enregistrée dans ce groupe."]


def test_a_partnership_of_another_group_is_not_linked(officer, filled):
    pair = PartnershipFactory(group=CountryGroupFactory(slug="maroc", name="Maroc"))

    response = officer.post(ADD, filled | {"partnerships": [pair.pk]})

    assert "d’un autre groupe-pays" in response.context["form"].errors["partnerships"][0]


def test_a_refused_event_makes_no_organisation(officer, filled):
    place("Toulouse")

    officer.post(ADD, filled | {"organisers": "Toulouse", "title": ""})

    assert Organisation.objects.count() == 0


def test_what_is_shown_and_sent_again_changes_nothing(officer, filled):
    place("Toulouse")
    officer.post(ADD, filled | {"places": "Toulouse", "organisers": "Toulouse"})
    event = Event.objects.get()
    form = officer.get(address("event_edit", event)).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent |= {name: form[name].field.prepare_value(sent[name]) for name in ("places", "organisers")}
    sent["registration_closes_at"] = sent["registration_closes_at"].strftime("%Y-%m-%dT%H:%M")

    officer.post(address("event_edit", event), {name: value for name, value in sent.items() if value is not None})

    fields = ["title", "time_zone", "registration_closes_at", "audience", "first_day", "status"]
    again = Event.objects.get()
    assert [getattr(again, name) for name in fields] == [getattr(event, name) for name in fields]
    assert [list(again.places.all()), list(again.organisers.all())] == [
        list(event.places.all()),
        list(event.organisers.all()),
    ]


def test_new_dates_are_announced_with_their_reason_and_the_old_ones_stay(officer, event):
    url = address("event_dates", event)

    officer.post(url, {"first_day": "14/12/2027", "last_day": "15/12/2027", "reason": "La salle est prise"})

    event.refresh_from_db()
    assert event.day == FuzzyDate(date(2027, 12, 14), date(2027, 12, 15))
    assert [(kept.reason, kept.by) for kept in event.announced_dates.all()] == [("La salle est prise", officer.user)]


@pytest.mark.parametrize(
    ("first", "last", "field", "words"),
    [
        ("13/12/2027", "15/12/2027", "first_day", "déjà les dates"),
        ("15/12/2027", "", "first_day", "Atelier du premier jour"),
        ("15/12/2027", "13/12/2027", "last_day", "ne précède pas"),
        ("", "", "first_day", "obligatoire"),
    ],
)
def test_dates_that_cannot_be_are_refused_beside_their_field(officer, event, first, last, field, words):
    SessionFactory(event=event, title="Atelier du premier jour")

    response = officer.post(address("event_dates", event), {"first_day": first, "last_day": last})

    assert words in response.context["form"].errors[field][0]


def test_an_event_known_to_the_month_is_not_confirmed(officer, event):
    event.first_day, event.last_day = FuzzyDate.month(2027, 12), None
    event.save()

    response = officer.post(address("event_status", event), {"status": "confirmed"})

    assert response.context["form"].non_field_errors() == [
        "Pour confirmer l’événement, donnez d’abord ses jours exacts."
    ]


@pytest.mark.parametrize(("status", "told"), [("cancelled", 1), ("postponed", 1), ("confirmed", 0)])
def test_those_who_were_to_come_are_told_once_when_it_is_put_off_or_cancelled(officer, event, enter, status, told):
    person = PersonFactory(email="zoe@example.org")
    organisation = OrganisationFactory()
    for day in (13, 14):
        session = SessionFactory(event=event, starts_at=datetime(2027, 12, day, 9, tzinfo=UTC))
        enter(session, organisation, person)
    Letter.objects.all().delete()

    officer.post(address("event_status", event), {"status": status})

    event.refresh_from_db()
    assert event.status == status
    assert [letter.to for letter in Letter.objects.all()] == ["zoe@example.org"] * told


@pytest.fixture
def session_filled():
    return {
        "title": "Eau",
        "kind": "workshop",
        "starts_at": "2027-12-13T09:30",
        "ends_at": "2027-12-13T12:00",
        "time_zone": "Asia/Shanghai",
        "capacity": "40",
    }


def test_hours_are_those_of_the_zone_chosen(officer, event, session_filled):
    place("Kunming")

    response = officer.post(address("session_add", event), session_filled | {"place": "Kunming"})

    session = Session.objects.get()
    assert response.url == session.get_absolute_url()
    assert (session.starts_at, session.ends_at) == (
        datetime(2027, 12, 13, 1, 30, tzinfo=UTC),
        datetime(2027, 12, 13, 4, tzinfo=UTC),
    )
    assert (session.capacity, str(session.place)) == (40, "Kunming")


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"ends_at": "2027-12-13T09:30"}, "ends_at", "finit après avoir commencé"),
        ({"starts_at": "2027-12-12T09:30"}, "starts_at", "hors des dates de son événement"),
        ({"capacity": "-1"}, "capacity", "0"),
        ({"place": "Nullepart"}, "place", "n’est pas dans l’annuaire"),
    ],
)
def test_a_session_that_cannot_be_is_refused_beside_its_field(officer, event, session_filled, values, field, words):
    response = officer.post(address("session_add", event), session_filled | values)

    assert words in response.context["form"].errors[field][0]
    assert Session.objects.count() == 0


@pytest.mark.parametrize(("typed", "words"), [(SPRING, "n’existe pas"), (AUTUMN, "deux fois")])
def test_an_hour_that_no_clock_shows_or_that_it_shows_twice_is_refused(officer, group, session_filled, typed, words):
    event = EventFactory(group=group, first_day=FuzzyDate.year(2027), last_day=None)
    values = {"starts_at": typed, "ends_at": f"{typed[:11]}05:00", "time_zone": "Europe/Paris"}

    response = officer.post(address("session_add", event), session_filled | values)

    assert words in response.context["form"].errors["starts_at"][0]


def test_a_session_is_edited_without_its_hours_and_seats(officer, event):
    session = SessionFactory(event=event, capacity=5)

    officer.post(address("session_edit", event, session), {"title": "Forêt", "kind": "plenary", "capacity": "1"})

    session.refresh_from_db()
    assert (session.title, session.kind, session.capacity) == ("Forêt", "plenary", 5)


def test_a_session_is_moved_in_its_own_hours(officer, event):
    begins = datetime(2027, 12, 13, 1, tzinfo=UTC)
    hours = {"starts_at": begins, "ends_at": begins + timedelta(hours=1)}
    session = SessionFactory(event=event, time_zone="Asia/Shanghai", **hours)
    url = address("session_move", event, session)

    shown = officer.get(url).context["form"]["starts_at"].value()
    officer.post(url, {"starts_at": "2027-12-14T14:00", "ends_at": "2027-12-14T15:00"})

    session.refresh_from_db()
    assert shown.isoformat() == "2027-12-13T09:00:00"
    assert session.starts_at == datetime(2027, 12, 14, 6, tzinfo=UTC)


def test_moving_somebody_to_two_places_at_once_names_them(officer, event, enter):
    moved = SessionFactory(event=event)
    other = SessionFactory(event=event, starts_at=datetime(2027, 12, 14, 9, tzinfo=UTC))
    person, organisation = PersonFactory(first_name="Zoé", last_name="Dupont"), OrganisationFactory()
    enter(moved, organisation, person)
    enter(other, organisation, person)

    response = officer.post(
        address("session_move", event, moved), {"starts_at": "2027-12-14T10:30", "ends_at": "2027-12-14T11:30"}
    )

    assert "Zoé Dupont" in response.context["form"].non_field_errors()[0]


def test_the_secretariat_changes_the_room_and_is_told_whom_a_smaller_one_leaves_out(as_role, event, enter):
    session, client = SessionFactory(event=event, capacity=2), as_role("secretariat")
    for name in ("Ève", "Zoé"):
        enter(session, person=PersonFactory(first_name=name, last_name="Dupont"))
    url = address("session_capacity", event, session)

    refused = client.post(url, {"capacity": "1"})
    client.post(url, {"capacity": "3", "seats_per_organisation": "1"})

    session.refresh_from_db()
    assert "Zoé Dupont" in refused.context["form"].errors["capacity"][0]
    assert (session.capacity, session.seats_per_organisation) == (3, 1)


def test_cancelling_a_session_twice_says_so(officer, event, enter):
    session = SessionFactory(event=event)
    seat = enter(session)
    url = address("session_cancel", event, session)

    officer.post(url)
    response = officer.post(url)

    seat.refresh_from_db()
    session.refresh_from_db()
    assert (session.is_cancelled, seat.state) == (True, "cancelled")
    assert response.context["form"].non_field_errors() == ["Ce temps est déjà annulé."]


def test_a_session_of_another_event_is_not_found(officer, event):
    other = SessionFactory()

    names = ["session_edit", "session_move", "session_capacity", "session_cancel"]
    assert {officer.get(address(name, event, other)).status_code for name in names} == {404}


def test_hours_in_a_zone_that_is_none_are_refused_for_the_zone_alone(officer, group):
    event = EventFactory(group=group)
    hours = {"registration_opens_at": "2027-03-01T09:00", "registration_closes_at": "2027-03-02T09:00"}

    response = officer.post(address("event_edit", event), {"time_zone": "Mars/Phobos", **hours})

    assert (response.status_code, {*response.context["form"].errors} & {"time_zone", *hours}) == (422, {"time_zone"})
