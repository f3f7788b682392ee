"""The demo as each reader meets it: nothing that is linked is broken, and every page keeps the rules of the house."""

from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, models, transaction
from django.test import Client, override_settings
from django.urls import get_resolver, reverse
from django.utils import timezone

from accounts.links import invitation_token
from accounts.models import Invitation, User
from accounts.services import ask_erasure, renew_feed_link
from core.dates import FuzzyDate
from core.enums import Audience
from cufportal.merging.kinds import KINDS
from delegations.links import follow_path
from delegations.models import Delegation
from directory.merging.writing import merge_records
from directory.models import CountryGroup
from meetings.minutes.importing import store_import
from meetings.minutes.reading import read_document
from partnerships.models import Agreement, Partnership, PartnerWish, TableImport, VerificationRequest
from partnerships.services import end_partnership
from partnerships.verification.links import answer_path
from tests.access_world import sent_only
from tests.admin_rows import table_import
from tests.crawling import Crawl
from tests.delegations.factories import (
    ApproachFactory,
    CommitmentFactory,
    DelegationDocumentFactory,
    DelegationFactory,
    OpinionFactory,
    StopFactory,
)
from tests.demonstration import load_small_demo
from tests.factories import AgendaEntryFactory, InvitationFactory, OrganisationFactory
from tests.partnerships.factories import (
    CampaignFactory,
    ChangeFactory,
    VerificationRequestFactory,
    WorkbookOrderFactory,
    asked,
)

pytestmark = pytest.mark.django_db

OURS = ("core", "directory", "accounts", "partnerships", "events", "delegations", "meetings")
TAGS = """'"><img src=x onerror=alert(1)><script>alert(1)</script>"""
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
TYPED = {"cufportal:person_erase"}  # found by typing a name
SHADOWED = {f"directory:{kind}_detail" for kind in ("group", "organisation", "territory", "theme")}  # by cufportal's


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo and what it lacks, made once; each test works in a savepoint of its own, and nothing stays at the end."""
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), transaction.atomic(), files:
        load_small_demo(tmp_path_factory.mktemp("territories"))
        yield add_what_the_demo_lacks()
        transaction.set_rollback(True)


def add_what_the_demo_lacks():
    """A link to an agenda, dates of it, an open search, an import to review, and records that are returned: ended, internal, signed with a file, and visits."""
    group = CountryGroup.objects.get(slug="chine")
    ended, internal, signed = Partnership.objects.order_by("pk")[:3]
    end_partnership(partnership=ended, until=FuzzyDate.year(2020), by=None)
    Partnership.objects.filter(pk=internal.pk).update(audience=Audience.INTERNAL)
    agreement = Agreement.objects.create(partnership=signed, form="convention")
    agreement.file.save("accord.pdf", ContentFile(b"%PDF-1.7\n%%EOF"))
    PartnerWish.objects.create(group=group, organisation=signed.french_side, sought="Une ville de lacs")
    InvitationFactory(organisation=signed.french_side)
    renew_feed_link(user=User.objects.get(email="administration@example.org"))
    ask_erasure(record=User.objects.get(email="membre@example.org").person)
    for state in ("proposed", "accepted"):
        AgendaEntryFactory(
            group=group, state=state, decided_at=timezone.now(), first_day=FuzzyDate.day(timezone.localdate())
        )
    visits, campaigns = add_visits(group), add_campaigns(group, signed)
    add_tables(group)
    add_workbooks()
    add_duplicates()
    text = (Path(__file__).parent / "meetings/data/minutes_maroc.txt").read_bytes()
    store_import(document=read_document(text), group=group, name="maroc.txt")
    return ended, internal, signed, *visits, *campaigns


def add_visits(group):
    """One that is asked for, with a document; one with all that is asked before a visit; one that is done."""
    DelegationFactory(group=group, suspect=True)
    document = DelegationDocumentFactory(delegation__group=group, file="")
    document.file.save("lettre.pdf", ContentFile(b"%PDF-1.7\n%%EOF"))
    asked = DelegationFactory(group=group, state="approaching", dated=True, contact_email="wang.li@example.org")
    for part in (ApproachFactory, OpinionFactory, StopFactory):
        part(delegation=asked)
    done = DelegationFactory(group=group, state="done", dated=True)
    CommitmentFactory(outcome__delegation=done)
    return document.delegation, asked, done


def add_campaigns(group, pair):
    """A draft, and an answer that waits beside an authority that has not answered."""
    answered = VerificationRequestFactory(
        organisation=pair.french_side, state="answered", answered_at=timezone.now(), campaign__group=group
    )
    ChangeFactory(answer__request=answered, answer__partnership=pair)
    return CampaignFactory(group=group), answered, asked(group=group)[0]


def add_tables(group):
    """A table that was tried, with a name to choose; and one that was recorded."""
    tried = table_import(1)
    tried.group = group
    tried.save()
    now = timezone.now()
    TableImport.objects.create(
        group=group, sha256="f" * 64, kind="csv", columns=["Ville"], state="applied", applied_at=now
    )


def add_workbooks():
    """One of each state; that which is made has its file."""
    asked_by = User.objects.get(email="administration@example.org")
    for state in ({}, {"failed": True}, {"made": True}):
        order = WorkbookOrderFactory(asked_by=asked_by, **state)
    order.file.save("classeur.xlsx", ContentFile(b"PK"))


def add_duplicates():
    """Two that look like one, and two that were made one."""
    for name in ("Maison de la Chine", "Maison de la Chine à Tours", "Maison de la Chine de Tours"):
        OrganisationFactory(name=name, kind="culture", territory=None)
    kept, absorbed = (OrganisationFactory(name=name, kind="other", territory=None) for name in ("Amis", "Les amis"))
    merge_records(kept=kept, absorbed=absorbed, kinds=KINDS, reason="Deux fois", by=User.objects.latest("pk"))


@pytest.fixture(scope="module", params=READERS)
def reader(request):
    """Tests about one reader follow one another: the worker that runs the second has walked already."""
    return request.param


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
            starts = [record.get_absolute_url() for record in demo if is_seen(record, user or AnonymousUser())]
            starts += [link_of_a_letter(language), link_of_an_invitation(language), link_of_a_campaign()]
            done[reader] = Crawl(client, language, SAMPLE).run("/", *starts)
        return done[reader]

    return crawl


def is_seen(record, user):
    return type(record).objects.visible_to(user).filter(pk=record.pk).exists()


def link_of_a_letter(language):
    delegation = Delegation.objects.first()
    delegation.language = language
    delegation.save(update_fields=["language"])
    return follow_path(delegation)


def link_of_an_invitation(language):
    Invitation.objects.update(language=language)
    return reverse("accounts:invitation_accept", args=[invitation_token(Invitation.objects.first())])


def link_of_a_campaign():
    request = VerificationRequest.objects.unanswered().latest("pk")
    return answer_path(request, request.organisation.affiliations.get().person)


def test_nothing_that_is_linked_is_broken(crawl_as, reader):
    assert crawl_as(reader).faults == []


def test_no_cookie_is_set_but_for_the_session_the_forms_and_the_language(crawl_as, reader):
    assert set(crawl_as(reader).client.cookies) <= {"sessionid", "csrftoken", "django_language"}


def test_every_page_is_linked_from_another(crawl_as):
    # What is offered to the referents of an authority alone is not offered to CUF.
    reached = set(crawl_as("administrator").reached) | set(crawl_as("referent").reached)

    assert our_views() - reached - sent_only() - SHADOWED - TYPED == set()


def our_views():
    found = set()
    for included in get_resolver().url_patterns:
        namespace = getattr(included, "namespace", None)
        if namespace in {"accounts", "cufportal", "directory", "partnerships", "events", "delegations", "meetings"}:
            found |= {f"{namespace}:{pattern.name}" for pattern in included.url_patterns}
    return found


# The administrator first: the audit reads every version, and those that another test wrote and took back are still in the way.
@pytest.mark.parametrize("reader", ["administrator", "referent", "visitor"])
def test_what_people_write_in_any_field_stays_text(demo, reader):
    written = write_tags_everywhere()
    email, language = READERS[reader]
    client = Client()
    if email:
        client.force_login(User.objects.get(email=email))

    crawl = Crawl(client, language, 1).run("/", *[record.get_absolute_url() for record in demo[:3]])

    assert [fault for fault in crawl.faults if "onerror" in fault or "in the page" in fault] == []
    assert len(written) > 60


def is_label(field):
    """What a history calls the acts that it keeps, which nobody writes."""
    return field.name == "pgh_label"


def write_tags_everywhere():
    """Add tags to each text of each table that will hold them; return the columns that do."""
    written = []
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields if model._meta.app_label in OURS else ():
            if type(field) in {models.CharField, models.TextField} and not (
                field.choices or field.unique or is_label(field)
            ):
                room = f"left({field.column}, {field.max_length - len(TAGS)})" if field.max_length else field.column
                if not field.max_length or field.max_length > len(TAGS):
                    written += [field] if updated(model._meta.db_table, field.column, room) else []
    return written


def updated(table, column, room):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update {table} set {column} = {room} || %s where {column} <> ''", [TAGS])
            return cursor.rowcount > 0
    except IntegrityError:  # a rule of the database refuses such words there
        return False
