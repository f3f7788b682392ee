"""What is at the same time as what: things one attends, exact, neither cancelled nor put off; hours when both have them, else days."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.dates import FuzzyDate
from cufportal.agenda.clashes import clashes_among
from cufportal.agenda.entry import Entry
from cufportal.agenda.kinds import Kind

PARIS, SHANGHAI = ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Shanghai")


def entry(uid, kind=Kind.MEETING, first=1, last=None, hours=None, zone=PARIS, **values):
    days = FuzzyDate(date(2027, 6, first), date(2027, 6, last or first))
    if hours:
        begin, end = (datetime(2027, 6, first, tzinfo=zone) + timedelta(hours=hour) for hour in hours)
        values |= {"starts": begin, "ends": end, "time_zone": zone.key}
    return Entry(uid=uid, kind=kind, title=uid, day=days, address=("", 0, ""), **values)


def pairs(*entries):
    found = clashes_among(entries)
    return {tuple(sorted((uid, other.uid))) for uid, others in found.items() for other in others}


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.MEETING, Kind.VISIT, Kind.MEMBER_DATE])
def test_two_things_of_one_day_clash(kind):
    assert pairs(entry("a"), entry("b", kind)) == {("a", "b")}


def test_each_of_the_two_is_told_of_the_other():
    found = clashes_among([entry("a"), entry("b")])

    assert {uid: [other.uid for other in others] for uid, others in found.items()} == {"a": ["b"], "b": ["a"]}


def test_days_that_follow_each_other_do_not_clash():
    assert pairs(entry("a", first=1, last=2), entry("b", first=3)) == set()


def test_what_lasts_clashes_with_all_that_its_days_hold():
    long = entry("a", first=1, last=9)

    assert pairs(long, entry("b", first=2), entry("c", first=5), entry("d", first=9)) == {
        ("a", "b"),
        ("a", "c"),
        ("a", "d"),
    }


def test_hours_that_follow_each_other_on_one_day_do_not_clash():
    assert pairs(entry("a", hours=(9, 10)), entry("b", hours=(10, 11))) == set()


def test_hours_that_overlap_clash():
    assert pairs(entry("a", hours=(9, 10.5)), entry("b", hours=(10, 11))) == {("a", "b")}


def test_hours_are_compared_as_moments_whatever_their_zones():
    paris = entry("a", first=1, hours=(19, 20))
    shanghai = entry("b", first=2, hours=(1, 2), zone=SHANGHAI)  # 19 h of the day before in Paris
    same_hours = entry("c", first=1, hours=(19, 20), zone=SHANGHAI)

    assert pairs(paris, shanghai, same_hours) == {("a", "b")}


def test_an_hour_clashes_with_a_whole_day():
    assert pairs(entry("a", hours=(9, 10)), entry("b")) == {("a", "b")}


def test_what_is_approximate_never_clashes():
    assert pairs(entry("a"), entry("b", first=1, last=30, is_exact=False)) == set()


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_is_cancelled_or_put_off_never_clashes(status):
    assert pairs(entry("a"), entry("b", status=status)) == set()


@pytest.mark.parametrize("kind", [Kind.DEADLINE, Kind.MILESTONE])
def test_deadlines_and_milestones_never_clash(kind):
    assert pairs(entry("a"), entry("b", kind)) == set()


def test_a_session_clashes_neither_with_its_event_nor_with_its_sisters():
    event = entry("event", Kind.EVENT)
    sisters = [entry(uid, Kind.SESSION, hours=(9, 10), part_of="event") for uid in ("s1", "s2")]

    assert pairs(event, *sisters) == set()


def test_a_session_clashes_by_its_hours_with_another_thing():
    session = entry("s", Kind.SESSION, hours=(9, 10), part_of="event")

    assert pairs(session, entry("a", hours=(9.5, 12)), entry("b", hours=(14, 15)), entry("c")) == {
        ("a", "s"),
        ("a", "c"),
        ("b", "c"),
    }
