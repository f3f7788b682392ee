"""Time and queries of the pages people open most, with few and with many partnerships; floor: a page without records.

python -m benchmarks.bench_pages
"""

import sys

from benchmarks.scratch import line, median, scratch_portal


def pages(partnership, meeting):
    from django.urls import reverse  # noqa: PLC0415 - after Django is set up

    return {
        "floor: the page to sign in": reverse("account_login"),
        "home": reverse("cufportal:home"),
        "list": reverse("partnerships:partnership_list"),
        "record": partnership.get_absolute_url(),
        "meeting": meeting.get_absolute_url(),
        "directory": reverse("directory:organisation_list"),
        "search": reverse("cufportal:search") + "?q=commune",
    }


def measure(client, url):
    from django.db import connection  # noqa: PLC0415

    client.get(url)
    queries = []
    with connection.execute_wrapper(lambda execute, *query: (queries.append(query[0]), execute(*query))[1]):
        client.get(url)
    return median(lambda: client.get(url), 7), len(queries)


def main():
    from django.conf import settings  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from core.enums import Audience  # noqa: PLC0415
    from tests.factories import MeetingFactory, PartnershipFactory, RoundTableEntryFactory  # noqa: PLC0415

    settings.ALLOWED_HOSTS.append("testserver")
    meeting = MeetingFactory(audience=Audience.PUBLIC, readable=True)
    client, made = Client(), 0
    for count in (10, 1000):
        batch = PartnershipFactory.create_batch(count - made, audience=Audience.PUBLIC, group=meeting.group)
        made = count
        for partnership in batch[:20]:
            RoundTableEntryFactory(meeting=meeting, partnership=partnership)
        for name, url in pages(batch[0], meeting).items():
            milliseconds, queries = measure(client, url)
            sys.stdout.write(line(f"{count:>5} partnerships, {name}", milliseconds, f"{queries} queries") + "\n")


if __name__ == "__main__":
    with scratch_portal():
        main()
