"""What is written to whom, and in which language."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from core.models import Letter, ReviewFlag
from delegations import services
from delegations.enums import Answer, ReceivedBy
from delegations.links import follow_path
from delegations.models import Delegation
from tests.delegations.factories import ApproachFactory, DelegationFactory
from tests.factories import AffiliationFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db
ASKER = "wang@example.org"


def written():
    return list(Letter.objects.order_by("pk").values_list("to", "subject"))


def receive(group, **values):
    data = {"group": group, "sender_name": "Gouvernement", "contact_email": ASKER, "size": 4}
    suspicion = values.pop("suspicion", "")
    return services.receive_request(data={**data, **values}, way=ReceivedBy.FORM, suspicion=suspicion)[0]


def test_a_request_is_acknowledged_with_its_reference_and_its_link(group):
    delegation = receive(group)

    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == (ASKER, f"Votre demande de visite {delegation.reference}")
    assert f"sous la référence {delegation.reference}." in letter.body
    assert follow_path(delegation)[:30] in letter.body


@pytest.mark.parametrize("language", ["fr", "en", "zh-hans"])
def test_the_requester_is_written_to_in_their_language_whatever_the_readers(group, language):
    with translation.override("fr"):
        receive(group, language=language)

    assert Letter.objects.get().language == language


def test_a_doubtful_request_is_answered_once_somebody_has_screened_it(make_user, group):
    delegation = receive(group, suspicion="Champ piège rempli")
    before = written()

    services.change_state(delegation=delegation, to="screened", by=make_user("officer"))

    assert (before, [to for to, _subject in written()]) == ([], [ASKER])


def test_a_doubtful_request_that_is_refused_gets_no_answer(make_user, group):
    delegation = receive(group, suspicion="Champ piège rempli")

    services.change_state(delegation=delegation, to="refused", by=make_user("officer"), reason="Publicité")

    assert written() == []


def test_a_request_without_an_address_is_answered_to_nobody(make_user, group):
    delegation = receive(group, contact_email="")

    services.change_state(delegation=delegation, to="screened", by=make_user("officer"))

    assert written() == []


def test_a_refusal_carries_the_message_but_never_the_reason(make_user, group):
    delegation = receive(group)

    services.change_state(
        delegation=delegation, to="refused", by=make_user("officer"), reason="Doublon", message="Revenez en 2028."
    )

    body = Letter.objects.latest("pk").body
    assert ("Revenez en 2028." in body, "Doublon" in body) == (True, False)


@pytest.fixture
def keeper():
    """A referent with an account."""
    return AffiliationFactory(may_edit=True, person=UserFactory(email="referent@example.org").person)


def test_the_referents_of_an_authority_are_asked_and_nobody_else(make_user, keeper):
    AffiliationFactory(organisation=keeper.organisation, person=UserFactory().person)
    closed = UserFactory(is_active=False)
    AffiliationFactory(organisation=keeper.organisation, person=closed.person, may_edit=True)
    delegation = DelegationFactory(state="qualified", audience="group")

    services.approach_authority(
        delegation=delegation,
        organisation=keeper.organisation,
        deadline=timezone.localdate(),
        note="Le service de l’eau ?",
        by=make_user("officer"),
    )

    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == (
        "referent@example.org",
        f"Accueillir la délégation {delegation.reference} ?",
    )
    assert "Le service de l’eau ?" in letter.body


def test_whoever_asked_learns_the_answer_unless_they_noted_it(make_user):
    officer, host = make_user("officer"), OrganisationFactory()
    referent = make_user("referent", organisation=host)
    approach = ApproachFactory(organisation=host, asked_by=officer)

    services.answer_approach(approach=approach, answer=Answer.DECLINED, by=officer)
    services.answer_approach(approach=approach, answer=Answer.ACCEPTED, by=referent)

    reference = approach.delegation.reference
    assert written() == [(officer.email, f"Réponse de {host} pour la délégation {reference}")]


def test_the_partners_of_a_ministry_are_told_that_its_opinion_is_asked(make_user):
    partner = make_user("partner")
    ministry = AffiliationFactory(person=partner.person).organisation
    AffiliationFactory(organisation=ministry, person=UserFactory().person)
    delegation = DelegationFactory(shared=True)

    services.ask_opinion(delegation=delegation, organisation=ministry, by=make_user("officer"))

    assert written() == [(partner.email, f"Votre avis sur la délégation {delegation.reference}")]


def test_authorities_learn_that_a_delegation_does_not_come_unless_they_had_declined(make_user, keeper):
    asked = ApproachFactory(organisation=keeper.organisation)
    declined = AffiliationFactory(may_edit=True, person=UserFactory().person).organisation
    ApproachFactory(
        delegation=asked.delegation, organisation=declined, answer=Answer.DECLINED, answered_at=timezone.now()
    )

    services.change_state(delegation=asked.delegation, to="cancelled", by=make_user("officer"), reason="Visas")

    assert written() == [("referent@example.org", f"La délégation {asked.delegation.reference} ne viendra pas")]


def noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def reminded(first, days):
    """How many approaches are reminded on each of these days."""
    return [services.remind_approaches(noon(first + timedelta(days=day))) for day in days]


def test_an_authority_is_reminded_after_nine_days_and_at_the_deadline_and_no_more(keeper):
    ApproachFactory(organisation=keeper.organisation, asked_on=date(2026, 11, 2), deadline=date(2026, 11, 23))

    assert reminded(date(2026, 11, 2), [8, 9, 9, 10, 20, 21, 21, 22, 400]) == [0, 1, 0, 0, 0, 1, 0, 0, 0]
    assert [to for to, _subject in written()] == ["referent@example.org"] * 2


def test_a_short_deadline_is_recalled_once(keeper):
    ApproachFactory(organisation=keeper.organisation, asked_on=date(2026, 11, 2), deadline=date(2026, 11, 6))

    assert reminded(date(2026, 11, 2), [3, 4, 9, 10]) == [0, 1, 0, 0]


def test_a_job_that_was_asleep_reminds_once_of_what_it_missed(keeper):
    ApproachFactory(organisation=keeper.organisation, asked_on=date(2026, 11, 2), deadline=date(2026, 11, 23))

    assert reminded(date(2026, 11, 2), [60, 61]) == [1, 0]


def test_one_letter_names_all_that_an_authority_owes(keeper):
    for _n in range(2):
        ApproachFactory(organisation=keeper.organisation)

    services.remind_approaches(noon(date(2026, 11, 18)))

    letter = Letter.objects.get()
    assert letter.subject == "Des délégations attendent votre réponse"
    assert all(reference in letter.body for reference in Delegation.objects.values_list("reference", flat=True))


@pytest.mark.parametrize("state", ["refused", "cancelled"])
def test_nobody_is_reminded_of_a_delegation_that_does_not_come(keeper, state):
    ApproachFactory(organisation=keeper.organisation, delegation__state=state, delegation__audience="group")

    assert reminded(date(2026, 11, 9), [30]) == [0]


def test_who_has_answered_is_not_reminded(keeper):
    ApproachFactory(organisation=keeper.organisation, answer=Answer.DECLINED, answered_at=timezone.now())

    assert reminded(date(2026, 11, 9), [30]) == [0]


def test_an_authority_without_a_referent_is_a_doubt_for_cuf_said_once():
    approach = ApproachFactory()

    counts = reminded(date(2026, 11, 9), [30, 31])

    flag = ReviewFlag.objects.about(approach.delegation).get()
    assert (counts, flag.code) == ([0, 0], "nobody_to_remind")
    assert flag.message == f"{approach.organisation} n’a pas répondu et n’a pas de référent à qui écrire."


def reminded_by_hand(approach, user):
    try:
        services.remind_authority(approach=approach, by=user)
    except ValidationError as error:
        return " ".join(error.messages)
    return "relancée"


def test_an_officer_reminds_an_authority_once_a_day(keeper, make_user):
    approach, officer = ApproachFactory(organisation=keeper.organisation), make_user("officer")

    assert [reminded_by_hand(approach, officer) for _n in range(2)] == [
        "relancée",
        "Cette collectivité a déjà été relancée aujourd’hui.",
    ]
    assert [to for to, _subject in written()] == ["referent@example.org"]


def test_nobody_else_reminds_nor_is_anybody_reminded_for_nothing(keeper, make_user):
    waiting = ApproachFactory(organisation=keeper.organisation)
    answered = ApproachFactory(organisation=keeper.organisation, answer=Answer.DECLINED, answered_at=timezone.now())

    assert [
        reminded_by_hand(waiting, make_user("secretariat")),
        reminded_by_hand(answered, make_user("officer")),
        reminded_by_hand(ApproachFactory(), make_user("officer")),
    ] == [
        "Seul un chargé de mission relance une collectivité.",
        "Cette collectivité a déjà répondu.",
        "Cette collectivité n’a pas de référent à qui écrire.",
    ]
    assert written() == []
