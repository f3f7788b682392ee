from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from core.models import ReviewFlag
from directory.models import Affiliation, Person
from events.models import Registration, Seat
from tests.factories import (
    AffiliationFactory,
    EventFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    SessionFactory,
    TerritoryNameFactory,
)

pytestmark = pytest.mark.django_db


def address(event):
    return reverse("events:registration_add", args=[event.pk])


def own(user):
    return user.current_affiliations.get().pk


def said(response):
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("partner", 403), ("member", 200), ("referent", 200), ("secretariat", 200), ("officer", 200)],
)
def test_those_who_belong_to_an_organisation_and_staff_register(as_role, event, role, status):
    SessionFactory(event=event)

    assert as_role(role).get(address(event)).status_code == status


def test_an_event_outside_ones_audience_is_not_found(as_role, group):
    hidden = EventFactory(group=group, open=True, audience="internal")

    assert as_role("member").get(address(hidden)).status_code == 404


def test_a_member_registers_itself_for_several_sessions(as_role, event):
    sessions = [
        SessionFactory(event=event),
        SessionFactory(event=event, starts_at=datetime(2027, 12, 14, 9, tzinfo=UTC), capacity=5),
    ]
    client = as_role("member")

    response = client.post(address(event), {"who": own(client.user), "sessions": [s.pk for s in sessions]}, follow=True)

    registration = Registration.objects.get()
    assert (registration.person, registration.registered_by) == (client.user.person, client.user)
    assert registration.organisation == client.user.current_affiliations.get().organisation
    assert [(seat.session, seat.state) for seat in registration.seats.all()] == [(s, "confirmed") for s in sessions]
    assert said(response) == [f"« {s} » : la place est confirmée." for s in sessions]


def test_sending_twice_takes_one_seat_and_says_it_was_there(as_role, event):
    session = SessionFactory(event=event)
    client = as_role("member")
    data = {"who": own(client.user), "sessions": [session.pk]}
    client.post(address(event), data)

    response = client.post(address(event), data, follow=True)

    assert Seat.objects.count() == 1
    assert f"« {session} » : cette personne y était déjà inscrite." in said(response)


def test_who_takes_the_last_seat_a_moment_too_late_is_told_the_rank(as_role, event, enter):
    session = SessionFactory(event=event, capacity=1)
    client = as_role("member")
    client.get(address(event))  # there is still a seat
    enter(session)

    response = client.post(address(event), {"who": own(client.user), "sessions": [session.pk]}, follow=True)

    assert said(response) == [f"« {session} » est complet : inscription en liste d’attente, rang 1."]


def test_a_member_registers_a_colleague(as_role, event):
    session, client = SessionFactory(event=event), as_role("member")
    organisation = client.user.current_affiliations.get().organisation
    colleague = AffiliationFactory(organisation=organisation)

    client.post(address(event), {"who": colleague.pk, "sessions": [session.pk]})

    assert Registration.objects.get().person == colleague.person


def test_a_member_does_not_register_people_of_another_organisation(as_role, event):
    session, client = SessionFactory(event=event), as_role("member")
    stranger = AffiliationFactory()

    response = client.post(address(event), {"who": stranger.pk, "sessions": [session.pk]})

    assert response.status_code == 422
    assert "who" in response.context["form"].errors
    assert Registration.objects.count() == 0


def test_a_colleague_whom_the_directory_does_not_know_is_added_with_the_seat(as_role, event):
    session, client = SessionFactory(event=event), as_role("member")
    organisation = client.user.current_affiliations.get().organisation
    name = {"first_name": "Inès", "last_name": "Nouvelle", "function": "Adjointe", "kind": "elected"}
    data = {"who": "nouveau", "organisation": organisation.pk, "sessions": [session.pk], **name}

    client.post(address(event), data)
    client.post(address(event), data)  # sent twice, one person

    added = Affiliation.objects.get(person__last_name="Nouvelle")
    assert (added.organisation, added.function, added.kind) == (organisation, "Adjointe", "elected")
    assert [seat.person for seat in Seat.objects.all()] == [added.person]


def test_a_refused_registration_adds_nobody(as_role, event, enter):
    client = as_role("member")
    organisation = client.user.current_affiliations.get().organisation
    session = SessionFactory(event=event, seats_per_organisation=1)
    enter(session, organisation=organisation)
    data = {"who": "nouveau", "organisation": organisation.pk, "first_name": "Inès", "last_name": "Nouvelle"}

    response = client.post(address(event), data | {"sessions": [session.pk]})

    assert response.context["form"].errors["sessions"] == [
        f"« {session} » : {organisation} y a déjà toutes les places auxquelles un organisme a droit."
    ]
    assert not Person.objects.filter(last_name="Nouvelle").exists()


def test_a_new_colleague_needs_both_names(as_role, event):
    session, client = SessionFactory(event=event), as_role("member")

    response = client.post(address(event), {"who": "nouveau", "first_name": "Inès", "sessions": [session.pk]})

    assert set(response.context["form"].errors) == {"last_name", "organisation"}


def test_a_member_cannot_add_somebody_to_an_organisation_that_is_not_theirs(as_role, event):
    session, client, other = SessionFactory(event=event), as_role("member"), OrganisationFactory()
    data = {"who": "nouveau", "organisation": other.pk, "first_name": "Inès", "last_name": "Nouvelle"}

    response = client.post(address(event), data | {"sessions": [session.pk]})

    assert "organisation" in response.context["form"].errors
    assert not Person.objects.filter(last_name="Nouvelle").exists()


def test_a_namesake_known_elsewhere_is_left_alone_and_staff_are_asked(as_role, event):
    session, client = SessionFactory(event=event), as_role("member")
    elsewhere = AffiliationFactory(person__first_name="Inès", person__last_name="Nouvelle")
    organisation = client.user.current_affiliations.get().organisation
    data = {"who": "nouveau", "organisation": organisation.pk, "first_name": "ines", "last_name": "NOUVELLE"}

    client.post(address(event), data | {"sessions": [session.pk]})

    assert Registration.objects.get().person != elsewhere.person
    assert elsewhere.person.affiliations.count() == 1
    assert ReviewFlag.objects.get().code == "namesake"


def test_two_sessions_at_the_same_hour_are_said_before_and_refused_after(as_role, event):
    one, other = SessionFactory(event=event, title="Eau"), SessionFactory(event=event, title="Forêt")
    client = as_role("member")

    page = client.get(address(event))
    response = client.post(address(event), {"who": own(client.user), "sessions": [one.pk, other.pk]})

    assert "en même temps que « Forêt »" in " ".join(page.text.split())
    assert response.context["form"].errors["sessions"] == [
        "« Eau » et « Forêt » ont lieu en même temps : choisissez l’un des deux."
    ]


def test_a_seat_held_at_the_same_hour_is_named_within_the_event_only(as_role, event, enter):
    held, wanted = SessionFactory(event=event, title="Eau"), SessionFactory(event=event, title="Forêt")
    client = as_role("member")
    enter(held, client.user.current_affiliations.get().organisation, client.user.person)
    elsewhere = SessionFactory(event=EventFactory(audience="internal", open=True), title="Secret")
    colleague = AffiliationFactory(organisation=client.user.current_affiliations.get().organisation)
    enter(elsewhere, colleague.organisation, colleague.person)

    mine = client.post(address(event), {"who": own(client.user), "sessions": [wanted.pk]})
    theirs = client.post(address(event), {"who": colleague.pk, "sessions": [wanted.pk]})

    assert mine.context["form"].errors["sessions"] == [
        f"{client.user.person} a déjà une place à « Eau », en même temps que « Forêt »."
    ]
    assert theirs.context["form"].errors["sessions"] == [
        f"{colleague.person} a déjà une place ailleurs en même temps que « Forêt »."
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"registration_opens_at": datetime(2027, 11, 2, 8, tzinfo=UTC)}, "ouvrent le 2 novembre 2027 à 09h00."),
        ({"registration_closes_at": datetime(2020, 11, 2, 8, tzinfo=UTC)}, "closes depuis le 2 novembre 2020"),
        ({"registration": "external", "registration_url": "https://x.example.org/"}, "chez l’organisateur"),
        ({"registration": "none"}, "sans inscription"),
        ({"status": "cancelled"}, "est annulé"),
    ],
)
def test_when_registration_is_not_open_nobody_but_staff_registers_and_one_is_told_why(as_role, event, values, words):
    session = SessionFactory(event=event)
    for name, value in values.items():
        setattr(event, name, value)
    event.save()
    client = as_role("member")

    response = client.post(address(event), {"who": own(client.user), "sessions": [session.pk]}, follow=True)

    assert words in said(response)[0]
    assert Seat.objects.count() == 0
    assert as_role("secretariat").get(address(event)).status_code == 200


def test_a_session_that_has_begun_or_is_cancelled_is_not_offered(as_role, group):
    now = timezone.now()
    event = EventFactory(group=group, open=True, first_day=fuzzy(now), last_day=fuzzy(now + timedelta(days=2)))
    begun = SessionFactory(event=event, starts_at=now - timedelta(minutes=5), ends_at=now + timedelta(minutes=5))
    cancelled = SessionFactory(event=event, starts_at=now + timedelta(hours=25), is_cancelled=True)
    client = as_role("member")

    page = client.get(address(event))
    response = client.post(address(event), {"who": own(client.user), "sessions": [begun.pk, cancelled.pk]})

    assert page.context["form"].lines == []
    assert "sessions" in response.context["form"].errors


def fuzzy(moment):
    return FuzzyDate.day(timezone.localtime(moment).date())


def named_organisation(name):
    organisation = OrganisationFactory(name=name, territory__name=name)
    TerritoryNameFactory(territory=organisation.territory, text=name)
    return organisation


def test_staff_register_anybody_by_name(as_role, event):
    session, organisation = SessionFactory(event=event), named_organisation("Tours")
    data = {"organisation": "Tours", "first_name": "Inès", "last_name": "Nouvelle", "sessions": [session.pk]}

    as_role("secretariat").post(address(event), data)

    registration = Registration.objects.get()
    assert (str(registration.person), registration.organisation) == ("Inès Nouvelle", organisation)


def test_staff_find_who_belongs_to_the_organisation_already(as_role, event):
    session, organisation = SessionFactory(event=event), named_organisation("Tours")
    known = AffiliationFactory(organisation=organisation, person__first_name="Inès", person__last_name="Née-Là")
    data = {"organisation": "Tours", "first_name": "INES", "last_name": "nee la", "sessions": [session.pk]}

    as_role("secretariat").post(address(event), data)

    assert Registration.objects.get().person == known.person


@pytest.mark.parametrize("answer", ["somebody", "nouveau"])
def test_staff_are_asked_whom_they_mean_when_the_name_is_known_elsewhere(as_role, event, answer):
    session, _organisation = SessionFactory(event=event), named_organisation("Tours")
    known = AffiliationFactory(person__first_name="Inès", person__last_name="Nouvelle").person
    client = as_role("secretariat")
    data = {"organisation": "Tours", "first_name": "Inès", "last_name": "Nouvelle", "sessions": [session.pk]}

    asked = client.post(address(event), data)
    client.post(address(event), data | {"known": known.pk if answer == "somebody" else answer})

    assert [person for person, _places in asked.context["form"].namesakes] == [known]
    assert (Registration.objects.get().person == known) is (answer == "somebody")


def test_staff_cannot_be_led_to_register_somebody_of_another_name(as_role, event):
    session, _organisation = SessionFactory(event=event), named_organisation("Tours")
    AffiliationFactory(person__first_name="Inès", person__last_name="Nouvelle")
    data = {"organisation": "Tours", "first_name": "Inès", "last_name": "Nouvelle", "sessions": [session.pk]}

    response = as_role("secretariat").post(address(event), data | {"known": PersonFactory().pk})

    assert "last_name" in response.context["form"].errors


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_form_runs_a_fixed_number_of_queries(as_role, event, count, django_assert_num_queries):
    organisation = OrganisationFactory()
    SessionFactory.create_batch(min(count, 40), event=event, capacity=5)
    AffiliationFactory.create_batch(count, organisation=organisation)
    GroupMembershipFactory(group=event.group, organisation=organisation)
    client = as_role("partner")
    AffiliationFactory(person=client.user.person, organisation=organisation)
    client.get(address(event))

    with django_assert_num_queries(12):
        response = client.get(address(event))

    assert len(response.context["form"].colleagues) == count + 1
