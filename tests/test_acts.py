"""Every act of the site, and who may do it: the others are refused, and nothing is written."""

import pytest
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from core.enums import Audience
from core.services import raise_flag
from meetings.models import MinutesImport, Proposal
from tests.factories import MeetingFactory, PartnershipFactory, PartnerWishFactory
from tests.meetings.part_factories import ActionItemFactory
from tests.readers import SEES, STAFF, VISITORS, sign_in
from tests.test_consistency import PUBLIC, patterns

pytestmark = pytest.mark.django_db

EDITORS = ("officer", "administrator")
REFUSED, NOT_FOUND, SIGN_IN = 403, 404, 302
# address → (what it acts on, who may, how the others are answered)
ACTS = {
    "partnerships:partnership_add": ((), EDITORS, REFUSED),
    "partnerships:partnership_edit": (("partnership",), EDITORS, REFUSED),
    "partnerships:partnership_confirm": (("partnership",), EDITORS, REFUSED),
    "partnerships:partnership_publish": (("partnership",), EDITORS, REFUSED),
    "partnerships:partnership_end": (("partnership",), EDITORS, REFUSED),
    "partnerships:partnership_reopen": (("ended",), EDITORS, REFUSED),
    "partnerships:doubt_decide": (("partnership", "doubt"), EDITORS, REFUSED),
    "partnerships:wish_add": ((), (*EDITORS, "referent"), REFUSED),
    "partnerships:wish_edit": (("wish",), EDITORS, REFUSED),
    "partnerships:wish_withdraw": (("wish",), EDITORS, REFUSED),
    "meetings:meeting_add": ((), STAFF, REFUSED),
    "meetings:meeting_edit": (("meeting",), STAFF, REFUSED),
    "meetings:minutes_state": (("meeting",), STAFF, REFUSED),
    "meetings:part_list": (("meeting", "actions"), STAFF, REFUSED),
    "meetings:part_edit": (("meeting", "actions", "action"), STAFF, REFUSED),
    "meetings:part_delete": (("meeting", "actions", "action"), STAFF, REFUSED),
    "meetings:part_move": (("meeting", "actions", "action"), STAFF, REFUSED),
    "meetings:action_act": (("meeting", "action", "faite"), STAFF, REFUSED),
    "meetings:import_add": ((), STAFF, REFUSED),
    "meetings:import_accept_certain": (("import",), STAFF, NOT_FOUND),
    "meetings:proposal_accept": (("import", "rank"), STAFF, NOT_FOUND),
    "meetings:proposal_correct": (("import", "rank"), STAFF, NOT_FOUND),
    "meetings:proposal_reject": (("import", "rank"), STAFF, NOT_FOUND),
}
ONLY_READ = {"meetings:import_list", "meetings:import_review"}
ANYTHING = {"reason": "Parce que", "state": "amendment", "direction": "down"}


@pytest.fixture
def world(group):
    """One public record of each sort, which all readers see: what holds them back is not that it is hidden."""
    shown = {"group": group, "audience": Audience.PUBLIC}
    partnership, meeting = PartnershipFactory(**shown), MeetingFactory(**shown, minutes_state="draft")
    minutes_import = MinutesImport.objects.create(group=group, sha256="0" * 64, kind="text", pages=["Réunion"])
    place = {"page": 1, "line": 1, "confidence": 1.0}
    Proposal.objects.create(
        minutes_import=minutes_import, rank=0, kind="position", fields={"text": "Réciprocité"}, **place
    )
    return {
        "partnership": partnership.pk,
        "ended": PartnershipFactory(**shown, status="ended").pk,
        "doubt": raise_flag(record=partnership, code="doubt", message="Deux dates", raised_by="test").pk,
        "wish": PartnerWishFactory(**shown).pk,
        "meeting": meeting.pk,
        "action": ActionItemFactory(meeting=meeting).pk,
        "import": minutes_import.pk,
        "rank": 0,
    }


def address_of(name, world):
    things, _who, _refusal = ACTS[name]
    return reverse(name, args=[world.get(thing, thing) for thing in things])


def answers(client, world):
    """Send each act with a form that says anything; return the status of each answer, and undo what was done."""
    found = {}
    for name in ACTS:
        before = transaction.savepoint_create()
        found[name] = client.post(address_of(name, world), ANYTHING).status_code
        transaction.savepoint_rollback(before)
    return found


@pytest.mark.parametrize("reader", SEES)
def test_each_reader_is_refused_what_is_not_theirs_and_nothing_else(make_user, world, reader):
    refusals = {name: SIGN_IN if reader in VISITORS else refusal for name, (_, _who, refusal) in ACTS.items()}
    theirs = {name for name, (_, who, _refusal) in ACTS.items() if reader in who}

    given = answers(sign_in(reader, make_user), world)

    refused = {name: status for name, status in given.items() if name not in theirs}
    assert refused == {name: status for name, status in refusals.items() if name not in theirs}
    assert {given[name] for name in theirs} <= {200, 302, 422}


@pytest.mark.parametrize("reader", ["visitor", "inactive", "outsider", "partner", "member", "referent"])
def test_a_refused_act_writes_nothing(make_user, world, reader):
    client = sign_in(reader, make_user)
    before = rows()

    for name in set(ACTS) - {"partnerships:wish_add"}:  # a referent may note a search of their own
        client.post(address_of(name, world), ANYTHING)

    assert rows() == before


def rows():
    models = [PartnershipFactory, PartnerWishFactory, MeetingFactory, ActionItemFactory]
    known = [factory._meta.model for factory in models] + [Proposal, MinutesImport, User]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in known}


def test_every_address_is_public_or_read_or_an_act_of_this_list():
    assert {name for name, _view in patterns()} == PUBLIC | ONLY_READ | set(ACTS)
