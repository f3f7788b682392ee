"""A feed that did not change is not sent again; what changes in anything it shows changes its mark, nothing else does."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.services import feed_token, renew_feed_link
from core.dates import FuzzyDate
from cufportal.agenda.feeds import Feed, stamp_of
from delegations.models import Delegation
from directory.models import Affiliation, GroupMembership
from events.models import AgendaEntry, Event
from meetings.models import ActionItem, Meeting
from tests.delegations.factories import ApproachFactory, DelegationFactory
from tests.factories import (
    AgendaEntryFactory,
    EventFactory,
    MeetingFactory,
    MilestoneFactory,
    PersonFactory,
    SessionFactory,
    TerritoryFactory,
    ThemeFactory,
)
from tests.meetings.part_factories import ActionItemFactory

pytestmark = pytest.mark.django_db

PUBLIC = "/agenda/public.ics"
VISIT = {"first_day": date(2027, 6, 7), "last_day": date(2027, 6, 11), "state": "scheduled", "audience": "group"}


@pytest.fixture
def member(make_user, group):
    return make_user("member")


@pytest.fixture
def world(group):
    """One of each that a member sees, and what may become of it."""
    event = EventFactory(group=group, title="Assises", registration="open")
    event.themes.add(ThemeFactory(name="Eau", slug="eau"))
    event.places.add(TerritoryFactory(name="Tours"))
    meeting = MeetingFactory(group=group, first_day=date(2027, 6, 1), minutes_state="approved")
    return {
        "event": event,
        "meeting": meeting,
        "session": SessionFactory(event=event),
        "entry": AgendaEntryFactory(group=group, accepted=True),
        "milestone": MilestoneFactory(partnership__group=group, when=FuzzyDate.year(2027)),
        "action": ActionItemFactory(meeting=meeting, due=FuzzyDate.month(2027, 7)),
        "approach": ApproachFactory(delegation=DelegationFactory(group=group, **VISIT), deadline=date(2027, 5, 1)),
    }


def etag(user):
    return stamp_of(Feed.of(User.objects.get(pk=user.pk) if user.is_authenticated else user)).etag


SHOWN = {
    "a title": lambda w: Event.objects.update(title="Autres"),
    "a day": lambda w: Meeting.objects.update(first_day=date(2027, 6, 3)),
    "words of a date": lambda w: w["milestone"].__class__.objects.update(when_words="en 2027"),
    "a state": lambda w: Event.objects.update(status="cancelled"),
    "a meeting cancelled": lambda w: Meeting.objects.update(is_cancelled=True),
    "a place": lambda w: w["event"].places.add(TerritoryFactory(name="Évreux")),
    "a place renamed": lambda w: w["event"].places.update(name="Tours-sur-Loire"),
    "a theme": lambda w: w["event"].themes.clear(),
    "a theme renamed": lambda w: w["event"].themes.update(name="Eaux"),
    "an organisation renamed": lambda w: w["approach"].organisation.__class__.objects.update(name="Ville d’Arras"),
    "deleted": lambda w: w["session"].delete(),
    "one deleted, one made alike": lambda w: (
        w["entry"].delete(),
        AgendaEntryFactory(group=w["event"].group, accepted=True),
    ),
    "kept to CUF": lambda w: Event.objects.update(audience="internal"),
    "withdrawn": lambda w: AgendaEntry.objects.update(state="withdrawn"),
    "done": lambda w: ActionItem.objects.update(state="done", done_on=date(2027, 1, 1)),
    "less told": lambda w: Delegation.objects.update(detail="existence"),
    "a membership that ended": lambda w: GroupMembership.objects.update(period=(date(2000, 1, 1), date(2001, 1, 1))),
    "an affiliation that ended": lambda w: Affiliation.objects.update(until=FuzzyDate.year(2001)),
}


@pytest.mark.parametrize("change", SHOWN)
def test_what_is_shown_or_hidden_otherwise_changes_the_mark(member, world, change):
    before = etag(member)

    SHOWN[change](world)

    assert etag(member) != before


UNSEEN = {
    "nothing": lambda w: None,
    "saved again": lambda w: w["event"].save(),
    "what the feed does not show": lambda w: Event.objects.update(summary="Autrement"),
    "what its reader may not see": lambda w: EventFactory(group=w["event"].group, audience="internal"),
    "another who comes": lambda w: Affiliation.objects.create(
        person=PersonFactory(), organisation=GroupMembership.objects.get().organisation
    ),
    "a theme of nothing": lambda w: ThemeFactory(),
    "a draft": lambda w: AgendaEntryFactory(group=w["event"].group),
}


@pytest.mark.parametrize("change", UNSEEN)
def test_what_is_not_shown_changes_nothing(member, world, change):
    before = etag(member)

    UNSEEN[change](world)

    assert etag(member) == before


def test_readers_who_see_otherwise_have_marks_of_their_own(member, make_user, world):
    assert len({etag(member), etag(make_user("officer")), etag(AnonymousUser())}) == 3


def test_a_feed_that_did_not_change_is_not_sent_again(client):
    event = EventFactory(public=True)
    first = client.get(PUBLIC)

    again = client.get(PUBLIC, headers={"If-None-Match": first.headers["ETag"]})
    Event.objects.filter(pk=event.pk).update(title="Autrement")
    changed = client.get(PUBLIC, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert changed.status_code == 200


def test_an_hour_alone_never_hides_what_was_deleted(client):
    _kept, deleted = EventFactory.create_batch(2, public=True)
    first = client.get(PUBLIC)
    deleted.delete()

    again = client.get(PUBLIC, headers={"If-Modified-Since": first.headers["Last-Modified"]})

    assert (again.status_code, again.content.count(b"BEGIN:VEVENT")) == (200, 1)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_an_unchanged_feed_costs_a_fixed_number_of_queries(client, member, count):
    EventFactory.create_batch(count)
    MeetingFactory.create_batch(count, first_day=date(2027, 6, 1))
    address = f"/agenda/personnel/{feed_token(renew_feed_link(user=member))}.ics"
    known = {"If-None-Match": client.get(address).headers["ETag"]}

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, headers=known)

    # the link with its account, its roles, what it belongs to, the mark
    assert (response.status_code, len(queries)) == (304, 4)
