"""What an authority says by its link, and what CUF makes of it, field by field."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from core.links import make_link_token
from core.models import Letter
from partnerships.models import Partnership, ProposedChange, VerificationCampaign, VerificationRequest
from partnerships.verification import answers
from partnerships.verification.links import answer_token
from partnerships.verification.values import kept
from tests.factories import AffiliationFactory, PartnershipContactFactory, PartnershipFactory, ThemeFactory
from tests.partnerships.factories import AnswerFactory, ChangeFactory, VerificationRequestFactory, asked, referent_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def link(token):
    return reverse("partnerships:verification_answer", args=[token])


def sent_for(record, verdict, **typed):
    """What the form of a record sends: as it stands, but for what was typed otherwise."""
    record.refresh_from_db()
    values = {"version": record.updated_at.isoformat(), "status": record.status, "summary": record.summary}
    values |= {"since": record.since or "", "themes": [theme.pk for theme in record.themes.all()]}
    return {f"fiche-{record.pk}-{name}": value for name, value in {**values, "verdict": verdict, **typed}.items()}


def answer_of(client, token, *records):
    return client.post(link(token), {key: value for record in records for key, value in record.items()})


@pytest.fixture
def officer(make_user):
    return make_user("officer")


def decide(answer, by, reason="", **decisions):
    """`summary=True` accepts, `summary=False` refuses."""
    chosen = {answer.changes.get(field=name).pk: accepted for name, accepted in decisions.items()}
    return answers.decide_changes(answer=answer, decisions=chosen, by=by, reason=reason)


def source_of(request):
    return f"Réponse de {request.organisation} à la campagne « {request.campaign.title} »"


def reasons_kept(pair):
    return {version.pgh_context and version.pgh_context.metadata.get("reason") for version in pair.versions.all()}


# The link


def test_the_link_shows_the_records_of_the_authority_without_an_account(client):
    request, token, pairs = asked(records=2)
    of_others = PartnershipFactory(group=request.campaign.group)
    internal = PartnershipFactory(group=request.campaign.group, french_side=request.organisation, audience="internal")

    response = client.get(link(token))

    shown = {form.partnership for form in response.context["forms"]}
    assert (response.status_code, shown) == (200, set(pairs))
    assert {of_others, internal} & shown == set()
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_a_link_opens_nothing_but_what_it_was_made_for(client):
    _request, token, [pair] = asked()

    client.get(link(token))

    assert client.get(pair.get_absolute_url()).status_code == 404
    assert client.get(reverse("partnerships:partnership_edit", args=[pair.pk])).status_code == 302


def test_a_forged_a_dead_and_an_expired_link_each_say_so(client):
    request, token, [pair] = asked()
    stranger = referent_of(pair.foreign_side)
    forged = make_link_token("partnerships.other", request.pk, stranger.pk, 1)

    answers = {name: client.get(link(name)) for name in (forged, token[:-1], "x" * 3000)}
    not_theirs = client.get(link(answer_token(request, stranger)))
    VerificationCampaign.objects.update(answer_by=TODAY)
    last_day = client.get(link(token))
    VerificationCampaign.objects.update(answer_by=TODAY - timedelta(days=1))
    expired, sent = client.get(link(token)), client.post(link(token), sent_for(pair, "exact"))

    assert {response.status_code for response in answers.values()} == {404}
    assert (not_theirs.status_code, last_day.status_code) == (410, 200)
    assert (expired.status_code, sent.status_code) == (410, 410)
    assert expired.context["reason"].startswith("Ce lien a expiré")
    assert Partnership.objects.filter(confirmed_on__isnull=False).count() == 0


def test_a_link_serves_once_and_then_shows_what_was_answered(client):
    request, token, [pair] = asked()

    first = answer_of(client, token, sent_for(pair, "exact"))
    again = answer_of(client, token, sent_for(pair, "changed", summary="Autre chose"))
    page = client.get(link(token))

    assert (first.status_code, again.status_code, page.status_code) == (302, 200, 200)
    assert "Votre réponse est reçue" in page.text
    assert (request.answers.count(), ProposedChange.objects.count()) == (1, 0)


def test_who_is_a_referent_no_more_opens_nothing(client):
    request, token, _pairs = asked()

    request.organisation.affiliations.update(may_edit=False)

    assert client.get(link(token)).status_code == 410


# The answer


def test_what_is_exact_is_confirmed_by_the_authority_at_once(client):
    request, token, [pair] = asked()

    answer_of(client, token, sent_for(pair, "exact"))

    pair.refresh_from_db()
    request.refresh_from_db()
    confirmed = (pair.confirmed_on, pair.confirmed_how, pair.confirmed_for, pair.confirmed_by)
    assert confirmed == (TODAY, "authority", request.organisation, None)
    assert (request.state, request.answered_by.email) == ("settled", f"referent-{request.organisation_id}@example.org")
    context = pair.versions.order_by("-pgh_id").first().pgh_context.metadata
    assert (context["user"], context["page"]) == (None, "partnerships:verification_answer")
    assert context["reason"] == source_of(request)


def test_one_button_confirms_all_unless_something_was_typed(client):
    _request, token, [pair, other] = asked(records=2)
    typed = sent_for(pair, "", summary="Tout autre chose") | sent_for(other, "")

    refused = client.post(link(token), {**typed, "tout_exact": "oui"})
    done = client.post(link(token), {**sent_for(pair, ""), **sent_for(other, ""), "tout_exact": "oui"})

    assert (refused.status_code, done.status_code) == (422, 302)
    assert "Tout autre chose" in refused.text
    assert Partnership.objects.filter(confirmed_on=TODAY).count() == 2


def test_corrections_wait_and_change_nothing_yet(client):
    request, token, [pair] = asked()
    theme = ThemeFactory()
    typed = {"status": "ended", "until": "2025", "since": "1982", "summary": "Eau\r\net forêts", "themes": [theme.pk]}

    response = answer_of(client, token, sent_for(pair, "changed", comment="Nouveau maire", **typed))

    pair.refresh_from_db()
    request.refresh_from_db()
    proposed = dict(ProposedChange.objects.values_list("field", "value"))
    assert response.status_code == 302
    assert (pair.status, pair.summary, pair.confirmed_on) == ("active", "", None)
    assert (request.state, request.answers.get().comment) == ("answered", "Nouveau maire")
    assert proposed == {
        "status": "ended",
        "until": ["2025-01-01", "2025-12-31", ""],
        "since": ["1982-01-01", "1982-12-31", ""],
        "summary": "Eau\net forêts",
        "themes": [theme.pk],
    }


@pytest.mark.parametrize(
    ("verdict", "typed", "field"),
    [
        ("", {}, "verdict"),
        ("changed", {}, "verdict"),
        ("exact", {"summary": "Autre"}, "verdict"),
        ("changed", {"until": "2025"}, "until"),
        ("changed", {"since": "hier ou jamais"}, "since"),
        ("changed", {"status": "ended", "since": "2022", "until": "2019"}, "until"),
        ("exact", {"version": "2001-01-01"}, "__all__"),
    ],
)
def test_an_answer_that_contradicts_itself_is_refused_and_loses_nothing(client, verdict, typed, field):
    request, token, [pair] = asked()

    response = answer_of(client, token, sent_for(pair, verdict, comment="", **typed))

    [form] = response.context["forms"]
    assert (response.status_code, list(form.errors)) == (422, [field])
    assert all(form[name].value() == value for name, value in typed.items() if name != "version")
    assert VerificationRequest.objects.get(pk=request.pk).state == "asked"


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_of_the_link_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    _request, token, _pairs = asked(records=count)
    ThemeFactory()
    client.get(link(token))

    with django_assert_num_queries(9):
        client.get(link(token))


# What CUF makes of it


def test_a_difference_is_shown_field_by_field_and_each_is_decided_apart(as_role):
    answer = AnswerFactory(partnership__summary="Ce que dit la fiche", partnership__since=FuzzyDate.year(1980))
    summary = ChangeFactory(answer=answer, before="Ce que dit la fiche")
    since = ChangeFactory(answer=answer, field="since", value=kept("since", FuzzyDate.year(1982)))
    VerificationRequest.objects.update(state="answered", answered_at=timezone.now())
    client = as_role("officer")

    [form] = client.get(answer.request.get_absolute_url()).context["changed"]
    rows = {row["change"].field: (row["before"], row["after"], row["has_moved"]) for row in form.rows}
    url = reverse("partnerships:verification_decide", args=[answer.request_id, answer.pk])
    seen = {"seen": form.initial["seen"]}
    without_reason = client.post(url, {**seen, f"change_{since.pk}": "refuse"})
    response = client.post(
        url, {**seen, f"change_{summary.pk}": "accept", f"change_{since.pk}": "refuse", "reason": "1980 est signé"}
    )

    pair = answer.partnership
    pair.refresh_from_db()
    assert rows == {
        "summary": ("Ce que dit la fiche", "Ce que dit la collectivité", False),
        "since": ("1980", "1982", True),  # nothing when the authority answered
    }
    assert (without_reason.status_code, response.status_code) == (422, 302)
    assert (pair.summary, pair.since) == ("Ce que dit la collectivité", FuzzyDate.year(1980))
    assert pair.confirmed_on is None  # what was refused is not vouched for
    assert VerificationRequest.objects.get().state == "settled"


def test_once_all_is_accepted_the_record_is_confirmed_and_the_history_says_by_whom_and_why(officer):
    answer = AnswerFactory(request__state="answered", request__answered_at=timezone.now())
    for field, value in (("until", ["2025-01-01", "2025-12-31", ""]), ("status", "ended"), ("summary", "Eau")):
        ChangeFactory(answer=answer, field=field, value=value)

    decide(answer, officer, until=True, status=True, summary=True)

    pair = answer.partnership
    pair.refresh_from_db()
    assert (pair.status, pair.until, pair.summary) == ("ended", FuzzyDate.year(2025), "Eau")
    assert (pair.confirmed_on, pair.confirmed_for) == (TODAY, answer.request.organisation)
    assert source_of(answer.request) in reasons_kept(pair)
    assert answer.changes.filter(state="accepted", decided_by=officer).count() == 3


def test_why_a_correction_is_refused_is_not_kept_as_a_reason_to_write_another(officer):
    answer = AnswerFactory(request__state="answered", request__answered_at=timezone.now())
    ChangeFactory(answer=answer)
    refused = ChangeFactory(answer=answer, field="since", value=kept("since", FuzzyDate.year(1982)))

    decide(answer, officer, summary=True, since=False, reason="1980 est signé")

    refused.refresh_from_db()
    assert refused.reason == "1980 est signé"
    assert reasons_kept(answer.partnership) - {None} == {source_of(answer.request)}


def test_an_end_without_its_state_is_refused_whole(officer):
    answer = AnswerFactory(request__state="answered", request__answered_at=timezone.now())
    ChangeFactory(answer=answer, field="until", value=["2025-01-01", "2025-12-31", ""])
    ChangeFactory(answer=answer)

    with pytest.raises(ValidationError, match="terminé"):
        decide(answer, officer, until=True, summary=True)

    assert Partnership.objects.get(pk=answer.partnership_id).summary == ""
    assert answer.changes.filter(state="waiting").count() == 2


def test_nobody_decides_twice_nor_of_a_record_that_has_moved(as_role, officer):
    answer = AnswerFactory(request__state="answered", request__answered_at=timezone.now())
    change = ChangeFactory(answer=answer)
    client = as_role("officer")
    [form] = client.get(answer.request.get_absolute_url()).context["changed"]
    url = reverse("partnerships:verification_decide", args=[answer.request_id, answer.pk])
    data = {"seen": form.initial["seen"], f"change_{change.pk}": "accept"}
    Partnership.objects.update(summary="Corrigé entre-temps")

    moved = client.post(url, data)
    decide(answer, officer, summary=True)

    assert (moved.status_code, Partnership.objects.get(pk=answer.partnership_id).summary) == (422, change.value)
    with pytest.raises(ValidationError, match="déjà décidée"):
        decide(answer, officer, summary=False, reason="Non")


def test_words_alone_wait_until_somebody_says_that_they_are_dealt_with(as_role):
    answer = AnswerFactory(request__state="answered", request__answered_at=timezone.now(), comment="Nouveau contact")
    url = reverse("partnerships:verification_settle", args=[answer.request_id])

    statuses = [as_role(role).post(url).status_code for role in ("member", "secretariat", "officer")]

    assert statuses == [404, 403, 302]
    assert VerificationRequest.objects.get().state == "settled"


def test_the_team_reads_answers_and_officers_decide(as_role):
    change = ChangeFactory(answer__request__state="answered", answer__request__answered_at=timezone.now())
    request = change.answer.request
    url = reverse("partnerships:verification_decide", args=[request.pk, change.answer.pk])
    roles = ("referent", "partner", "secretariat", "officer")
    clients = {role: as_role(role) for role in roles}

    read = [client.get(request.get_absolute_url()).status_code for client in clients.values()]
    sent = [client.post(url, {f"change_{change.pk}": "accept"}).status_code for client in clients.values()]

    assert (read, sent) == ([404, 404, 200, 200], [404, 404, 403, 422])


def test_the_page_of_an_answer_runs_a_fixed_number_of_queries(as_role, django_assert_num_queries):
    client, request = as_role("officer"), VerificationRequestFactory(state="answered", answered_at=timezone.now())
    for count in (1, 3, 20):
        for _ in range(count):
            ChangeFactory(answer__request=request)
        client.get(request.get_absolute_url())
        with django_assert_num_queries(12):
            client.get(request.get_absolute_url())


# Contacts, as a field like another


def test_an_authority_names_its_contacts_by_its_link_and_they_wait_for_cuf(client, officer):
    request, token, [pair] = asked()
    colleague = AffiliationFactory(organisation=request.organisation).person
    partner = PartnershipContactFactory(
        partnership=pair, person=AffiliationFactory(organisation=pair.foreign_side).person
    )
    secret = PartnershipContactFactory(partnership=pair, audience="internal")

    page = client.get(link(token))
    answer_of(client, token, sent_for(pair, "changed", contacts=[colleague.pk]))
    before = set(pair.contacts.values_list("person", flat=True))
    decide(request.answers.get(), officer, contacts=True)

    [form] = page.context["forms"]
    assert form.contacts_named == []  # what CUF notes for itself is not told
    assert partner.person_id not in form.people
    assert ProposedChange.objects.get().value == [colleague.pk]
    assert before == {partner.person_id, secret.person_id}
    assert set(pair.contacts.values_list("person", flat=True)) == before | {colleague.pk}


def test_a_contact_that_the_authority_takes_back_goes_once_accepted(client, officer):
    request, token, [pair] = asked()
    contact = PartnershipContactFactory(partnership=pair)
    other = PartnershipContactFactory(
        partnership=pair, person=AffiliationFactory(organisation=pair.foreign_side).person
    )

    answer_of(client, token, sent_for(pair, "changed", comment="", contacts=[]))
    change = ProposedChange.objects.get()
    decide(request.answers.get(), officer, contacts=True)

    assert (change.before, change.value) == ([contact.person_id], [])
    assert list(pair.contacts.all()) == [other]


def test_nobody_is_named_who_works_elsewhere(client):
    _request, token, [pair] = asked()
    stranger = AffiliationFactory().person

    response = answer_of(client, token, sent_for(pair, "changed", contacts=[stranger.pk]))

    assert (response.status_code, ProposedChange.objects.count()) == (422, 0)


# The letter


def answered_by_its_referent(**values):
    """An answer that waits, of a referent who can be written to."""
    answer = AnswerFactory(request__state="answered", request__answered_at=timezone.now(), **values)
    answer.request.answered_by = referent_of(answer.request.organisation)
    answer.request.save()
    return answer


def decided_letters():
    return Letter.objects.filter(subject__startswith="Vos corrections sont relues")


def test_whoever_answered_is_told_field_by_field_what_was_accepted_and_what_was_not(officer):
    answer = answered_by_its_referent()
    ChangeFactory(answer=answer, value="Eau et forêts")
    ChangeFactory(answer=answer, field="since", value=kept("since", FuzzyDate.year(1982)))
    ChangeFactory(answer=answer, field="themes", value=[ThemeFactory(name="Patrimoine").pk])

    decide(answer, officer, "L’acte est de 1980", summary=True, themes=True, since=False)

    letter = decided_letters().get()
    assert letter.to == answer.request.answered_by.email
    for said in (
        str(answer.partnership),
        "Objet : accepté. La fiche dit maintenant « Eau et forêts ».",
        "Thèmes : accepté. La fiche dit maintenant « Patrimoine ».",
        "Depuis : refusé. Vous proposiez « 1982 ». Raison : L’acte est de 1980",
        "n’est pas notée comme vérifiée",
    ):
        assert said in letter.body, said


def test_the_letter_leaves_once_and_only_when_all_the_records_are_decided(officer):
    first = answered_by_its_referent()
    second = AnswerFactory(request=first.request, comment="Nouveau maire")
    for answer in (first, second):
        ChangeFactory(answer=answer)
        ChangeFactory(answer=answer, field="since", value="")

    decide(first, officer, summary=True)
    decide(first, officer, since=True)
    early = decided_letters().count()
    decide(second, officer, summary=True, since=True)

    assert (early, decided_letters().count()) == (0, 1)
    assert decided_letters().get().body.count("Objet : accepté") == 2


def test_who_has_left_or_is_not_known_any_more_gets_no_letter(officer):
    gone, forgotten = answered_by_its_referent(), answered_by_its_referent()
    gone.request.organisation.affiliations.update(may_edit=False)
    VerificationRequest.objects.filter(pk=forgotten.request_id).update(answered_by=None)
    for answer in (gone, forgotten):
        ChangeFactory(answer=answer)

        decide(answer, officer, summary=True)

    assert decided_letters().count() == 0
    assert set(VerificationRequest.objects.values_list("state", flat=True)) == {"settled"}


def test_a_decision_that_is_refused_writes_no_letter(officer):
    answer = answered_by_its_referent()
    ChangeFactory(answer=answer)

    with pytest.raises(ValidationError):
        decide(answer, officer, summary=False)

    assert decided_letters().count() == 0


def test_the_link_shows_afterwards_what_was_decided(client, officer):
    request, token, [pair] = asked()
    answer_of(client, token, sent_for(pair, "changed", summary="Eau"))

    before = client.get(link(token)).text
    decide(request.answers.get(), officer, summary=True)

    assert ("acceptée" in before, "objet (acceptée)" in client.get(link(token)).text) == (False, True)
