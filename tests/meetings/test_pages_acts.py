"""The buttons of staff: the step of the minutes, what becomes of an action, the order, the programme of an event."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.enums import ActionState
from tests.factories import MeetingFactory
from tests.meetings.part_factories import (
    ActionItemFactory,
    AnnouncementFactory,
    AnnouncementItemFactory,
    DecisionFactory,
)


@pytest.fixture
def meeting(group):
    return MeetingFactory(group=group, minutes_state="draft", introduction="Ouverture")


@pytest.fixture
def secretariat(as_role):
    return as_role("secretariat")


def act(client, action, name, **values):
    return client.post(reverse("meetings:action_act", args=[action.meeting.pk, action.pk, name]), values, follow=True)


def test_staff_bring_the_minutes_a_step_further(secretariat, meeting):
    response = secretariat.post(
        reverse("meetings:minutes_state", args=[meeting.pk]), {"state": "amendment"}, follow=True
    )

    meeting.refresh_from_db()
    assert meeting.minutes_state == "amendment"
    assert "Le compte rendu est maintenant dans l’état « en relecture »." in response.text


def test_a_step_too_far_is_refused_in_a_sentence(secretariat, meeting):
    response = secretariat.post(
        reverse("meetings:minutes_state", args=[meeting.pk]), {"state": "published"}, follow=True
    )

    meeting.refresh_from_db()
    assert meeting.minutes_state == "draft"
    assert "il ne passe pas de là à « publié »" in response.text


def test_a_state_that_does_not_exist_is_not_found(secretariat, meeting):
    assert secretariat.post(reverse("meetings:minutes_state", args=[meeting.pk]), {"state": "x"}).status_code == 404


@pytest.mark.parametrize("name", ["minutes_state", "part_delete", "part_move", "action_act"])
def test_an_act_is_sent_by_staff_and_never_followed_as_a_link(as_role, meeting, name):
    action = ActionItemFactory(meeting=MeetingFactory(group=meeting.group, readable=True))
    args = {
        "minutes_state": [action.meeting.pk],
        "part_delete": [action.meeting.pk, "actions", action.pk],
        "part_move": [action.meeting.pk, "actions", action.pk],
        "action_act": [action.meeting.pk, action.pk, "faite"],
    }
    url = reverse(f"meetings:{name}", args=args[name])

    assert as_role("officer").get(url).status_code == 405
    assert as_role("member").post(url).status_code == 403


@pytest.mark.parametrize(
    ("name", "state", "after"),
    [
        ("faite", ActionState.OPEN, ActionState.DONE),
        ("abandonner", ActionState.OPEN, ActionState.DROPPED),
        ("rouvrir", ActionState.DROPPED, ActionState.OPEN),
    ],
)
def test_what_becomes_of_an_action_is_said_even_of_published_minutes(secretariat, group, name, state, after):
    action = ActionItemFactory(meeting=MeetingFactory(group=group, minutes_state="published"), state=state)

    act(secretariat, action, name)

    action.refresh_from_db()
    assert action.state == after


def test_an_action_is_done_today_unless_a_day_is_given(secretariat, meeting):
    today, before = ActionItemFactory.create_batch(2, meeting=meeting)

    act(secretariat, today, "faite", on="")
    act(secretariat, before, "faite", on="2018-01-02")

    assert [row.done_on for row in meeting.actions.all()] == [timezone.localdate(), date(2018, 1, 2)]


@pytest.mark.parametrize("day", ["2018-02-30", "hier", (timezone.localdate() + timedelta(2)).isoformat()])
def test_a_day_that_cannot_be_is_refused_and_nothing_changes(secretariat, meeting, day):
    action = ActionItemFactory(meeting=meeting)

    response = act(secretariat, action, "faite", on=day)

    action.refresh_from_db()
    assert action.state == ActionState.OPEN
    assert len(response.context["messages"]) == 1


def test_an_action_is_taken_up_at_the_next_meeting_and_says_so(secretariat, meeting):
    action = ActionItemFactory(meeting=meeting)
    MeetingFactory(group=meeting.group, first_day=date(2018, 3, 1))

    response = act(secretariat, action, "reprendre")

    assert "L’action est reprise à la réunion du 1 mars 2018." in response.text
    assert "reprise à la réunion du" in response.text


def test_without_a_next_meeting_an_action_is_not_taken_up(secretariat, meeting):
    response = act(secretariat, ActionItemFactory(meeting=meeting), "reprendre")

    assert "Le groupe n’a pas de réunion plus tard" in response.text


def test_an_unknown_act_is_not_found(secretariat, meeting):
    assert act(secretariat, ActionItemFactory(meeting=meeting), "oublier").status_code == 404


def test_rows_are_moved_up_and_down(secretariat, meeting):
    first, second = DecisionFactory(meeting=meeting, rank=0), DecisionFactory(meeting=meeting, rank=1)
    url = reverse("meetings:part_move", args=[meeting.pk, "decisions", second.pk])

    response = secretariat.post(url, {"direction": "up"})

    assert response.url.endswith(f"#ligne-{second.pk}")
    assert list(meeting.decisions.all()) == [second, first]
    assert secretariat.post(url, {"direction": "sideways"}).status_code == 404


def programme(*items, initial=0):
    data = {"items-TOTAL_FORMS": len(items), "items-INITIAL_FORMS": initial}
    for number, item in enumerate(items):
        data |= {f"items-{number}-{name}": value for name, value in ({"kind": "session"} | item).items()}
    return data


def test_an_event_is_announced_with_its_programme(secretariat, meeting):
    item = {"text": "Focus Chine", "day": "2017-10-10", "starts_at": "16:30", "ends_at": "17:00"}
    event = {"title": "Rencontres", "when": "9-10 octobre 2017", "place": "Paris", "registration_required": "on"}

    for _ in range(2):
        secretariat.post(reverse("meetings:part_list", args=[meeting.pk, "agenda"]), event | programme(item, {}))

    announcement = meeting.announcements.get()
    assert (announcement.when.first, announcement.when.last) == (date(2017, 10, 9), date(2017, 10, 10))
    assert [(one.text, one.starts_at) for one in announcement.items.all()] == [("Focus Chine", time(16, 30))]


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ({"text": "Focus", "starts_at": "16:30", "ends_at": "16:00"}, "ends_at"),
        ({"text": "Focus", "ends_at": "16:00"}, "starts_at"),
        ({"text": "", "place": "Paris"}, "text"),
    ],
)
def test_a_programme_is_refused_at_the_field_to_put_right_and_the_event_with_it(secretariat, meeting, item, field):
    url = reverse("meetings:part_list", args=[meeting.pk, "agenda"])

    response = secretariat.post(url, {"title": "Rencontres"} | programme(item))

    assert response.status_code == 422
    assert list(response.context["form"].items.forms[0].errors) == [field]
    assert not meeting.announcements.exists()


def test_the_programme_of_an_event_is_changed_and_shortened(secretariat, meeting):
    event = AnnouncementFactory(meeting=meeting, title="Rencontres")
    kept, removed = AnnouncementItemFactory.create_batch(2, announcement=event)
    items = programme(
        {"id": kept.pk, "text": "Focus"},
        {"id": removed.pk, "text": "Stand", "DELETE": "on"},
        {"text": "Note"},
        initial=2,
    )

    secretariat.post(
        reverse("meetings:part_edit", args=[meeting.pk, "agenda", event.pk]), {"title": "Rencontres"} | items
    )

    assert [one.text for one in event.items.all()] == ["Focus", "Note"]
