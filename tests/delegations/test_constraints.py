"""What the database refuses, whichever way it is written, and the sentence it answers."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.refusals import sentence_for
from delegations.models import Approach, Commitment, Delegation, Opinion, StateChange, Stop
from tests.delegations.factories import (
    ApproachFactory,
    CommitmentFactory,
    DelegationFactory,
    OpinionFactory,
    StopFactory,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def refusal_of(act):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        act()
    return str(sentence_for(refused.value))


def june(day, hour, minute=0):
    return datetime(2027, 6, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"size": 0}, "Une délégation compte au moins une personne ; laissez vide si vous ne savez pas."),
        ({"first_day": date(2027, 6, 7)}, "Une visite a un premier et un dernier jour, dans cet ordre."),
        (
            {"first_day": date(2027, 6, 7), "last_day": date(2027, 6, 6)},
            "Une visite a un premier et un dernier jour, dans cet ordre.",
        ),
        ({"state": "scheduled"}, "Une délégation programmée a ses deux jours : datez la visite."),
        ({"state": "done"}, "Une délégation programmée a ses deux jours : datez la visite."),
        ({"state": "closed"}, "Une délégation programmée a ses deux jours : datez la visite."),
        ({"state": "screened", "is_suspect": True}, "Une demande examinée n’est plus douteuse."),
        ({"reference": "2026-7"}, "Une référence s’écrit comme D-2026-007."),
    ],
)
def test_a_delegation_does_not_contradict_itself(values, sentence):
    delegation = DelegationFactory()

    assert refusal_of(lambda: Delegation.objects.filter(pk=delegation.pk).update(**values)) == sentence


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"answer": "accepted"}, "Une réponse est datée, et elle seule."),
        ({"answered_at": june(1, 8)}, "Une réponse est datée, et elle seule."),
        (
            {"answer": "conditional", "answered_at": june(1, 8)},
            "Une acceptation sous conditions dit lesquelles.",
        ),
        ({"deadline": date(2026, 1, 1)}, "La réponse ne peut être attendue avant que la question soit posée."),
        ({"reminders": 1}, "Une relance est datée."),
    ],
)
def test_an_approach_does_not_contradict_itself(values, sentence):
    approach = ApproachFactory()

    assert refusal_of(lambda: Approach.objects.filter(pk=approach.pk).update(**values)) == sentence


def test_an_authority_is_approached_once_for_a_delegation():
    approach = ApproachFactory()

    refusal = refusal_of(lambda: ApproachFactory(delegation=approach.delegation, organisation=approach.organisation))

    assert refusal == "Cette collectivité est déjà sollicitée pour cette délégation."


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": "favourable"}, "Un avis donné est daté, et lui seul."),
        ({"given_on": date(2027, 1, 1)}, "Un avis donné est daté, et lui seul."),
        ({"kind": "favourable", "given_on": date(2020, 1, 1)}, "Un avis ne se donne pas avant d’être demandé."),
    ],
)
def test_an_opinion_does_not_contradict_itself(values, sentence):
    opinion = OpinionFactory()

    assert refusal_of(lambda: Opinion.objects.filter(pk=opinion.pk).update(**values)) == sentence


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"state": "kept"}, "Un engagement réglé est daté, et lui seul."),
        ({"settled_on": date(2027, 1, 1)}, "Un engagement réglé est daté, et lui seul."),
        ({"by_whom": ""}, "Dites qui s’engage : un organisme, ou son nom."),
    ],
)
def test_a_commitment_does_not_contradict_itself(values, sentence):
    commitment = CommitmentFactory()

    assert refusal_of(lambda: Commitment.objects.filter(pk=commitment.pk).update(**values)) == sentence


@pytest.mark.parametrize(
    ("steps", "signed", "sentence"),
    [
        (("received", "refused"), True, "Dites en quelques mots pourquoi."),
        (("received", "cancelled"), True, "Dites en quelques mots pourquoi."),
        (("cancelled", "screened"), True, "Dites en quelques mots pourquoi."),
        (("received", "screened"), False, "Le demandeur ne peut que demander une visite ou y renoncer."),
        (("", "screened"), True, "Une délégation est d’abord reçue."),
        (("screened", "screened"), True, "La délégation est déjà dans cet état."),
    ],
)
def test_a_change_of_state_says_who_and_why(steps, signed, sentence):
    values = {"from_state": steps[0], "to_state": steps[1], "by": UserFactory() if signed else None}
    delegation = DelegationFactory()

    assert refusal_of(lambda: StateChange.objects.create(delegation=delegation, **values)) == sentence


def test_the_requester_withdraws_without_owing_a_reason():
    change = StateChange.objects.create(delegation=DelegationFactory(), from_state="received", to_state="cancelled")

    assert change.pk


def test_a_delegation_is_never_at_two_stops_at_once():
    stop = StopFactory(starts_at=june(7, 8), ends_at=june(7, 10))

    refusal = refusal_of(lambda: StopFactory(delegation=stop.delegation, starts_at=june(7, 9, 59), ends_at=june(7, 11)))

    assert refusal == "La délégation est déjà attendue ailleurs à ces heures : déplacez l’une des deux étapes."


def test_a_stop_may_begin_when_the_one_before_ends_and_in_place_of_a_cancelled_one():
    stop = StopFactory(starts_at=june(7, 8), ends_at=june(7, 10))
    cancelled = StopFactory(
        delegation=stop.delegation, starts_at=june(7, 10), ends_at=june(7, 12), state="cancelled", cancelled_why="Grève"
    )

    after = StopFactory(delegation=stop.delegation, starts_at=june(7, 10), ends_at=june(7, 12))

    assert list(stop.delegation.stops.live()) == [stop, after]
    assert cancelled not in stop.delegation.stops.live()


def test_a_stop_that_overlaps_is_told_before_it_is_written():
    stop = StopFactory(starts_at=june(7, 8), ends_at=june(7, 10))
    other = StopFactory.build(delegation=stop.delegation, starts_at=june(7, 9), ends_at=june(7, 11))

    with pytest.raises(ValidationError) as refused:
        other.full_clean()

    assert refused.value.messages == [
        "La délégation est déjà attendue ailleurs à ces heures : déplacez l’une des deux étapes."
    ]


def test_a_stop_ends_after_it_begins():
    stop = StopFactory()

    refusal = refusal_of(lambda: Stop.objects.filter(pk=stop.pk).update(ends_at=stop.starts_at))

    assert refusal == "Une étape finit après avoir commencé."


@pytest.mark.parametrize(
    ("starts", "ends", "zone"),
    [
        (june(6, 22, 0), june(7, 8), "Europe/Lisbon"),  # 23:00 on the 6th there, though the 7th has begun in Paris
        (june(11, 20), june(11, 22, 30), "Europe/Paris"),  # half an hour past the last midnight
        (june(12, 8), june(12, 9), "Europe/Paris"),
    ],
)
def test_a_stop_falls_within_the_days_of_the_visit_as_they_are_counted_there(starts, ends, zone):
    stop = StopFactory()

    refusal = refusal_of(lambda: Stop.objects.filter(pk=stop.pk).update(starts_at=starts, ends_at=ends, time_zone=zone))

    assert refusal == "Cette étape tombe hors des jours de la visite."


def test_a_stop_may_last_until_the_last_midnight():
    stop = StopFactory(starts_at=june(11, 18), ends_at=june(11, 22))

    assert stop.ends.hour == 0


def test_a_visit_keeps_the_days_of_its_stops():
    stop = StopFactory()
    visit = Delegation.objects.filter(pk=stop.delegation_id)

    refusals = [
        refusal_of(lambda: visit.update(first_day=date(2027, 6, 8))),
        refusal_of(lambda: visit.update(first_day=None, last_day=None)),
    ]

    assert refusals == ["Une étape du programme tomberait hors de la visite : déplacez-la d’abord."] * 2


@pytest.mark.parametrize("factory", [DelegationFactory, StopFactory])
def test_a_revision_is_counted_when_what_the_agenda_shows_changes(factory):
    record = factory(title="Visite")
    factory._meta.model.objects.filter(pk=record.pk).update(title="Visite d’étude")
    factory._meta.model.objects.filter(pk=record.pk).update(created_at=june(1, 1))

    record.refresh_from_db()

    assert record.sequence == 1
