"""The link by which an invited person, who has no account yet, accepts."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Invitation
from accounts.perms import can_send_invitation
from core.addresses import absolute
from core.links import BadLink, make_link_token, not_ours, read_link_token

PURPOSE = "accounts.invitation"


class DeadInvitation(BadLink):
    """The link was made here, and does not lead in any more."""

    def __init__(self, message, invitation=None):
        super().__init__(message)
        self.invitation = invitation


def invitation_token(invitation):
    """What stands in the address. It is made of the end of the invitation, which each sending moves: the older die, and the
    same sending always gives the same."""
    return make_link_token(PURPOSE, invitation.pk, stamp(invitation), at=invitation.expires_at)


def invitation_url(invitation):
    return absolute(reverse("accounts:invitation_accept", args=[invitation_token(invitation)]))


def invitation_of(token, *, lock=False):
    """Return the Invitation that waits behind a link, its row locked when asked.

    Raise DeadInvitation when it was accepted, taken back, sent again or is too old, and BadLink when the link was not made
    here or was altered.
    """
    parts = read_link_token(PURPOSE, token)
    if len(parts) != 2:
        raise not_ours()
    invitations = Invitation.objects.select_for_update(of=("self",)) if lock else Invitation.objects
    found = invitations.select_related("organisation", "invited_by__person").filter(pk=parts[0]).first()
    if reason := why_dead(found, parts[1]):
        raise DeadInvitation(reason, found)
    return found


def why_dead(invitation, stamped):
    if invitation is None or invitation.revoked_at:
        return _("Cette invitation a été annulée.")
    if invitation.accepted_at:
        return _("Cette invitation a déjà servi.")
    if stamp(invitation) != stamped:
        return _("Un lien plus récent a remplacé celui-ci : ouvrez le dernier courriel reçu.")
    if not invitation.is_pending:
        return _("Cette invitation n’est plus valable : elle a expiré.")
    # Who has left, or holds a right no more, lets nobody in by a letter of before.
    return "" if can_send_invitation(invitation.invited_by, invitation) else _("Cette invitation a été reprise.")


def stamp(invitation):
    return int(invitation.expires_at.timestamp() * 1_000_000)
