"""An invitation accepted: an account, a person, a function, a role, each made once."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import STAFF_ROLES
from accounts.links import invitation_of
from accounts.models import User
from core.dates import FuzzyDate
from core.history import told
from core.refusals import refusals_said
from directory.models import Affiliation, Person
from directory.services import add_person


def account_of(email):
    """The User who signs in with `email`, or None; an address that nobody has proved counts for nobody."""
    proved = EmailAddress.objects.filter(email__iexact=email, verified=True).values("user")
    return User.objects.filter(email__iexact=email).first() or User.objects.filter(pk__in=proved).first()


@transaction.atomic
def open_account(*, token, password):
    """Make the account that the invitation behind `token` offers, and return it. Two clicks at once make one.

    Raise BadLink when the link does not lead in any more, ValidationError when the address has an account already.
    """
    invitation = invitation_of(token, lock=True)
    if account_of(invitation.email):
        raise ValidationError(
            _("Un compte existe déjà pour cette adresse : connectez-vous pour accepter."), code="known"
        )
    with refusals_said():  # two invitations of one address may be accepted at the same moment
        user = User.objects.create_user(invitation.email, password, person=person_for(invitation))
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return taken_up(invitation, user)


@transaction.atomic
def join_with_account(*, token, by):
    """Add what the invitation behind `token` gives to the account `by`, which must be the one of its address.

    Raise BadLink when the link does not lead in any more, PermissionDenied for anybody else.
    """
    invitation = invitation_of(token, lock=True)
    if not by.is_authenticated or not by.is_active or account_of(invitation.email) != by:
        raise PermissionDenied
    user = User.objects.select_for_update(of=("self",)).get(pk=by.pk)
    if user.person_id is None:
        user.person = person_for(invitation)
        user.save(update_fields=["person"])
    return taken_up(invitation, user)


def person_for(invitation):
    """The one colleague who is known by this address and has no account; else somebody new, never who is doubtful."""
    there = Affiliation.objects.current().filter(organisation=invitation.organisation).order_by().values("person")
    known = Person.objects.select_for_update(of=("self",)).filter(pk__in=there, email__iexact=invitation.email)
    known = list(known.order_by("pk")[:2])
    if len(known) == 1 and not User.objects.filter(person=known[0]).exists():
        return known[0]
    names = {name: getattr(invitation, name) for name in ("civility", "first_name", "last_name", "email")}
    return add_person(person=Person(**names), raised_by=_("invitation acceptée"))


def taken_up(invitation, user):
    with told(user=user.pk):
        if invitation.organisation_id:
            affiliate(invitation, user.person)
        if invitation.role:
            give_role(invitation.role, user)
        invitation.accepted_at, invitation.accepted_by = timezone.now(), user
        invitation.full_clean()
        invitation.save(update_fields=["accepted_at", "accepted_by", "updated_at"])
    return user


def affiliate(invitation, person):
    """The function that the person has there today gains the right that is offered; without one, it begins today."""
    there = Affiliation.objects.select_for_update(of=("self",)).current()
    found = there.filter(person=person, organisation=invitation.organisation).order_by("-may_edit", "pk").first()
    function = found or Affiliation(
        person=person,
        organisation=invitation.organisation,
        kind=invitation.kind,
        since=FuzzyDate.day(timezone.localdate()),
    )
    function.function = function.function or invitation.function
    function.may_edit = function.may_edit or invitation.may_edit
    function.full_clean()
    function.save()


def give_role(role, user):
    user.groups.add(Group.objects.get(name=role))
    if role in STAFF_ROLES and not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])
