"""The days of a visit, its stops, and what came of it; each refusal names what is in the way."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.dates import FuzzyDate
from delegations.enums import CommitmentState, DelegationState, StopState
from delegations.services import (
    add_commitment,
    cancel_stop,
    change_stop,
    date_visit,
    plan_stop,
    settle_commitment,
    write_outcome,
)
from tests.delegations.factories import CommitmentFactory, DelegationFactory, OutcomeFactory, StopFactory
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


def refusals_of(act):
    with pytest.raises(ValidationError) as refused:
        act()
    return refused.value.messages


def june(day, hour, minute=0):
    return datetime(2027, 6, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def officer(make_user):
    return make_user("officer")


@pytest.fixture
def visit():
    return DelegationFactory(state="scheduled", audience="group", dated=True)


def plan(visit, officer, starts_at, ends_at, **values):
    return plan_stop(
        delegation=visit, by=officer, **{"title": "Mairie", **values, "starts_at": starts_at, "ends_at": ends_at}
    )


def test_a_stop_is_planned_in_the_zone_of_the_visit(visit, officer):
    visit.time_zone = "Europe/Lisbon"
    visit.save()

    stop = plan(visit, officer, june(7, 8), june(7, 9), host=OrganisationFactory())

    assert (stop.time_zone, stop.starts.hour, stop.state) == ("Europe/Lisbon", 9, StopState.PLANNED)


def test_a_stop_may_last_until_the_last_midnight_there(visit, officer):
    stop = plan(visit, officer, june(11, 20), june(11, 22))

    assert (stop.ends.day, stop.ends.hour) == (12, 0)


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "sentence"),
    [
        (june(7, 9), june(7, 9), "Une étape finit après avoir commencé."),
        (june(7, 9), june(7, 8), "Une étape finit après avoir commencé."),
        (june(6, 9), june(6, 10), "L’étape du 6 juin 2027 tombe hors de la visite (du 7 au 11 juin 2027)."),
        (june(11, 21), june(11, 23), "L’étape du 11 juin 2027 tombe hors de la visite (du 7 au 11 juin 2027)."),
        (
            june(8, 9),
            june(8, 11),
            "La délégation est déjà attendue à « Musée », de 12h00 à 14h00, le 8 juin 2027.",
        ),
    ],
)
def test_a_stop_that_cannot_be_is_refused_by_name(visit, officer, starts_at, ends_at, sentence):
    StopFactory(delegation=visit, title="Musée", starts_at=june(8, 10), ends_at=june(8, 12))

    assert refusals_of(lambda: plan(visit, officer, starts_at, ends_at)) == [sentence]
    assert visit.stops.count() == 1


def test_a_visit_without_days_has_no_programme(officer):
    delegation = DelegationFactory(state="approaching")

    refusals = refusals_of(lambda: plan(delegation, officer, june(7, 9), june(7, 10)))

    assert refusals == ["La visite n’est pas datée : indiquez d’abord ses jours."]


@pytest.mark.parametrize("state", DelegationState)
def test_a_programme_is_written_from_the_qualification_to_the_day_after(officer, state):
    delegation = DelegationFactory(state=state, dated=True)

    if state in {"qualified", "approaching", "scheduled", "done"}:
        assert plan(delegation, officer, june(7, 9), june(7, 10)).pk
    else:
        assert len(refusals_of(lambda: plan(delegation, officer, june(7, 9), june(7, 10)))) == 1


@pytest.mark.parametrize(("role", "may"), [("secretariat", True), ("referent", False), ("partner", False)])
def test_the_programme_is_the_work_of_staff(make_user, visit, role, may):
    user = make_user(role)

    if may:
        assert plan(visit, user, june(7, 9), june(7, 10)).pk
    else:
        said = refusals_of(lambda: plan(visit, user, june(7, 9), june(7, 10)))
        assert said == ["Seule l’équipe de CUF écrit le programme."]


def test_a_stop_moves_and_is_no_hindrance_to_itself(visit, officer):
    stop = plan(visit, officer, june(7, 8), june(7, 10))

    moved = change_stop(stop=stop, by=officer, starts_at=june(7, 9), ends_at=june(7, 11), state=StopState.CONFIRMED)

    assert (moved.starts_at, moved.state, moved.sequence) == (june(7, 9), StopState.CONFIRMED, 1)


def test_a_cancelled_stop_says_why_leaves_its_hours_free_and_may_come_back(visit, officer):
    stop = plan(visit, officer, june(7, 8), june(7, 10))

    unsaid = refusals_of(lambda: cancel_stop(stop=stop, reason=" ", by=officer))
    cancelled = cancel_stop(stop=stop, reason="Grève", by=officer)
    again = refusals_of(lambda: cancel_stop(stop=stop, reason="Grève", by=officer))
    other = plan(visit, officer, june(7, 9), june(7, 10), title="Musée")
    taken = refusals_of(lambda: change_stop(stop=stop, by=officer, state=StopState.PLANNED))
    cancel_stop(stop=other, reason="Grève finie", by=officer)
    back = change_stop(stop=stop, by=officer, state=StopState.PLANNED)

    assert (unsaid, again) == (["Dites en quelques mots pourquoi."], ["Cette étape est déjà annulée."])
    assert taken == ["La délégation est déjà attendue à « Musée », de 11h00 à 12h00, le 7 juin 2027."]
    assert (cancelled.cancelled_why, back.cancelled_why, back.state) == ("Grève", "", StopState.PLANNED)


def test_the_days_of_a_visit_do_not_leave_its_stops_outside(visit, officer):
    StopFactory(delegation=visit, title="Mairie", starts_at=june(7, 8), ends_at=june(7, 9))
    StopFactory(delegation=visit, title="Musée", starts_at=june(11, 8), ends_at=june(11, 9))

    refusals = refusals_of(
        lambda: date_visit(delegation=visit, first_day=date(2027, 6, 8), last_day=date(2027, 6, 9), by=officer)
    )

    assert refusals == [
        "Ces étapes tomberaient hors de la visite, déplacez-les ou annulez-les d’abord : "
        "Mairie (07/06/2027), Musée (11/06/2027)."
    ]


@pytest.mark.parametrize(
    ("first_day", "last_day", "sentence"),
    [
        (date(2027, 6, 8), date(2027, 6, 7), "Le dernier jour précède le premier."),
        (date(2027, 6, 8), None, "Une visite a un premier et un dernier jour : indiquez les deux."),
        (None, None, "Une délégation programmée a ses deux jours : datez la visite."),
    ],
)
def test_the_days_of_a_visit_are_in_order(visit, officer, first_day, last_day, sentence):
    refusals = refusals_of(lambda: date_visit(delegation=visit, first_day=first_day, last_day=last_day, by=officer))

    assert refusals == [sentence]


def test_a_visit_that_is_done_does_not_end_tomorrow(officer):
    today = timezone.localdate()
    done = DelegationFactory(state="done", first_day=today, last_day=today)
    later = {"first_day": today, "last_day": today + timedelta(days=1)}

    refusals = refusals_of(lambda: date_visit(delegation=done, by=officer, **later))

    assert refusals == ["La visite est dite faite : elle ne finit pas dans l’avenir."]


@pytest.mark.parametrize("state", DelegationState)
def test_an_outcome_is_written_once_the_visit_is_done(officer, state):
    delegation = DelegationFactory(state=state, dated=True)

    if state == DelegationState.DONE:
        write_outcome(delegation=delegation, summary="Bilan", by=officer)
        outcome = write_outcome(delegation=delegation, summary="Bilan relu", by=officer)
        assert (outcome.summary, delegation.changes.count()) == ("Bilan relu", 0)
    else:
        assert len(refusals_of(lambda: write_outcome(delegation=delegation, summary="Bilan", by=officer))) == 1


def test_a_commitment_needs_an_outcome_and_somebody(officer):
    delegation = DelegationFactory(state="done", dated=True)
    promise = {"delegation": delegation, "text": "Écrire", "by": officer}

    before = refusals_of(lambda: add_commitment(by_whom="Wuhan", **promise))
    OutcomeFactory(delegation=delegation)
    nobody = refusals_of(lambda: add_commitment(**promise))
    commitment = add_commitment(by_whom="Wuhan", due=FuzzyDate.month(2027, 9), **promise)

    assert before == ["Écrivez d’abord le bilan de la visite."]
    assert nobody == ["Dites qui s’engage : un organisme, ou son nom."]
    assert (commitment.state, str(commitment.due)) == (CommitmentState.OPEN, "septembre 2027")


def test_a_commitment_is_settled_by_staff_or_by_those_who_made_it(make_user):
    mine = OrganisationFactory()
    own, other = CommitmentFactory(organisation=mine), CommitmentFactory()
    referent = make_user("referent", organisation=mine)

    kept = settle_commitment(commitment=own, state=CommitmentState.KEPT, by=referent)
    refusals = refusals_of(lambda: settle_commitment(commitment=other, state=CommitmentState.KEPT, by=referent))
    reopened = settle_commitment(commitment=own, state=CommitmentState.OPEN, by=make_user("secretariat"))

    assert (kept.settled_on, reopened.settled_on) == (timezone.localdate(), None)
    assert refusals == ["Cet engagement n’est pas celui de votre organisme."]
