import pytest

from events.services import register
from tests.factories import EventFactory, OrganisationFactory, PersonFactory


@pytest.fixture
def event(group):
    """An event that everybody sees and at which one registers here."""
    return EventFactory(group=group, open=True, public=True, title="Assises")


@pytest.fixture
def enter(make_user):
    """Return a function that registers somebody at a session, as staff do: `enter(session)` → the seat."""
    staff = make_user("secretariat")

    def one(session, organisation=None, person=None):
        person, organisation = person or PersonFactory(), organisation or OrganisationFactory()
        return register(sessions=[session], person=person, organisation=organisation, by=staff)[0]

    return one
