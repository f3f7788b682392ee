from datetime import UTC, date, datetime, timedelta

import pytest

from core.dates import FuzzyDate
from core.enums import Audience
from events.models import Lesson
from events.services import announce_dates, announce_event
from tests.factories import (
    EventFactory,
    OrganisationFactory,
    PartnershipFactory,
    PlanStepFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


def page(client, event):
    return client.get(event.get_absolute_url())


def words(response):
    return " ".join(response.text.split())


def test_the_dates_announced_before_are_said_with_their_day(client, event):
    first = FuzzyDate.month(2027, 12)
    event.first_day, event.last_day = first, None
    announce_event(event=event, announced_on=date(2026, 9, 14))
    announce_dates(event=event, first_day=FuzzyDate.day(date(2027, 12, 13)), last_day=None, reason="La salle est libre")

    response = page(client, event)

    assert "annoncé d’abord pour décembre 2027, le 14 septembre 2026" in words(response)
    assert "dates approximatives" not in response.text


def test_dates_that_are_not_exact_are_said_to_be_approximate(client, event):
    event.first_day, event.last_day = FuzzyDate.month(2027, 12), None
    event.save()

    assert "dates approximatives" in page(client, event).text


def test_sessions_stand_under_their_local_day_in_the_hour_of_the_place_which_is_named(client, event):
    begins = datetime(2027, 12, 13, 23, 30, tzinfo=UTC)  # the 14th at 7.30 in China
    session = SessionFactory(
        event=event, time_zone="Asia/Shanghai", starts_at=begins, ends_at=begins + timedelta(hours=2)
    )

    response = page(client, event)

    assert [(day.date, [line.session for line in day.lines]) for day in response.context["days"]] == [
        (date(2027, 12, 14), [session])
    ]
    assert "07h30" in response.text
    assert "heure de Pékin" in response.text


def test_the_hour_of_paris_is_not_named_where_there_is_no_other(client, event):
    SessionFactory(event=event)

    assert "heure de" not in page(client, event).text


def test_each_zone_is_named_when_an_event_keeps_to_several(client, event):
    SessionFactory(event=event)
    SessionFactory(event=event, time_zone="Asia/Shanghai")

    text = page(client, event).text

    assert ("heure de Paris" in text, "heure de Pékin" in text) == (True, True)


def test_a_visitor_reads_how_many_seats_are_left_but_not_who_or_how_many_wait(client, as_role, event, enter):
    room, full = SessionFactory(event=event, capacity=40), SessionFactory(event=event, capacity=1)
    enter(room)
    for _ in range(3):
        enter(full)

    visitor, staff = words(page(client, event)), words(page(as_role("secretariat"), event))

    assert "39 places libres sur 40" in visitor
    assert ("complet" in visitor, "en attente" in visitor, "complet</span>" in visitor) == (True, False, True)
    assert "complet, 2 en attente" in staff


def test_one_reads_ones_own_seat_in_place_and_nobody_elses(as_role, event, enter):
    session = SessionFactory(event=event, capacity=1)
    holder, waiter = as_role("member"), as_role("referent")
    enter(session, person=holder.user.person)
    enter(session, person=waiter.user.person)

    assert "Place confirmée" in page(holder, event).text
    assert "rang 1" in words(page(waiter, event))
    assert "own-seat" not in page(as_role("partner"), event).text


def test_a_cancelled_session_stays_and_says_so(client, event):
    SessionFactory(event=event, is_cancelled=True, capacity=5)

    text = words(page(client, event))

    assert "Annulé" in text
    assert "places libres" not in text


def test_the_editions_before_and_after_are_linked_when_they_may_be_seen(client, as_role, group, event):
    event.previous = EventFactory(group=group, title="Avant")
    event.save()
    following = EventFactory(group=group, title="Après", previous=event, public=True)

    visitor, member = page(client, event).context, page(as_role("member"), event).context

    assert (visitor["previous"], visitor["following"]) == (None, following)
    assert member["previous"] == event.previous


def test_only_the_partnerships_that_may_be_seen_are_named(client, as_role, group, event):
    shown, kept = PartnershipFactory(group=group, public=True), PartnershipFactory(group=group)
    event.partnerships.add(shown, kept)

    visitor, member = page(client, event), page(as_role("member"), event)

    assert list(visitor.context["partnerships"]) == [shown]
    assert set(member.context["partnerships"]) == {shown, kept}


@pytest.mark.parametrize(
    ("role", "reads"), [("visitor", False), ("member", True), ("partner", True), ("secretariat", True)]
)
def test_the_preparation_and_the_lessons_are_for_those_who_work_together(as_role, event, role, reads):
    PlanStepFactory(event=event, text="Réserver la salle")
    Lesson.objects.create(event=event, text="Trop de discours")

    text = page(as_role(role), event).text

    assert ("Réserver la salle" in text, "Trop de discours" in text) == (reads, reads)


def test_a_lesson_does_not_name_an_edition_that_its_reader_does_not_see(as_role, group, event):
    hidden = EventFactory(group=group, title="Édition secrète", audience=Audience.INTERNAL)
    Lesson.objects.create(event=event, text="Trop de discours", fate="kept", fate_at=hidden)

    assert "Édition secrète" not in page(as_role("member"), event).text
    assert "Édition secrète" in page(as_role("officer"), event).text


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"registration": "none"}, None),
        ({"registration": "external", "registration_url": "https://organisateur.example.org/"}, "chez l’organisateur"),
        ({"status": "cancelled"}, "L’événement est annulé."),
        ({"first_day": FuzzyDate.year(2016), "last_day": None}, "L’événement a eu lieu."),
        ({"registration_opens_at": datetime(2027, 11, 2, 8, tzinfo=UTC)}, "ouvrent le 2 novembre 2027 à 09h00."),
        (
            {"registration_closes_at": datetime(2026, 11, 1, 11, tzinfo=UTC), "time_zone": "Asia/Shanghai"},
            "closes depuis le 1er novembre 2026 à 19h00, heure de Pékin.",
        ),
    ],
)
def test_registration_that_is_not_open_says_when_or_where_it_is(as_role, event, values, said):
    SessionFactory(event=event) if "first_day" not in values else None
    for name, value in values.items():
        setattr(event, name, value)
    event.save()

    text = words(page(as_role("member"), event))

    assert (said or "").replace("’", "’") in text
    assert "Inscription</h2>" in text if said else "Inscription</h2>" not in text
    assert "Pour vous, ou pour un collègue." not in text


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_programme_runs_a_fixed_number_of_queries(as_role, event, count, django_assert_max_num_queries):
    SessionFactory.create_batch(count, event=event, place=OrganisationFactory().territory)
    for number in range(min(count, 20)):
        event.partnerships.add(PartnershipFactory(group=event.group))
        event.organisers.add(OrganisationFactory())
        PlanStepFactory(event=event, owner=OrganisationFactory())
        Lesson.objects.create(event=event, text=f"Leçon {number}", stated_by=OrganisationFactory())
    client = as_role("officer")
    page(client, event)

    # Those of the history among them: one for each sort of row that changed last, and one for each sort of name
    with django_assert_max_num_queries(33):
        response = page(client, event)

    assert sum(len(day.lines) for day in response.context["days"]) == count


def test_an_event_outside_ones_audience_does_not_exist(client, group):
    assert page(client, EventFactory(group=group)).status_code == 404
