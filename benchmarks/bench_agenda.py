"""Time and queries of the agenda with 2,000 entries a year over all sources, each beside its floor.

python -m benchmarks.bench_agenda
"""

import sys
from datetime import UTC, date, datetime, time, timedelta

from benchmarks.scratch import line, median, scratch_portal

YEAR = 2027
FLOOR = """select id, title, first_day, last_day, starts_at, ends_at, venue, sequence, updated_at from meetings_meeting
where first_day between %s and %s"""


def day(number):
    return date(YEAR, 1, 1) + timedelta(days=number % 365)


def fill():
    """As many rows of each of eleven sources, spread over the year, in one group whose member reads them."""
    from core.dates import FuzzyDate  # noqa: PLC0415 - after Django is set up
    from tests import factories as made  # noqa: PLC0415
    from tests.delegations import factories as visits  # noqa: PLC0415
    from tests.meetings.part_factories import ActionItemFactory  # noqa: PLC0415

    group, themes = made.CountryGroupFactory(), made.ThemeFactory.create_batch(5)
    pair = made.PartnershipFactory(group=group)
    meeting = made.MeetingFactory(group=group, minutes_state="approved")
    shared = {"group": group, "state": "scheduled", "audience": "group", "detail": "full"}
    for number in range(182):
        when, exact = day(number * 11), FuzzyDate.day(day(number * 11))
        event = made.EventFactory(group=group, first_day=exact, last_day=None, registration="open")
        event.themes.add(themes[number % 5])
        event.registration_closes_at = datetime.combine(when, time(12), UTC)
        event.save()
        made.SessionFactory(event=event)
        made.PlanStepFactory(event=event, due=exact)
        hours = {"starts_at": time(9), "ends_at": time(11)}
        made.MeetingFactory(group=group, title=f"Réunion {number}", first_day=when, **hours)
        made.AgendaEntryFactory(group=group, accepted=True, first_day=exact)
        made.MilestoneFactory(partnership=pair, when=FuzzyDate.month(YEAR, number % 12 + 1))
        made.AgreementFactory(partnership=pair, until=exact)
        ActionItemFactory(meeting=meeting, due=exact)
        visit = visits.DelegationFactory(first_day=when, last_day=when, **shared)
        begin = datetime.combine(when, time(9), UTC)
        visits.StopFactory(delegation=visit, starts_at=begin, ends_at=begin + timedelta(hours=1))
    return group


def reader(group):
    from accounts.services import feed_token, renew_feed_link  # noqa: PLC0415
    from tests import factories as made  # noqa: PLC0415

    user = made.UserFactory()
    seat = made.AffiliationFactory(person=user.person)
    made.GroupMembershipFactory(group=group, organisation=seat.organisation)
    return user, f"/agenda/personnel/{feed_token(renew_feed_link(user=user))}.ics"


def measure(name, target, get):
    from django.db import connection  # noqa: PLC0415

    get()
    queries = []
    with connection.execute_wrapper(lambda execute, *query: (queries.append(query[0]), execute(*query))[1]):
        get()
    sys.stdout.write(line(name, median(get, 9), f"{target}, {len(queries)} queries") + "\n")


def floors():
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    def rows(first, last, times):
        with connection.cursor() as cursor:
            for _ in range(times):
                cursor.execute(FLOOR, [first, last])
                cursor.fetchall()

    month, year = (date(YEAR, 12, 1), date(YEAR, 12, 31)), (date(YEAR, 1, 1), date(YEAR, 12, 31))
    measure("floor: plain SQL, a month, 13 times 1/10 of the rows", "", lambda: rows(*month, 13))
    measure("floor: plain SQL, a year, 13 times 1/10 of the rows", "", lambda: rows(*year, 13))
    measure("floor: the page to sign in", "", lambda: Client().get("/compte/login/"))


def floor_of_calendar(entries):
    """The library alone: the same number of events, made and written."""
    from icalendar import Calendar, Event  # noqa: PLC0415

    def write():
        calendar = Calendar()
        for entry in entries:
            event = Event()
            for name, value in (
                ("uid", entry.uid),
                ("summary", entry.title),
                ("dtstart", entry.starts or entry.day.first),
            ):
                event.add(name, value)
            event.add("dtstamp", entry.updated_at)
            calendar.add_component(event)
        return calendar.to_ical()

    measure(f"floor: icalendar alone, {len(entries)} events of 4 lines", "", write)


def main():
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from cufportal.agenda.entries import entries_between  # noqa: PLC0415

    settings.ALLOWED_HOSTS.append("testserver")
    user, address = reader(fill())
    with connection.cursor() as cursor:
        cursor.execute("analyze")
    client, anybody = Client(), Client()
    client.force_login(user)
    entries = entries_between(user, date(YEAR, 1, 1), date(YEAR, 12, 31))
    floors()
    floor_of_calendar(entries)
    measure(
        f"entries of a year: {len(entries)}", "", lambda: entries_between(user, date(YEAR, 1, 1), date(YEAR, 12, 31))
    )
    measure("month", "at most 60 ms", lambda: client.get(f"/agenda/{YEAR}/12/"))
    measure("year", "at most 80 ms", lambda: client.get(f"/agenda/{YEAR}/"))
    measure("list of a year", "", lambda: client.get(f"/agenda/{YEAR}/?view=list"))
    measure("feed, cold", "at most 700 ms", lambda: anybody.get(address))
    known = {"If-None-Match": anybody.get(address).headers["ETag"]}
    measure("feed, unchanged", "at most 5 ms", lambda: anybody.get(address, headers=known))


if __name__ == "__main__":
    with scratch_portal():
        main()
