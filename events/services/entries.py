"""What members propose to the shared agenda, and what CUF answers."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.history import explained
from core.refusals import refusals_said
from events.enums import EntryState
from events.models import AgendaEntry
from events.perms import can_decide_entry, can_edit_entry, can_propose_entry, can_withdraw_entry


@transaction.atomic
def propose_entry(*, entry, by, themes=()):
    """Save a date for the shared agenda; what staff propose is accepted at once."""
    if not can_propose_entry(by):
        raise ValidationError(_("Seuls les membres d’un groupe proposent une date à son agenda."), code="not_a_member")
    if not by.sees_all and not by.groups_reached.filter(pk=entry.group_id).exists():
        raise ValidationError({"group": _("Vous n’êtes pas membre de ce groupe.")}, code="other_group")
    entry.proposed_by, entry.state = by, EntryState.PROPOSED
    if can_decide_entry(by):
        entry.state, entry.decided_by, entry.decided_at = EntryState.ACCEPTED, by, timezone.now()
    with refusals_said():
        entry.full_clean()
        entry.save()
    entry.themes.set(themes)
    return entry


@transaction.atomic
def change_entry(*, entry, by, themes=()):
    """Save what was corrected of a date; ValidationError once CUF has answered its author, or for a group that is not theirs."""
    kept = locked(entry)
    if not can_edit_entry(by, kept):
        raise ValidationError(_("CUF a déjà répondu à cette proposition."), code="already_decided")
    if not by.sees_all and entry.group_id not in by.group_ids:
        raise ValidationError({"group": _("Vous n’êtes pas membre de ce groupe.")}, code="other_group")
    for decided in ("state", "reason", "decided_by", "decided_at", "proposed_by"):
        setattr(entry, decided, getattr(kept, decided))
    with refusals_said():
        entry.full_clean()
        entry.save()
    entry.themes.set(themes)
    return entry


@transaction.atomic
def accept_entry(*, entry, by):
    return decide(entry, by, EntryState.ACCEPTED, from_states=[EntryState.PROPOSED, EntryState.REFUSED])


@explained
@transaction.atomic
def refuse_entry(*, entry, by, reason):
    return decide(entry, by, EntryState.REFUSED, reason, from_states=[EntryState.PROPOSED])


@explained
@transaction.atomic
def cancel_entry(*, entry, by, reason):
    """What stood in the agenda will not take place: it stays there, marked as cancelled."""
    return decide(entry, by, EntryState.CANCELLED, reason, from_states=[EntryState.ACCEPTED])


@transaction.atomic
def withdraw_entry(*, entry, by):
    """Who proposed a date takes it back while CUF has not answered."""
    entry = locked(entry)
    if not can_withdraw_entry(by, entry):
        raise ValidationError(_("Cette proposition n’est pas la vôtre."), code="not_yours")
    if entry.state != EntryState.PROPOSED:
        raise ValidationError(_("CUF a déjà répondu à cette proposition."), code="already_decided")
    entry.state = EntryState.WITHDRAWN
    entry.save(update_fields=["state", "updated_at"])
    return entry


def decide(entry, by, state, reason="", *, from_states):
    entry = locked(entry)
    if not can_decide_entry(by):
        raise ValidationError(_("CUF tient l’agenda : la décision lui revient."), code="not_staff")
    if entry.state not in from_states:
        message = _("Cette date est déjà « %(state)s ».") % {"state": entry.get_state_display()}
        raise ValidationError(message, code="already_decided")
    entry.state, entry.reason = state, reason.strip()
    entry.decided_by, entry.decided_at = by, timezone.now()
    entry.full_clean()
    entry.save(update_fields=["state", "reason", "decided_by", "decided_at", "updated_at"])
    return entry


def locked(entry):
    return AgendaEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
