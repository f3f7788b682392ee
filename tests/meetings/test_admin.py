import pytest

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
        (row("actions", text="Écrire", state="done"), "Une action faite porte la date où elle l’a été, et elle seule."),
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
    typed |= row("actions", text="Écrire aux membres", due="décembre 2018", state="open")
    typed |= row("attendances", organisation=OrganisationFactory().pk, presence="present", role="participant")
    typed |= row("announcements", title="Assises", when="octobre 2018")

    send(as_role("secretariat"), url, typed)

    assert Section.objects.get().body == "<p>Le président <strong>ouvre</strong>.</p>"
    assert ActionItem.objects.get().due == read("décembre 2018")
    assert (Attendance.objects.count(), Announcement.objects.get().when) == (1, read("octobre 2018"))


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
