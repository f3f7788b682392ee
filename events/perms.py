"""Who may do what; whether a record may be seen at all is said by `visible_to`."""

from directory.models import Affiliation
from events.enums import EntryState


def can_edit_event(user):
    return user.is_authenticated and user.edits_records


def can_manage_registrations(user):
    """The secretariat and officers register anybody, see all lists and change the room."""
    return user.is_authenticated and user.sees_all


def can_register(user, person, organisation):
    """Staff register anybody; a member itself and the colleagues of an organisation to which both belong today."""
    if not user.is_authenticated:
        return False
    if user.sees_all:
        return True
    both = {user.person_id, person.pk}
    there = Affiliation.objects.current().filter(organisation=organisation, person__in=both - {None})
    return set(there.values_list("person", flat=True)) == both


def can_ask_for_seat(user):
    """Staff, and whoever belongs today to an organisation for which they could come."""
    return user.is_authenticated and (user.sees_all or bool(user.belonging))


def can_change_seat(user, seat):
    """Confirm or give back: the person itself, who registered it, the referents of its organisation, and staff."""
    if not user.is_authenticated:
        return False
    registration = seat.registration
    if user.sees_all or registration.registered_by_id == user.pk:
        return True
    if user.person_id == registration.person_id:
        return True
    return user.organisations_edited.filter(organisation=registration.organisation_id).exists()


def can_propose_entry(user):
    """Members for their groups, and staff."""
    return user.is_authenticated and (user.sees_all or bool(user.group_ids))


def can_decide_entry(user):
    """CUF keeps the shared agenda."""
    return user.is_authenticated and user.sees_all


def can_edit_entry(user, entry):
    """Who proposed a date corrects it until CUF has answered; CUF corrects what it keeps."""
    if not user.is_authenticated:
        return False
    kept = entry.state in {EntryState.PROPOSED, EntryState.ACCEPTED}
    return kept and user.sees_all or entry.state == EntryState.PROPOSED and entry.proposed_by_id == user.pk


def can_withdraw_entry(user, entry):
    return user.is_authenticated and (user.sees_all or entry.proposed_by_id == user.pk)
