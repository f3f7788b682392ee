"""Nine readers: the seven roles, a member of another group, and an account that was closed."""

from django.contrib.auth.models import Group
from django.test import Client

from accounts.enums import Role
from core.enums import Audience
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    UserFactory,
)

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


def account_of(role, group, organisation=None):
    """The account of a role; members and referents are of `organisation`, a member of `group`. None for a visitor."""
    if role == "visitor":
        return None
    person = PersonFactory(last_name=role.capitalize())
    user = UserFactory(person=person, is_staff=role in STAFF)
    if role in {"member", "referent"}:
        organisation = organisation or OrganisationFactory()
        if not organisation.memberships.filter(group=group).exists():
            GroupMembershipFactory(group=group, organisation=organisation)
        AffiliationFactory(person=person, organisation=organisation, may_edit=role == "referent")
    else:
        user.groups.add(Group.objects.get(name=Role(role)))
    user.is_superuser = role == "administrator"
    user.save()
    return user


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
    return outsider() if reader == OUTSIDER else make_user(reader)


def outsider():
    """A member of another group, and of that group alone."""
    seat = AffiliationFactory()
    GroupMembershipFactory(group=CountryGroupFactory(slug="ailleurs"), organisation=seat.organisation)
    return UserFactory(person=seat.person)
