import pytest
from django.contrib.messages import get_messages

from core.dates import read
from meetings.models import ActionItem, Announcement, Attendance, Decision, Meeting, Proposal, RoundTableEntry, Section
from tests.admin_forms import page, said, send
from tests.admin_rows import FULL_ROW
from tests.factories import MeetingFactory, OrganisationFactory, PersonFactory, RoundTableEntryFactory


def row(prefix, rank=0, **values):
    values = {"rank": "0", **values}
    return {f"{prefix}-TOTAL_FORMS": str(rank + 1)} | {f"{prefix}-{rank}-{name}": v for name, v in values.items()}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"starts_at": "14:30", "ends_at": "12:00"}, "La réunion finit après avoir commencé."),
        ({"ends_at": "12:00"}, "Une heure de fin demande une heure de début."),
        ({"last_day": "13/09/2017"}, "Le dernier jour ne précède pas le premier."),
        ({"time_zone": "Paris"}, "« Paris » n’est pas un fuseau horaire, par exemple Europe/Paris."),
        (row("attendances", rank=0, presence="present", role="chair"), "Indiquez une personne ou un organisme."),
        (row("entries", kind="wish", text="Rien"), "Une intervention concerne un partenariat ou un organisme."),
    ],
)
def test_what_contradicts_itself_comes_back_with_a_sentence(as_role, changes, sentence):
    url = page(Meeting, "change", MeetingFactory().pk)

    response = send(as_role("officer"), url, changes)

    assert said(response) == [sentence]


def test_somebody_named_twice_in_one_go_is_refused(as_role):
    url, person = page(Meeting, "change", MeetingFactory().pk), PersonFactory()
    twice = row("attendances", 0, person=person.pk, presence="present", role="chair")
    twice |= row("attendances", 1, person=person.pk, presence="present", role="speaker")

    response = send(as_role("officer"), url, twice)

    assert said(response) == ["Cette personne figure déjà dans la liste."]
    assert not Attendance.objects.exists()


def test_the_secretariat_writes_the_minutes_on_one_page(as_role):
    url = page(Meeting, "change", MeetingFactory().pk)
    typed = row("sections", title="Ouverture", body="<p>Le président <strong>ouvre</strong>.</p><script>x</script>")
    typed |= row("actions", text="Écrire aux membres", due="décembre 2018")
    typed |= row("attendances", organisation=OrganisationFactory().pk, presence="present", role="participant")
    typed |= row("announcements", title="Assises", when="octobre 2018")

    send(as_role("secretariat"), url, typed)

    assert Section.objects.get().body == "<p>Le président <strong>ouvre</strong>.</p>"
    assert ActionItem.objects.get().due == read("décembre 2018")
    assert (Attendance.objects.count(), Announcement.objects.get().when) == (1, read("octobre 2018"))


@pytest.mark.parametrize(("state", "titles"), [("approved", ["Autre"]), ("published", ["Ouverture"])])
def test_what_published_minutes_hold_is_written_no_more(as_role, state, titles):
    meeting = MeetingFactory(minutes_state=state, introduction="Avant")
    section = Section.objects.create(meeting=meeting, title="Ouverture", body="<p>Texte</p>")
    typed = row("sections", id=section.pk, meeting=meeting.pk, title="Autre", body="<p>Texte</p>")
    typed |= {"sections-INITIAL_FORMS": "1", "introduction": "Après"}

    send(as_role("officer"), page(Meeting, "change", meeting.pk), typed)

    assert [one.title for one in Section.objects.all()] == titles
    assert (Meeting.objects.get().introduction == "Avant") == (state == "published")


def test_a_part_of_published_minutes_is_not_written_on_its_own_page_either(as_role):
    section = Section.objects.create(meeting=MeetingFactory(minutes_state="published"), title="Ouverture")

    answers = [as_role("officer").post(page(Section, act, section.pk)).status_code for act in ("change", "delete")]

    assert answers == [403, 403]


@pytest.mark.parametrize(("state", "added"), [("approved", 1), ("published", 0)])
def test_a_part_is_added_on_its_own_page_to_minutes_that_are_not_published(as_role, state, added):
    meeting = MeetingFactory(minutes_state=state)

    response = send(as_role("officer"), page(Section, "add"), {"meeting": meeting.pk, "title": "Autre", "rank": 1})

    assert Section.objects.count() == added
    assert ("Le compte rendu de cette réunion est publié" in response.content.decode()) == (not added)


def test_the_page_of_a_full_meeting_saves(as_role):
    meeting = FULL_ROW[Meeting](2)
    RoundTableEntryFactory.create_batch(100, meeting=meeting)

    response = send(as_role("officer"), page(Meeting, "change", meeting.pk), {"title": "Un autre titre"})

    meeting.refresh_from_db()
    assert (response.status_code, meeting.title) == (302, "Un autre titre")
    assert RoundTableEntry.objects.filter(meeting=meeting).count() == 104


def test_a_folded_list_says_how_much_it_holds(as_role):
    meeting = MeetingFactory()
    RoundTableEntryFactory.create_batch(3, meeting=meeting)

    response = as_role("officer").get(page(Meeting, "change", meeting.pk))

    headings = [str(inline.opts.verbose_name_plural) for inline in response.context["inline_admin_formsets"]]
    assert [heading for heading in headings if "(" in heading] == ["Tour de table (3)"]


def test_a_record_does_not_keep_the_count_of_the_page_before(as_role):
    client, full = as_role("officer"), MeetingFactory()
    RoundTableEntryFactory(meeting=full)
    client.get(page(Meeting, "change", full.pk))

    response = client.get(page(Meeting, "change", MeetingFactory().pk))

    assert "Tour de table (" not in response.text


def test_rows_added_without_a_rank_come_last_in_their_order(as_role):
    meeting = MeetingFactory()
    Decision.objects.create(meeting=meeting, text="Déjà là", rank=7)
    typed = row("decisions", 1, kind="decision", text="Une") | row("decisions", 2, kind="decision", text="Deux")

    send(as_role("officer"), page(Meeting, "change", meeting.pk), typed)

    assert list(meeting.decisions.values_list("rank", "text")) == [(7, "Déjà là"), (8, "Une"), (9, "Deux")]


def test_an_action_that_was_carried_over_is_not_deleted(as_role):
    action = FULL_ROW[ActionItem](0)

    response = as_role("officer").post(page(ActionItem, "delete", action.carried_from_id), {"post": "yes"})

    assert "« Avant » ne peut pas être supprimé : les fiches ci-dessous le citent." in response.text
    assert ActionItem.objects.count() == 2


def test_proposals_are_decided_on_the_review_page_only(as_role):
    proposal, client = FULL_ROW[Proposal](0), as_role("administrator")

    statuses = [
        client.post(page(Proposal, "change", proposal.pk), {"state": "accepted"}).status_code,
        client.get(page(Proposal, "delete", proposal.pk)).status_code,
        client.get(page(Proposal, "add")).status_code,
    ]

    assert statuses == [403, 403, 403]


def test_entries_are_found_by_the_places_they_speak_of(as_role):
    wanted = RoundTableEntryFactory(partnership__foreign_side__territory__name_zh="武汉市")
    RoundTableEntryFactory()

    response = as_role("officer").get(page(RoundTableEntry, "changelist"), {"q": "武汉"})

    assert list(response.context["cl"].queryset) == [wanted]


def act(client, model, action, record):
    return client.post(page(model, "changelist"), {"action": action, "_selected_action": [record.pk], "confirmed": "1"})


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_minutes_go_a_step_at_a_time(as_role):
    meeting, client = MeetingFactory(introduction="Ouverture"), as_role("secretariat")
    states = []

    for action in ("step_forward", "step_forward", "step_back"):
        act(client, Meeting, action, meeting)
        meeting.refresh_from_db()
        states.append(meeting.minutes_state)

    assert states == ["draft", "amendment", "draft"]


def test_minutes_go_no_further_than_published(as_role):
    meeting = MeetingFactory(minutes_state="published")

    response = act(as_role("officer"), Meeting, "step_forward", meeting)

    refusal = "Le compte rendu est dans l’état « publié » : il ne passe pas de là à « publié »."
    assert messages_of(response) == [f"{meeting} : {refusal}"]


def test_the_state_of_minutes_is_never_typed_in(as_role):
    meeting = MeetingFactory()

    send(as_role("administrator"), page(Meeting, "change", meeting.pk), {"minutes_state": "published"})

    meeting.refresh_from_db()
    assert meeting.minutes_state == "to_write"


def test_an_action_done_here_is_done_in_the_meeting_it_comes_from(as_role):
    action = FULL_ROW[ActionItem](0)

    act(as_role("secretariat"), ActionItem, "complete", action)

    assert set(ActionItem.objects.values_list("state", flat=True)) == {"done"}


@pytest.mark.parametrize(
    ("acts", "state"), [(["drop"], "dropped"), (["drop", "reopen"], "open"), (["complete", "reopen"], "open")]
)
def test_an_action_is_dropped_and_taken_up_again(as_role, acts, state):
    action, client = FULL_ROW[ActionItem](0), as_role("officer")

    for name in acts:
        act(client, ActionItem, name, action)

    action.refresh_from_db()
    assert action.state == state


def test_an_action_without_a_later_meeting_is_not_carried(as_role):
    action = FULL_ROW[ActionItem](0)

    response = act(as_role("officer"), ActionItem, "carry", action)

    refusal = "Le groupe n’a pas de réunion plus tard : ajoutez-la d’abord."
    assert messages_of(response) == [f"{action} : {refusal}"]


def test_a_proposal_leads_to_its_review_page(as_role):
    proposal = FULL_ROW[Proposal](0)

    response = as_role("officer").get(page(Proposal, "change", proposal.pk))

    assert f'href="{proposal.minutes_import.get_absolute_url()}"' in response.text
