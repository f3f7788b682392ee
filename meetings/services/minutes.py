"""What is done to a meeting written in the portal. Whoever reads the whole of a meeting first locks its row."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.enums import MinutesState
from meetings.models import Meeting
from meetings.perms import can_write_minutes

# From each state one goes a step forward or a step back, never further.
NEXT_STATES = {
    MinutesState.TO_WRITE: (MinutesState.DRAFT,),
    MinutesState.DRAFT: (MinutesState.AMENDMENT, MinutesState.TO_WRITE),
    MinutesState.AMENDMENT: (MinutesState.APPROVED, MinutesState.DRAFT),
    MinutesState.APPROVED: (MinutesState.PUBLISHED, MinutesState.AMENDMENT),
    MinutesState.PUBLISHED: (MinutesState.APPROVED,),
}
ORDER = list(MinutesState)


def locked_meeting(meeting):
    return Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)


def refuse_unless_staff(user):
    if not can_write_minutes(user):
        raise ValidationError(_("Seule l’équipe de CUF tient les comptes rendus."), code="not_staff")


@transaction.atomic
def change_minutes_state(*, meeting, state, by):
    """Bring the minutes a step forward or back and return the meeting; a step forward dates the version.

    Raise ValidationError when `by` is not staff, when `state` (a MinutesState) is not next to the present one – two
    clicks cannot both win –, when the meeting is still to come or when nothing is written yet.
    """
    refuse_unless_staff(by)
    meeting = locked_meeting(meeting)
    present, state = MinutesState(meeting.minutes_state), MinutesState(state)
    if state not in NEXT_STATES[present]:
        raise ValidationError(
            _("Le compte rendu est dans l’état « %(present)s » : il ne passe pas de là à « %(state)s »."),
            params={"present": present.label, "state": state.label},
            code="not_next",
        )
    is_forward = ORDER.index(state) > ORDER.index(present)
    if is_forward and state != MinutesState.DRAFT:
        refuse_too_early(meeting)
        meeting.version_on = timezone.localdate()
    meeting.minutes_state = state
    meeting.full_clean()
    meeting.save(update_fields=["minutes_state", "version_on", "updated_at"])
    return meeting


def refuse_too_early(meeting):
    """Nobody amends, approves or publishes the minutes of a meeting to come, nor minutes that say nothing."""
    if meeting.first_day > timezone.localdate():
        raise ValidationError(_("La réunion n’a pas encore eu lieu : son compte rendu reste un brouillon."))
    parts = (meeting.sections, meeting.entries, meeting.decisions, meeting.actions, meeting.announcements)
    if not meeting.introduction and not any(part.exists() for part in parts):
        raise ValidationError(_("Rien n’est encore écrit : complétez le compte rendu avant de le mettre en relecture."))
