"""Who takes a delegation from where to where, and what each step asks."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from core.enums import Audience
from delegations.enums import Actor, Answer, DelegationState, StopState
from delegations.models import Delegation, StateChange
from delegations.perms import can_change_state
from delegations.services import change_state, steps_offered, withdraw_request
from delegations.states import TRANSITIONS, transition_between
from tests.delegations.factories import ApproachFactory, DelegationFactory, OpinionFactory, OutcomeFactory, StopFactory
from tests.factories import AffiliationFactory, ThemeFactory

pytestmark = pytest.mark.django_db
STEPS = {(transition.source, transition.target) for transition in TRANSITIONS}


def ready(state, **values):
    """A delegation in a state, with everything that any step may ask for."""
    days = {"first_day": date(2026, 1, 5), "last_day": date(2026, 1, 7)}
    delegation = DelegationFactory(state=state, **{"audience": Audience.GROUP, **days, **values})
    delegation.themes.add(ThemeFactory())
    ApproachFactory(delegation=delegation, answer=Answer.ACCEPTED, answered_at=timezone.now())
    OutcomeFactory(delegation=delegation)
    return delegation


def refusals_of(act):
    with pytest.raises(ValidationError) as refused:
        act()
    return refused.value.messages


@pytest.mark.parametrize(("source", "target"), sorted(product(DelegationState, DelegationState)))
def test_an_officer_takes_the_steps_of_the_table_and_no_other(make_user, source, target):
    delegation, officer = ready(source), make_user("officer")

    if (source, target) in STEPS:
        changed = change_state(delegation=delegation, to=target, by=officer, reason="Parce que")
        expected = (target, [(source, target)])
        assert (changed.state, list(delegation.changes.values_list("from_state", "to_state"))) == expected
    else:
        message = f"La délégation est dans l’état « {source.label} » : elle ne passe pas de là à « {target.label} »."
        assert refusals_of(lambda: change_state(delegation=delegation, to=target, by=officer, reason="x")) == [message]
        assert not delegation.changes.exists()


@pytest.mark.parametrize("role", ["member", "referent", "partner", "secretariat", "administrator"])
def test_each_takes_the_steps_that_the_table_gives_them(make_user, group, role):
    user = make_user(role)
    actor = {"secretariat": Actor.SECRETARIAT, "partner": Actor.PARTNER, "administrator": Actor.OFFICER}.get(role)
    records = {state: ready(state, group=group, audience=Audience.PUBLIC) for state in DelegationState}

    allowed = {(source, target) for source, target in STEPS if can_change_state(user, records[source], target)}

    assert allowed == {(one.source, one.target) for one in TRANSITIONS if actor in one.actors}


def test_a_step_that_is_anothers_is_refused_and_says_whose_it_is(make_user):
    delegation = ready("qualified")

    refusals = refusals_of(lambda: change_state(delegation=delegation, to="approaching", by=make_user("secretariat")))

    assert refusals == ["Ce changement n’est pas le vôtre ; il revient à : chargé de mission."]


def test_a_partner_qualifies_only_what_they_see(make_user):
    partner = make_user("partner")
    ministry = AffiliationFactory(person=partner.person).organisation
    seen, unseen = ready("screened"), ready("screened")
    OpinionFactory(delegation=seen, organisation=ministry)

    change_state(delegation=seen, to="qualified", by=partner)
    refusals = refusals_of(lambda: change_state(delegation=unseen, to="qualified", by=partner))

    assert refusals == ["Ce changement n’est pas le vôtre ; il revient à : chargé de mission, partenaire consulté."]


def test_the_requester_withdraws_until_the_visit_is_done_and_does_nothing_else():
    allowed = {(one.source, one.target) for one in TRANSITIONS if Actor.REQUESTER in one.actors}

    assert {target for _source, target in allowed} == {"cancelled"}
    assert {source for source, _target in allowed} == {"received", "screened", "qualified", "approaching", "scheduled"}


def test_a_withdrawal_is_the_requesters_own_and_owes_no_reason():
    delegation = withdraw_request(delegation=ready("approaching"))

    change = delegation.changes.get()
    assert (delegation.state, change.by, change.reason) == ("cancelled", None, "")


@pytest.mark.parametrize(
    ("source", "target"), sorted((one.source, one.target) for one in TRANSITIONS if one.needs_reason)
)
def test_a_step_that_needs_a_reason_is_refused_without_one(make_user, source, target):
    delegation = ready(source)

    refusals = refusals_of(lambda: change_state(delegation=delegation, to=target, by=make_user("officer"), reason=" "))

    assert refusals == ["Dites en quelques mots pourquoi."]


def test_to_leave_an_end_or_to_go_back_asks_why():
    unsaid = {(one.source, one.target) for one in TRANSITIONS if not one.needs_reason}

    assert unsaid == {
        ("received", "screened"),
        ("screened", "qualified"),
        ("qualified", "approaching"),
        ("approaching", "scheduled"),
        ("scheduled", "done"),
        ("done", "closed"),
    }


@pytest.mark.parametrize(
    ("source", "target", "values", "sentences"),
    [
        ("screened", "qualified", {}, ["Une délégation qualifiée a au moins un thème : choisissez-le d’abord."]),
        ("qualified", "approaching", {}, ["Aucune collectivité n’est sollicitée : ajoutez-en une d’abord."]),
        (
            "approaching",
            "scheduled",
            {},
            [
                "Aucune collectivité n’a encore accepté : attendez ou notez une réponse.",
                "La visite n’est pas datée : indiquez son premier et son dernier jour.",
            ],
        ),
        (
            "scheduled",
            "done",
            {"first_day": date(2126, 11, 24), "last_day": date(2126, 11, 25)},
            ["La visite dure jusqu’au 25 novembre 2126 : elle ne peut être dite faite avant ce jour."],
        ),
        (
            "done",
            "closed",
            {"first_day": date(2026, 1, 5), "last_day": date(2026, 1, 7)},
            ["Le bilan n’est pas écrit : une délégation ne se clôt pas sans lui."],
        ),
    ],
)
def test_a_step_asks_for_what_it_rests_on(make_user, source, target, values, sentences):
    delegation, officer = DelegationFactory(state=source, audience=Audience.GROUP, **values), make_user("officer")

    refusals = refusals_of(lambda: change_state(delegation=delegation, to=target, by=officer))
    offered = {step.target: said for step, said in steps_offered(delegation, officer)}

    assert refusals == sentences
    assert offered[target] == sentences


@pytest.mark.parametrize(("answer", "opens"), [(one, one in Answer.welcoming_ones()) for one in Answer])
def test_a_visit_is_scheduled_once_a_host_welcomes_it(answer, opens):
    delegation = DelegationFactory(state="approaching", dated=True)
    given = {} if answer == Answer.PENDING else {"answered_at": timezone.now(), "conditions": "En mai"}
    ApproachFactory(delegation=delegation, answer=answer, **given)

    assert (transition_between("approaching", "scheduled").refusals(delegation) == []) == opens


@pytest.mark.parametrize(("days", "opens"), [(-1, True), (0, True), (1, False)])
def test_a_visit_is_done_from_its_last_day_on(days, opens):
    day = timezone.localdate() + timedelta(days=days)
    delegation = DelegationFactory.build(state="scheduled", first_day=day, last_day=day)

    assert (transition_between("scheduled", "done").refusals(delegation) == []) == opens


def test_a_screened_request_opens_to_its_group_and_is_no_more_doubtful(make_user):
    delegation = DelegationFactory(suspect=True)

    screened = change_state(delegation=delegation, to="screened", by=make_user("secretariat"))

    assert (screened.audience, screened.is_suspect, screened.suspicion) == (Audience.GROUP, False, "")


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.NETWORK])
def test_another_audience_may_be_chosen_at_the_screening(make_user, audience):
    screened = change_state(delegation=DelegationFactory(), to="screened", by=make_user("officer"), audience=audience)

    assert screened.audience == audience


def test_a_delegation_kept_to_cuf_stays_so_when_it_is_reopened(make_user):
    officer, delegation = make_user("officer"), DelegationFactory()
    change_state(delegation=delegation, to="screened", by=officer, audience=Audience.INTERNAL)
    change_state(delegation=delegation, to="cancelled", by=officer, reason="Visas")

    reopened = change_state(delegation=delegation, to="screened", by=officer, reason="Visas obtenus")

    assert reopened.audience == Audience.INTERNAL


@pytest.mark.parametrize("to", ["cancelled"])
def test_nobody_waits_for_a_delegation_that_does_not_come(make_user, to):
    delegation = ready("scheduled", first_day=date(2027, 6, 7), last_day=date(2027, 6, 11))
    stop = StopFactory(delegation=delegation)

    with translation.override("zh-hans"):
        change_state(delegation=delegation, to=to, by=make_user("officer"), reason="Visas")

    stop.refresh_from_db()
    assert (stop.state, stop.cancelled_why) == (StopState.CANCELLED, "La délégation est annulée.")


def test_of_two_clicks_the_second_finds_the_new_state(make_user):
    delegation, officer = DelegationFactory(), make_user("officer")
    stale = Delegation.objects.get(pk=delegation.pk)
    change_state(delegation=delegation, to="screened", by=officer)

    refusals = refusals_of(lambda: change_state(delegation=stale, to="screened", by=officer))

    assert refusals == ["La délégation est dans l’état « examinée » : elle ne passe pas de là à « examinée »."]
    assert StateChange.objects.count() == 1


def test_a_change_that_holds_a_passport_number_is_refused_whole(make_user):
    delegation = ready("screened")

    refusals = refusals_of(
        lambda: change_state(delegation=delegation, to="refused", by=make_user("officer"), reason="Passeport E12345678")
    )

    delegation.refresh_from_db()
    assert (len(refusals), delegation.state, delegation.changes.count()) == (1, "screened", 0)
