"""What the words of a search find among events, sessions and dates of the agenda."""

import pytest

from events.models import AgendaEntry, Event, Session
from tests.factories import (
    AgendaEntryFactory,
    EventFactory,
    OrganisationFactory,
    SessionFactory,
    TerritoryFactory,
    TerritoryNameFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def assises():
    """The event that is looked for: at Dijon, organised by Tours, with another beside it."""
    EventFactory(title="Forum de Lyon")
    event = EventFactory(title="Assises de la coopération", summary="Échanges sur l’eau", venue="Palais des congrès")
    dijon = TerritoryFactory(name="Dijon")
    TerritoryNameFactory(territory=dijon, text="第戎")
    TerritoryNameFactory(territory=dijon, text="Dijon")
    event.places.add(dijon)
    tours = TerritoryFactory(name="Tours")
    TerritoryNameFactory(territory=tours, text="Tours")
    event.organisers.add(OrganisationFactory(territory=tours))
    return event


@pytest.mark.parametrize(
    "words", ["assises", "échange", "CONGRES", "dijon", "第戎", "tours", "assises à Dijon par Tours", "l’eau"]
)
def test_an_event_is_found_by_its_words_its_places_and_its_organisers(assises, words):
    assert list(Event.objects.matching(words)) == [assises]


def test_every_word_must_be_found(assises):
    assert list(Event.objects.matching("assises lyon")) == []


@pytest.mark.parametrize("words", ["", "  ", "de la"])
def test_a_search_that_asks_nothing_narrows_nothing(assises, words):
    assert Event.objects.matching(words).count() == 2


def test_a_session_is_found_by_its_words_and_its_place():
    place = TerritoryFactory(name="Beaune")
    TerritoryNameFactory(territory=place, text="Beaune")
    session = SessionFactory(title="Visite de terrain", place=place)
    SessionFactory(title="Atelier")

    assert list(Session.objects.matching("visite beaune")) == [session]


def test_a_date_of_the_agenda_is_found_by_its_words_and_its_organisation():
    entry = AgendaEntryFactory(title="Foire au vin", organisation=OrganisationFactory(name="Ville de Beaune"))
    AgendaEntryFactory(title="Foire au gras", organisation=OrganisationFactory(name="Ville de Brive"))

    assert list(AgendaEntry.objects.matching("foire beaune")) == [entry]
