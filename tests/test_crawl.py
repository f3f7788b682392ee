"""The demo as each reader meets it: nothing that is linked is broken, and every page keeps the rules of the house."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client, override_settings
from django.urls import get_resolver

from accounts.models import User
from core.dates import FuzzyDate
from core.enums import Audience
from directory.models import CountryGroup
from meetings.minutes.importing import store_import
from meetings.minutes.reading import read_document
from partnerships.models import Agreement, Partnership, PartnerWish
from partnerships.services import end_partnership
from tests.crawling import Crawl
from tests.demonstration import load_small_demo

pytestmark = pytest.mark.django_db

SAMPLE = 3  # records of one kind are alike
# The languages are shared out: each is read by somebody of each sort.
READERS = {
    "visitor": (None, "fr"),
    "member": ("membre@example.org", "en"),
    "referent": ("referent@example.org", "fr"),
    "partner": ("partenaire@example.org", "zh-hans"),
    "secretariat": ("secretariat@example.org", "zh-hans"),
    "officer": ("mission@example.org", "fr"),
    "administrator": ("administration@example.org", "en"),
}
ACTS = {  # reached by POST alone
    "meetings:action_act",
    "meetings:import_accept_certain",
    "meetings:minutes_state",
    "meetings:part_delete",
    "meetings:part_move",
    "meetings:proposal_accept",
    "meetings:proposal_correct",
    "meetings:proposal_reject",
    "partnerships:doubt_decide",
    "partnerships:wish_withdraw",
}
SHADOWED = {"directory:group_detail", "directory:organisation_detail", "directory:territory_detail"}  # by cufportal's


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo and what it lacks, made once; each test works in a savepoint of its own, and nothing stays at the end."""
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), transaction.atomic(), files:
        load_small_demo(tmp_path_factory.mktemp("territories"))
        yield add_what_the_demo_lacks()
        transaction.set_rollback(True)


def add_what_the_demo_lacks():
    """An open search, an import to review, and three records that are returned: ended, internal, signed with a file."""
    group = CountryGroup.objects.get(slug="chine")
    ended, internal, signed = Partnership.objects.order_by("pk")[:3]
    end_partnership(partnership=ended, until=FuzzyDate.year(2020), by=None)
    Partnership.objects.filter(pk=internal.pk).update(audience=Audience.INTERNAL)
    agreement = Agreement.objects.create(partnership=signed, form="convention")
    agreement.file.save("accord.pdf", ContentFile(b"%PDF-1.7\n%%EOF"))
    PartnerWish.objects.create(group=group, organisation=signed.french_side, sought="Une ville de lacs")
    text = (Path(__file__).parent / "meetings/data/minutes_maroc.txt").read_bytes()
    store_import(document=read_document(text), group=group, name="maroc.txt")
    return ended, internal, signed


@pytest.fixture(scope="module")
def crawl_as(demo):
    """Return a function that walks through the portal as a reader, once for all tests."""
    done = {}

    def crawl(reader):
        if reader not in done:
            email, language = READERS[reader]
            client, user = Client(), User.objects.filter(email=email).first()
            if user:
                client.force_login(user)
            starts = [record.get_absolute_url() for record in demo] if user and user.sees_all else []
            done[reader] = Crawl(client, language, SAMPLE).run("/", *starts)
        return done[reader]

    return crawl


@pytest.mark.parametrize("reader", READERS)
def test_nothing_that_is_linked_is_broken(crawl_as, reader):
    assert crawl_as(reader).faults == []


def test_every_page_is_linked_from_another(crawl_as):
    reached = set(crawl_as("administrator").reached)

    assert our_views() - reached - ACTS - SHADOWED == set()


def our_views():
    found = set()
    for included in get_resolver().url_patterns:
        namespace = getattr(included, "namespace", None)
        if namespace in {"cufportal", "directory", "partnerships", "meetings"}:
            found |= {f"{namespace}:{pattern.name}" for pattern in included.url_patterns}
    return found
