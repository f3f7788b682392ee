"""What a reader is offered to do with a delegation as it stands: the buttons of its page. The services decide again."""

from accounts.enums import Role
from delegations import perms
from delegations.enums import DelegationState
from delegations.services.approaches import ANSWERING, ASKING, BEFORE_ASKING
from delegations.services.opinions import CONSULTING
from delegations.services.outcomes import AFTERWARDS
from delegations.services.programme import DATING, PLANNING
from directory.models import Organisation


def offers_for(delegation, user):
    """Return what `user` may do now, by name, as a dictionary of booleans."""
    state, is_staff, is_officer = delegation.state, perms.is_staff(user), perms.is_officer(user)
    return {
        "read_internal": is_staff,
        "edit": perms.can_edit_delegation(user),
        "approach": is_officer and state in ASKING,
        "declare": state in BEFORE_ASKING + ASKING and not is_officer and unasked_of(delegation, user).exists(),
        "consult": perms.can_ask_opinion(user) and state in CONSULTING and not delegation.is_suspect,
        "date": perms.can_date_visit(user) and state in DATING,
        "plan": perms.can_plan_stop(user) and state in PLANNING and delegation.visit is not None,
        "conclude": perms.can_write_outcome(user) and state == DelegationState.DONE,
        "commit": perms.can_write_outcome(user) and state in AFTERWARDS and hasattr(delegation, "outcome"),
        "document": is_staff,
    }


def unasked_of(delegation, user):
    """The organisations that `user` keeps and that may still say that they were asked directly."""
    if not user.is_authenticated or not user.is_active:
        return Organisation.objects.none()
    asked = delegation.approaches.order_by().values("organisation")
    return (
        Organisation.objects.filter(pk__in=user.organisations_edited)
        .exclude(pk__in=asked)
        .exclude(pk=delegation.sender_id)
    )


def answerable(delegation, user):
    """The ids of the organisations for which `user` may answer now."""
    if delegation.state not in ANSWERING:
        return set()
    asked = delegation.approaches.order_by()
    if not perms.is_officer(user):
        asked = asked.filter(organisation__in=user.organisations_edited) if user.is_authenticated else asked.none()
    return set(asked.values_list("organisation", flat=True))


def consulted(delegation, user):
    """The ids of the organisations whose opinion `user` may give now."""
    if delegation.state not in CONSULTING or not user.is_authenticated:
        return set()
    asked = delegation.opinions.order_by()
    if not perms.is_officer(user):
        mine = user.current_affiliations.values("organisation")
        asked = asked.filter(organisation__in=mine) if Role.PARTNER in user.roles else asked.none()
    return set(asked.values_list("organisation", flat=True))
