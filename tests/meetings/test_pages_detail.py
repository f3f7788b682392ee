from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.enums import Audience
from core.services import decide_flag, raise_flag
from meetings.enums import AttendanceRole, Presence
from meetings.models import Section
from meetings.views.minutes import PARTS
from tests.factories import (
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
    PersonFactory,
    RoundTableEntryFactory,
)
from tests.meetings.part_factories import (
    PART_FACTORIES,
    ActionItemFactory,
    AgendaItemFactory,
    AnnouncementFactory,
    AnnouncementItemFactory,
    AttendanceFactory,
    DecisionFactory,
    SectionFactory,
)


def page(client, meeting):
    return client.get(reverse("meetings:meeting_detail", args=[meeting.pk]))


def fill(meeting, count):
    for factory in PART_FACTORIES:
        factory.create_batch(count, meeting=meeting)
    for _ in range(count):
        RoundTableEntryFactory(meeting=meeting)
        RoundTableEntryFactory(meeting=meeting, kind="authority", partnership=None, organisation=OrganisationFactory())
        event = AnnouncementFactory(meeting=meeting)
        AnnouncementItemFactory(announcement=event)
        ActionItemFactory(meeting=MeetingFactory(readable=True), carried_from=ActionItemFactory(meeting=meeting))


@pytest.mark.parametrize(
    ("audience", "role", "status"),
    [
        (Audience.PUBLIC, "visitor", 200),
        (Audience.NETWORK, "visitor", 404),
        (Audience.NETWORK, "partner", 200),
        (Audience.GROUP, "partner", 404),
        (Audience.GROUP, "member", 200),
        (Audience.INTERNAL, "member", 404),
        (Audience.INTERNAL, "referent", 404),
        (Audience.INTERNAL, "secretariat", 200),
    ],
)
def test_a_meeting_outside_ones_audience_does_not_exist(as_role, group, audience, role, status):
    meeting = MeetingFactory(group=group, audience=audience)

    assert page(as_role(role), meeting).status_code == status


def test_the_page_runs_the_same_number_of_queries_whatever_its_length(as_role, group):
    client = as_role("member")
    numbers = []
    for count in (1, 3, 40):
        meeting = MeetingFactory(group=group, readable=True)
        fill(meeting, count)
        with CaptureQueriesContext(connection) as queries:
            response = page(client, meeting)
        numbers.append(len(queries))
        assert len(response.context["entries"]) == 2 * count

    # Of the history, each sort of row that changed last is read once: fewer when all are of one sort.
    assert max(numbers) == numbers[0] <= 26


@pytest.mark.parametrize("state", ["to_write", "draft"])
def test_a_draft_shows_members_its_heading_and_agenda_and_that_it_is_being_written(as_role, group, state):
    meeting = MeetingFactory(group=group, minutes_state=state, introduction="Mots d’ouverture", venue="Rue Christiani")
    fill(meeting, 1)

    response = page(as_role("member"), meeting)

    assert "Rue Christiani" in response.text
    assert "Compte rendu en préparation" in response.text
    assert "Mots d’ouverture" not in response.text
    assert [name for name in PARTS if response.context[name]] == ["agenda_items"]


def test_of_a_meeting_to_come_nothing_is_said_to_be_in_preparation(as_role, group):
    meeting = MeetingFactory(group=group, first_day=timezone.localdate() + timedelta(days=9))

    text = page(as_role("member"), meeting).text

    assert "La réunion n’a pas encore eu lieu" in text
    assert "en préparation" not in text


def test_staff_read_a_draft(as_role, group):
    meeting = MeetingFactory(group=group, minutes_state="draft")
    DecisionFactory(meeting=meeting, text="Tenir un agenda")

    assert "Tenir un agenda" in page(as_role("secretariat"), meeting).text


@pytest.mark.parametrize(("role", "shown"), [("member", False), ("referent", False), ("secretariat", True)])
def test_internal_passages_are_for_staff_only(as_role, group, role, shown):
    meeting = MeetingFactory(group=group, readable=True)
    AttendanceFactory(meeting=meeting, person=PersonFactory(last_name="SECRET-1"), internal=True)
    AgendaItemFactory(meeting=meeting, title="SECRET-2", internal=True)
    SectionFactory(meeting=meeting, body="<p>SECRET-3</p>", internal=True)
    RoundTableEntryFactory(meeting=meeting, text="SECRET-4", is_internal=True)
    DecisionFactory(meeting=meeting, text="SECRET-5", internal=True)
    ActionItemFactory(meeting=meeting, text="SECRET-6", internal=True)
    AnnouncementFactory(meeting=meeting, title="SECRET-7", internal=True)

    text = page(as_role(role), meeting).text

    assert [f"SECRET-{n}" in text for n in range(1, 8)] == [shown] * 7
    assert ("interne" in text) == shown


def test_what_was_said_of_a_record_one_may_not_see_is_not_shown(as_role, group):
    meeting = MeetingFactory(group=group, readable=True)
    hidden = PartnershipFactory(group=group, audience=Audience.INTERNAL)
    wish = PartnerWishFactory(group=group, audience=Audience.INTERNAL)
    RoundTableEntryFactory(meeting=meeting, partnership=hidden, label="SECRET-1", text="SECRET-2")
    RoundTableEntryFactory(
        meeting=meeting, partnership=None, kind="wish", wish=wish, organisation=wish.organisation, text="SECRET-3"
    )
    RoundTableEntryFactory(meeting=meeting, text="Échanges entre écoles")

    response = page(as_role("member"), meeting)

    assert "SECRET" not in response.text
    assert hidden.foreign_side.place_name not in response.text
    assert [entry.text for entry in response.context["entries"]] == ["Échanges entre écoles"]


def test_a_visitor_reads_of_organisations_elected_people_and_those_who_led(as_role, group):
    meeting = MeetingFactory(group=group, readable=True, audience=Audience.PUBLIC)
    technician = AttendanceFactory(meeting=meeting, person=PersonFactory(last_name="Technicien"))
    AttendanceFactory(
        meeting=meeting,
        person=PersonFactory(last_name="Élue"),
        elected=True,
        presence=Presence.REPRESENTED,
        represented_by=technician,
    )
    AttendanceFactory(meeting=meeting, person=PersonFactory(last_name="Animatrice"), role=AttendanceRole.FACILITATOR)
    AttendanceFactory(meeting=meeting, person=None, organisation=OrganisationFactory(name="Agence de Tours"))

    visitor, member = page(as_role("visitor"), meeting).text, page(as_role("member"), meeting).text

    names = ["Technicien", "Élue", "Animatrice", "Agence de Tours"]
    assert [name in visitor for name in names] == [False, True, True, True]
    assert [name in member for name in names] == [True] * 4


def test_attendance_reads_by_presence_with_who_stands_in(as_role, group):
    meeting = MeetingFactory(group=group, readable=True)
    stand_in = AttendanceFactory(meeting=meeting, person=PersonFactory(first_name="Anne", last_name="Roux"))
    AttendanceFactory(meeting=meeting, presence=Presence.REPRESENTED, represented_by=stand_in, elected=True)
    AttendanceFactory(meeting=meeting, presence=Presence.EXCUSED)

    response = page(as_role("member"), meeting)

    assert [str(heading) for heading, _rows in response.context["attendance"]] == [
        "Présents",
        "Représentés",
        "Excusés",
    ]
    assert "représenté par Anne Roux" in response.text


def test_the_round_stands_where_the_document_has_it(as_role, group):
    meeting = MeetingFactory(group=group, readable=True)
    SectionFactory(meeting=meeting, rank=1, title="Ouverture")
    RoundTableEntryFactory(meeting=meeting, rank=2)
    SectionFactory(meeting=meeting, rank=3, title="Agriculture")

    context = page(as_role("member"), meeting).context

    assert [section.title for section in context["sections_before"]] == ["Ouverture"]
    assert [section.title for section in context["sections_after"]] == ["Agriculture"]


def test_a_script_written_past_the_forms_is_not_shown(as_role, group):
    meeting = MeetingFactory(group=group, readable=True)
    SectionFactory(
        meeting=meeting,
        body='<p onclick="x()">Mot<script>alert(1)</script><img src=x onerror=x()></p><a href="javascript:x()">lien</a>',
    )

    section = page(as_role("member"), meeting).context["sections_after"][0]

    assert section.html == "<p>Mot</p><a>lien</a>"


def test_an_action_does_not_name_a_meeting_that_one_may_not_read(as_role, group):
    hidden = MeetingFactory(group=group, readable=True, audience=Audience.INTERNAL, first_day="2016-02-03")
    meeting = MeetingFactory(group=group, readable=True)
    ActionItemFactory(meeting=meeting, carried_from=ActionItemFactory(meeting=hidden))

    assert "3 février 2016" not in page(as_role("member"), meeting).text
    assert "3 février 2016" in page(as_role("officer"), meeting).text


def test_each_passage_says_where_the_document_says_it(as_role, group):
    meeting = MeetingFactory(group=group, readable=True)
    Section.objects.create(meeting=meeting, title="Tourisme", body="<p>…</p>", page=2, line=14, excerpt="Tourisme et")

    assert "p. 2, l. 14" in page(as_role("member"), meeting).text


@pytest.mark.parametrize(("role", "shown"), [("member", False), ("officer", True)])
def test_staff_see_each_doubt_beside_the_passage_it_is_about(as_role, group, role, shown):
    meeting = MeetingFactory(group=group, readable=True)
    entry = RoundTableEntryFactory(meeting=meeting)
    for number, record in enumerate((meeting, entry, DecisionFactory(meeting=meeting))):
        raise_flag(record=record, code="doubt", message=f"DOUTE-{number}", raised_by="un test")
    decided = raise_flag(record=entry, code="doubt", message="DOUTE-3", raised_by="un test")
    decide_flag(flag=decided, state="dismissed", reason="non", by=as_role("administrator").user)

    text = page(as_role(role), meeting).text

    assert [text.count(f"DOUTE-{number}") for number in range(4)] == [int(shown)] * 3 + [0]


@pytest.mark.parametrize(("role", "shown"), [("member", False), ("officer", True)])
def test_the_doubts_of_a_pair_are_counted_and_read_on_its_record(as_role, group, role, shown):
    entry = RoundTableEntryFactory(meeting=MeetingFactory(group=group, readable=True))
    raise_flag(record=entry.partnership, code="doubt", message="DOUTE", raised_by="un test")

    text = page(as_role(role), entry.meeting).text

    assert ("1 doute sur la fiche" in text) == shown
    assert "DOUTE" not in text
