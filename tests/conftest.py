import warnings

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import translation
from hypothesis import settings
from pytest_django.plugin import blocking_manager_key

from cufportal.postgres import unusable
from tests.factories import CountryGroupFactory
from tests.mail_server import MailServer
from tests.readers import account_of

# The same examples each time, so that a failing test fails again; no deadline, so that a busy machine fails none.
settings.register_profile("portal", derandomize=True, deadline=None)
settings.load_profile("portal")

# Left to itself, it notes as empty, whatever their size, the tables that a test filled and took back: what is asked next
# is then planned for one row, and may take a minute.
NO_AUTOVACUUM = """
do $$ declare name regclass; begin
    for name in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
        execute format('alter table %s set (autovacuum_enabled = off)', name);
    end loop;
end $$
"""
# Taken up last, they would keep one worker busy for minutes while the other has nothing left to do.
LONG = ("test_crawl.py", "test_hostile_input.py")
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


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.path.name not in LONG)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(NO_AUTOVACUUM)


@pytest.fixture(autouse=True)
def _french_at_first():
    """A request leaves its language to the thread: without this, the next test would read on in Chinese."""
    translation.deactivate()


@pytest.fixture(scope="module")
def kept_rows(django_db_setup, django_db_blocker):
    """Put back at the end what migrations wrote: these tests empty every table, and the database serves again."""
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture
def group(db):
    return CountryGroupFactory()


@pytest.fixture
def make_user(db, group):
    """Return a function that makes the user of a role: `make_user("referent", organisation=…)`; None for a visitor."""

    return lambda role, organisation=None: account_of(role, group, organisation)


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


@pytest.fixture
def server(settings):
    """A real mail server, to which the portal's letters go."""
    server = MailServer()
    options = {"host": "127.0.0.1", "port": server.port, "timeout": 5}
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}
    server.start()
    yield server
    server.stop()
