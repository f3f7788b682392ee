"""Two hundred people before the portal as `make run` serves it: two processes, in which real transactions meet."""

from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from events.models import Registration, Session
from tests.events.crowd import answers, registration, signed_in_members
from tests.events.rows import ranks
from tests.factories import EventFactory, SessionFactory
from tests.house.processes import new_folder, served

pytestmark = pytest.mark.usefixtures("kept_rows", "django_db_serialized_rollback", "transactional_db")


@pytest.fixture
def server():
    """Return a function that serves this test's own database, once its rows are there."""
    with new_folder() as folder:
        yield lambda: served(folder, DATABASE_URL=address_of_database(), PORTAL_SECRET_KEY=settings.SECRET_KEY)


def address_of_database():
    known = connection.settings_dict
    where = {"user": known["USER"], "password": known["PASSWORD"], "host": known["HOST"], "port": known["PORT"]}
    given = {
        name: value for name, value in (where | known["OPTIONS"]).items() if value and isinstance(value, str | int)
    }
    return f"postgresql:///{known['NAME']}?{urlencode(given)}"


def test_of_two_hundred_people_forty_have_a_seat_and_the_others_wait_in_line(server):
    session = SessionFactory(capacity=40, event=EventFactory(open=True))
    members, page = signed_in_members(200), reverse("events:registration_add", args=[session.event_id])

    with server() as address:
        statuses = answers(address, page, members, 20, lambda member: registration(member, session))

    assert statuses == [302] * 200
    assert session.seats.filter(state="confirmed").count() == 40
    assert ranks(session) == list(range(1, 161))
    assert (Registration.objects.count(), Session.objects.get(pk=session.pk).taken) == (200, 40)
    assert set(session.seats.values_list("person", flat=True)) == {member.person for member in members}
