"""Registrations a second for one session, by members in as many threads as two workers have; floor: the same rows by
plain SQL in as many connections; peer: the page with the form.

python -m benchmarks.bench_registrations
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.scratch import scratch_portal

MEMBERS, SEATS, THREADS = 400, 40, 8
TARGET = 40  # registrations a second
TAKE = [
    "insert into events_registration (created_at, updated_at, event_id, person_id, organisation_id) "
    "values (now(), now(), %(event)s, %(person)s, %(organisation)s)",
    "select from events_session where id = %(session)s for no key update",
    "with line as (select count(*) filter (where rank is null) as held, coalesce(max(rank), 0) as last "
    "from events_seat where session_id = %(session)s) "
    "insert into events_seat (created_at, updated_at, registration_id, session_id, state, rank) "
    "select now(), now(), registration.id, %(session)s, case when held < %(seats)s then 'confirmed' else 'waiting' end, "
    "case when held < %(seats)s then null else last + 1 end from line, events_registration as registration "
    "where registration.event_id = %(event)s and registration.person_id = %(person)s",
]


def a_session(hour):
    """An hour of its own for each, for nobody is at two sessions at once."""
    from tests.factories import SessionFactory  # noqa: PLC0415 - after Django is set up

    return SessionFactory(capacity=SEATS, starts_at=datetime(2027, 12, 14, hour, tzinfo=UTC))


def standing(session):
    from events.enums import SeatState  # noqa: PLC0415

    return tuple(session.seats.filter(state=state).count() for state in (SeatState.CONFIRMED, SeatState.WAITING))


def rate(count, task):
    start = time.perf_counter()
    task()
    return count / (time.perf_counter() - start)


def by_sql(members):
    """Write the same rows without the portal."""
    from django.db import connection, connections, transaction  # noqa: PLC0415

    session = a_session(8)

    def work(part):
        for member in part:
            values = {"event": session.event_id, "session": session.pk, "seats": SEATS}
            values |= {"person": member.person, "organisation": member.organisation}
            with transaction.atomic(), connection.cursor() as cursor:
                for statement in TAKE:
                    cursor.execute(statement, values)
        connections.close_all()

    def all_at_once():
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(work, [members[number::THREADS] for number in range(THREADS)]))

    found = rate(len(members), all_at_once)
    assert standing(session) == (SEATS, len(members) - SEATS)
    return found


def by_page(address, members):
    """Open the page, then send it; two sessions, of which the first warms the workers up."""
    from django.urls import reverse  # noqa: PLC0415

    from tests.events.crowd import answers, registration  # noqa: PLC0415

    for session in (a_session(10), a_session(12)):
        page = reverse("events:registration_add", args=[session.event_id])
        ask = partial(answers, address, page, members, THREADS)
        opened, sent = [], []
        opening = rate(len(members), lambda ask=ask, opened=opened: opened.extend(ask()))
        data = partial(registration, session=session)
        sending = rate(len(members), lambda ask=ask, sent=sent, data=data: sent.extend(ask(data)))
        assert (set(opened), set(sent)) == ({200}, {302})
        assert standing(session) == (SEATS, len(members) - SEATS)
    return opening, sending


def say(name, found, target=""):
    sys.stdout.write(f"{name:<60} {found:8.1f} /s   {target}\n")


def main(folder):
    from tests.events.crowd import signed_in_members  # noqa: PLC0415
    from tests.house.processes import served  # noqa: PLC0415

    members = signed_in_members(MEMBERS)
    say(f"floor: plain SQL in {THREADS} connections", by_sql(members))
    with served(Path(folder)) as address:
        opening, sending = by_page(address, members)
    say("peer: the page with the form", opening)
    say(f"registrations, {MEMBERS} for {SEATS} seats, {THREADS} threads", sending, f"target {TARGET} /s")


if __name__ == "__main__":
    with scratch_portal() as scratch:
        main(scratch)
