"""Time and queries of the board and of the list with 2,000 delegations, beside what the database itself needs for the cards.

python -m benchmarks.bench_board
"""

import sys

from benchmarks.bench_pages import measure
from benchmarks.scratch import line, median, scratch_portal

COUNT, ASKED = 2000, 3
TARGETS = {"board": "target 80 ms", "list": ""}
FLOOR = """
    with ranked as (
        select d.*, row_number() over (partition by state order by coalesce(first_day, received_on), received_on, id) as rank
        from delegations_delegation d where state not in ('closed', 'refused', 'cancelled') and not is_suspect)
    select r.*, a.answer, a.deadline, o.name from ranked r
    left join delegations_approach a on a.delegation_id = r.id
    left join directory_organisation o on o.id = a.organisation_id where r.rank <= 25
"""


def fill():
    from delegations.enums import DelegationState  # noqa: PLC0415 - after Django is set up
    from tests.delegations.factories import ApproachFactory, DelegationFactory  # noqa: PLC0415
    from tests.factories import OrganisationFactory  # noqa: PLC0415

    states = list(DelegationState)
    hosts = OrganisationFactory.create_batch(30)
    for number in range(COUNT):
        delegation = DelegationFactory(state=states[number % len(states)], dated=True, audience="group")
        for rank in range(ASKED):
            ApproachFactory(delegation=delegation, organisation=hosts[(number + rank) % len(hosts)])


def main():
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    settings.ALLOWED_HOSTS.append("testserver")
    fill()
    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    with connection.cursor() as cursor:
        cursor.execute("analyze")
        floor = median(lambda: cursor.execute(FLOOR).fetchall())
    sys.stdout.write(line("floor: the cards of the board in one query", floor) + "\n")
    for name, url in {"board": "delegations:board", "list": "delegations:delegation_list"}.items():
        milliseconds, queries = measure(client, reverse(url))
        sys.stdout.write(
            line(f"{COUNT} delegations, {name}", milliseconds, f"{queries} queries  {TARGETS[name]}") + "\n"
        )


if __name__ == "__main__":
    with scratch_portal():
        main()
