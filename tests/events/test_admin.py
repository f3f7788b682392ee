from datetime import date

import pytest
from django.contrib.messages import get_messages

from core.dates import FuzzyDate
from events.models import AgendaEntry, Event, Lesson, PlanStep, Registration, Seat, Session
from tests.admin_forms import page, said, send
from tests.factories import AgendaEntryFactory, EventFactory, PlanStepFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db


def act(client, name, *records):
    chosen = {"action": name, "_selected_action": [one.pk for one in records], "confirmed": "1"}
    return client.post(page(type(records[0]), "changelist"), chosen)


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_a_new_event_is_announced_with_its_dates(as_role, group):
    client = as_role("officer")

    send(client, page(Event, "add"), {"group": group.pk, "title": "Assises", "first_day": "décembre 2027"})

    event = Event.objects.get()
    assert [(kept.first_day, kept.by) for kept in event.announced_dates.all()] == [
        (FuzzyDate.month(2027, 12), client.user)
    ]


def test_announced_dates_and_state_change_by_their_acts_alone(as_role, event):
    client = as_role("officer")

    send(client, page(Event, "change", event.pk), {"first_day": "2030", "status": "cancelled", "title": "Forum"})
    act(client, "to_confirmed", event)

    event.refresh_from_db()
    assert (event.title, event.first_day.first, event.status) == ("Forum", date(2027, 12, 13), "confirmed")


def test_an_act_that_is_refused_names_the_event_and_why(as_role, event):
    event.first_day, event.last_day = FuzzyDate.year(2027), None
    event.save()

    response = act(as_role("officer"), "to_confirmed", event)

    assert messages_of(response) == ["Assises : Pour confirmer l’événement, donnez d’abord ses jours exacts."]


def test_a_session_is_cancelled_with_its_seats(as_role, event, enter):
    session = SessionFactory(event=event)
    seat = enter(session)

    act(as_role("officer"), "cancel", session)

    seat.refresh_from_db()
    assert (Session.objects.get().is_cancelled, seat.state) == (True, "cancelled")


def test_the_hours_and_the_room_of_a_session_are_not_typed_over(as_role, event):
    session = SessionFactory(event=event, capacity=4)
    typed = {"capacity": "1", "starts_at_0": "2030-01-01", "is_cancelled": "on", "title": "Forêt"}

    send(as_role("officer"), page(Session, "change", session.pk), typed)

    again = Session.objects.get()
    assert (again.title, again.capacity, again.starts_at, again.is_cancelled) == ("Forêt", 4, session.starts_at, False)


@pytest.mark.parametrize("model", [Seat, Registration])
def test_who_comes_is_shown_and_not_written(as_role, event, enter, model):
    record = enter(SessionFactory(event=event)) if model is Seat else RegistrationFactory()
    client = as_role("administrator")

    statuses = [
        client.get(page(model, "change", record.pk)).status_code,
        client.post(page(model, "change", record.pk), {}).status_code,
        client.get(page(model, "add")).status_code,
        client.post(page(model, "delete", record.pk), {"post": "yes"}).status_code,
    ]

    assert statuses == [200, 403, 403, 403]


def test_staff_give_a_seat_back_from_the_list(as_role, event, enter):
    session = SessionFactory(event=event, capacity=1)
    held, waiting = enter(session), enter(session)
    client = as_role("secretariat")

    act(client, "cancel", held)
    act(client, "confirm", waiting)

    assert [Seat.objects.get(pk=seat.pk).state for seat in (held, waiting)] == ["cancelled", "confirmed"]


def test_steps_are_done_today_and_the_late_ones_are_found(as_role):
    late = PlanStepFactory(due=FuzzyDate.day(date(2020, 1, 1)))
    PlanStepFactory(due=FuzzyDate.day(date(2030, 1, 1)))
    client = as_role("secretariat")

    listed = list(client.get(page(PlanStep, "changelist"), {"echeance": "passee"}).context["cl"].result_list)
    act(client, "complete", late)

    assert listed == [late]
    late.refresh_from_db()
    assert (late.state, late.done_on is not None) == ("done", True)


def test_a_lesson_without_an_edition_for_its_fate_is_refused_in_words(as_role, event):
    typed = {"event": event.pk, "text": "Trop de discours", "fate": "kept"}

    response = send(as_role("secretariat"), page(Lesson, "add"), typed)

    assert said(response) == ["Une suite se donne à une édition : indiquez les deux, ou aucune."]


def test_lessons_without_a_fate_are_found(as_role, event):
    open_one = Lesson.objects.create(event=event, text="Trop de discours")
    Lesson.objects.create(event=event, text="Trop court", fate="kept", fate_at=EventFactory())

    response = as_role("secretariat").get(page(Lesson, "changelist"), {"suite": "aucune"})

    assert list(response.context["cl"].result_list) == [open_one]


def test_a_date_typed_by_staff_stands_in_the_agenda_and_what_was_refused_is_only_read(as_role, group):
    client = as_role("secretariat")

    send(client, page(AgendaEntry, "add"), {"group": group.pk, "title": "Fête", "first_day": "3 juin 2027"})
    refused = AgendaEntryFactory(state="refused", reason="Doublon", decided_at="2026-01-01T00:00:00Z")
    status = client.post(page(AgendaEntry, "change", refused.pk), {"title": "Autre"}).status_code

    entry = AgendaEntry.objects.exclude(pk=refused.pk).get()
    assert (entry.state, entry.proposed_by, entry.decided_by) == ("accepted", client.user, client.user)
    assert status == 403
