"""Invitations: sent, sent again, taken back."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.links import invitation_url
from accounts.models import Invitation
from accounts.perms import can_send_invitation
from core.letters import send_letter
from core.refusals import refusals_said

LASTS = timedelta(days=14)
SUBJECT = gettext_lazy("Votre compte sur le portail des groupes-pays")


@transaction.atomic
def invite(*, invitation, by):
    """Keep an `invitation` that is not saved yet, and write to whom it invites. It says the same whether or not the
    address has an account already.

    Raise PermissionDenied when `by` may not give what it gives, ValidationError when it is refused.
    """
    if not can_send_invitation(by, invitation):
        raise PermissionDenied
    invitation.email = invitation.email.strip().lower()
    invitation.invited_by = by
    invitation.expires_at = timezone.now() + LASTS
    invitation.full_clean()
    with refusals_said():
        invitation.save()
    write_to(invitation)
    return invitation


@transaction.atomic
def resend_invitation(*, invitation, by):
    """Write again, with a new link for as many days; the links sent before do not work any more. Who sends it answers for
    it from then on.

    Raise ValidationError when the invitation was accepted or taken back.
    """
    invitation = open_invitation(invitation, by)
    invitation.invited_by, invitation.expires_at = by, timezone.now() + LASTS
    invitation.full_clean()
    invitation.save(update_fields=["invited_by", "expires_at", "updated_at"])
    write_to(invitation)
    return invitation


@transaction.atomic
def revoke_invitation(*, invitation, by):
    """Take `invitation` back: its link does not work any more. Raise ValidationError when it was accepted or taken back."""
    invitation = open_invitation(invitation, by)
    invitation.revoked_at = timezone.now()
    invitation.full_clean()
    invitation.save(update_fields=["revoked_at", "updated_at"])
    return invitation


def open_invitation(invitation, by):
    """The row, locked: somebody may accept it at this very moment."""
    found = Invitation.objects.select_for_update(of=("self",)).select_related("organisation", "invited_by__person")
    invitation = found.get(pk=invitation.pk)
    if not can_send_invitation(by, invitation):
        raise PermissionDenied
    if invitation.accepted_at:
        raise ValidationError(_("Cette invitation est déjà acceptée."), code="accepted")
    if invitation.revoked_at:
        raise ValidationError(_("Cette invitation est déjà annulée."), code="revoked")
    return invitation


def write_to(invitation):
    context = {"invitation": invitation, "link": invitation_url(invitation)}
    send_letter(
        to=invitation.email,
        subject=SUBJECT,
        template="invitation",
        context=context,
        language=invitation.language,
        private=True,
    )
