"""Invitations and closed accounts in the administration: the same services, and the same refusals."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from accounts.models import Invitation, User
from core.models import Letter
from tests.admin_forms import page, send
from tests.factories import InvitationFactory, UserFactory
from tests.readers import STAFF

pytestmark = pytest.mark.django_db

ACCOUNTS, INVITATIONS = page(User, "changelist"), page(Invitation, "changelist")


def do(client, url, action, *records):
    chosen = {"action": action, "_selected_action": [record.pk for record in records], "confirmed": "1"}
    response = client.post(url, chosen)
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("role", STAFF)
def test_the_team_reads_invitations_and_writes_none_by_hand(as_role, role):
    client, invitation = as_role(role), InvitationFactory()

    shown = client.get(INVITATIONS)
    answers = [
        client.get(url).status_code for url in (page(Invitation, "change", invitation.pk), page(Invitation, "add"))
    ]

    assert (answers, reverse("accounts:invitation_add") in shown.text) == ([200, 403], True)


def test_invitations_are_sent_again_or_taken_back(as_role):
    client, first, second = as_role("officer"), InvitationFactory(), InvitationFactory()

    do(client, INVITATIONS, "resend", first)
    said = do(client, INVITATIONS, "revoke", second)

    assert said == ["1 invitation repart.", "1 invitation est annulée."]
    assert [letter.to for letter in Letter.objects.all()] == [first.email]
    assert list(Invitation.objects.filter(revoked_at__isnull=False)) == [second]


def test_what_only_an_administrator_gives_is_refused_to_the_others_by_its_name(as_role):
    given, mine = InvitationFactory(organisation=None, role="administrator"), InvitationFactory()

    said = do(as_role("officer"), INVITATIONS, "revoke", given, mine)

    assert len(said) == 2
    assert "Seul un administrateur" in said[0]
    assert list(Invitation.objects.filter(revoked_at__isnull=False)) == [mine]


@pytest.mark.parametrize(
    ("state", "found"), [("waiting", True), ("confirmed", False), ("late", False), ("ended", False)]
)
def test_invitations_are_found_by_their_state(as_role, state, found):
    invitation = InvitationFactory()

    shown = as_role("officer").get(INVITATIONS, {"etat": state}).context["cl"].queryset

    assert list(shown) == ([invitation] if found else [])


def test_an_account_is_closed_with_its_sessions_by_the_act_or_by_the_box(as_role, make_user):
    client, by_act, by_box = as_role("administrator"), make_user("officer"), UserFactory()
    sessions = {user: as_signed_in(user) for user in (by_act, by_box)}

    do(client, ACCOUNTS, "close", by_act)
    send(client, page(User, "change", by_box.pk), {"is_active": ""})

    assert [User.objects.get(pk=user.pk).is_active for user in sessions] == [False, False]
    assert [session.get("/compte/").status_code for session in sessions.values()] == [302, 302]
    assert [user.usersession_set.count() for user in sessions] == [0, 0]


def as_signed_in(user):
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": "mot de passe de test"})
    return client


def test_nobody_closes_their_own_account_there(as_role):
    client = as_role("administrator")

    said = do(client, ACCOUNTS, "close", client.user)

    assert ["Votre propre compte" in one for one in said] == [True]
    assert User.objects.get(pk=client.user.pk).is_active
