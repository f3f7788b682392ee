from datetime import date, time

import pytest

from core.dates import FuzzyDate
from core.enums import Audience
from directory.enums import OrganisationKind
from meetings.minutes.composing import compose
from meetings.minutes.rendering.text import render_text
from meetings.models import ActionItem, Announcement, AnnouncementItem, Attendance, Decision, Section
from tests.factories import (
    CountryGroupFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
    RoundTableEntryFactory,
    TerritoryFactory,
)


@pytest.fixture
def meeting(db):
    """A meeting with one row of each kind, and an internal twin of those that may be internal."""
    meeting = MeetingFactory(
        title="Réunion du groupe-pays",
        starts_at=time(14, 30),
        ends_at=time(16, 30),
        venue="Salle des fêtes",
        readable=True,
    )
    agency = OrganisationFactory(kind=OrganisationKind.AGENCY, territory=None, name="Agence des eaux")
    Attendance.objects.create(
        meeting=meeting, person=PersonFactory(first_name="Zoé", last_name="Élue"), level="elected"
    )
    Attendance.objects.create(meeting=meeting, person=PersonFactory(first_name="Max", last_name="Technicien"))
    Attendance.objects.create(meeting=meeting, organisation=agency)
    pair = PartnershipFactory(
        audience=Audience.NETWORK,
        french_side__territory=TerritoryFactory(name="Tulle"),
        foreign_side__territory=TerritoryFactory(chinese=True, name="Guilin", name_zh="桂林市"),
    )
    RoundTableEntryFactory(
        meeting=meeting, partnership=pair, rank=2, text="Vergers partagés", milestone="2018 : dix ans"
    )
    for internal in (False, True):
        secret = "secret " if internal else ""
        Section.objects.create(
            meeting=meeting, rank=3, title=f"{secret}Bilan", body=f"<p>{secret}corps</p>", is_internal=internal
        )
        Decision.objects.create(meeting=meeting, kind="conclusion", text=f"{secret}conclusion", is_internal=internal)
        ActionItem.objects.create(meeting=meeting, text=f"{secret}action", owner=agency, is_internal=internal)
    event = Announcement.objects.create(
        meeting=meeting, title="Forum", when=FuzzyDate.month(2018, 12), registration_required=True
    )
    AnnouncementItem.objects.create(
        announcement=event, text="Table ronde", day=date(2018, 12, 3), starts_at=time(9), ends_at=time(10)
    )
    return meeting


def text_for(meeting, audience):
    return render_text(compose(meeting, audience=audience))


def test_the_minutes_say_when_who_and_what(meeting):
    text = text_for(meeting, Audience.GROUP)

    wanted = (
        "Réunion du groupe-pays",
        "Le 14 septembre 2017 – de 14h30 à 16h30",
        "Salle des fêtes",
        "Zoé Élue",
        "Agence des eaux",
        "Guilin",
        "桂林市",
        "Vergers partagés",
        "2018 : dix ans",
        "corps",
        "conclusion",
        "action",
        "décembre 2018",
        "Table ronde",
    )
    assert [words for words in wanted if words not in text] == []


@pytest.mark.parametrize("audience", [Audience.GROUP, Audience.NETWORK, Audience.PUBLIC])
def test_internal_passages_leave_for_nobody_outside_cuf(meeting, audience):
    assert "secret" not in text_for(meeting, audience)


def test_cuf_reads_its_internal_passages(meeting):
    assert text_for(meeting, Audience.INTERNAL).count("secret") == 4


def test_what_was_said_of_a_partnership_goes_no_further_than_its_record(meeting):
    assert "Vergers partagés" in text_for(meeting, Audience.NETWORK)
    assert "Vergers partagés" not in text_for(meeting, Audience.PUBLIC)


def test_what_was_said_of_a_record_of_another_group_stays_with_that_group(meeting):
    elsewhere = PartnershipFactory(group=CountryGroupFactory(slug="maroc"), audience=Audience.GROUP)
    RoundTableEntryFactory(meeting=meeting, partnership=elsewhere, text="Entre eux")

    assert "Entre eux" not in text_for(meeting, Audience.GROUP)
    assert "Entre eux" in text_for(meeting, Audience.INTERNAL)


def test_outside_the_network_only_public_functions_are_named(meeting):
    text = text_for(meeting, Audience.PUBLIC)

    assert "Élue" in text
    assert "Technicien" not in text
    assert "Agence des eaux" in text


def test_the_round_stands_where_the_document_has_it(meeting):
    Section.objects.create(meeting=meeting, rank=1, title="Ouverture", body="<p>Mots d’accueil</p>")
    text = text_for(meeting, Audience.GROUP)

    assert text.index("Mots d’accueil") < text.index("Vergers partagés") < text.index("corps")


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Commune de Tulle – Guilin (Guangxi)", "Commune de Tulle – Guilin (Guangxi)"),
        ("Commune de Tulle – Guiyang", "Ville de Tulle – Guilin"),
        ("", "Ville de Tulle – Guilin"),
    ],
)
def test_a_pair_reads_as_it_was_written_unless_a_person_chose_another_territory(meeting, label, shown):
    meeting.entries.update(label=label)

    assert shown in text_for(meeting, Audience.GROUP)


def test_who_stands_in_is_named_only_where_they_are_listed(meeting):
    elected, technician = meeting.attendances.filter(person__isnull=False)
    elected.represented_by = technician
    elected.save()

    assert "représenté par Max Technicien" in text_for(meeting, Audience.GROUP)
    assert "Max" not in text_for(meeting, Audience.PUBLIC)
