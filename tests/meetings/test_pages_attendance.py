import pytest
from django.urls import reverse

from directory.enums import CodeSystem, OrganisationKind
from directory.models import Organisation, Person
from meetings.models import Attendance
from tests.factories import (
    MeetingFactory,
    OrganisationFactory,
    PersonFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    TerritoryNameFactory,
)
from tests.meetings.part_factories import AttendanceFactory

BLANK = {"presence": "present", "role": "participant"}


@pytest.fixture
def meeting(group):
    return MeetingFactory(group=group, minutes_state="draft")


@pytest.fixture
def send(as_role, meeting):
    """Return a function that sends lines of the sheet of presences, each a dict of the fields filled in."""
    client = as_role("secretariat")

    def post(*lines):
        data = {"lignes-TOTAL_FORMS": len(lines), "lignes-INITIAL_FORMS": 0}
        for number, line in enumerate(lines):
            data |= {f"lignes-{number}-{name}": value for name, value in (BLANK | line).items()}
        return client.post(reverse("meetings:part_list", args=[meeting.pk, "presences"]), data)

    return post


def errors(response):
    return [dict(form.errors) for form in response.context["form"].forms]


def test_people_are_found_or_added_by_name_and_blank_lines_do_not_count(send, meeting):
    known = PersonFactory(first_name="Dorothée", last_name="Moussu-Test")
    agency = OrganisationFactory(kind=OrganisationKind.AGENCY, territory=None, name="Agence Test")

    response = send(
        {"first_name": "dorothee", "last_name": "MOUSSU TEST", "organisation_name": "agence test"},
        {},
        {"first_name": "Anne", "last_name": "Roux", "function": "directrice", "presence": "excused"},
    )

    assert response.status_code == 302
    first, second = meeting.attendances.all()
    assert (first.person, first.organisation, first.rank) == (known, agency, 0)
    assert (str(second.person), second.presence, second.rank) == ("Anne Roux", "excused", 1)


def test_the_sheet_sent_twice_is_written_once(send, meeting):
    line = {"first_name": "Anne", "last_name": "Roux", "function": "directrice"}

    send(line)
    response = send(line)

    assert response.status_code == 302
    assert meeting.attendances.count() == 1
    assert Person.objects.filter(last_name="Roux").count() == 1


def test_somebody_already_in_the_list_is_refused_at_the_name(send, meeting):
    AttendanceFactory(meeting=meeting, person=PersonFactory(first_name="Anne", last_name="Roux"))

    response = send({"first_name": "Anne", "last_name": "Roux", "presence": "excused"})

    assert response.status_code == 422
    assert errors(response) == [{"last_name": ["Cette personne figure déjà dans la liste."]}]


def test_an_organisation_already_in_the_list_is_refused_at_its_name(send, meeting):
    agency = OrganisationFactory(kind=OrganisationKind.AGENCY, territory=None, name="Agence Test")
    AttendanceFactory(meeting=meeting, person=None, organisation=agency)

    response = send({"organisation_name": "Agence Test", "presence": "excused"})

    assert errors(response) == [{"organisation_name": ["Cet organisme figure déjà dans la liste."]}]


def test_the_same_name_on_two_lines_is_refused_and_nothing_is_half_written(send, meeting):
    line = {"first_name": "Anne", "last_name": "Roux"}

    response = send(line, line)

    assert errors(response) == [{}, {"last_name": ["Ce nom est déjà sur une ligne plus haut."]}]
    assert not Attendance.objects.exists()
    assert not Person.objects.filter(last_name="Roux").exists()


def test_a_function_without_anybody_is_refused(send):
    response = send({"function": "directrice"})

    assert errors(response) == [{"last_name": ["Indiquez une personne ou un organisme."]}]


def test_a_first_name_alone_is_refused(send):
    response = send({"first_name": "Anne"})

    assert errors(response) == [{"last_name": ["Donnez le nom de famille."]}]


def test_between_homonyms_the_organisation_decides_and_else_a_number_is_asked(send, meeting):
    agency = OrganisationFactory(kind=OrganisationKind.AGENCY, territory=None, name="Agence Test")
    one, other = PersonFactory.create_batch(2, first_name="Anne", last_name="Roux")
    AttendanceFactory(meeting=MeetingFactory(), person=other, organisation=agency)

    refused = send({"first_name": "Anne", "last_name": "Roux"})
    send({"first_name": "Anne", "last_name": "Roux", "organisation_name": "Agence Test"})
    send({"first_name": "Anne", "last_name": f"Roux (n° {one.pk})"})

    assert errors(refused) == [
        {
            "last_name": [
                f"Plusieurs personnes portent ce nom : Anne Roux (n° {one.pk}) ; Anne Roux (n° {other.pk}). "
                "Écrivez le numéro après le nom."
            ]
        }
    ]
    assert [row.person for row in meeting.attendances.all()] == [other, one]


def test_a_new_organisation_needs_its_nature(send, meeting):
    refused = send({"organisation_name": "Amis de la Chine"})
    send({"organisation_name": "Amis de la Chine", "new_kind": "association"})

    assert list(errors(refused)[0]) == ["organisation_name"]
    assert str(meeting.attendances.get().organisation) == "Amis de la Chine"


def test_an_organisation_nearly_spelt_so_is_suggested(send):
    OrganisationFactory(kind=OrganisationKind.AGENCY, territory=None, name="Agence française de développement")

    response = send({"organisation_name": "Agence francaise de developement"})

    assert "Vouliez-vous dire « Agence française de développement » ?" in errors(response)[0]["organisation_name"][0]


@pytest.mark.parametrize("name", ["Ville de Trifouilly", "ville de trifouilly", "Trifouilly", "code 99001"])
def test_an_authority_of_the_reference_data_is_made_on_first_use(send, meeting, name):
    territory = TerritoryFactory(name="Trifouilly")
    TerritoryNameFactory(territory=territory, text="Trifouilly")
    TerritoryCodeFactory(territory=territory, system=CodeSystem.INSEE_COMMUNE, code="99001")

    response = send({"last_name": "Roux", "organisation_name": name})

    assert response.status_code == 302
    assert meeting.attendances.get().organisation.territory == territory


def test_an_authority_made_on_the_way_is_unmade_when_the_sheet_is_refused(send):
    territory = TerritoryFactory(name="Trifouilly")
    TerritoryNameFactory(territory=territory, text="Trifouilly")

    response = send({"first_name": "Anne", "organisation_name": "Trifouilly"})

    assert response.status_code == 422
    assert not Organisation.objects.filter(territory=territory).exists()


def test_a_name_that_several_bear_is_settled_by_the_reader(send, meeting):
    first, second = (TerritoryFactory(name="Saint-Test") for _ in range(2))
    for territory, code in ((first, "99001"), (second, "99002")):
        TerritoryNameFactory(territory=territory, text="Saint-Test")
        TerritoryCodeFactory(territory=territory, system=CodeSystem.INSEE_COMMUNE, code=code)
    known = OrganisationFactory(territory=second, name="Ville de Saint-Test")

    refused = send({"last_name": "Roux", "organisation_name": "Saint Test"})
    send({"last_name": "Roux", "organisation_name": "Saint-Test (code 99002)"})

    assert "Saint-Test (code 99001)" in errors(refused)[0]["organisation_name"][0]
    assert meeting.attendances.get().organisation == known


def test_a_row_is_changed_without_losing_who_it_is(as_role, meeting):
    stand_in = AttendanceFactory(meeting=meeting, person=PersonFactory(first_name="Anne", last_name="Roux"))
    PersonFactory(first_name="Damien", last_name="Alary-Test")
    row = AttendanceFactory(meeting=meeting, person=PersonFactory(first_name="Damien", last_name="Alary-Test"))
    address = reverse("meetings:part_edit", args=[meeting.pk, "presences", row.pk])
    values = {"first_name": "Damien", "last_name": "Alary-Test", "presence": "represented", "role": "chair"}

    response = as_role("officer").post(address, values | {"represented_by": stand_in.pk, "level": "elected"})

    assert response.status_code == 302
    changed = Attendance.objects.get(pk=row.pk)
    assert (changed.person, changed.represented_by, changed.presence) == (row.person, stand_in, "represented")


def test_nobody_stands_in_for_themselves_nor_comes_from_another_meeting(as_role, group, meeting):
    row, elsewhere = AttendanceFactory(meeting=meeting), AttendanceFactory(meeting=MeetingFactory(group=group))
    page = as_role("officer").get(reverse("meetings:part_edit", args=[meeting.pk, "presences", row.pk]))

    offered = page.context["form"].fields["represented_by"].queryset

    assert row not in offered
    assert elsewhere not in offered
