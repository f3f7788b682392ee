import warnings

import pytest
from django.contrib.auth.models import Group
from django.db import OperationalError, connection
from django.test import Client
from django.utils import translation
from hypothesis import settings
from pytest_django.plugin import blocking_manager_key

from accounts.enums import Role
from cufportal.postgres import unusable
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    UserFactory,
)

# The same examples each time, so that a failing test fails again; no deadline, so that a busy machine fails none.
settings.register_profile("portal", derandomize=True, deadline=None)
settings.load_profile("portal")

ROLES = ("visitor", "member", "referent", "partner", "secretariat", "officer", "administrator")


def pytest_sessionstart(session):
    """Reach the database once, before any worker starts: one sentence says that it is down, not one error per test."""
    if hasattr(session.config, "workerinput") or session.config.option.collectonly:
        return
    allowed = session.config.stash[blocking_manager_key].unblock()
    quiet = warnings.catch_warnings(action="ignore")  # Django warns before it tries a second database
    try:
        with quiet, allowed, connection._nodb_cursor():
            pass
    except OperationalError as error:
        pytest.exit(unusable(error, connection.settings_dict) or str(error), returncode=2)


@pytest.fixture(autouse=True)
def _french_at_first():
    """A request leaves its language to the thread: without this, the next test would read on in Chinese."""
    translation.deactivate()


@pytest.fixture
def group(db):
    return CountryGroupFactory()


@pytest.fixture
def make_user(db, group):
    """Return a function that makes the user of a role: `make_user("referent", organisation=…)`; None for a visitor."""

    def make(role, organisation=None):
        if role == "visitor":
            return None
        person = PersonFactory(last_name=role.capitalize())
        user = UserFactory(person=person, is_staff=role in {"secretariat", "officer", "administrator"})
        if role in {"member", "referent"}:
            organisation = organisation or OrganisationFactory()
            GroupMembershipFactory(group=group, organisation=organisation)
            AffiliationFactory(person=person, organisation=organisation, may_edit=role == "referent")
        else:
            user.groups.add(Group.objects.get(name=Role(role)))
        user.is_superuser = role == "administrator"
        user.save()
        return user

    return make


@pytest.fixture
def as_role(make_user):
    """Return a function that gives the signed-in client of a role: `as_role("member")`."""

    def sign_in(role, **options):
        client = Client()
        user = make_user(role, **options)
        if user:
            client.force_login(user)
        client.user = user
        return client

    return sign_in
