from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.enums import Audience
from tests.factories import CountryGroupFactory, MeetingFactory, RoundTableEntryFactory
from tests.meetings.part_factories import SectionFactory

URL = reverse("meetings:meeting_list")


def titles(response):
    return [meeting.title for meeting in response.context["meetings"]]


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("visitor", ["public"]),
        ("partner", ["public", "network"]),
        ("member", ["public", "network", "group"]),
        ("referent", ["public", "network", "group"]),
        ("secretariat", ["public", "network", "internal", "group"]),
        ("officer", ["public", "network", "internal", "group"]),
        ("administrator", ["public", "network", "internal", "group"]),
    ],
)
def test_each_role_lists_the_meetings_that_its_audience_opens(as_role, group, role, seen):
    for audience in sorted(Audience):
        MeetingFactory(group=group, title=audience, audience=audience)

    response = as_role(role).get(URL)

    assert titles(response) == seen


def test_what_is_to_come_is_first_soonest_first_then_the_past_latest_first(as_role, group):
    today = timezone.localdate()
    for days in (-400, -30, 60, 7):
        MeetingFactory(group=group, title=f"{days} jours", first_day=today + timedelta(days))
    MeetingFactory(group=group, title="en cours", first_day=today - timedelta(1), last_day=today + timedelta(1))

    response = as_role("member").get(URL)

    assert titles(response) == ["en cours", "7 jours", "60 jours", "-30 jours", "-400 jours"]
    assert response.context["headings"][0][0] == "À venir"


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_runs_a_fixed_number_of_queries(as_role, group, count, django_assert_num_queries):
    MeetingFactory.create_batch(count, group=group)
    client = as_role("member")

    with django_assert_num_queries(9):  # session, user, roles, network, years, groups; count, page; the user’s name
        response = client.get(URL)

    assert response.context["paginator"].count == count


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"year": "2018"}, ["Assises"]),
        ({"year": "1999"}, []),
        ({"group": "maroc"}, ["Fès"]),
        ({"q": "ASSISES"}, ["Assises"]),
        ({"q": "fes"}, ["Fès"]),
        ({"q": "jardin"}, ["Assises"]),
        ({"period": "a-venir"}, []),
        ({"state": "draft"}, ["Fès"]),
        ({"q": "assises", "year": "2017"}, []),
    ],
)
def test_the_filters_narrow_the_list(as_role, group, query, found):
    meeting = MeetingFactory(group=group, title="Assises", first_day=date(2018, 12, 3), readable=True)
    SectionFactory(meeting=meeting, body="<p>Un jardin à la française</p>")
    MeetingFactory(group=CountryGroupFactory(slug="maroc", name="Maroc"), title="Fès", minutes_state="draft")

    response = as_role("secretariat").get(URL, query)

    assert titles(response) == found


@pytest.mark.parametrize("query", [{"year": "MMXVII"}, {"group": "atlantide"}, {"period": "jamais"}, {"state": "x"}])
def test_a_value_that_the_filter_does_not_know_hides_nothing_and_is_said(as_role, group, query):
    MeetingFactory(group=group, title="Assises")

    response = as_role("secretariat").get(URL, query)

    assert titles(response) == ["Assises"]
    assert len(response.context["filter"].problems) == 1


def test_a_search_finds_no_meeting_by_a_passage_that_the_reader_may_not_read(as_role, group):
    meeting = MeetingFactory(group=group, readable=True)
    SectionFactory(meeting=meeting, body="<p>Une réserve</p>", internal=True)
    SectionFactory(meeting=MeetingFactory(group=group, minutes_state="draft"), body="<p>Une réserve</p>")
    hidden = RoundTableEntryFactory(meeting=meeting, text="Une réserve")
    hidden.partnership.audience = Audience.INTERNAL
    hidden.partnership.save()

    assert titles(as_role("member").get(URL, {"q": "réserve"})) == []
    assert len(titles(as_role("officer").get(URL, {"q": "réserve"}))) == 2


def test_members_do_not_filter_by_the_state_of_minutes_in_the_making(as_role, group):
    MeetingFactory(group=group, minutes_state="draft")

    response = as_role("member").get(URL, {"state": "approved"})

    assert "state" not in response.context["filter"].form.fields
    assert len(titles(response)) == 1


def test_a_page_that_does_not_exist_is_not_found_and_leads_back(as_role, group):
    MeetingFactory(group=group)

    response = as_role("member").get(URL, {"page": "12"})

    assert response.status_code == 404
    assert b"Revenir \xc3\xa0 la premi\xc3\xa8re page" in response.content


def test_htmx_gets_the_results_alone_and_caches_keep_them_apart(as_role, group):
    MeetingFactory(group=group)

    response = as_role("member").get(URL, headers={"HX-Request": "true"})

    assert b"<html" not in response.content
    assert "HX-Request" in response.headers["Vary"]


@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("visitor", "Aucune réunion n’est publique"),
        ("partner", "Aucune réunion ne vous est ouverte"),
        ("secretariat", "Aucune réunion n’est encore enregistrée"),
    ],
)
def test_an_empty_list_says_why_to_each_role(as_role, role, title):
    response = as_role(role).get(URL)

    assert title in response.text
