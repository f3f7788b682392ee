"""The year, the month and the list, as they are opened and narrowed."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from cufportal.agenda.sources import SOURCES
from tests.factories import (
    AgendaEntryFactory,
    CountryGroupFactory,
    EventFactory,
    MeetingFactory,
    SessionFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

MONTH = "/agenda/2027/12/"
FRAGMENT = {"HX-Request": "true"}


def day(number, month=12):
    return FuzzyDate.day(date(2027, month, number))


def shown(response):
    return [entry.title for entry in response.context["filter"].shown]


def days_of(response):
    """{day: titles} of the days of a month that hold something."""
    days = [day for week in response.context["grid"].weeks for day in week.days if day]
    return {day.date.day: [line.entry.title for line in day.lines] for day in days if day.lines}


def test_the_agenda_opens_on_the_month_of_today(client):
    today = timezone.localdate()

    period = client.get(reverse("cufportal:agenda")).context["period"]

    assert (period.year, period.month) == (today.year, today.month)


def test_a_month_shows_each_entry_in_each_of_its_days(as_role):
    EventFactory(title="Assises", first_day=day(13), last_day=day(15))
    MeetingFactory(title="Réunion", first_day=date(2027, 12, 14))

    response = as_role("member").get(MONTH)

    assert days_of(response) == {13: ["Assises"], 14: ["Assises", "Réunion"], 15: ["Assises"]}


def test_a_month_has_weeks_of_seven_days_that_begin_on_monday_with_their_iso_number(client):
    weeks = client.get("/agenda/2027/1/").context["grid"].weeks

    assert [week.number for week in weeks] == [53, 1, 2, 3, 4]
    assert [[day and day.date.day for day in week.days] for week in weeks][0] == [None, None, None, None, 1, 2, 3]


def test_what_has_no_exact_day_stands_in_a_line_of_its_own(as_role):
    EventFactory(title="Assises", first_day=FuzzyDate.month(2027, 12), last_day=None)

    response = as_role("member").get(MONTH)

    assert [line.entry.title for line in response.context["grid"].undated] == ["Assises"]
    assert days_of(response) == {}


def test_a_clash_is_marked_with_words_and_says_with_what(as_role):
    meeting = MeetingFactory(title="Réunion", first_day=date(2027, 12, 14))
    EventFactory(title="Assises", first_day=day(14), last_day=None)

    page = as_role("member").get(f"{MONTH}?view=list").text

    assert page.count("En même temps que") == 2
    assert f'<a href="{meeting.get_absolute_url()}">Réunion</a></p>' in "".join(page.split("\n")).replace("  ", "")


def test_a_filter_hides_what_clashes_but_not_that_it_clashes(as_role):
    MeetingFactory(title="Réunion", first_day=date(2027, 12, 14))
    EventFactory(title="Assises", first_day=day(14), last_day=None)

    response = as_role("member").get(f"{MONTH}?kind=meeting")

    (line,) = next(day for week in response.context["grid"].weeks for day in week.days if day and day.lines).lines
    assert [other.title for other in line.clashes] == ["Assises"]


def test_a_year_counts_the_entries_of_each_day_and_those_without_a_day(as_role):
    EventFactory(first_day=day(13), last_day=day(14))
    MeetingFactory(first_day=date(2027, 12, 14))
    EventFactory(first_day=FuzzyDate.month(2027, 12), last_day=None)

    december = as_role("member").get("/agenda/2027/").context["year"][-1]

    counts = {day: count for week in december.weeks for day, count, _word in week if count}
    assert (counts, december.undated) == ({13: 1, 14: 2}, 1)


def test_a_list_goes_by_months(as_role):
    EventFactory(title="Assises", first_day=day(13), last_day=None)
    MeetingFactory(title="Réunion", first_day=date(2027, 3, 1))

    months = as_role("member").get("/agenda/2027/?view=list").context["months"]

    assert [(first, [line.entry.title for line in lines]) for first, lines in months] == [
        (date(2027, 3, 1), ["Réunion"]),
        (date(2027, 12, 1), ["Assises"]),
    ]


def test_the_list_of_no_period_is_what_is_to_come(as_role):
    today = timezone.localdate()
    for title, days in [("Hier", -1), ("Aujourd’hui", 0), ("Dans un an", 365), ("Plus tard", 366)]:
        MeetingFactory(title=title, first_day=today + timedelta(days=days))

    assert shown(as_role("member").get("/agenda/?view=list")) == ["Aujourd’hui", "Dans un an"]


@pytest.fixture
def mixed(group):
    """A meeting of another group, two events of two themes, one under the other."""
    health = ThemeFactory(name="Santé", slug="sante")
    hospitals = ThemeFactory(name="Hôpitaux", slug="hopitaux", parent=health)
    MeetingFactory(title="Ailleurs", first_day=date(2027, 12, 1), group=CountryGroupFactory(slug="maroc", name="Maroc"))
    for title, theme in [("Santé", health), ("Hôpitaux", hospitals)]:
        EventFactory(title=title, group=group, first_day=day(2), last_day=None).themes.add(theme)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Ailleurs", "Hôpitaux", "Santé"]),
        ("group=maroc", ["Ailleurs"]),
        ("kind=event", ["Hôpitaux", "Santé"]),
        ("theme=sante", ["Hôpitaux", "Santé"]),
        ("theme=hopitaux", ["Hôpitaux"]),
        ("kind=meeting&theme=sante", []),
        ("kind=nimporte", ["Ailleurs", "Hôpitaux", "Santé"]),
    ],
)
def test_filters_narrow_by_group_kind_and_theme_with_what_lies_under_it(as_role, mixed, query, expected):
    assert shown(as_role("officer").get(f"{MONTH}?{query}")) == expected


def test_an_unknown_filter_is_said_and_hides_nothing(as_role, mixed):
    response = as_role("officer").get(f"{MONTH}?theme=inconnu")

    assert response.context["filter"].problems == ["« inconnu » ne figure pas dans ce filtre : il n’est pas appliqué."]


def test_pills_take_one_filter_away_and_keep_the_others(as_role, mixed):
    pills = as_role("officer").get(f"{MONTH}?kind=event&theme=sante&view=list").context["filter"].applied

    assert [(pill["label"], pill["remove_url"]) for pill in pills] == [
        ("Sorte : événement", "?theme=sante&view=list"),
        ("Thème : Santé", "?kind=event&view=list"),
    ]


def test_the_fragment_is_the_page_without_its_frame_and_says_that_it_varies(client):
    whole, fragment = client.get(MONTH), client.get(MONTH, headers=FRAGMENT)

    assert ("<html" in whole.text, "<html" in fragment.text) == (True, False)
    assert {"HX-Request", "HX-History-Restore-Request"} <= set(whole.headers["Vary"].split(", "))


@pytest.mark.parametrize(
    "path", ["/agenda/2027/13/", "/agenda/2027/0/", "/agenda/0/", "/agenda/999/", "/agenda/99999/", "/agenda/9999/12/"]
)
def test_a_period_that_no_calendar_has_is_said_not_to_exist(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert "L’agenda n’a pas cette page" in response.text


@pytest.mark.parametrize(
    ("path", "previous", "following"),
    [
        ("/agenda/1000/1/", None, "/agenda/1000/2/"),
        ("/agenda/9998/12/", "/agenda/9998/11/", None),
        ("/agenda/1000/", None, "/agenda/1001/"),
        ("/agenda/9998/", "/agenda/9997/", None),
        ("/agenda/2027/1/", "/agenda/2026/12/", "/agenda/2027/2/"),
        ("/agenda/2027/12/", "/agenda/2027/11/", "/agenda/2028/1/"),
    ],
)
def test_each_period_leads_to_those_beside_it(client, path, previous, following):
    period = client.get(path).context["period"]

    assert [beside and beside.url for beside in (period.previous, period.next)] == [previous, following]


def test_links_from_a_period_to_the_next_keep_the_filters(as_role, mixed):
    page = as_role("officer").get(f"{MONTH}?kind=event").text

    assert 'href="/agenda/2028/1/?kind=event"' in page


def test_hours_are_those_of_the_place_with_its_name(as_role):
    MeetingFactory(first_day=date(2027, 12, 14), starts_at=time(9), ends_at=time(10), time_zone="Asia/Shanghai")

    page = " ".join(as_role("member").get(f"{MONTH}?view=list").text.split())

    assert "9h00–10h00 (Pékin)" in page.replace("09h00", "9h00").replace(" –", "–").replace("– ", "–")


@pytest.mark.parametrize("path", [MONTH, "/agenda/2027/", "/agenda/2027/?view=list"])
@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_page_runs_a_fixed_number_of_queries(as_role, path, count):
    themes = [ThemeFactory()]
    for event in EventFactory.create_batch(count, first_day=day(3), last_day=day(5)):
        event.themes.set(themes)
    SessionFactory.create_batch(count, event=event)
    MeetingFactory.create_batch(count, first_day=date(2027, 12, 4))
    AgendaEntryFactory.create_batch(count, accepted=True, first_day=day(4))
    client = as_role("member")
    client.get(path)

    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)

    # beside the sources: session, user, roles, what they belong to, groups, themes, and the person’s name
    assert (len(queries), len(shown(response))) == (len(SOURCES) + 7, 4 * count)
