"""Members who have signed in, and what they send, many at once, to a server that listens."""

import http.client
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.test import Client

from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    UserFactory,
)

TOKEN = "c" * 32  # what a browser sends twice, in its cookie and in the form, to show that the form is ours


class Member(NamedTuple):
    cookie: str
    affiliation: int
    person: int
    organisation: int


def signed_in_members(count, colleagues=10):
    """As many members of a group, with `colleagues` of them in each organisation."""
    group, found = CountryGroupFactory(), []
    for number in range(count):
        if number % colleagues == 0:
            organisation = OrganisationFactory()
            GroupMembershipFactory(group=group, organisation=organisation)
        person = PersonFactory(email=f"membre-{number}@example.org")
        affiliation = AffiliationFactory(person=person, organisation=organisation)
        client = Client()
        client.force_login(UserFactory(person=person, password="!"))
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = f"{settings.SESSION_COOKIE_NAME}={key}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
        found.append(Member(cookie, affiliation.pk, person.pk, organisation.pk))
    return found


def registration(member, session):
    """What the page sends for somebody who registers itself."""
    return {"who": member.affiliation, "sessions": session.pk}


def answers(server, path, members, threads, data: Callable | None = None):
    """Open `path` as each member, or post what `data` makes for them; return the status of each answer."""

    def work(part):
        connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=120)
        found = [send(connection, path, member, data and data(member)) for member in part]
        connection.close()
        return found

    parts = [members[number::threads] for number in range(threads)]
    with ThreadPoolExecutor(threads) as pool:
        return [status for found in pool.map(work, parts) for status in found]


def send(connection, path, member, data):
    headers = {"Cookie": member.cookie}
    if data is None:
        connection.request("GET", path, headers=headers)
    else:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("POST", path, urlencode(data | {"csrfmiddlewaretoken": TOKEN}), headers)
    response = connection.getresponse()
    response.read()
    return response.status
