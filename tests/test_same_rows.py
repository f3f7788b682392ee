"""For each reader, what lists, the search, the agenda and its feeds tell of is exactly what opens: the rest is not found."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from accounts.services import feed_token, renew_feed_link
from core.dates import FuzzyDate
from core.enums import Audience
from delegations.models import Delegation
from events.models import AgendaEntry, Event
from meetings.models import Meeting
from partnerships.models import Partnership
from tests.delegations.factories import DelegationFactory
from tests.factories import (
    AgendaEntryFactory,
    CountryGroupFactory,
    EventFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
)
from tests.readers import CLOSED, SEES, user_of

pytestmark = pytest.mark.django_db

DAY = date(2027, 6, 7)
FUZZY = FuzzyDate.day(DAY)
MONTH = reverse("cufportal:agenda_month", args=[2027, 6])


def pair(word, **shown):
    return PartnershipFactory(**shown, foreign_side=OrganisationFactory(foreign=True, name=word, territory__name=word))


def visit(word, **shown):
    return DelegationFactory(**shown, reference=word, state="screened", first_day=DAY, last_day=DAY)


# Model → (one that is called by a word, the ways by which one may come to it)
KINDS = {
    Partnership: (pair, ["list", "group list", "search"]),
    Meeting: (
        lambda word, **shown: MeetingFactory(**shown, title=word, first_day=DAY),
        ["list", "search", "agenda", "feed"],
    ),
    Event: (
        lambda word, **shown: EventFactory(**shown, title=word, first_day=FUZZY, last_day=FUZZY),
        ["list", "search", "agenda", "feed"],
    ),
    AgendaEntry: (
        lambda word, **shown: AgendaEntryFactory(**shown, title=word, accepted=True, first_day=FUZZY),
        ["search", "agenda", "feed"],
    ),
    Delegation: (visit, ["list", "search one by one", "agenda", "feed"]),
}
LISTS = {
    Partnership: "partnerships:partnership_list",
    Meeting: "meetings:meeting_list",
    Event: "events:event_list",
    Delegation: "delegations:delegation_list",
}
SEARCH = reverse("cufportal:search")
each_reader = pytest.mark.parametrize("reader", SEES)
each_model = pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)


@pytest.fixture
def records(group, model):
    """Of each audience, in two groups: {word: record}. No word is the beginning of another."""
    groups = [group, CountryGroupFactory(slug="ailleurs")]
    shown = [{"group": one, "audience": audience} for one in groups for audience in Audience]
    words = [
        f"D-2030-{rank:03d}" if model is Delegation else f"Zibeline{rank}z" for rank in range(101, 101 + len(shown))
    ]
    return {word: KINDS[model][0](word, **values) for word, values in zip(words, shown, strict=True)}


@pytest.fixture
def client_of(make_user):
    def sign_in(reader):
        client, user = Client(), user_of(reader, make_user)
        client.user = user or AnonymousUser()
        if user:
            client.force_login(user)
        if reader == CLOSED:
            type(user).objects.filter(pk=user.pk).update(is_active=False)
        return client

    return sign_in


def feed_of(client, reader):
    if reader in {"visitor", CLOSED}:
        return reverse("cufportal:public_feed")
    return reverse("cufportal:personal_feed", args=[feed_token(renew_feed_link(user=client.user))])


def texts(way, model, client, reader, words):
    """What is shown by a way of coming to records: the texts to look for their words in."""
    if way.startswith("search"):  # a search repeats what is sought on its page: its links tell what it found
        return [client.get(SEARCH, {"q": word}).text for word in words]
    if way == "feed":
        return [client.get(feed_of(client, reader)).text]
    if way == "agenda":
        return [client.get(MONTH).text]
    query = {"group": "chine"} if way == "group list" else {}
    return [client.get(reverse(LISTS[model]), query).text]


def told_of(way, model, client, reader, records):
    found = "".join(texts(way, model, client, reader, records))
    if way in {"agenda", "feed"}:
        return {word for word in records if word in found}
    return {word for word, record in records.items() if f'"{record.get_absolute_url()}' in found}


@each_model
@each_reader
def test_what_is_told_of_is_what_opens(client_of, records, model, reader):
    client = client_of(reader)
    opened = {word: client.get(record.get_absolute_url()).status_code for word, record in records.items()}
    open_ones = {word for word, status in opened.items() if status == 200}

    told = {way: told_of(way, model, client, reader, records) for way in KINDS[model][1]}

    here = {word for word, record in records.items() if record.group.slug == "chine"}
    assert {status for status in opened.values() if status != 200} <= {404}
    assert {records[word].audience for word in open_ones & here} == SEES[reader]
    assert told == {way: open_ones & here if way == "group list" else open_ones for way in KINDS[model][1]}


@each_reader
def test_the_lists_of_who_comes_open_to_the_team_alone_in_every_form(client_of, group, reader):
    event = EventFactory(group=group, audience=Audience.PUBLIC, open=True)
    client = client_of(reader)
    ways = [reverse("events:attendee_list", args=[event.pk])]
    ways += [reverse("events:attendee_export", args=[event.pk, form]) for form in ("csv", "xlsx")]

    found = set()
    for way in ways:
        response = client.get(way)
        found.add(response.status_code)
        if response.streaming:
            b"".join(response)

    assert found == {302 if reader in {"visitor", CLOSED} else 200 if SEES[reader] == set(Audience) else 403}


def test_a_feed_changes_with_what_its_reader_may_read(client_of, group):
    MeetingFactory(group=group, audience=Audience.GROUP, title="Zibeline", first_day=datetime.now(UTC).date())
    client = client_of("member")
    feed = feed_of(client, "member")
    before = "Zibeline" in client.get(feed).text

    client.user.current_affiliations.update(until=FuzzyDate.year(2020))

    assert (before, "Zibeline" in client.get(feed).text) == (True, False)
