"""The heading and the parts of minutes, written by hand."""

from datetime import date

import pytest
from django.urls import reverse

from core.enums import Audience
from meetings.models import ActionItem, AgendaItem, Decision, Meeting, Section
from tests.factories import MeetingFactory, OrganisationFactory
from tests.meetings.part_factories import (
    ActionItemFactory,
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    SectionFactory,
)

ADD = reverse("meetings:meeting_add")
PARTS = ("presences", "ordre-du-jour", "tour-de-table", "parties", "decisions", "actions", "agenda")
HEADING = {
    "kind": "group",
    "title": "Réunion du groupe",
    "first_day": "2026-03-12",
    "starts_at": "14:30",
    "ends_at": "16:30",
    "time_zone": "Europe/Paris",
    "mode": "on_site",
    "genre": "minutes",
    "audience": "group",
}


@pytest.fixture
def meeting(group):
    return MeetingFactory(group=group, minutes_state="draft")


@pytest.fixture
def secretariat(as_role):
    return as_role("secretariat")


def url(meeting, part, row=None, act="modifier"):
    if row is None:
        return reverse("meetings:part_list", args=[meeting.pk, part])
    names = {"modifier": "part_edit", "supprimer": "part_delete", "deplacer": "part_move"}
    return reverse(f"meetings:{names[act]}", args=[meeting.pk, part, row.pk])


def errors(response):
    return {name: list(said) for name, said in response.context["form"].errors.items()}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("role", "status"), [("member", 403), ("referent", 403), ("partner", 404), ("officer", 200)])
def test_each_part_is_written_by_staff_only(as_role, meeting, part, role, status):
    client = as_role(role)

    assert client.get(url(meeting, part)).status_code == status
    assert client.post(url(meeting, part), {}).status_code == (422 if status == 200 else status)


@pytest.mark.parametrize("act", ["modifier", "supprimer", "deplacer"])
def test_a_row_is_changed_by_staff_only(as_role, meeting, act):
    row = DecisionFactory(meeting=meeting)

    response = as_role("member").post(url(meeting, "decisions", row, act), {"text": "x", "direction": "up"})

    assert response.status_code == 403
    assert Decision.objects.get() == row


def test_a_visitor_is_asked_to_sign_in_before_writing(as_role, meeting):
    response = as_role("visitor").get(url(meeting, "decisions"))

    assert response.status_code == 302
    assert response.url.startswith("/compte/login/")


@pytest.mark.parametrize(("role", "status"), [("member", 403), ("partner", 403), ("secretariat", 200)])
def test_a_meeting_is_added_by_staff_only(as_role, role, status):
    assert as_role(role).get(ADD).status_code == status


def test_staff_add_a_meeting_whose_minutes_are_to_write(secretariat, group):
    response = secretariat.post(ADD, HEADING | {"group": group.pk})

    meeting = Meeting.objects.get()
    assert response.url == meeting.get_absolute_url()
    assert (meeting.first_day, meeting.minutes_state, meeting.audience) == (date(2026, 3, 12), "to_write", "group")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": ""}, "title"),
        ({"first_day": "30/02/2026"}, "first_day"),
        ({"last_day": "2026-03-11"}, "last_day"),
        ({"ends_at": "14:30"}, "ends_at"),
        ({"starts_at": ""}, "starts_at"),
        ({"time_zone": "Europe/Atlantide"}, "time_zone"),
        ({"audience": "martians"}, "audience"),
    ],
)
def test_a_heading_is_refused_at_the_field_to_put_right(secretariat, group, values, field):
    response = secretariat.post(ADD, HEADING | {"group": group.pk} | values)

    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert Meeting.objects.count() == 0


def test_a_meeting_sent_twice_is_refused_at_its_title(secretariat, group):
    secretariat.post(ADD, HEADING | {"group": group.pk})

    response = secretariat.post(ADD, HEADING | {"group": group.pk})

    assert errors(response) == {"title": ["Cette réunion est déjà enregistrée pour ce groupe et ce jour."]}
    assert Meeting.objects.count() == 1


def test_a_last_day_that_is_the_first_is_no_last_day(secretariat, group):
    secretariat.post(ADD, HEADING | {"group": group.pk, "last_day": "2026-03-12"})

    assert Meeting.objects.get().last_day is None


def test_a_refused_heading_leaves_the_meeting_as_it_was(secretariat, meeting):
    response = secretariat.post(
        reverse("meetings:meeting_edit", args=[meeting.pk]),
        HEADING | {"group": meeting.group.pk, "title": "Autre", "last_day": "2001-01-01"},
    )

    assert response.status_code == 422
    assert response.context["meeting"].title == meeting.title


@pytest.mark.parametrize(
    ("part", "values", "field"),
    [
        ("ordre-du-jour", {"title": ""}, "title"),
        ("ordre-du-jour", {"title": "Assises", "minutes_planned": "-5"}, "minutes_planned"),
        ("parties", {"title": "", "body": ""}, "body"),
        ("parties", {"title": "", "body": "<p></p>"}, "body"),
        ("decisions", {"kind": "decision", "text": ""}, "text"),
        ("decisions", {"kind": "oracle", "text": "Oui"}, "kind"),
        ("actions", {"text": "Écrire", "due": "un de ces jours"}, "due"),
        ("actions", {"text": "Écrire", "owner": "Office inconnu"}, "owner"),
    ],
)
def test_a_row_is_refused_at_the_field_to_put_right(secretariat, meeting, part, values, field):
    response = secretariat.post(url(meeting, part), values)

    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert response.context["rows"] == []


@pytest.mark.parametrize(
    ("part", "model", "values"),
    [
        ("ordre-du-jour", AgendaItem, {"title": "Assises", "minutes_planned": "20"}),
        ("parties", Section, {"title": "Tourisme", "body": "<p>La montagne</p>"}),
        ("decisions", Decision, {"kind": "conclusion", "text": "Tenir un agenda", "details": "CUF le tient"}),
        ("actions", ActionItem, {"text": "Écrire aux membres", "due": "fin octobre 2026"}),
    ],
)
def test_a_row_sent_twice_is_written_once(secretariat, meeting, part, model, values):
    for _ in range(2):
        response = secretariat.post(url(meeting, part), values)
        assert response.url == url(meeting, part)

    assert model.objects.filter(meeting=meeting).count() == 1


def test_an_action_has_an_owner_found_by_any_of_its_names_and_a_date_as_people_know_it(secretariat, meeting):
    cuf = OrganisationFactory(kind="network", name="Cités Unies France", acronym="CUF", territory=None)

    secretariat.post(url(meeting, "actions"), {"text": "Écrire", "owner": "cuf", "due": "fin octobre 2026"})

    action = ActionItem.objects.get()
    assert (action.owner, str(action.due.words)) == (cuf, "fin octobre 2026")


def test_a_row_is_changed_on_its_own_page(secretariat, meeting):
    owner = OrganisationFactory(name="Ville de Tours")
    action = ActionItemFactory(meeting=meeting, owner=owner)

    shown = secretariat.get(url(meeting, "actions", action))
    secretariat.post(
        url(meeting, "actions", action), {"text": "Relancer", "owner": shown.context["form"]["owner"].value()}
    )

    action.refresh_from_db()
    assert (action.text, action.owner) == ("Relancer", owner)


def test_a_row_is_reached_through_its_own_meeting_only(secretariat, group, meeting):
    elsewhere = DecisionFactory(meeting=MeetingFactory(group=group))

    assert secretariat.get(url(meeting, "decisions", elsewhere)).status_code == 404
    secretariat.post(url(meeting, "decisions", elsewhere, "supprimer"))
    assert Decision.objects.filter(pk=elsewhere.pk).exists()


def test_a_row_is_deleted_and_deleting_it_again_changes_nothing_more(secretariat, meeting):
    row, kept = DecisionFactory.create_batch(2, meeting=meeting)

    for _ in range(2):
        response = secretariat.post(url(meeting, "decisions", row, "supprimer"))
        assert response.url == url(meeting, "decisions")

    assert list(meeting.decisions.all()) == [kept]


def test_an_action_carried_on_is_not_deleted_under_it(secretariat, meeting):
    action = ActionItemFactory(meeting=meeting)
    ActionItemFactory(carried_from=action)

    response = secretariat.post(url(meeting, "actions", action, "supprimer"), follow=True)

    assert "Cette action a été reprise à une autre réunion" in response.text
    assert ActionItem.objects.filter(pk=action.pk).exists()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_with_rows_shows_them_to_be_changed(secretariat, meeting, part):
    for factory in (AttendanceFactory, AgendaItemFactory, SectionFactory, DecisionFactory, ActionItemFactory):
        factory(meeting=meeting)

    assert secretariat.get(url(meeting, part)).status_code == 200


def test_an_unknown_part_is_not_found(secretariat, meeting):
    assert secretariat.get(url(meeting, "annexes")).status_code == 404


def test_published_minutes_are_taken_a_step_back_before_they_are_changed(secretariat, group):
    meeting = MeetingFactory(group=group, minutes_state="published")
    row = DecisionFactory(meeting=meeting)

    response = secretariat.post(url(meeting, "decisions", row), {"kind": "decision", "text": "Autre"}, follow=True)

    assert "Ce compte rendu est publié" in response.text
    assert meeting.decisions.get().text == row.text


def test_mark_up_that_the_editor_does_not_make_is_taken_out(secretariat, meeting):
    body = '<p onclick="x()">Un <strong>mot</strong><script>alert(1)</script></p><a href="javascript:x()">ici</a>'

    secretariat.post(url(meeting, "parties"), {"title": "Tourisme", "body": body})

    assert Section.objects.get().body == "<p>Un <strong>mot</strong></p><a>ici</a>"


def test_plain_text_becomes_paragraphs(secretariat, meeting):
    secretariat.post(url(meeting, "parties"), {"body": "Un & deux\nsuite\n\nTrois"})

    assert Section.objects.get().body == "<p>Un &amp; deux<br>suite</p>\n\n<p>Trois</p>"


def test_the_editor_is_let_in_by_a_nonce(secretariat, meeting):
    response = secretariat.get(url(meeting, "parties"))

    nonce = response.headers["Content-Security-Policy"].split("'nonce-")[1].split("'")[0]
    assert f'type="importmap" nonce="{nonce}"' in response.text or f'nonce="{nonce}"' in response.text


def test_an_internal_meeting_does_not_exist_for_a_member_who_would_write_to_it(as_role, group):
    meeting = MeetingFactory(group=group, audience=Audience.INTERNAL)

    assert as_role("member").post(url(meeting, "decisions"), {"text": "x"}).status_code == 404


def test_a_meeting_that_is_called_off_stays_where_it_was_with_the_word(secretariat, meeting):
    form = HEADING | {"group": meeting.group_id, "is_cancelled": "on"}

    secretariat.post(reverse("meetings:meeting_edit", args=[meeting.pk]), form)

    meeting.refresh_from_db()
    pages = [meeting.get_absolute_url(), reverse("meetings:meeting_list")]
    assert meeting.is_cancelled
    assert [secretariat.get(page).text.count(">annulée</span>") for page in pages] == [1, 1]


def test_what_is_not_announced_yet_is_not_called_off(secretariat, group):
    fields = secretariat.get(ADD).context["form"].fields

    assert "is_cancelled" not in fields
