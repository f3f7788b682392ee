"""A word that stands in every text of every record of a group: its members read it, and nobody of another group meets it."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.test import Client, override_settings
from django.urls import reverse

from accounts.services import feed_token, renew_feed_link
from core.enums import Audience
from delegations.models import ClosedPeriod, HostingProfile
from events.models import Registration, Seat
from tests.access_world import World, cases, undone
from tests.admin_rows import FULL_ROW
from tests.readers import OUTSIDER

pytestmark = pytest.mark.django_db

WORD = "Zibeline"
SOUGHT = "zibelines"  # what a search repeats on its page is not the word itself
APPS = ("partnerships", "events", "delegations", "meetings")
# What opens to whoever holds the link
BY_A_LINK = {
    "cufportal:personal_feed",
    "delegations:request_follow",
    "delegations:request_note",
    "partnerships:verification_answer",
}
OF_THE_NETWORK = {HostingProfile, ClosedPeriod}
WITHOUT_WORDS = {Registration, Seat}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), transaction.atomic(), files:
        made = World(Audience.GROUP)
        # An institution that is asked for its opinion reads what it is asked about
        made.users["partner"].person.affiliations.all().delete()
        made.columns = write_everywhere()
        made.feeds = {reader: feed_token(renew_feed_link(user=made.users[reader])) for reader in ("member", OUTSIDER)}
        yield made
        transaction.set_rollback(True)


def write_everywhere():
    """Put the word at the end of each text that will hold it; every record becomes one that the group alone reads."""
    written = []
    for model in {model for app in APPS for model in apps.get_app_config(app).get_models()} - OF_THE_NETWORK:
        if any(field.name == "audience" for field in model._meta.local_concrete_fields):
            model.objects.update(audience=Audience.GROUP)
        for field in model._meta.local_concrete_fields:
            if is_text(field) and is_written(model, field):
                written.append(field)
    return written


def is_text(field):
    """What people write; not what a history calls the acts that it keeps."""
    texts = type(field) in {models.CharField, models.TextField}
    has_room = field.max_length is None or field.max_length > len(WORD)
    return texts and has_room and not field.choices and field.name != "pgh_label"


def is_written(model, field):
    longest = field.max_length or 10_000
    sql = f'update {model._meta.db_table} set "{field.column}" = left("{field.column}", %s) || %s'
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [max(longest - len(WORD) - 1, 0), f" {WORD}"])
            return cursor.rowcount > 0
    except (IntegrityError, connection.Database.DataError):
        return False  # a rule of the database wants other words there


def pages(world, reader):
    """(address, what it shows) of all that is read on our own pages."""
    client = Client()
    client.cookies.load(world.cookies[reader])
    addresses = {
        world.address(line, name, path)
        for line, name, path in cases()
        if not name.startswith(("admin:", "/admin/")) and name not in BY_A_LINK
    }
    addresses |= {f"{address}?q={SOUGHT}" for address in addresses} | {"/annuaire/?q=Ville"}
    if reader in world.feeds:
        addresses.add(reverse("cufportal:personal_feed", args=[world.feeds[reader]]))
    for address in sorted(addresses):
        with undone():
            response = client.get(address)
            content = b"".join(response) if response.streaming else response.content
        yield address, content.decode(errors="replace")


def named_on(world, reader):
    return {address for address, content in pages(world, reader) if WORD in content}


def test_the_word_stands_in_what_members_read(world):
    found = named_on(world, "member")

    assert len(world.columns) > 40
    assert len([address for address in found if "?" not in address]) >= 15


@pytest.mark.parametrize("reader", [OUTSIDER, "partner", "visitor"])
def test_who_is_not_of_the_group_meets_it_on_no_page(world, reader):
    assert named_on(world, reader) == set()


def test_every_kind_of_record_holds_something_that_could_leak(world):
    told = {field.model for field in world.columns}

    kinds = {model for model in FULL_ROW if model._meta.app_label in APPS}
    assert kinds - told == OF_THE_NETWORK & kinds | WITHOUT_WORDS
