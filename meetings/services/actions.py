"""What becomes of the actions that a meeting decided."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from meetings.enums import ActionState, MinutesState
from meetings.models import ActionItem, Meeting
from meetings.services.minutes import locked_meeting, refuse_unless_staff
from meetings.services.ranks import rank_after_all


@transaction.atomic
def complete_action(*, action, on, by):
    """Say that an action was done on a day, here and in every meeting it was carried through; ValidationError else."""
    if on > timezone.localdate():
        raise ValidationError({"on": _("Une action ne se déclare pas faite à l’avance.")}, code="in_the_future")
    return close_action(action, ActionState.DONE, on, by)


@transaction.atomic
def drop_action(*, action, by):
    return close_action(action, ActionState.DROPPED, None, by)


def close_action(action, state, on, by):
    refuse_unless_staff(by)
    action = ActionItem.objects.select_for_update(of=("self",)).get(pk=action.pk)
    if action.state != ActionState.OPEN:
        raise ValidationError(
            _("Cette action n’est plus à faire : elle est dans l’état « %(state)s »."),
            params={"state": action.get_state_display()},
            code="not_open",
        )
    for one in chain_of(action):
        if one.state == ActionState.OPEN:
            set_state(one, state, on)
    action.refresh_from_db()
    return action


@transaction.atomic
def reopen_action(*, action, by):
    """Put an action back to do, with the others of its chain that were closed as it was."""
    refuse_unless_staff(by)
    action = ActionItem.objects.select_for_update(of=("self",)).get(pk=action.pk)
    if action.state == ActionState.OPEN:
        raise ValidationError(_("Cette action est déjà à faire."), code="already_open")
    closed = action.state
    for one in chain_of(action):
        if one.state == closed:
            set_state(one, ActionState.OPEN, None)
    action.refresh_from_db()
    return action


def set_state(action, state, on):
    action.state, action.done_on = state, on
    action.full_clean()
    action.save(update_fields=["state", "done_on", "updated_at"])


def chain_of(action):
    """The action under every meeting it went through, the first meeting's included, locked."""
    known = {action.pk}
    while True:
        linked = Q(pk__in=known) | Q(carried_from__in=known) | Q(carried_to__in=known)
        rows = set(ActionItem.objects.filter(linked).values_list("pk", flat=True))
        if rows <= known:
            return list(ActionItem.objects.select_for_update(of=("self",)).filter(pk__in=known))
        known |= rows


def meeting_after(meeting):
    """The group's next meeting after this one; None while none is planned."""
    return meeting.group.meetings.filter(first_day__gt=meeting.first_day).order_by("first_day", "pk").first()


@transaction.atomic
def carry_action(*, action, by, to=None):
    """Take an open action up again at `to`, the group's next meeting unless told; the same one is carried there once.

    Return the action of the later meeting. Raise ValidationError when there is no such meeting, when it is no later
    meeting of the same group, when its minutes are published or when the action is no longer open.
    """
    refuse_unless_staff(by)
    to = to or meeting_after(action.meeting)
    if to is None:
        raise ValidationError(_("Le groupe n’a pas de réunion plus tard : ajoutez-la d’abord."), code="no_next_meeting")
    to = locked_meeting(to)
    refuse_carrying(action, to)
    carried = to.actions.filter(carried_from=action).first()
    if carried:
        return carried
    carried = ActionItem(
        meeting=to,
        text=action.text,
        owner=action.owner,
        due=action.due,
        is_internal=action.is_internal,
        carried_from=action,
        rank=rank_after_all(to, ActionItem),
    )
    carried.full_clean()
    carried.save()
    return carried


def refuse_carrying(action, to: Meeting):
    if ActionItem.objects.get(pk=action.pk).state != ActionState.OPEN:
        raise ValidationError(_("Seule une action à faire se reprend à une autre réunion."), code="not_open")
    if to.group_id != action.meeting.group_id or to.first_day <= action.meeting.first_day:
        raise ValidationError(_("Une action se reprend à une réunion plus tardive du même groupe."), code="not_later")
    if to.minutes_state == MinutesState.PUBLISHED:
        raise ValidationError(
            _("Le compte rendu du %(day)s est publié : reprenez-le d’abord d’un pas."),
            params={"day": date_format(to.first_day, "DATE_FORMAT")},
            code="published",
        )
