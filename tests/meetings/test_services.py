"""Steps of the minutes, what becomes of actions, the order of rows."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.dates import FuzzyDate
from meetings.enums import ActionState, MinutesState
from meetings.services import (
    carry_action,
    change_minutes_state,
    complete_action,
    drop_action,
    move,
    rank_after_all,
    reopen_action,
)
from tests.factories import CountryGroupFactory, MeetingFactory, RoundTableEntryFactory
from tests.meetings.part_factories import ActionItemFactory, DecisionFactory, SectionFactory

pytestmark = pytest.mark.django_db

STEPS = {
    ("to_write", "draft"),
    ("draft", "to_write"),
    ("draft", "amendment"),
    ("amendment", "draft"),
    ("amendment", "approved"),
    ("approved", "amendment"),
    ("approved", "published"),
    ("published", "approved"),
}


@pytest.fixture
def staff(make_user):
    return make_user("secretariat")


@pytest.mark.parametrize("state", MinutesState.values)
@pytest.mark.parametrize("wanted", MinutesState.values)
def test_minutes_go_one_step_forward_or_back_and_no_further(staff, state, wanted):
    meeting = MeetingFactory(minutes_state=state, introduction="Ouverture")

    is_step = (state, wanted) in STEPS
    with nullcontext() if is_step else pytest.raises(ValidationError, match="il ne passe pas de là"):
        change_minutes_state(meeting=meeting, state=wanted, by=staff)

    meeting.refresh_from_db()
    assert meeting.minutes_state == (wanted if is_step else state)


def test_a_step_is_taken_from_where_the_minutes_are_not_from_where_one_saw_them(staff):
    meeting = MeetingFactory(minutes_state="draft", introduction="Ouverture")
    change_minutes_state(meeting=meeting, state="amendment", by=staff)

    with pytest.raises(ValidationError, match="« en relecture »"):
        change_minutes_state(meeting=meeting, state="to_write", by=staff)


@pytest.mark.parametrize("role", ["member", "referent", "partner"])
def test_only_staff_take_a_step(make_user, role):
    meeting = MeetingFactory(minutes_state="draft", introduction="Ouverture")

    with pytest.raises(ValidationError) as refusal:
        change_minutes_state(meeting=meeting, state="amendment", by=make_user(role))

    assert refusal.value.code == "not_staff"


def test_a_step_towards_readers_dates_the_version_and_a_step_back_does_not(staff):
    meeting = MeetingFactory(minutes_state="draft", introduction="Ouverture")

    forward = change_minutes_state(meeting=meeting, state="amendment", by=staff)
    forward.version_on = date(2018, 1, 2)
    forward.save()
    back = change_minutes_state(meeting=meeting, state="draft", by=staff)

    assert change_minutes_state(meeting=meeting, state="amendment", by=staff).version_on == timezone.localdate()
    assert back.version_on == date(2018, 1, 2)


def test_minutes_that_say_nothing_are_not_put_to_readers(staff):
    meeting = MeetingFactory(minutes_state="draft")

    with pytest.raises(ValidationError, match="Rien n’est encore écrit"):
        change_minutes_state(meeting=meeting, state="amendment", by=staff)


def test_the_minutes_of_a_meeting_to_come_stay_a_draft(staff):
    tomorrow = timezone.localdate() + timedelta(days=1)
    meeting = MeetingFactory(minutes_state="draft", introduction="Ouverture", first_day=tomorrow)

    with pytest.raises(ValidationError, match="pas encore eu lieu"):
        change_minutes_state(meeting=meeting, state="amendment", by=staff)


def test_an_action_is_done_on_a_day_and_dropped_without_one(staff):
    done, dropped = ActionItemFactory.create_batch(2)

    complete_action(action=done, on=date(2018, 1, 2), by=staff)
    drop_action(action=dropped, by=staff)

    done.refresh_from_db()
    dropped.refresh_from_db()
    assert (done.state, done.done_on) == (ActionState.DONE, date(2018, 1, 2))
    assert (dropped.state, dropped.done_on) == (ActionState.DROPPED, None)


def test_an_action_is_not_done_in_advance(staff):
    with pytest.raises(ValidationError, match="à l’avance"):
        complete_action(action=ActionItemFactory(), on=timezone.localdate() + timedelta(days=1), by=staff)


def test_what_is_closed_is_not_closed_again(staff):
    action = ActionItemFactory()
    drop_action(action=action, by=staff)

    with pytest.raises(ValidationError, match="« abandonné »"):
        complete_action(action=action, on=date(2018, 1, 2), by=staff)


def test_what_is_open_is_not_opened_again(staff):
    with pytest.raises(ValidationError, match="déjà à faire"):
        reopen_action(action=ActionItemFactory(), by=staff)


@pytest.mark.parametrize(
    "act",
    [
        lambda action, by: complete_action(action=action, on=date(2018, 1, 2), by=by),
        lambda action, by: drop_action(action=action, by=by),
        lambda action, by: reopen_action(action=action, by=by),
        lambda action, by: carry_action(action=action, by=by),
    ],
)
def test_only_staff_say_what_becomes_of_an_action(make_user, act):
    action = ActionItemFactory()
    MeetingFactory(first_day=date(2018, 3, 1))

    with pytest.raises(ValidationError) as refusal:
        act(action, make_user("member"))

    assert refusal.value.code == "not_staff"


def test_an_action_is_carried_once_to_the_next_meeting_of_its_group(staff):
    action = ActionItemFactory(due=FuzzyDate.day(date(2018, 1, 2)), is_internal=True)
    MeetingFactory(group=CountryGroupFactory(slug="maroc"), first_day=date(2017, 10, 1))
    MeetingFactory(first_day=date(2018, 9, 1))
    following = MeetingFactory(first_day=date(2018, 3, 1))

    carried = carry_action(action=action, by=staff)

    assert carry_action(action=action, by=staff) == carried
    assert (carried.meeting, carried.text, carried.due) == (following, action.text, action.due)
    assert (carried.is_internal, carried.state) == (True, ActionState.OPEN)


@pytest.mark.parametrize(
    ("code", "situation"),
    [
        ("no_next_meeting", {}),
        ("not_open", {"state": ActionState.DROPPED, "next": {}}),
        ("published", {"next": {"minutes_state": "published"}}),
        ("not_later", {"to": {"first_day": date(2016, 1, 1)}}),
        ("not_later", {"to": {"first_day": date(2019, 1, 1), "elsewhere": True}}),
    ],
)
def test_carrying_is_refused_with_its_reason(staff, code, situation):
    action = ActionItemFactory(state=situation.get("state", ActionState.OPEN))
    if "next" in situation:
        MeetingFactory(first_day=date(2018, 3, 1), **situation["next"])
    to = situation.get("to")
    if to:
        group = CountryGroupFactory(slug="maroc") if to.pop("elsewhere", False) else action.meeting.group
        to = MeetingFactory(group=group, **to)

    with pytest.raises(ValidationError) as refusal:
        carry_action(action=action, by=staff, to=to)

    assert refusal.value.code == code


def test_an_action_is_closed_and_opened_again_in_every_meeting_it_went_through(staff):
    first = ActionItemFactory()
    for year in (2018, 2019):
        MeetingFactory(first_day=date(year, 3, 1))
    second = carry_action(action=first, by=staff)
    third = carry_action(action=second, by=staff)

    complete_action(action=second, on=date(2019, 5, 6), by=staff)
    states = [type(first).objects.get(pk=one.pk).state for one in (first, second, third)]
    reopen_action(action=third, by=staff)

    assert states == [ActionState.DONE] * 3
    assert {one.state for one in type(first).objects.all()} == {ActionState.OPEN}


def texts(meeting):
    return [row.text for row in meeting.decisions.all()]


@pytest.mark.parametrize(
    ("text", "direction", "order"),
    [
        ("B", "up", ["B", "A", "C"]),
        ("B", "down", ["A", "C", "B"]),
        ("A", "up", ["A", "B", "C"]),
        ("C", "down", ["A", "B", "C"]),
    ],
)
def test_a_row_moves_by_one_step_and_stops_at_the_ends(text, direction, order):
    meeting = MeetingFactory()
    rows = {text: DecisionFactory(meeting=meeting, text=text) for text in "ABC"}  # all of rank 0, as imports may leave

    move(rows[text], direction)

    assert texts(meeting) == order


def reading_order(meeting):
    rows = [*meeting.sections.all(), *meeting.entries.all()]
    return [getattr(row, "title", None) or row.text for row in sorted(rows, key=lambda row: row.rank)]


def test_a_section_jumps_over_the_whole_round_and_the_entries_move_within_it():
    meeting = MeetingFactory(readable=True)
    SectionFactory(meeting=meeting, title="S1", rank=0)
    RoundTableEntryFactory(meeting=meeting, text="E1", rank=1)
    second = RoundTableEntryFactory(meeting=meeting, text="E2", rank=2)
    section = SectionFactory(meeting=meeting, title="S2", rank=3)

    move(section, "up")
    assert reading_order(meeting) == ["S1", "S2", "E1", "E2"]

    second.refresh_from_db()
    move(second, "up")
    assert reading_order(meeting) == ["S1", "S2", "E2", "E1"]

    move(meeting.entries.first(), "up")
    assert reading_order(meeting) == ["S1", "S2", "E2", "E1"]


def test_a_new_row_comes_last_in_the_order_in_which_it_is_read():
    meeting = MeetingFactory(readable=True)
    RoundTableEntryFactory(meeting=meeting, rank=7)
    first = SectionFactory(meeting=meeting, rank=3)

    assert rank_after_all(meeting, type(first)) == 8
    assert rank_after_all(meeting, type(DecisionFactory())) == 0
