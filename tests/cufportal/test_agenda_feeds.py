"""The feeds as calendar programs read them: another program (khal) and the library that wrote them."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils import timezone
from icalendar import Calendar

from accounts.models import User
from accounts.services import feed_token, renew_feed_link, revoke_feed_link
from core.dates import FuzzyDate
from core.enums import Audience
from cufportal.agenda.timezones import timezone_component
from tests.factories import AgendaEntryFactory, CountryGroupFactory, EventFactory, MeetingFactory, ThemeFactory
from tests.readers import SEES, VISITORS, user_of

pytestmark = pytest.mark.django_db

PUBLIC = "/agenda/public.ics"
KHAL = """
[calendars]
[[agenda]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@pytest.fixture
def read_by_khal(tmp_path):
    """Return a function that gives what khal shows of a feed in a zone, as lists of fields."""

    def read(content, first, last, fields, zone="Europe/Paris"):
        (tmp_path / "calendar").mkdir(exist_ok=True)
        (tmp_path / "feed.ics").write_bytes(content)
        (tmp_path / "config").write_text(KHAL.format(folder=tmp_path, zone=zone))
        khal = [sys.executable, "-m", "khal", "-c", str(tmp_path / "config")]
        own = {"HOME": str(tmp_path), "PATH": "", "LC_ALL": "C.UTF-8"}
        subprocess.run(
            [*khal, "import", "--batch", str(tmp_path / "feed.ics")], env=own, check=True, capture_output=True
        )
        asked = [option for field in fields for option in ("--json", field)]
        listed = subprocess.run(
            [*khal, "list", "--once", *asked, first, last], env=own, check=True, capture_output=True
        )
        days = [json.loads(line) for line in listed.stdout.splitlines() if line.startswith(b"[")]
        return [[event[field] for field in fields] for events in days for event in events]

    return read


def events_of(response):
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(response.content).walk("VEVENT")}


@pytest.fixture
def only_event(client):
    """Return a function that gives the one event of the public feed."""

    def read():
        (event,) = events_of(client.get(PUBLIC)).values()
        return event

    return read


@pytest.mark.parametrize(
    ("day", "paris"),
    [
        (date(2027, 3, 27), "09:00"),  # Paris is seven hours behind Shanghai in winter
        (date(2027, 3, 28), "10:00"),  # clocks went forward that night
        (date(2027, 10, 30), "10:00"),
        (date(2027, 10, 31), "09:00"),  # and back
    ],
)
def test_hours_are_right_in_paris_and_shanghai_across_the_changes_of_clocks(client, read_by_khal, day, paris):
    at = {"first_day": day, "starts_at": time(16), "ends_at": time(17), "audience": "public"}
    MeetingFactory(title="À Shanghai", time_zone="Asia/Shanghai", **at)
    MeetingFactory(title="À Paris", **at)
    fields = ["title", "start-date-long", "start-time", "end-time"]
    two_hours = [f"{int(paris[:2]) + 1:02}:00"]

    shown = read_by_khal(client.get(PUBLIC).content, str(day), "1d", fields)

    assert sorted(shown) == [
        ["À Paris", str(day), "16:00", "17:00"],
        ["À Shanghai", str(day), paris, *two_hours],
    ]


def test_whole_days_end_on_their_last_day(client, read_by_khal):
    days = {"first_day": FuzzyDate.day(date(2027, 3, 27)), "last_day": FuzzyDate.day(date(2027, 3, 29))}
    EventFactory(public=True, title="Assises", time_zone="Asia/Shanghai", **days)
    EventFactory(public=True, title="Séminaire", first_day=FuzzyDate.month(2027, 3), last_day=None)
    fields = ["title", "start-long", "end-long", "all-day"]

    shown = read_by_khal(client.get(PUBLIC).content, "2027-03-27", "1d", fields)

    assert sorted(shown) == [
        ["Assises", "2027-03-27", "2027-03-29", "True"],
        ["Séminaire (date à préciser)", "2027-03-01", "2027-03-31", "True"],
    ]


def test_an_exact_day_is_a_date_whose_end_is_excluded(only_event):
    MeetingFactory(audience="public", first_day=date(2027, 6, 1), last_day=date(2027, 6, 2))

    event = only_event()

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 6, 1), date(2027, 6, 3))
    assert event["DTSTART"].params["VALUE"] == "DATE"


def test_what_has_no_day_yet_is_tentative_leaves_one_free_and_says_when(only_event):
    words = FuzzyDate(date(2027, 10, 21), date(2027, 10, 31), "fin octobre 2027")
    EventFactory(public=True, title="Assises", status="confirmed", first_day=words, last_day=None)

    event = only_event()

    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (
        "Assises (date à préciser)",
        "Date annoncée : fin octobre 2027.",
    )
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 10, 21), date(2027, 11, 1))
    assert (event["STATUS"], event["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("proposed", ("TENTATIVE", "OPAQUE")),
        ("tentative", ("TENTATIVE", "OPAQUE")),
        ("confirmed", ("CONFIRMED", "OPAQUE")),
        ("postponed", ("TENTATIVE", "TRANSPARENT")),
        ("cancelled", ("CANCELLED", "TRANSPARENT")),
    ],
)
def test_the_state_of_an_event_is_told_and_what_is_cancelled_or_put_off_stays_and_takes_no_time(
    only_event, status, told
):
    EventFactory(public=True, status=status)

    event = only_event()

    assert (event["STATUS"], event["TRANSP"]) == told


def test_an_event_keeps_its_name_and_counts_its_revisions(only_event):
    event = EventFactory(public=True, title="Avant")
    before = only_event()
    event.title = "Après"
    event.save()

    after = only_event()

    assert (str(before["UID"]), int(before["SEQUENCE"])) == (f"event-{event.pk}@127.0.0.1", 0)
    assert (str(after["UID"]), int(after["SEQUENCE"]), str(after["SUMMARY"])) == (
        f"event-{event.pk}@127.0.0.1",
        1,
        "Après",
    )
    event.refresh_from_db()
    revised = event.updated_at.replace(microsecond=0)
    assert (after["LAST-MODIFIED"].dt, after["DTSTAMP"].dt) == (revised, revised)


def test_a_cancelled_meeting_is_a_revision_of_itself(only_event):
    meeting = MeetingFactory(audience="public", first_day=timezone.localdate())
    meeting.is_cancelled = True
    meeting.save()

    event = only_event()

    assert (event["STATUS"], int(event["SEQUENCE"])) == ("CANCELLED", 1)


def test_an_entry_says_where_what_of_and_leads_to_its_page(only_event):
    event = EventFactory(public=True, venue="Salle n° 1, rue ; d’Arras")
    event.themes.add(ThemeFactory(name="Eau, assainissement"))

    read = only_event()

    assert str(read["LOCATION"]) == "Salle n° 1, rue ; d’Arras"
    assert [str(category) for category in read["CATEGORIES"].cats] == ["événement", "Eau, assainissement"]
    assert str(read["URL"]) == settings.SITE_URL.rstrip("/") + event.get_absolute_url()


@pytest.mark.parametrize(
    "title", ["Deux\nlignes", "À bientôt ; demain, \\o/", "🎉 Fête 🇫🇷🇨🇳 " * 9, "南京市" * 60, 'Un "mot":', "é" * 200]
)
def test_a_title_is_read_as_it_was_written_and_its_lines_are_folded(client, title):
    AgendaEntryFactory(audience="public", accepted=True, title=title)

    content = client.get(PUBLIC).content

    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["SUMMARY"]) == title


def test_site_addresses_name_a_host_and_a_port():
    host, port = settings.ADDRESS

    assert f"http://{host}:{port}/" == settings.SITE_URL


def test_clocks_change_at_the_hour_they_showed_until_then():
    component = timezone_component("Europe/Paris", 2027, 2027)

    changes = [
        (part.name, part["DTSTART"].dt.isoformat(), part["TZOFFSETFROM"].td.seconds, part["TZOFFSETTO"].td.seconds)
        for part in component.subcomponents[1:]
    ]

    assert changes == [
        ("DAYLIGHT", "2027-03-28T02:00:00", 3600, 7200),
        ("STANDARD", "2027-10-31T03:00:00", 7200, 3600),
    ]


@pytest.mark.parametrize(
    "name", ["Europe/Paris", "Asia/Shanghai", "America/Guadeloupe", "Australia/Lord_Howe", "Africa/Casablanca"]
)
def test_the_zone_that_a_feed_carries_gives_the_hours_of_the_zone(name):
    carried, zone = timezone_component(name, 2026, 2028).to_tz(lookup_tzid=False), ZoneInfo(name)
    days = [datetime(2026, month, day, 12, tzinfo=UTC) for month in range(1, 13) for day in (1, 9, 17, 25)]

    assert [day.replace(tzinfo=carried).utcoffset() for day in days] == [
        day.replace(tzinfo=zone).utcoffset() for day in days
    ]


@pytest.mark.parametrize("name", [reader for reader in SEES if reader not in VISITORS])
def test_a_personal_feed_holds_what_its_person_may_see(client, make_user, group, name):
    user = user_of(name, make_user)
    for audience in Audience:
        EventFactory(group=group, title=audience, audience=audience)

    found = events_of(client.get(personal(user)))

    assert set(found) == {str(audience) for audience in SEES[name]}


def test_the_feed_of_a_group_holds_what_is_public_of_it(client, group):
    EventFactory(group=group, title="Chine", public=True)
    EventFactory(group=group, title="Entre nous")
    EventFactory(group=CountryGroupFactory(slug="maroc"), title="Maroc", public=True)

    assert list(events_of(client.get(f"/agenda/groupes/{group.slug}.ics"))) == ["Chine"]
    assert client.get("/agenda/groupes/inconnu.ics").status_code == 404


def test_a_personal_feed_may_be_narrowed_to_a_group_and_to_kinds(client, make_user, group):
    officer = make_user("officer")
    EventFactory(group=group, title="Chine")
    MeetingFactory(group=group, title="Réunion", first_day=timezone.localdate())
    EventFactory(group=CountryGroupFactory(slug="maroc"), title="Maroc")
    address = personal(officer)

    assert set(events_of(client.get(address + "?group=chine"))) == {"Chine", "Réunion"}
    assert set(events_of(client.get(address + "?kind=meeting&kind=nimporte"))) == {"Réunion"}


def test_a_feed_keeps_a_year_of_what_is_over(client):
    today = timezone.localdate()
    for years in (0, 1, 2):
        EventFactory(public=True, title=str(years), first_day=FuzzyDate.year(today.year - years), last_day=None)

    kept = {title[0] for title in events_of(client.get(PUBLIC))}

    assert kept == {"0", "1"}


def personal(user):
    return f"/agenda/personnel/{feed_token(renew_feed_link(user=user))}.ics"


def test_a_replaced_a_revoked_and_a_forged_link_open_nothing(client, make_user):
    member = make_user("member")
    replaced = personal(member)
    last = personal(member)
    answers = [client.get(replaced).status_code, client.get(last).status_code]
    revoke_feed_link(user=member)

    answers += [
        client.get(address).status_code for address in (last, last[:-8] + "AAAA.ics", "/agenda/personnel/a.ics")
    ]

    assert answers == [404, 200, 404, 404, 404]
    assert "Ce lien ne donne plus accès à un agenda" in client.get(last).text


def test_the_link_of_a_closed_account_opens_nothing(client, make_user):
    member = make_user("member")
    address = personal(member)
    User.objects.filter(pk=member.pk).update(is_active=False)

    assert client.get(address).status_code == 404


def test_feeds_say_who_may_keep_them(client, make_user):
    kept = [client.get(address).headers["Cache-Control"] for address in (PUBLIC, personal(make_user("member")))]

    assert kept == ["public, max-age=900", "private, no-cache"]
