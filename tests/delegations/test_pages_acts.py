from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from delegations.enums import Detail
from delegations.models import Commitment
from tests.delegations.factories import (
    ApproachFactory,
    CommitmentFactory,
    DelegationFactory,
    HostingProfileFactory,
    OpinionFactory,
    OutcomeFactory,
)
from tests.factories import AffiliationFactory, OrganisationFactory, TerritoryNameFactory, ThemeFactory

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
SOON = (TODAY + timedelta(days=20)).isoformat()
PDF = b"%PDF-1.7\n%%EOF"


def url_of(name, delegation, *parts):
    return reverse(f"delegations:{name}", args=[delegation.pk, *(getattr(part, "pk", part) for part in parts)])


def errors_of(response):
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


@pytest.fixture
def delegation(group):
    return DelegationFactory(group=group, shared=True, detail=Detail.FULL)


# --- from state to state


def test_an_officer_takes_a_delegation_one_step_on(as_role):
    delegation = DelegationFactory()
    client = as_role("officer")

    client.post(url_of("delegation_move", delegation, "screened"), {"audience": "network", "message": "Bienvenue"})

    delegation.refresh_from_db()
    change = delegation.changes.get()
    assert (delegation.state, delegation.audience) == ("screened", "network")
    assert (change.by, change.message) == (client.user, "Bienvenue")


def test_a_refusal_without_a_reason_is_refused_at_its_field(as_role):
    delegation = DelegationFactory()

    response = as_role("secretariat").post(url_of("delegation_move", delegation, "refused"), {"reason": " "})

    delegation.refresh_from_db()
    assert errors_of(response) == {"reason": ["Dites en quelques mots pourquoi."]}
    assert delegation.state == "received"


def test_what_is_missing_is_said_before_and_after_one_tries(as_role):
    delegation = DelegationFactory(shared=True)
    client, url = as_role("officer"), url_of("delegation_move", delegation, "qualified")
    sentence = "Une délégation qualifiée a au moins un thème : choisissez-le d’abord."

    assert sentence in client.get(delegation.get_absolute_url()).text
    assert sentence in client.get(url).text
    assert errors_of(client.post(url)) == {"__all__": [sentence]}


def test_of_two_who_take_the_same_step_the_second_is_told(as_role):
    delegation = DelegationFactory()
    client, url = as_role("officer"), url_of("delegation_move", delegation, "screened")
    client.post(url)

    response = client.post(url, follow=True)

    said = [str(message) for message in response.context["messages"]]
    assert said[-1] == "La délégation est maintenant à l’état « examinée » : vérifiez ce qui reste à faire."
    assert delegation.changes.count() == 1


@pytest.mark.parametrize(
    ("role", "to", "status"),
    [
        ("visitor", "qualified", 302),
        ("member", "qualified", 403),
        ("referent", "qualified", 403),
        ("secretariat", "qualified", 403),
        ("partner", "refused", 403),
        ("partner", "qualified", 200),
        ("officer", "nowhere", 404),
    ],
)
def test_the_table_says_who_takes_which_step(as_role, group, role, to, status):
    delegation = DelegationFactory(group=group, shared=True, audience="network")

    client, url = as_role(role), url_of("delegation_move", delegation, to)

    refused = 422 if status == 200 else status  # the form, empty
    assert (client.get(url).status_code, client.post(url).status_code) == (status, refused)


def test_a_button_stands_for_each_step_the_reader_may_take_and_for_no_other(as_role):
    delegation = DelegationFactory(shared=True, audience="network")
    delegation.themes.add(ThemeFactory())

    def steps(role):
        context = as_role(role).get(delegation.get_absolute_url()).context
        return [step.target for step in (*context["forward"], *context["others"])]

    assert steps("officer") == ["qualified", "refused", "cancelled"]
    assert steps("partner") == ["qualified"]
    assert steps("secretariat") == steps("member") == []


# --- asking authorities


def test_several_authorities_are_asked_at_once(as_role):
    delegation = DelegationFactory(state="qualified")
    client = as_role("officer")
    for name in ("Tours", "Arras"):
        TerritoryNameFactory(territory__name=name, text=name)
    data = {"organisations": "Tours\nArras", "origin": "cuf", "deadline": SOON, "note": "Merci d’avance"}

    client.post(url_of("approach_add", delegation), data)

    asked = delegation.approaches.order_by("pk")
    assert [(one.organisation.territory.name, one.note, one.asked_by) for one in asked] == [
        ("Tours", "Merci d’avance", client.user),
        ("Arras", "Merci d’avance", client.user),
    ]


def test_an_authority_that_is_asked_already_is_named_and_nobody_is_asked(as_role):
    delegation = DelegationFactory(state="qualified")
    known = ApproachFactory(delegation=delegation).organisation
    new = OrganisationFactory()
    data = {"organisations": f"{new.name}\n{known.name}", "origin": "cuf", "deadline": SOON}

    response = as_role("officer").post(url_of("approach_add", delegation), data)

    sentence = f"{known.name} : Cette collectivité est déjà sollicitée pour cette délégation."
    assert (response.status_code, errors_of(response)) == (422, {"organisations": [sentence]})
    assert delegation.approaches.count() == 1


def test_what_is_wrong_of_the_word_to_several_authorities_is_said_once_beside_it(as_role):
    delegation = DelegationFactory(state="qualified")
    names = "\n".join(organisation.name for organisation in OrganisationFactory.create_batch(2))
    data = {"organisations": names, "origin": "cuf", "deadline": SOON, "note": "Passeport E12345678"}

    response = as_role("officer").post(url_of("approach_add", delegation), data)

    assert {field: len(said) for field, said in errors_of(response).items()} == {"note": 1}
    assert delegation.approaches.count() == 0


def test_a_deadline_that_is_past_is_refused_at_its_field(as_role):
    delegation = DelegationFactory(state="qualified")
    data = {"organisations": OrganisationFactory().name, "origin": "cuf", "deadline": "2020-01-01"}

    response = as_role("officer").post(url_of("approach_add", delegation), data)

    assert errors_of(response) == {"deadline": ["La réponse est attendue un jour à venir."]}


def test_asking_shows_who_can_host_with_what_they_host_already(as_role):
    theme = ThemeFactory(name="Eau")
    delegation = DelegationFactory(state="qualified", dated=True)
    delegation.themes.add(theme)
    other, busy = HostingProfileFactory(), HostingProfileFactory(capacity_per_month=1)
    busy.themes.add(theme)
    visit = DelegationFactory(state="scheduled", dated=True)
    ApproachFactory(
        delegation=visit, organisation=busy.organisation, answer="accepted", answered_at="2026-11-10T10:00Z"
    )
    HostingProfileFactory(organisation=ApproachFactory(delegation=delegation).organisation)

    profiles = as_role("officer").get(url_of("approach_add", delegation)).context["profiles"]

    assert [(one, one.shared, one.load, one.is_saturated) for one in profiles] == [
        (busy, 1, 1, True),
        (other, 0, 0, False),
    ]


def test_a_referent_says_that_their_authority_was_asked_too(as_role, delegation):
    mine = OrganisationFactory()
    client = as_role("referent", organisation=mine)

    assert "Nous avons été sollicités aussi" in client.get(delegation.get_absolute_url()).text
    client.post(url_of("approach_declare", delegation), {"organisation": mine.pk})

    approach = delegation.approaches.get()
    assert (approach.organisation, approach.origin, approach.answer) == (mine, "direct", "pending")
    assert client.get(url_of("approach_declare", delegation)).status_code == 403


# --- answering


def test_a_referent_answers_for_their_own_authority_and_for_no_other(as_role, delegation):
    mine = ApproachFactory(delegation=delegation)
    theirs = ApproachFactory(delegation=delegation)
    client = as_role("referent", organisation=mine.organisation)
    data = {"answer": "accepted", "service": "Cabinet"}

    accepted = client.post(url_of("approach_answer", delegation, mine), data)
    refused = client.post(url_of("approach_answer", delegation, theirs), data)

    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (accepted.status_code, refused.status_code) == (302, 403)
    assert (mine.answer, mine.service, mine.answered_by) == ("accepted", "Cabinet", client.user)
    assert theirs.answer == "pending"


def test_conditions_are_asked_for_where_they_are_written(as_role, delegation):
    approach = ApproachFactory(delegation=delegation)

    response = as_role("officer").post(url_of("approach_answer", delegation, approach), {"answer": "conditional"})

    assert errors_of(response) == {"conditions": ["Dites à quelles conditions."]}


def test_an_answer_holds_no_passport_number(as_role, delegation):
    approach = ApproachFactory(delegation=delegation)
    data = {"answer": "accepted", "conditions": "Passeport E12345678"}

    response = as_role("officer").post(url_of("approach_answer", delegation, approach), data)

    approach.refresh_from_db()
    assert list(errors_of(response)) == ["conditions"]
    assert approach.answer == "pending"


def test_an_answer_that_comes_too_late_is_refused_in_words(as_role, group):
    approach = ApproachFactory(delegation=DelegationFactory(group=group, state="refused", audience="group"))
    client = as_role("referent", organisation=approach.organisation)

    response = client.post(url_of("approach_answer", approach.delegation, approach), {"answer": "accepted"})

    sentence = "La délégation {} est dans l’état « refusée » : cela ne se fait plus, ou pas encore."
    assert errors_of(response) == {"__all__": [sentence.format(approach.delegation.reference)]}


def test_the_answer_of_another_delegation_is_not_found(as_role, delegation):
    elsewhere = ApproachFactory()

    assert as_role("officer").get(url_of("approach_answer", delegation, elsewhere)).status_code == 404


# --- opinions


def test_an_officer_asks_and_the_partner_answers(as_role):
    delegation = DelegationFactory(shared=True, audience="internal")
    partner = as_role("partner")
    ministry = AffiliationFactory(person=partner.user.person, organisation__name="Ministère de l’eau").organisation

    as_role("officer").post(url_of("opinion_ask", delegation), {"organisation": "Ministère de l’eau"})
    opinion = delegation.opinions.get()
    partner.post(url_of("opinion_give", delegation, opinion), {"kind": "reserved", "text": "À revoir"})

    opinion.refresh_from_db()
    assert (opinion.organisation, opinion.kind, opinion.text) == (ministry, "reserved", "À revoir")
    assert (opinion.given_on, opinion.given_by) == (TODAY, partner.user)


def test_a_partner_gives_no_opinion_for_another(as_role):
    opinion = OpinionFactory(delegation__audience="network", delegation__detail=Detail.FULL)
    client = as_role("partner")

    assert client.post(url_of("opinion_give", opinion.delegation, opinion), {"kind": "favourable"}).status_code == 403


def test_an_opinion_is_not_asked_twice_of_the_same(as_role):
    opinion = OpinionFactory()
    data = {"organisation": opinion.organisation.name}

    response = as_role("officer").post(url_of("opinion_ask", opinion.delegation), data)

    assert errors_of(response) == {"__all__": ["Cet organisme est déjà consulté sur cette délégation."]}


# --- what came of it


def test_the_outcome_is_written_then_written_anew(as_role):
    delegation = DelegationFactory(state="done", dated=True)
    client, url = as_role("secretariat"), url_of("outcome_write", delegation)

    client.post(url, {"summary": "Deux rencontres"})
    client.post(url, {"summary": "Trois rencontres"})

    delegation.outcome.refresh_from_db()
    assert (delegation.outcome.summary, delegation.outcome.written_by) == ("Trois rencontres", client.user)


def test_a_commitment_says_who_makes_it(as_role):
    outcome = OutcomeFactory(delegation__state="done")
    client, url = as_role("officer"), url_of("commitment_add", outcome.delegation)

    refused = client.post(url, {"text": "Écrire"})
    client.post(url, {"text": "Écrire", "by_whom": "La ville", "due": "mars 2027"})

    assert errors_of(refused) == {"organisation": ["Dites qui s’engage : un organisme, ou son nom."]}
    assert Commitment.objects.get().by_whom == "La ville"


def test_a_referent_says_where_the_promise_of_their_authority_is(as_role, group):
    mine = OrganisationFactory()
    visit = DelegationFactory(group=group, state="closed", audience="group", detail=Detail.FULL, dated=True)
    promise = CommitmentFactory(outcome__delegation=visit, organisation=mine, by_whom="")
    other = CommitmentFactory(outcome=promise.outcome)
    client = as_role("referent", organisation=mine)

    client.post(url_of("commitment_settle", visit, promise), {"state": "kept"})

    promise.refresh_from_db()
    assert (promise.state, promise.settled_on) == ("kept", TODAY)
    assert client.post(url_of("commitment_settle", visit, other), {"state": "kept"}).status_code == 403


def test_a_promise_is_not_settled_in_the_future(as_role):
    promise = CommitmentFactory()
    data = {"state": "kept", "settled_on": "2090-01-01"}

    response = as_role("officer").post(url_of("commitment_settle", promise.outcome.delegation, promise), data)

    assert errors_of(response) == {"settled_on": ["Un engagement ne se règle pas dans l’avenir."]}


# --- documents, readers, directory


def test_staff_add_a_document_which_is_read_back(as_role, delegation, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = as_role("secretariat")
    data = {"title": "Programme", "audience": "group", "file": SimpleUploadedFile("p.pdf", PDF)}

    client.post(url_of("document_add", delegation), data)

    response = client.get(url_of("delegation_document", delegation, delegation.documents.get()))
    assert b"".join(response.streaming_content) == PDF


def test_the_page_of_documents_says_that_passports_never_go_there(as_role, delegation):
    assert "Jamais de passeport" in as_role("officer").get(url_of("document_add", delegation)).text


def test_what_is_no_pdf_is_refused(as_role, delegation):
    data = {"title": "Programme", "audience": "group", "file": SimpleUploadedFile("p.pdf", b"autre chose")}

    response = as_role("officer").post(url_of("document_add", delegation), data)

    assert errors_of(response) == {"file": ["Ce fichier n’est pas un PDF, quel que soit son nom."]}


def test_an_officer_says_who_reads_what(as_role, delegation):
    as_role("officer").post(url_of("delegation_share", delegation), {"audience": "network", "detail": "existence"})

    delegation.refresh_from_db()
    assert (delegation.audience, delegation.detail) == ("network", "existence")


def test_the_sender_is_recognised_in_the_directory_and_what_was_written_stays(as_role, delegation):
    wuhan = OrganisationFactory(foreign=True, territory__name="Wuhan")
    TerritoryNameFactory(territory=wuhan.territory, text="Wuhan")
    data = {"sender": wuhan.name, "sender_territory": "Wuhan"}

    as_role("officer").post(url_of("delegation_link", delegation), data)

    written = delegation.sender_name
    delegation.refresh_from_db()
    assert (delegation.sender, delegation.sender_territory) == (wuhan, wuhan.territory)
    assert delegation.sender_name == written


def test_an_act_on_what_one_does_not_see_is_not_found(as_role):
    hidden = DelegationFactory(received_on=date(2026, 1, 1))

    assert as_role("referent").post(url_of("approach_declare", hidden)).status_code == 404
