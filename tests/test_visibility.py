"""Whatever way one comes by a record, one meets what its audience opens, and nothing else exists."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.enums import Audience
from meetings.minutes.exporting import ExportFormat
from meetings.models import MinutesImport
from tests.factories import (
    CountryGroupFactory,
    EventFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
    RoundTableEntryFactory,
)
from tests.meetings.part_factories import ActionItemFactory, AnnouncementFactory, DecisionFactory, SectionFactory
from tests.readers import SEES, STAFF, VISITORS, sign_in

pytestmark = pytest.mark.django_db

LISTS = {
    PartnershipFactory: ("partnerships:partnership_list", "partnerships"),
    PartnerWishFactory: ("partnerships:wish_list", "wishes"),
    MeetingFactory: ("meetings:meeting_list", "meetings"),
    EventFactory: ("events:event_list", "events"),
}
SAID = {SectionFactory: "body", DecisionFactory: "text", ActionItemFactory: "text", AnnouncementFactory: "title"}


@pytest.fixture
def client_of(make_user):
    return lambda reader: sign_in(reader, make_user)


def one_of_each(factory, group, **values):
    return {audience: factory(group=group, audience=audience, **values) for audience in Audience}


@pytest.mark.parametrize("reader", SEES)
@pytest.mark.parametrize("factory", LISTS)
def test_a_list_holds_what_its_audience_opens(client_of, group, factory, reader):
    one_of_each(factory, group)
    address, name = LISTS[factory]

    rows = client_of(reader).get(reverse(address)).context[name]

    assert {row.audience for row in rows} == SEES[reader]


@pytest.mark.parametrize("reader", SEES)
@pytest.mark.parametrize("factory", [PartnershipFactory, MeetingFactory, EventFactory])
def test_a_record_opens_for_those_who_see_it_listed_and_is_not_found_by_others(client_of, group, factory, reader):
    records = one_of_each(factory, group)
    client = client_of(reader)

    answers = {audience: client.get(record.get_absolute_url()).status_code for audience, record in records.items()}

    assert answers == {audience: 200 if audience in SEES[reader] else 404 for audience in Audience}


@pytest.mark.parametrize("audience", [Audience.GROUP, Audience.INTERNAL])
def test_a_referent_meets_the_records_of_their_organisation_in_any_group_but_not_what_cuf_keeps(as_role, audience):
    own, elsewhere = OrganisationFactory(), CountryGroupFactory(slug="ailleurs")
    partnership = PartnershipFactory(group=elsewhere, french_side=own, audience=audience)
    PartnershipFactory(group=elsewhere, audience=audience)
    client = as_role("referent", organisation=own)

    listed = list(client.get(reverse("partnerships:partnership_list")).context["partnerships"])
    answer = client.get(partnership.get_absolute_url()).status_code

    assert (listed, answer) == (([partnership], 200) if audience == Audience.GROUP else ([], 404))


@pytest.mark.parametrize("reader", SEES)
def test_no_page_names_a_pair_that_the_reader_does_not_see(client_of, group, reader):
    french = OrganisationFactory()
    for audience in Audience:
        foreign = OrganisationFactory(foreign=True, name=f"Ville-{audience}", territory__name=f"Ville-{audience}")
        PartnershipFactory(group=group, audience=audience, french_side=french, foreign_side=foreign)
    client = client_of(reader)
    pages = [
        "/",
        reverse("cufportal:map"),
        reverse("partnerships:partnership_list"),
        french.get_absolute_url(),
        french.territory.get_absolute_url(),
    ]

    named = {page: audiences_named("Ville", client.get(page)) for page in pages}

    assert named == dict.fromkeys(pages, SEES[reader])


@pytest.mark.parametrize("reader", SEES)
def test_no_page_names_a_meeting_that_the_reader_does_not_see(client_of, group, reader):
    for audience in Audience:
        day = timezone.localdate() + timedelta(days=9)
        MeetingFactory(group=group, audience=audience, title=f"Séance-{audience}", first_day=day)
    client = client_of(reader)
    pages = ["/", reverse("meetings:meeting_list"), group.get_absolute_url()]

    named = {page: audiences_named("Séance", client.get(page)) for page in pages}

    assert named == dict.fromkeys(pages, SEES[reader])


def audiences_named(word, response):
    return {audience for audience in Audience if f"{word}-{audience}" in response.text}


@pytest.mark.parametrize("reader", SEES)
@pytest.mark.parametrize(("state", "internal"), [("approved", False), ("approved", True), ("draft", False)])
def test_what_was_said_is_read_once_approved_and_the_internal_by_staff_alone(client_of, group, reader, state, internal):
    meeting = MeetingFactory(group=group, audience=Audience.PUBLIC, minutes_state=state)
    for factory, field in SAID.items():
        factory(meeting=meeting, is_internal=internal, **{field: f"Dit-{factory.__name__}"})
    partnership = PartnershipFactory(group=group, audience=Audience.PUBLIC)
    RoundTableEntryFactory(meeting=meeting, partnership=partnership, is_internal=internal, text="Dit-RoundTable")
    client = client_of(reader)
    reads = reader in STAFF or (state == "approved" and not internal)

    page = client.get(meeting.get_absolute_url()).text
    record = client.get(partnership.get_absolute_url()).text

    all_said = {f"Dit-{factory.__name__}" for factory in SAID} | {"Dit-RoundTable"}
    assert {word for word in all_said if word in page} == (all_said if reads else set())
    assert ("Dit-" in page, "Dit-" in record) == (reads, reads)


@pytest.mark.parametrize("reader", SEES)
@pytest.mark.parametrize("audience", Audience)
def test_minutes_leave_as_a_file_for_the_audience_of_their_reader(client_of, group, reader, audience):
    meeting = MeetingFactory(group=group, audience=Audience.PUBLIC, minutes_state="approved")
    SectionFactory(meeting=meeting, body="<p>Su-de-tous</p>")
    SectionFactory(meeting=meeting, body="<p>Su-de-CUF</p>", is_internal=True)
    address = reverse("meetings:meeting_export", args=[meeting.pk, ExportFormat.MARKDOWN])

    response = client_of(reader).get(address, {"audience": audience})

    allowed = reader in STAFF or audience == Audience.PUBLIC
    holds_internal = allowed and audience == Audience.INTERNAL
    assert response.status_code == (200 if allowed else 403)
    assert (response.text.count("Su-de-tous"), response.text.count("Su-de-CUF")) == (allowed, holds_internal)


@pytest.mark.parametrize("reader", SEES)
def test_imports_are_the_work_of_staff(client_of, group, reader):
    minutes_import = MinutesImport.objects.create(group=group, sha256="0" * 64, kind="text", pages=["Réunion"])
    client = client_of(reader)
    addresses = [reverse("meetings:import_list"), reverse("meetings:import_add"), minutes_import.get_absolute_url()]

    answers = [client.get(address).status_code for address in addresses]

    expected = [302, 302, 302] if reader in VISITORS else [200, 200, 200] if reader in STAFF else [403, 403, 404]
    assert answers == expected
