"""A delegation lived from its request to its outcome, as people live it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from delegations import services
from delegations.enums import Answer, CommitmentState, DelegationState, ReceivedBy
from tests.factories import OrganisationFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_request_becomes_a_visit_with_an_outcome(make_user, group):
    officer, host = make_user("officer"), OrganisationFactory()
    referent = make_user("referent", organisation=host)
    today = timezone.localdate()
    data = {"group": group, "sender_name": "Gouvernement de Wuhan", "size": 6, "themes": [ThemeFactory()]}

    delegation, _created = services.receive_request(data=data, way=ReceivedBy.FORM)
    step = {"delegation": delegation, "by": officer}
    services.change_state(to="screened", **step)
    services.change_state(to="qualified", **step)
    approach = services.approach_authority(organisation=host, deadline=today + timedelta(days=9), **step)
    services.change_state(to="approaching", **step)
    services.answer_approach(approach=approach, answer=Answer.ACCEPTED, by=referent)
    services.date_visit(first_day=today, last_day=today, **step)
    noon = datetime(today.year, today.month, today.day, 10, tzinfo=UTC)
    services.plan_stop(title="Mairie", host=host, starts_at=noon, ends_at=noon + timedelta(hours=1), **step)
    services.change_state(to="scheduled", **step)
    services.change_state(to="done", **step)
    services.write_outcome(summary="Un échange sur l’eau", **step)
    commitment = services.add_commitment(text="Envoyer le rapport", organisation=host, **step)
    services.change_state(to="closed", **step)
    settled = services.settle_commitment(commitment=commitment, state=CommitmentState.KEPT, by=referent)

    delegation.refresh_from_db()
    assert delegation.state == DelegationState.CLOSED
    assert list(delegation.changes.values_list("from_state", "to_state")) == [
        ("", "received"),
        ("received", "screened"),
        ("screened", "qualified"),
        ("qualified", "approaching"),
        ("approaching", "scheduled"),
        ("scheduled", "done"),
        ("done", "closed"),
    ]
    assert settled.settled_on == today
