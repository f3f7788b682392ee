"""What a requester reads by their secret link, and what they may still do."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from core.links import make_link_token
from core.models import Letter
from delegations.links import follow_path, follow_token
from delegations.models import Delegation, RequesterNote, StateChange
from delegations.services import add_requester_note, change_state, renew_link
from delegations.services.notes import MOST_NOTES
from delegations.standings import STANDINGS
from tests.delegations.asking import said
from tests.delegations.factories import ApproachFactory, DelegationFactory, StopFactory
from tests.factories import OrganisationFactory, TerritoryFactory, ThemeFactory, UserFactory

pytestmark = pytest.mark.django_db
PURPOSE = "Étudier les déchets <b>ménagers</b>"


@pytest.fixture
def delegation():
    made = DelegationFactory(
        purpose=PURPOSE, contact_name="Wang Li", contact_email="wang.li@example.org", language="fr"
    )
    StateChange.objects.create(delegation=made, to_state="received")
    return made


def come_to(delegation, *states):
    """Write the road of a delegation as staff took it; what each step asks is tried elsewhere."""
    by = UserFactory()
    for state in states:
        StateChange.objects.create(delegation=delegation, from_state=delegation.state, to_state=state, by=by)
        delegation.state = state
        delegation.save()


@pytest.fixture
def officer(make_user):
    return make_user("officer")


def act(name, delegation):
    return reverse(f"delegations:request_{name}", args=[follow_token(delegation)])


def read(client, delegation):
    return client.get(follow_path(delegation))


# What it tells


def test_the_page_tells_what_was_asked_and_where_it_stands(client, delegation):
    response = read(client, delegation)

    assert response.context["standing"] == STANDINGS["received"]
    assert [place for _title, place in response.context["steps"]] == ["current", "ahead", "ahead", "ahead", "ahead"]
    assert delegation.reference in response.text


def test_words_of_strangers_stay_text(client, delegation):
    add_requester_note(delegation=delegation, text="<script>alert(1)</script>")

    page = read(client, delegation).text

    assert "Étudier les déchets &lt;b&gt;ménagers&lt;/b&gt;" in page
    assert "<script>alert" not in page


def test_every_state_has_words_for_a_stranger(client, delegation):
    shown = {}
    for state in STANDINGS:
        Delegation.objects.filter(pk=delegation.pk).update(
            state=state, first_day=date(2027, 6, 7), last_day=date(2027, 6, 11)
        )
        delegation.changes.all().delete()
        shown[state] = read(client, delegation).context["standing"]

    assert shown == STANDINGS


def test_messages_of_cuf_are_read_newest_first_and_reasons_never(client, delegation, officer):
    change_state(delegation=delegation, to="screened", by=officer, message="Nous vous lisons.", reason="Intéressant")
    change_state(delegation=delegation, to="refused", by=officer, message="Hélas non.", reason="Trop cher pour nous")

    response = read(client, delegation)

    assert [change.message for change in response.context["messages_told"]] == ["Hélas non.", "Nous vous lisons."]
    assert ["Intéressant" in response.text, "Trop cher" in response.text] == [False, False]


def test_nobody_learns_who_was_approached_or_who_declined(client, delegation):
    ApproachFactory(delegation=delegation, organisation__name="Ville de Secret")
    come_to(delegation, "screened", "qualified", "approaching")

    page = read(client, delegation).text

    assert "Secret" not in page


def test_the_programme_is_read_once_the_visit_is_scheduled_in_the_hours_of_each_place(client, delegation):
    delegation.first_day, delegation.last_day = date(2027, 6, 7), date(2027, 6, 11)
    delegation.save()
    hours = {"starts_at": datetime(2027, 6, 8, 7, 0, tzinfo=UTC), "ends_at": datetime(2027, 6, 8, 9, 30, tzinfo=UTC)}
    host = OrganisationFactory(name="Ville de Rennes")
    StopFactory(delegation=delegation, title="Centre de tri", host=host, contact="Secret", **hours)
    come_to(delegation, "screened", "qualified", "approaching")
    before = read(client, delegation)

    come_to(delegation, "scheduled")
    after = read(client, delegation)

    assert (before.context["stops"], [stop.title for stop in after.context["stops"]]) == ([], ["Centre de tri"])
    assert ["Centre de tri" in before.text, "Secret" in after.text] == [False, False]
    assert ["09h00 – 11h30" in after.text, "Ville de Rennes" in after.text] == [True, True]


def test_a_stop_that_is_cancelled_is_not_told(client, delegation):
    delegation.first_day, delegation.last_day = date(2027, 6, 7), date(2027, 6, 11)
    delegation.save()
    come_to(delegation, "screened", "qualified", "approaching", "scheduled")
    StopFactory(delegation=delegation, state="cancelled", cancelled_why="Grève")

    assert read(client, delegation).context["stops"] == []


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_runs_a_fixed_number_of_queries(client, delegation, count, django_assert_num_queries):
    delegation.first_day, delegation.last_day = date(2027, 6, 7), date(2027, 6, 30)
    delegation.save()
    come_to(delegation, "screened", "qualified", "approaching", "scheduled")
    delegation.themes.set(ThemeFactory.create_batch(count))
    RequesterNote.objects.bulk_create(RequesterNote(delegation=delegation, text=str(n)) for n in range(count))
    for day in range(count):
        hours = [datetime(2027, 6, 7 + day % 24, 6 + day // 24, minute, tzinfo=UTC) for minute in (0, 30)]
        StopFactory(delegation=delegation, place=TerritoryFactory(), starts_at=hours[0], ends_at=hours[1])

    with django_assert_num_queries(5):  # delegation, changes, notes, stops, themes
        read(client, delegation)


# The language


def test_the_page_speaks_the_language_of_the_requester(client, delegation):
    delegation.language = "zh-hans"
    delegation.save()

    response = read(client, delegation)

    assert (response.headers["Content-Language"], '<html lang="zh-Hans">' in response.text) == ("zh-hans", True)


def test_whoever_chose_a_language_reads_in_that_one(client, delegation):
    delegation.language = "zh-hans"
    delegation.save()

    response = client.get(f"{follow_path(delegation)}?langue=en", follow=True)

    assert response.headers["Content-Language"] == "en"


# Who may read it


def links_that_lead_nowhere(delegation):
    token = follow_token(delegation)
    return {
        "cut": token[:-5],
        "altered": token[:-1] + ("A" if token[-1] != "A" else "B"),
        "of another purpose": make_link_token("delegations.request", delegation.pk, 1),
        "of a delegation that never was": make_link_token("delegation", 999_999, 1),
        "of too few parts": make_link_token("delegation", delegation.pk),
        "nothing of ours": "x",
        "endless": "x" * 5000,
    }


@pytest.mark.parametrize("sort", links_that_lead_nowhere(Delegation(pk=1)))
@pytest.mark.parametrize("name", ["follow", "note", "withdraw"])
def test_a_link_that_is_not_whole_leads_to_a_page_in_three_languages(client, delegation, sort, name):
    address = reverse(f"delegations:request_{name}", args=[links_that_lead_nowhere(delegation)[sort]])

    response = client.get(address) if name == "follow" else client.post(address, {"note-text": "Bonjour"})

    headings = [said("Lien incomplet ou remplacé", language) for language in ("fr", "en", "zh-hans")]
    assert (response.status_code, [heading in response.text for heading in headings]) == (404, [True] * 3)
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert not RequesterNote.objects.exists()


def test_a_link_that_was_replaced_opens_nothing_any_more(client, delegation):
    former = follow_path(delegation)
    renewed = renew_link(delegation=delegation)

    assert (client.get(former).status_code, read(client, renewed).status_code) == (404, 200)


def test_the_page_is_kept_nowhere_and_its_address_leaves_the_portal_by_no_link(client, delegation):
    response = read(client, delegation)

    headers = {name: response.headers[name] for name in ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")}
    assert headers == {
        "Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
        "Referrer-Policy": "same-origin",
    }


# What they may still do


def test_what_the_requester_adds_is_kept_with_the_delegation(client, delegation):
    response = client.post(act("note", delegation), {"note-text": "Nous serons 14.\nEt non 12."}, follow=True)

    assert [note.text for note in delegation.requester_notes.all()] == ["Nous serons 14.\nEt non 12."]
    assert (response.redirect_chain[0][1], "Nous serons 14.<br>Et non 12." in response.text) == (303, True)


@pytest.mark.parametrize(("role", "read"), [("officer", True), ("secretariat", True), ("member", False)])
def test_staff_read_on_the_record_what_the_requester_added_and_others_do_not(as_role, delegation, role, read):
    Delegation.objects.update(state="screened", audience="network", detail="full")
    add_requester_note(delegation=delegation, text="Nous serons 14.")

    page = as_role(role).get(delegation.get_absolute_url())

    assert (page.status_code, "Nous serons 14." in page.text) == (200, read)


def test_the_same_message_sent_twice_is_kept_once(client, delegation):
    for _time in range(2):
        client.post(act("note", delegation), {"note-text": "Nous serons 14."})

    assert delegation.requester_notes.count() == 1


@pytest.mark.parametrize("text", ["", "   ", "护照 E12345678", "x" * 4001, "\x00"])
def test_a_message_that_says_nothing_or_too_much_is_refused_and_stays_typed(client, delegation, text):
    response = client.post(act("note", delegation), {"note-text": text})

    assert (response.status_code, list(response.context["note_form"].errors)) == (422, ["text"])
    assert response.context["note_form"]["text"].value() == text
    assert not RequesterNote.objects.exists()


def test_nobody_adds_messages_without_end(client, delegation):
    RequesterNote.objects.bulk_create(RequesterNote(delegation=delegation, text=str(n)) for n in range(MOST_NOTES))

    response = client.post(act("note", delegation), {"note-text": "Encore"})

    assert (response.status_code, delegation.requester_notes.count()) == (422, MOST_NOTES)


def test_a_request_left_behind_takes_no_message(client, delegation, officer):
    change_state(delegation=delegation, to="refused", by=officer, reason="Non")

    response = client.post(act("note", delegation), {"note-text": "Mais si"})

    assert (response.status_code, response.context["note_form"]) == (422, None)
    assert not RequesterNote.objects.exists()


def test_the_requester_gives_up_and_reads_that_they_did(client, delegation):
    response = client.post(act("withdraw", delegation), {"withdraw-reason": "Le maire est empêché"}, follow=True)

    change = delegation.changes.latest("pk")
    assert (change.to_state, change.by, change.reason) == ("cancelled", None, "Le maire est empêché")
    assert str(response.context["standing"].title) == "Vous avez renoncé à cette demande"
    assert [letter.to for letter in Letter.objects.all()] == ["wang.li@example.org"]


def test_what_cuf_cancels_is_not_said_to_be_given_up(client, delegation, officer):
    change_state(delegation=delegation, to="cancelled", by=officer, reason="Grève")

    assert str(read(client, delegation).context["standing"].title) == "Cette demande est annulée"


@pytest.mark.parametrize("state", ["done", "closed", "refused", "cancelled"])
def test_what_is_over_cannot_be_given_up(client, delegation, state):
    Delegation.objects.filter(pk=delegation.pk).update(state=state, first_day="2026-01-05", last_day="2026-01-06")

    page = read(client, delegation)
    response = client.post(act("withdraw", delegation), {})

    assert (page.context["withdraw_form"], response.status_code) == (None, 422)
    assert Delegation.objects.get().state == state


@pytest.mark.parametrize("name", ["note", "withdraw"])
def test_following_a_link_changes_nothing(client, delegation, name):
    assert client.get(act(name, delegation)).status_code == 405
