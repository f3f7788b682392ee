"""Who may do what; whether a delegation may be seen at all is said by `visible_to`."""

from accounts.enums import Role
from delegations.enums import ApproachOrigin
from delegations.states import actor_of, transition_between


def is_staff(user):
    return user.is_authenticated and user.is_active and user.sees_all


def is_officer(user):
    return user.is_authenticated and user.is_active and user.edits_records


def can_read_queue(user):
    """The requests not screened yet, the doubtful ones among them."""
    return is_staff(user)


def can_read_contact(user):
    """Names, addresses and telephones of contacts are for CUF's staff, always."""
    return is_staff(user)


def can_add_delegation(user):
    """Staff note what came by mail or by telephone; a referent declares what their own authority received."""
    return is_staff(user) or (user.is_authenticated and user.is_active and user.organisations_edited.exists())


def can_declare_for(user, organisation):
    return is_staff(user) or keeps(user, organisation.pk)


def can_edit_delegation(user):
    return is_officer(user)


def can_change_state(user, delegation, to):
    """What the table of `states` opens to them; a partner, of the delegations they see."""
    step = transition_between(delegation.state, to)
    if step is None or actor_of(user) not in step.actors:
        return False
    return user is None or type(delegation).objects.visible_to(user).filter(pk=delegation.pk).exists()


def can_approach_authority(user, organisation, origin=ApproachOrigin.CUF):
    """Officers ask anybody; a referent notes that their own authority was asked directly."""
    return is_officer(user) or (origin == ApproachOrigin.DIRECT and keeps(user, organisation.pk))


def can_answer_approach(user, approach):
    """Each authority answers for itself, by its referents; officers note what they were told."""
    return is_officer(user) or keeps(user, approach.organisation_id)


def can_ask_opinion(user):
    return is_officer(user)


def can_give_opinion(user, opinion):
    """A partner gives the opinion of their own organisation; officers note one that came by mail."""
    if is_officer(user):
        return True
    if not user.is_authenticated or not user.is_active or Role.PARTNER not in user.roles:
        return False
    return user.current_affiliations.filter(organisation=opinion.organisation_id).exists()


def can_plan_stop(user):
    return is_staff(user)


def can_date_visit(user):
    return is_staff(user)


def can_write_outcome(user):
    return is_staff(user)


def can_settle_commitment(user, commitment):
    """Staff; and the referents of the organisation that made it."""
    return is_staff(user) or (commitment.organisation_id is not None and keeps(user, commitment.organisation_id))


def can_edit_hosting_profile(user, organisation):
    return is_officer(user) or keeps(user, organisation.pk)


def keeps(user, organisation_id):
    if not user.is_authenticated or not user.is_active:
        return False
    return user.organisations_edited.filter(organisation=organisation_id).exists()


def can_read_board(user):
    """Staff, and the institutional partners who take part in triage."""
    return user.is_authenticated and actor_of(user) is not None
