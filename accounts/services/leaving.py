"""What ends: a person leaves an organisation, an account is closed. Rights go the same second."""

from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Invitation, User
from accounts.perms import can_close_account, can_note_departure
from accounts.services.feeds import revoke_feed_link
from core.dates import FuzzyDate
from directory.models import Affiliation


@transaction.atomic
def leave_organisation(*, person, organisation, by):
    """End today, at this very moment, all that `person` does in `organisation`, and take back the invitations there that
    would let them in again. Return the functions.

    Raise ValidationError when they do nothing there any more.
    """
    if not can_note_departure(by, organisation):
        raise PermissionDenied
    now = timezone.now()
    there = Affiliation.objects.select_for_update(of=("self",)).current()
    functions = list(there.filter(person=person, organisation=organisation).order_by("pk"))
    if not functions:
        raise ValidationError(_("Cette personne n’est plus dans cet organisme."), code="already_left")
    for function in functions:
        function.until, function.left_at = FuzzyDate.day(timezone.localdate(now)), now
        function.full_clean()
        function.save(update_fields=["until", "until_words", "left_at", "updated_at"])
    waiting = Invitation.objects.open().filter(organisation=organisation)
    waiting.alias(address=Lower("email")).filter(address__in=addresses_of(person)).update(revoked_at=now)
    return functions


def addresses_of(person):
    account = User.objects.filter(person=person).first()
    return {email.lower() for email in (person.email, account and account.email) if email}


@transaction.atomic
def close_account(*, account, by):
    """Close `account`: nobody signs in with it, its sessions end, its link to the agenda reads nothing. Its person and
    what they did stay. Repeatable.
    """
    if not can_close_account(by, account):
        raise PermissionDenied
    account = User.objects.select_for_update(of=("self",)).get(pk=account.pk)
    account.is_active = False
    account.save(update_fields=["is_active"])
    for session in UserSession.objects.filter(user=account):
        session.end()
    revoke_feed_link(user=account)
    return account
