"""Acts on many records of the administration: asked first, said record by record, then done by the services."""

from datetime import date

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from lxml import html

from core.dates import FuzzyDate
from core.models import ReviewFlag
from core.services import raise_flag
from events.enums import EntryState
from events.models import AgendaEntry, Event
from meetings.models import Meeting
from partnerships.models import Partnership
from tests.admin_forms import filled, page
from tests.admin_rows import FULL_ROW
from tests.factories import (
    AgendaEntryFactory,
    EventFactory,
    MeetingFactory,
    PartnershipFactory,
)

pytestmark = pytest.mark.django_db

ACTS = sorted(
    (
        (model, action.__name__)
        for model, model_admin in admin.site._registry.items()
        for action in model_admin.actions or ()
    ),
    key=lambda act: (act[0]._meta.label, act[1]),
)
OF_THE_SECRETARIAT = {
    *(("accounts.Invitation", name) for name in ("resend", "revoke")),
    *(("events.AgendaEntry", name) for name in ("accept", "refuse", "cancel")),
    *(("events.Seat", name) for name in ("confirm", "cancel")),
    ("events.PlanStep", "complete"),
    *(("meetings.Meeting", name) for name in ("step_forward", "step_back")),
    *(("meetings.ActionItem", name) for name in ("complete", "drop", "reopen", "carry")),
}
every_act = pytest.mark.parametrize(("model", "name"), ACTS, ids=[f"{one._meta.label}-{name}" for one, name in ACTS])


def ask(client, name, *records, **typed):
    model = type(records[0])
    query = "?etat=tous" if model is ReviewFlag else ""
    chosen = {"action": name, "_selected_action": [one.pk for one in records]}
    return client.post(page(model, "changelist") + query, chosen | typed)


def send(client, response, **typed):
    """Press the button of the page that asks to confirm."""
    [form] = html.document_fromstring(response.text).xpath("//form[@id='confirmation']")
    typed = {name: value for name, value in filled(response).items() if name != "_save"} | typed
    return client.post(form.get("action"), typed)


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def row(record):
    return type(record).objects.filter(pk=record.pk).values().get()


@every_act
def test_nothing_is_done_before_it_is_confirmed(as_role, model, name, mailoutbox, django_capture_on_commit_callbacks):
    client, record = as_role("administrator"), FULL_ROW[model](2)
    before = row(record)

    with django_capture_on_commit_callbacks(execute=True):
        response = ask(client, name, record)

    assert "admin/confirm.html" in {template.name for template in response.templates}
    assert (row(record), mailoutbox) == (before, [])


@every_act
def test_the_secretariat_is_offered_its_own_acts_and_can_do_no_other(as_role, model, name):
    client, record = as_role("secretariat"), FULL_ROW[model](2)
    before, list_of_all = row(record), page(model, "changelist")

    shown = client.get(list_of_all)
    form = shown.status_code == 200 and shown.context["action_form"]
    offered = dict(form.fields["action"].choices) if form else {}
    ask(client, name, record, confirmed="1", reason="Parce que")

    assert (name in offered) == ((model._meta.label, name) in OF_THE_SECRETARIAT)
    assert name in offered or row(record) == before


def test_the_page_says_what_would_be_refused_and_does_the_rest(as_role):
    client = as_role("officer")
    known = EventFactory(first_day=FuzzyDate.day(date(2027, 5, 4)), last_day=None, status="tentative")
    vague = EventFactory(first_day=FuzzyDate.month(2027, 5), last_day=None, status="tentative", title="Forum")

    response = ask(client, "to_confirmed", known, vague)

    refusals = {record: refusal for record, _version, refusal in response.context["outcomes"]}
    assert refusals == {known: "", vague: "Pour confirmer l’événement, donnez d’abord ses jours exacts."}
    assert "Serait refusé :" in response.text

    done = send(client, response)

    assert messages_of(done) == ["1 événement a changé d’état."]
    assert dict(Event.objects.values_list("pk", "status")) == {known.pk: "confirmed", vague.pk: "tentative"}


def test_where_all_would_be_refused_there_is_no_button(as_role):
    response = ask(as_role("officer"), "publish", PartnershipFactory(public=True))

    assert (response.context["to_do"], 'type="submit" class="default"' in response.text) == (0, False)


def test_a_refusal_of_a_date_asks_a_reason_and_keeps_it(as_role, group):
    client, entry = as_role("officer"), AgendaEntryFactory(group=group)
    response = ask(client, "refuse", entry)

    again = send(client, response, reason="  ")
    send(client, again, reason="Déjà dans l’agenda")

    assert again.context["form"].errors == {"reason": ["Ce champ est obligatoire."]}
    assert AgendaEntry.objects.values_list("state", "reason").get() == (EntryState.REFUSED, "Déjà dans l’agenda")


def test_a_form_sent_twice_takes_the_minutes_one_step_further_and_not_two(as_role):
    client, meeting = as_role("officer"), MeetingFactory(introduction="Ouverture")
    response = ask(client, "step_forward", meeting)

    send(client, response)
    second = send(client, response)

    assert Meeting.objects.get().minutes_state == "draft"
    assert messages_of(second)[1:] == [f"{meeting} : La fiche a changé depuis : regardez-la avant de recommencer."]


def test_one_comes_back_to_the_list_one_came_from(as_role):
    client, pair = as_role("officer"), PartnershipFactory()
    came_from = page(Partnership, "changelist") + "?verification=jamais"
    chosen = {"action": "confirm_today", "_selected_action": [pair.pk]}

    assert send(client, client.post(came_from, chosen)).url == came_from


@pytest.mark.parametrize(
    "elsewhere", ["https://ailleurs.example.org/", "//ailleurs.example.org", "javascript:alert(1)"]
)
def test_confirming_never_leads_to_another_site(as_role, elsewhere):
    response = ask(as_role("officer"), "publish", PartnershipFactory(), confirmed="1", back=elsewhere)

    assert response.url == page(Partnership, "changelist")


def test_an_act_from_the_page_of_a_record_asks_as_well(as_role):
    client, pair = as_role("officer"), PartnershipFactory()
    url = page(Partnership, "change", pair.pk)

    response = client.post(url, {"CHANGE_FORM-action": "publish", "_selected_action": [pair.pk], "index": "0"})

    assert response.templates[0].name == "admin/confirm.html"
    assert send(client, response).url == url
    assert Partnership.objects.get().audience == "public"


def test_more_records_than_can_be_tried_are_not_begun(as_role, monkeypatch):
    monkeypatch.setattr("core.administration.acting.MOST_AT_ONCE", 2)
    pairs = PartnershipFactory.create_batch(3)

    response = ask(as_role("officer"), "publish", *pairs, confirmed="1")

    assert messages_of(response) == ["Choisissez au plus 2 fiches à la fois : chacune est d’abord essayée."]
    assert not Partnership.objects.filter(audience="public").exists()


def test_what_was_done_to_many_stands_in_the_journal_of_each(as_role):
    client, pairs = as_role("officer"), PartnershipFactory.create_batch(2)

    ask(client, "publish", *pairs, confirmed="1")

    said = admin.models.LogEntry.objects.values_list("user", "object_id", "change_message")
    assert set(said) == {(client.user.pk, str(pair.pk), "Rendre publics") for pair in pairs}


def test_a_doubt_names_its_record_before_it_is_decided(as_role):
    flag = raise_flag(record=PartnershipFactory(), code="x", message="Nanking ?", raised_by="essai")

    response = ask(as_role("officer"), "resolve", flag)

    assert str(flag.record) in response.text
