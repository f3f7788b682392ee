"""Two clicks at the same moment, each on a connection of its own."""

import pytest

from accounts.links import invitation_token
from accounts.models import Invitation, User
from accounts.services import open_account, revoke_invitation
from core.links import BadLink
from tests.events.at_once import at_once
from tests.factories import InvitationFactory, UserFactory

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.usefixtures("kept_rows")]

PHRASE = "une phrase assez longue"


def opening(invitation):
    token = invitation_token(invitation)

    def click():
        try:
            return open_account(token=token, password=PHRASE)
        except BadLink as error:
            return str(error)

    return click


def accounts():
    return User.objects.filter(email="nadia@example.org").count()


def test_two_clicks_at_once_make_one_account():
    invitation = InvitationFactory(email="nadia@example.org")

    answers = at_once(*[opening(invitation)] * 4)

    assert accounts() == 1
    assert (
        sorted(str(answer) for answer in answers if not isinstance(answer, User))
        == ["Cette invitation a déjà servi."] * 3
    )


def test_two_invitations_of_one_address_accepted_at_once_make_one_account():
    invitations = [InvitationFactory(email="nadia@example.org") for _ in range(2)]

    at_once(*[opening(invitation) for invitation in invitations])

    assert accounts() == 1
    assert Invitation.objects.filter(accepted_at__isnull=False).count() == 1


def test_what_is_taken_back_while_it_is_accepted_is_one_or_the_other():
    invitation, administrator = InvitationFactory(), UserFactory(is_superuser=True)

    at_once(opening(invitation), lambda: revoke_invitation(invitation=invitation, by=administrator))

    invitation.refresh_from_db()
    made = User.objects.filter(email=invitation.email).exists()
    assert [made, bool(invitation.revoked_at)] in ([True, False], [False, True])
