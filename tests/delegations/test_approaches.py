"""Each authority answers for itself; every answer is kept."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.models import ReviewFlag
from delegations.enums import Answer, ApproachOrigin, DelegationState, OpinionKind
from delegations.services import answer_approach, approach_authority, ask_opinion, give_opinion
from tests.delegations.factories import ApproachFactory, DelegationFactory, OpinionFactory
from tests.factories import AffiliationFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def refusals_of(act):
    with pytest.raises(ValidationError) as refused:
        act()
    return refused.value.messages


@pytest.fixture
def ask(make_user):
    """Return a function that has an authority asked, by an officer and for today unless told."""

    def asked(delegation, organisation=None, **values):
        values = {"by": values.pop("by", None) or make_user("officer"), "deadline": timezone.localdate(), **values}
        return approach_authority(delegation=delegation, organisation=organisation or OrganisationFactory(), **values)

    return asked


@pytest.mark.parametrize("state", DelegationState)
def test_cuf_asks_once_the_request_is_qualified_and_until_the_visit(ask, state):
    delegation = DelegationFactory(state=state, dated=True)

    if state in {"qualified", "approaching", "scheduled"}:
        assert ask(delegation).answer == Answer.PENDING
    else:
        said = f"La délégation {delegation.reference} est dans l’état « {state.label} » : "
        assert refusals_of(lambda: ask(delegation)) == [said + "cela ne se fait plus, ou pas encore."]


def test_a_referent_notes_that_their_own_authority_was_asked_directly(make_user, ask):
    mine = OrganisationFactory()
    referent, delegation = make_user("referent", organisation=mine), DelegationFactory(shared=True)

    approach = ask(delegation, mine, by=referent, origin=ApproachOrigin.DIRECT)
    refused = [
        refusals_of(lambda: ask(delegation, by=referent, origin=ApproachOrigin.DIRECT)),
        refusals_of(lambda: ask(delegation, mine, by=referent)),
    ]

    assert approach.asked_by == referent
    assert refused == [["Seul un chargé de mission sollicite une collectivité."]] * 2


def test_the_sender_does_not_host_and_nobody_is_asked_twice_or_for_yesterday(ask):
    sender, host = OrganisationFactory(foreign=True), OrganisationFactory()
    delegation = DelegationFactory(state="qualified", sender=sender)
    ask(delegation, host)

    assert [
        refusals_of(lambda: ask(delegation, sender)),
        refusals_of(lambda: ask(delegation, host)),
        refusals_of(lambda: ask(delegation, deadline=timezone.localdate() - timedelta(days=1))),
    ] == [
        ["Cet organisme envoie la délégation : il ne la reçoit pas."],
        ["Cette collectivité est déjà sollicitée pour cette délégation."],
        ["La réponse est attendue un jour à venir."],
    ]


@pytest.mark.parametrize(
    ("role", "mine", "may"),
    [
        ("officer", False, True),
        ("referent", True, True),
        ("referent", False, False),
        ("member", True, False),
        ("secretariat", False, False),
        ("partner", False, False),
    ],
)
def test_an_authority_answers_by_its_referents_and_officers_note_what_they_were_told(make_user, role, mine, may):
    approach = ApproachFactory()
    user = make_user(role, organisation=approach.organisation if mine else None)

    if may:
        answered = answer_approach(approach=approach, answer=Answer.ACCEPTED, by=user, service="Eau")
        assert (answered.answer, answered.answered_by, answered.service) == (Answer.ACCEPTED, user, "Eau")
    else:
        said = "Chaque collectivité répond pour elle-même, par ses référents."
        assert refusals_of(lambda: answer_approach(approach=approach, answer=Answer.ACCEPTED, by=user)) == [said]


def test_an_answer_may_change_and_each_is_kept(make_user):
    approach, officer = ApproachFactory(), make_user("officer")

    answer_approach(approach=approach, answer=Answer.DECLINED, by=officer, conditions="Élections")
    answer_approach(approach=approach, answer=Answer.CONDITIONAL, by=officer, conditions="En mai")
    answer_approach(approach=approach, answer=Answer.CONDITIONAL, by=officer, conditions="En mai ")

    kept = list(approach.answers.values_list("answer", "conditions"))
    approach.refresh_from_db()
    assert kept == [("declined", "Élections"), ("conditional", "En mai")]
    assert (approach.answer, approach.conditions) == kept[-1]


def test_a_late_answer_is_taken(make_user):
    approach = ApproachFactory(deadline=timezone.localdate() - timedelta(days=1), asked_on="2026-01-01")

    answered = answer_approach(approach=approach, answer=Answer.ACCEPTED, by=make_user("officer"))

    assert (approach.is_overdue, answered.is_overdue) == (True, False)


def test_an_answer_says_what_it_is_and_under_which_conditions(make_user):
    approach, officer = ApproachFactory(), make_user("officer")

    assert [
        refusals_of(lambda: answer_approach(approach=approach, answer=Answer.PENDING, by=officer)),
        refusals_of(lambda: answer_approach(approach=approach, answer=Answer.CONDITIONAL, by=officer)),
        refusals_of(lambda: answer_approach(approach=approach, answer="perhaps", by=officer)),
    ] == [["Choisissez une réponse."], ["Une acceptation sous conditions dit lesquelles."], ["Choisissez une réponse."]]
    assert not approach.answers.exists()


@pytest.mark.parametrize("state", ["closed", "refused", "cancelled"])
def test_an_ended_delegation_takes_no_answer(make_user, state):
    approach = ApproachFactory(delegation__state=state, delegation__dated=True)

    refusals = refusals_of(lambda: answer_approach(approach=approach, answer="accepted", by=make_user("officer")))

    assert len(refusals) == 1
    assert not approach.answers.exists()


@pytest.mark.parametrize(("state", "doubts"), [("approaching", 0), ("scheduled", 1)])
def test_a_host_that_withdraws_from_a_scheduled_visit_leaves_a_doubt(make_user, state, doubts):
    approach = ApproachFactory(delegation__state=state, delegation__dated=True)
    officer = make_user("officer")
    answer_approach(approach=approach, answer=Answer.ACCEPTED, by=officer)

    answer_approach(approach=approach, answer=Answer.DECLINED, by=officer)

    approach.delegation.refresh_from_db()
    assert approach.delegation.state == state
    assert ReviewFlag.objects.about(approach.delegation).filter(code="host_withdrew").count() == doubts


def test_a_partner_gives_the_opinion_of_its_own_organisation(make_user):
    partner = make_user("partner")
    ministry = AffiliationFactory(person=partner.person).organisation
    own, other = OpinionFactory(organisation=ministry), OpinionFactory()

    given = give_opinion(opinion=own, kind=OpinionKind.RESERVED, text="À revoir", by=partner)

    assert (given.kind, given.given_on, given.given_by) == ("reserved", timezone.localdate(), partner)
    assert [
        refusals_of(lambda: give_opinion(opinion=other, kind=OpinionKind.NONE, by=partner)),
        refusals_of(lambda: give_opinion(opinion=own, kind=OpinionKind.ASKED, by=partner)),
    ] == [["Un partenaire donne l’avis de son organisme seulement."], ["Choisissez un avis."]]


@pytest.mark.parametrize("role", ["member", "referent"])
def test_to_work_for_the_organisation_asked_is_not_to_be_its_partner(make_user, role):
    ministry = OrganisationFactory()
    opinion = OpinionFactory(organisation=ministry)
    user = make_user(role, organisation=ministry)

    assert len(refusals_of(lambda: give_opinion(opinion=opinion, kind="favourable", by=user))) == 1


def test_an_officer_notes_an_opinion_that_came_by_mail_on_its_day(make_user):
    opinion, officer = OpinionFactory(), make_user("officer")
    tomorrow = timezone.localdate() + timedelta(days=1)

    given = give_opinion(opinion=opinion, kind="favourable", by=officer, given_on=opinion.asked_on)
    refusals = refusals_of(lambda: give_opinion(opinion=opinion, kind="favourable", by=officer, given_on=tomorrow))

    assert given.given_on == opinion.asked_on
    assert refusals == ["Un avis ne se date pas dans l’avenir."]


def test_nobody_outside_is_shown_a_doubtful_request(make_user):
    delegation = DelegationFactory(suspect=True)

    refusals = refusals_of(
        lambda: ask_opinion(delegation=delegation, organisation=OrganisationFactory(), by=make_user("officer"))
    )

    assert refusals == ["Cette demande est douteuse : examinez-la avant de consulter."]
