"""Outside a transaction, as the server works: a feed is answered at once while nothing at all is written."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.services import feed_token, renew_feed_link, revoke_feed_link
from events.models import Event
from tests.factories import EventFactory, UserFactory

pytestmark = pytest.mark.usefixtures("kept_rows", "django_db_serialized_rollback", "transactional_db")

PUBLIC = "/agenda/public.ics"


def test_when_nothing_at_all_was_written_one_query_is_enough(client):
    event = EventFactory(public=True)
    known = {"If-None-Match": client.get(PUBLIC).headers["ETag"]}
    client.get(PUBLIC, headers=known)

    with CaptureQueriesContext(connection) as queries:
        again = client.get(PUBLIC, headers=known)
    count = len(queries)
    Event.objects.filter(pk=event.pk).update(title="Autrement")
    changed = client.get(PUBLIC, headers=known)

    assert (again.status_code, count, changed.status_code) == (304, 1, 200)
    assert again.headers["ETag"] == known["If-None-Match"]


def test_a_revoked_link_is_not_remembered(client):
    user = UserFactory()
    address = f"/agenda/personnel/{feed_token(renew_feed_link(user=user))}.ics"
    known = {"If-None-Match": client.get(address).headers["ETag"]}
    answers = [client.get(address, headers=known).status_code for _ in range(2)]

    revoke_feed_link(user=user)

    assert [*answers, client.get(address, headers=known).status_code] == [304, 304, 404]
