"""How a request comes in: once, with a number of its own, and set apart when something is odd."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.links import BadLink
from delegations.enums import Answer, ApproachOrigin, ReceivedBy
from delegations.links import delegation_of, follow_token
from delegations.models import Delegation
from delegations.services import declare_request, receive_request, renew_link
from delegations.services.requests import FLOOD
from tests.delegations.factories import DelegationFactory
from tests.factories import OrganisationFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def receive(group, **values):
    by, way = values.pop("by", None), values.pop("way", ReceivedBy.FORM)
    key, suspicion = values.pop("sending_key", None), values.pop("suspicion", "")
    data = {"group": group, "sender_name": "Gouvernement de Wuhan", **values}
    return receive_request(data=data, way=way, by=by, sending_key=key, suspicion=suspicion)


def test_a_request_waits_for_cuf_with_its_first_step_written(group):
    theme = ThemeFactory()

    delegation, created = receive(group, themes=[theme])

    assert (created, delegation.state, delegation.audience) == (True, "received", "internal")
    assert list(delegation.themes.all()) == [theme]
    assert list(delegation.changes.values_list("from_state", "to_state", "by")) == [("", "received", None)]


def test_references_follow_each_other_within_their_year(group):
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 1), date(2025, 12, 31)]

    references = [receive(group, received_on=day)[0].reference for day in days]

    assert references == ["D-2025-001", "D-2026-001", "D-2026-002", "D-2025-002"]


def test_a_refused_request_leaves_no_hole(group):
    receive(group)
    with pytest.raises(ValidationError):
        receive(group, size=0)

    delegation, _created = receive(group)

    assert delegation.reference == f"D-{timezone.localdate().year}-002"


def test_a_request_sent_twice_is_noted_once(group):
    key = uuid4()

    first, second = receive(group, sending_key=key), receive(group, sending_key=key, sender_name="Autre")

    assert (first[1], second) == (True, (first[0], False))
    assert (Delegation.objects.count(), first[0].changes.count()) == (1, 1)


def test_a_doubt_sets_a_request_apart_and_loses_nothing(group):
    delegation, created = receive(group, suspicion="Rempli en une seconde")

    assert (created, delegation.is_suspect, delegation.suspicion) == (True, True, "Rempli en une seconde")


def test_a_flood_of_requests_is_set_apart(make_user, group):
    DelegationFactory.create_batch(FLOOD - 1, group=group)

    last, first_of_flood = receive(group)[0], receive(group)[0]
    by_mail = receive(group, way=ReceivedBy.MAIL, by=make_user("officer"))[0]

    assert (last.suspicion, by_mail.suspicion) == ("", "")
    assert first_of_flood.suspicion == "Plus de 30 demandes en une heure."


@pytest.mark.parametrize(
    ("role", "may"), [("member", False), ("partner", False), ("referent", True), ("secretariat", True)]
)
def test_staff_and_referents_note_what_reached_them_otherwise(make_user, group, role, may):
    user = make_user(role)

    if may:
        assert receive(group, way=ReceivedBy.MAIL, by=user)[0].received_by == user
    else:
        with pytest.raises(ValidationError, match="Vous ne pouvez pas noter de demande."):
            receive(group, way=ReceivedBy.MAIL, by=user)


def test_only_the_form_is_nobodys(group):
    with pytest.raises(ValidationError, match="Dites qui note cette demande."):
        receive(group, way=ReceivedBy.PHONE)


def test_a_member_declares_a_visit_it_was_asked_for_directly(make_user, group):
    mine = OrganisationFactory()
    referent = make_user("referent", organisation=mine)

    delegation, _created = declare_request(
        data={"group": group, "sender_name": "Ville de Nankin"}, organisation=mine, by=referent
    )

    approach = delegation.approaches.get()
    assert (delegation.received_by_way, approach.origin) == (ReceivedBy.MEMBER, ApproachOrigin.DIRECT)
    assert (approach.organisation, approach.answer) == (mine, Answer.PENDING)
    assert list(Delegation.objects.visible_to(referent)) == [delegation]


def test_nobody_declares_for_another_authority(make_user, group):
    with pytest.raises(ValidationError, match="Vous ne parlez pas au nom de cette collectivité."):
        declare_request(
            data={"group": group, "sender_name": "Ville"}, organisation=OrganisationFactory(), by=make_user("referent")
        )

    assert not Delegation.objects.exists()


def test_what_looks_like_a_passport_number_is_refused_wherever_it_stands(group):
    for field in ("title", "sender_name", "purpose", "wished_hosts", "head_name", "payer_note", "contact_name"):
        with pytest.raises(ValidationError) as refused:
            receive(group, **{field: "Passeport E12345678"})
        assert list(refused.value.message_dict) == [field]


def test_the_link_of_a_request_leads_to_it_until_another_is_made(group):
    delegation, _created = receive(group)
    token = follow_token(delegation)
    assert delegation_of(token) == delegation

    renewed = renew_link(delegation=delegation)

    assert delegation_of(follow_token(renewed)) == delegation
    with pytest.raises(BadLink):
        delegation_of(token)


@pytest.mark.parametrize("token", ["", "abc", "é" * 50, "a.b.c", "x" * 5000])
def test_a_link_that_was_not_made_here_leads_nowhere(token):
    with pytest.raises(BadLink):
        delegation_of(token)
