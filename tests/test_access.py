"""Every address of the portal, asked by every reader: what they get stands in `access.txt`, and nothing else exists."""

import pytest
from django.db import transaction
from django.test import override_settings

from scripts.access_table import DOCUMENT, READERS, Line, document
from tests.access_world import METHODS, OURS, REFUSED, TABLE, World, cases, is_about, patterns
from tests.readers import CLOSED

pytestmark = pytest.mark.django_db

each_case = pytest.mark.parametrize(
    ("line", "name", "path"), [pytest.param(*case, id=" ".join([case[1], *case[0].things])) for case in cases()]
)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once; each request is undone, and nothing stays at the end."""
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), transaction.atomic(), files:
        yield World()
        transaction.set_rollback(True)


def test_every_pattern_has_its_line_and_every_line_its_pattern():
    names = {name for name, _path in patterns()}
    listed = {line.name for line in TABLE}
    about = {line.name for line in TABLE if any(is_about(line, name) for name in names)}
    told = {name for name in names if any(line.name == name or is_about(line, name) for line in TABLE)}

    assert sorted(names - told) == []
    assert sorted(listed - names - about) == []


@each_case
def test_each_reader_gets_what_the_table_says(world, line, name, path):
    address, found, written = world.address(line, name, path), {}, {}
    for reader in READERS:
        answers = {method: world.answer(reader, method, address) for method in METHODS}
        found[reader] = "/".join(status for status, _written in answers.values())
        written |= {
            (reader, method): sql for method, (status, sql) in answers.items() if method == "GET" or status in REFUSED
        }

    # The line as it should stand, if this is what was meant
    assert str(Line(line.section, line.name, line.things, line.title, found)) == str(line)
    assert {who: sql for who, sql in written.items() if sql} == {}


@each_case
def test_no_other_method_is_answered(world, line, name, path):
    address = world.address(line, name, path)

    found = {method: world.answer("officer", method, address)[0] for method in ("PUT", "PATCH", "DELETE", "TRACE")}

    assert set(found.values()) == {"405"}


def test_a_closed_account_gets_what_a_visitor_gets(world):
    officer = world.users["officer"]
    with_session = world.cookies["officer"]
    point = transaction.savepoint_create()
    type(officer).objects.filter(pk=officer.pk).update(is_active=False)
    world.cookies[CLOSED] = with_session

    found = {
        (line.name, *line.things, method): (world.answer(CLOSED, method, world.address(line, name, path))[0])
        for line, name, path in cases()
        if not name.startswith(("admin:", "/admin/"))
        for method in METHODS
    }
    transaction.savepoint_rollback(point)

    expected = {
        (line.name, *line.things, method): line.answer("visitor", method) for line in TABLE for method in METHODS
    }
    assert {key: status for key, status in found.items() if status != expected[key]} == {}


def test_a_visitor_sends_nothing_but_what_is_theirs_by_a_request_or_by_a_link():
    sent = {line.name for line in TABLE if line.name.startswith(OURS) and line.answer("visitor", "POST") not in REFUSED}

    requests = {f"delegations:request_{act}" for act in ("add", "note", "withdraw", "erase")}
    assert sent == requests | {"accounts:invitation_accept", "partnerships:verification_answer"}


def test_the_document_says_what_the_table_says():
    assert DOCUMENT.read_text(encoding="utf-8") == document(TABLE), "python scripts/access_table.py"
