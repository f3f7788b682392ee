import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import formats, translation

from core.dates import FuzzyDate
from meetings.minutes.exporting import ExportFormat, export_minutes
from tests.factories import EventFactory, MeetingFactory, TerritoryFactory

HEADINGS = {
    "fr": "Qui coopère avec qui, entre la France et la Chine",
    "en": "Who cooperates with whom, between France and China",
    "zh-hans": "法中之间，谁与谁合作",
}


class FirstHeading(HTMLParser):
    text, inside = None, False

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "h1" and self.text is None

    def handle_data(self, data):
        if self.inside:
            self.text, self.inside = data.strip(), False


def heading(response):
    parser = FirstHeading()
    parser.feed(response.content.decode())
    return parser.text


@pytest.mark.django_db
@pytest.mark.parametrize("language", HEADINGS)
def test_a_visitor_reads_the_portal_in_the_language_chosen(client, language):
    response = client.post(reverse("set_language"), {"language": language, "next": "/"}, follow=True)

    assert (response.wsgi_request.path, heading(response)) == ("/", HEADINGS[language])


@pytest.mark.parametrize(
    ("language", "name", "beside"),
    [("fr", "Nankin", "南京市"), ("en", "Nanjing", "南京市"), ("zh-hans", "南京市", "")],
)
def test_a_territory_bears_its_name_in_the_language_of_the_page(language, name, beside):
    territory = TerritoryFactory.build(chinese=True, name="Nankin", name_zh="南京市")

    with translation.override(language):
        shown = str(territory), territory.name_beside

    assert shown == (name, beside)


@pytest.mark.parametrize("language", ["fr", "en", "zh-hans"])
def test_a_territory_without_a_name_in_chinese_keeps_the_french_one(language):
    territory = TerritoryFactory.build(name="Bretagne")

    with translation.override(language):
        shown = str(territory), territory.name_beside

    assert shown == ("Bretagne", "")


@pytest.mark.parametrize(
    ("language", "written"),
    [("fr", "5 janvier 2027"), ("en", "5 January 2027"), ("zh-hans", "2027年1月5日")],
)
def test_a_date_is_written_as_its_readers_write_it(language, written):
    with translation.override(language):
        text = formats.date_format(date(2027, 1, 5), "DATE_FORMAT")

    assert text == written


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_minutes_are_exported_in_the_language_they_are_written_in(language):
    meeting = MeetingFactory()
    plain = {"format": ExportFormat.MARKDOWN, "audience": meeting.audience}
    in_french = export_minutes(meeting, **plain)

    with translation.override(language):
        exported = export_minutes(meeting, **plain)

    assert exported == in_french


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "initials", "month"),
    [
        ("fr", "LMMJVSD", "décembre 2027"),
        ("en", "MTWTFSS", "December 2027"),
        ("zh-hans", "一二三四五六日", "2027年12月"),
    ],
)
def test_the_agenda_names_days_and_months_as_the_language_does(client, language, initials, month):
    EventFactory(audience="public", first_day=FuzzyDate.day(date(2027, 12, 13)))

    response = client.get("/agenda/2027/12/", headers={"accept-language": language})

    [caption] = re.findall(r"<caption[^>]*>(.*?)</caption>", response.content.decode())
    assert ("".join(initial for _day, initial in response.context["weekdays"]), caption) == (initials, month)
