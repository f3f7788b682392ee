"""Nine readers: the seven roles, a member of another group, and an account that was closed."""

from django.test import Client

from core.enums import Audience
from tests.factories import AffiliationFactory, CountryGroupFactory, GroupMembershipFactory, UserFactory

STAFF = ("secretariat", "officer", "administrator")
CLOSED = "inactive"
OUTSIDER = "outsider"
VISITORS = ("visitor", CLOSED)
# What audience each reader reaches among the records of the group of the tests.
SEES = {
    "visitor": {Audience.PUBLIC},
    CLOSED: {Audience.PUBLIC},
    OUTSIDER: {Audience.PUBLIC, Audience.NETWORK},
    "partner": {Audience.PUBLIC, Audience.NETWORK},
    "member": {Audience.PUBLIC, Audience.NETWORK, Audience.GROUP},
    "referent": {Audience.PUBLIC, Audience.NETWORK, Audience.GROUP},
    **dict.fromkeys(STAFF, set(Audience)),
}


def sign_in(reader, make_user):
    """Return the client of a reader, as they are once signed in."""
    client, user = Client(), user_of(reader, make_user)
    if user:
        client.force_login(user)
    if reader == CLOSED:
        user.is_active = False
        user.save()
    return client


def user_of(reader, make_user):
    if reader == CLOSED:
        return make_user("officer")
    if reader == OUTSIDER:
        user = UserFactory()
        seat = AffiliationFactory(person=user.person)
        GroupMembershipFactory(group=CountryGroupFactory(slug="ailleurs"), organisation=seat.organisation)
        return user
    return make_user(reader)
