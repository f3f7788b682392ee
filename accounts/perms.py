"""Who may do what with accounts. Nobody gives a right that they do not hold."""

from django.conf import settings

from accounts.enums import STAFF_ROLES, Role, SeenRole
from accounts.models import User


def owes_second_factor(user):
    """The team and the institutional partners see what is not theirs: a password alone does not open it."""
    return settings.SECOND_FACTOR_REQUIRED and user.is_authenticated and (user.sees_all or Role.PARTNER in user.roles)


def is_team(user):
    return user.is_authenticated and user.is_active and user.sees_all


def is_administrator(user):
    return is_team(user) and (user.is_superuser or Role.ADMINISTRATOR in user.roles)


def can_keep_people(user, organisation):
    """The team; and the referents of the organisation, who know who works there."""
    return is_team(user) or (user.is_authenticated and user.is_active and organisation.pk in user.edited_ids)


def can_invite(user):
    return is_team(user) or (user.is_authenticated and user.is_active and bool(user.edited_ids))


def can_invite_everywhere(user):
    return is_team(user)


def can_name_referents(user):
    """Who keeps the records of an authority is agreed with CUF, by those of the team who keep them too."""
    return is_team(user) and user.edits_records


def can_give_roles(user):
    """A role opens what is not one's own organisation's, or the administration: the administrators answer for it."""
    return is_administrator(user)


def can_send_invitation(user, invitation):
    """Whether `user` might write this very invitation: what is sent again, or taken back, is held to the same."""
    if invitation.role or not invitation.organisation_id:
        return can_give_roles(user)
    if invitation.may_edit:
        return can_name_referents(user)
    return can_invite(user) and (can_invite_everywhere(user) or invitation.organisation_id in user.edited_ids)


def can_note_departure(user, organisation):
    return can_keep_people(user, organisation)


def can_close_account(user, account):
    return closable_accounts(user).filter(pk=account.pk).exists()


def closable_accounts(user):
    """The team closes accounts of members and partners; one of the team, an administrator; one's own, somebody else."""
    if not is_team(user):
        return User.objects.none()
    others = User.objects.filter(is_active=True).exclude(pk=user.pk)
    if is_administrator(user):
        return others
    team = User.objects.filter(groups__name__in=STAFF_ROLES).values("pk")
    return others.exclude(is_superuser=True).exclude(pk__in=team)


def can_merge_records(user):
    """Two records made one change what many others say: those who edit them all, officers and administrators."""
    return user.is_authenticated and user.is_active and user.edits_records


def roles_seen_by(user):
    """As whom `user` may look at the portal: the team, as those who see and do no more than they do themselves."""
    if not (user.is_authenticated and user.is_active and user.sees_all):
        return []
    return [role for role in SeenRole if role != SeenRole.OFFICER or user.edits_records]
