from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from core.enums import Audience
from tests.factories import CountryGroupFactory, EventFactory, OrganisationFactory, ThemeFactory

pytestmark = pytest.mark.django_db

URL = reverse("events:event_list")


def titles(response):
    return [event.title for event in response.context["events"]]


def event(title, first, last=None, **values):
    return EventFactory(title=title, first_day=first, last_day=last, **values)


def in_days(count):
    return FuzzyDate.day(timezone.localdate() + timedelta(count))


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("visitor", ["public"]),
        ("partner", ["network", "public"]),
        ("member", ["group", "network", "public"]),
        ("secretariat", ["group", "internal", "network", "public"]),
        ("officer", ["group", "internal", "network", "public"]),
    ],
)
def test_each_role_lists_the_events_that_its_audience_opens(as_role, group, role, seen):
    for audience in Audience:
        EventFactory(group=group, title=audience, audience=audience)

    response = as_role(role).get(URL)

    assert titles(response) == seen


def test_what_is_to_come_is_first_soonest_first_then_the_past_latest_first(as_role, group):
    for days in (-400, -30, 60, 7):
        event(f"{days} jours", in_days(days))
    event("en cours", in_days(-1), in_days(1))

    response = as_role("member").get(URL)

    assert titles(response) == ["en cours", "7 jours", "60 jours", "-30 jours", "-400 jours"]
    assert response.context["headings"][0][0] == "À venir"


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_runs_a_fixed_number_of_queries(as_role, group, count, django_assert_num_queries):
    theme = ThemeFactory()
    for made in EventFactory.create_batch(count, group=group):
        made.themes.add(theme)
        made.places.add(OrganisationFactory().territory)
    client = as_role("member")
    client.get(URL)

    with django_assert_num_queries(16):
        response = client.get(URL)

    assert response.context["paginator"].count == count


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "ASSISES"}, ["Assises"]),
        ({"q": "tourisme"}, ["Assises"]),
        ({"year": "2017"}, ["Séminaire"]),
        ({"year": "2018"}, ["Assises", "Séminaire"]),
        ({"year": "1999"}, []),
        ({"kind": "assises"}, ["Assises"]),
        ({"status": "postponed"}, ["Séminaire"]),
        ({"group": "maroc"}, ["Séminaire"]),
        ({"theme": "eau"}, ["Assises"]),
        ({"period": "a-venir"}, []),
        ({"period": "passes", "kind": "seminar"}, ["Séminaire"]),
    ],
)
def test_the_filters_narrow_the_list(as_role, group, query, found):
    values = {"kind": "assises", "status": "confirmed", "summary": "On y parle de tourisme"}
    assises = event("Assises", FuzzyDate.month(2018, 12), **values, group=group)
    assises.themes.add(ThemeFactory(slug="eau", parent=ThemeFactory(slug="environnement")))
    days = FuzzyDate.day(date(2017, 12, 30)), FuzzyDate.day(date(2018, 1, 2))
    maroc = CountryGroupFactory(slug="maroc", name="Maroc")
    event("Séminaire", *days, group=maroc, kind="seminar", status="postponed")

    response = as_role("secretariat").get(URL, query)

    assert titles(response) == found


@pytest.mark.parametrize(
    "query", [{"year": "MMXVII"}, {"year": "0000"}, {"group": "atlantide"}, {"period": "jamais"}, {"kind": "x"}]
)
def test_a_value_that_the_filter_does_not_know_hides_nothing_and_is_said(as_role, group, query):
    EventFactory(group=group, title="Assises")

    response = as_role("secretariat").get(URL, query)

    assert titles(response) == ["Assises"]
    assert len(response.context["filter"].problems) == 1


def test_a_month_is_said_to_be_a_month_and_a_day_still_to_be_given(as_role, group):
    next_year = timezone.localdate().year + 1
    event("Assises", FuzzyDate.month(next_year, 12), group=group)

    response = as_role("member").get(URL)

    assert f">décembre {next_year}</time>" in response.text
    assert "jour à préciser" in response.text


def test_htmx_gets_the_results_alone(as_role, group):
    EventFactory(group=group)

    response = as_role("member").get(URL, headers={"HX-Request": "true"})

    assert b"<html" not in response.content


@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("visitor", "Aucun événement n’est public"),
        ("partner", "Aucun événement ne vous est ouvert"),
        ("officer", "Aucun événement n’est encore enregistré"),
    ],
)
def test_an_empty_list_says_why_to_each_role(as_role, role, title):
    response = as_role(role).get(URL)

    assert title in response.text
