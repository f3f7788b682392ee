"""From an announcement of the minutes to the event that it speaks of."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.dates import FuzzyDate, read
from core.enums import Audience
from events.enums import EventStatus
from events.models import Event
from meetings.minutes.knowledge import load_known
from meetings.services import link_event, link_known_event, make_event_of
from tests.factories import CountryGroupFactory, EventFactory, MeetingFactory
from tests.meetings.part_factories import AnnouncementFactory, AnnouncementItemFactory

pytestmark = pytest.mark.django_db

DAYS = FuzzyDate(date(2018, 12, 3), date(2018, 12, 5))


@pytest.fixture
def meeting(group):
    return MeetingFactory(group=group, readable=True, audience=Audience.NETWORK)


@pytest.fixture
def secretary(make_user):
    return make_user("secretariat")


def announced(meeting, title="Assises de Toulouse", when=DAYS, **values):
    return AnnouncementFactory(meeting=meeting, title=title, when=when, **values)


def on(first, last, **values):
    return EventFactory(first_day=FuzzyDate.day(first), last_day=FuzzyDate.day(last), **values)


def test_an_event_is_made_of_an_announcement_as_far_as_it_says(meeting, secretary):
    announcement = announced(meeting, place="Hôtel de région", registration_required=True)

    event = make_event_of(announcement=announcement, by=secretary)

    assert (event.title, event.group, event.venue) == ("Assises de Toulouse", meeting.group, "Hôtel de région")
    assert (event.day, event.status, event.audience) == (DAYS, EventStatus.TENTATIVE, Audience.NETWORK)
    assert (event.registration, event.summary) == ("none", "Inscription obligatoire.")
    (kept,) = event.announced_dates.all()
    assert (kept.by, kept.announced_on, kept.day) == (secretary, meeting.first_day, DAYS)
    announcement.refresh_from_db()
    assert announcement.event == event


@pytest.mark.parametrize("words", ["décembre 2018", "fin octobre 2016", "2018/2019"])
def test_what_is_not_known_to_the_day_stays_one_date(meeting, secretary, words):
    event = make_event_of(announcement=announced(meeting, when=read(words)), by=secretary)

    assert (event.first_day, event.last_day) == (read(words), None)


def test_items_with_a_day_and_hours_become_sessions_when_they_fit(meeting, secretary):
    announcement = announced(meeting)
    hours = {"starts_at": time(16, 30), "ends_at": time(17)}
    AnnouncementItemFactory(
        announcement=announcement, text="Focus Chine", day=date(2018, 12, 4), place="Salle 2", **hours
    )
    AnnouncementItemFactory(announcement=announcement, text="Sans heure", day=date(2018, 12, 4))
    AnnouncementItemFactory(announcement=announcement, text="Sans jour", **hours)
    AnnouncementItemFactory(announcement=announcement, text="Trop tard", day=date(2018, 12, 9), **hours)

    event = make_event_of(announcement=announcement, by=secretary)

    (session,) = event.sessions.all()
    assert (session.title, session.venue) == ("Focus Chine", "Salle 2")
    assert (session.local_start.hour, session.local_end.hour) == (16, 17)


def test_an_internal_announcement_makes_an_internal_event(meeting, secretary):
    event = make_event_of(announcement=announced(meeting, is_internal=True), by=secretary)

    assert event.audience == Audience.INTERNAL


def test_an_event_that_resembles_at_these_days_is_linked_rather_than_made_again(meeting, secretary):
    on(date(2018, 12, 3), date(2018, 12, 3), group=meeting.group, title="Salon de l’eau")
    known = on(date(2018, 12, 4), date(2018, 12, 6), group=meeting.group, title="Assises de TOULOUSE, 6e édition")
    on(date(2016, 12, 4), date(2016, 12, 6), group=meeting.group, title="Assises de Toulouse")
    on(date(2018, 12, 3), date(2018, 12, 5), group=CountryGroupFactory(slug="maroc"), title="Assises de Toulouse")

    event = make_event_of(announcement=announced(meeting), by=secretary)

    assert (event, Event.objects.count()) == (known, 4)


def test_making_an_event_twice_makes_one(meeting, secretary):
    announcement = announced(meeting)

    events = {make_event_of(announcement=announcement, by=secretary) for _ in range(2)}

    assert (len(events), Event.objects.count()) == (1, 1)


def test_without_a_date_there_is_no_event(meeting, secretary):
    with pytest.raises(ValidationError, match="Donnez d’abord une date"):
        make_event_of(announcement=announced(meeting, when=None), by=secretary)

    assert Event.objects.count() == 0


def test_members_make_no_event_of_what_is_announced(meeting, make_user):
    announcement, member = announced(meeting), make_user("member")

    for act in (make_event_of, lambda **given: link_event(event=None, **given)):
        with pytest.raises(ValidationError, match="Seule l’équipe"):
            act(announcement=announcement, by=member)

    assert Event.objects.count() == 0


def test_an_announcement_is_linked_within_its_group_alone(meeting, secretary):
    announcement, own = announced(meeting), EventFactory(group=meeting.group)
    other = EventFactory(group=CountryGroupFactory(slug="maroc"))

    link_event(announcement=announcement, event=own, by=secretary)
    with pytest.raises(ValidationError, match="autre groupe"):
        link_event(announcement=announcement, event=other, by=secretary)

    announcement.refresh_from_db()
    assert announcement.event == own


@pytest.mark.parametrize(
    ("title", "first", "last", "linked"),
    [
        ("assises de toulouse", 3, 5, True),
        ("Assises de Toulouse", 3, 6, False),
        ("Assises de Lyon", 3, 5, False),
    ],
)
def test_what_matches_exactly_is_linked_by_itself(meeting, title, first, last, linked):
    event = on(date(2018, 12, first), date(2018, 12, last), group=meeting.group, title=title)
    announcement = announced(meeting)

    link_known_event(announcement)

    assert announcement.event == (event if linked else None)


def test_an_event_is_known_by_the_dates_under_which_it_was_announced_first(meeting, secretary):
    first = announced(meeting, when=read("décembre 2018"))
    event = make_event_of(announcement=first, by=secretary)
    Event.objects.filter(pk=event.pk).update(first_day=FuzzyDate.day(date(2018, 12, 13)))
    again = announced(MeetingFactory(group=meeting.group), when=read("décembre 2018"))

    link_known_event(again)

    assert again.event == event


def test_an_announcement_outlives_its_event(meeting):
    event = EventFactory(group=meeting.group)
    announcement = announced(meeting, event=event)

    event.delete()

    announcement.refresh_from_db()
    assert announcement.event is None


def test_the_import_knows_the_events_of_the_group(group):
    EventFactory(group=group, title="Assises", first_day=read("décembre 2018"), last_day=None)
    EventFactory(group=CountryGroupFactory(slug="maroc"), title="Forum")

    known = load_known(group)

    assert [(event.title, event.first_day.year) for event in known.events] == [("Assises", 2018)]


def test_staff_make_the_event_from_the_page_of_the_meeting_even_published(as_role, meeting):
    meeting.minutes_state = "published"
    meeting.save()
    announcement = announced(meeting)
    client = as_role("secretariat")

    offered = client.get(meeting.get_absolute_url()).text.count("En faire un événement")
    response = client.post(reverse("meetings:announcement_event", args=[meeting.pk, announcement.pk]), follow=True)

    event = Event.objects.get()
    assert (offered, response.text.count("En faire un événement")) == (1, 0)
    assert response.text.count(f'href="{event.get_absolute_url()}"') == 1


@pytest.mark.parametrize(("audience", "links"), [(Audience.PUBLIC, 1), (Audience.GROUP, 0)])
def test_the_minutes_lead_to_the_events_that_the_reader_sees(client, group, audience, links):
    meeting = MeetingFactory(group=group, readable=True, audience=Audience.PUBLIC)
    event = EventFactory(group=group, audience=audience)
    announced(meeting, event=event)

    response = client.get(meeting.get_absolute_url())

    assert response.text.count(f'href="{event.get_absolute_url()}"') == links


def test_the_form_offers_the_events_of_the_group(as_role, meeting):
    own = EventFactory(group=meeting.group)
    EventFactory(group=CountryGroupFactory(slug="maroc"))

    response = as_role("secretariat").get(reverse("meetings:part_list", args=[meeting.pk, "agenda"]))

    assert list(response.context["form"].fields["event"].queryset) == [own]
