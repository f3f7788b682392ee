"""Which authorities are asked, what each answers, and when those who do not are reminded."""

from datetime import timedelta
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from core.services import raise_flag
from delegations.enums import Answer, ApproachOrigin, DelegationState
from delegations.models import Approach, ApproachAnswer
from delegations.perms import can_answer_approach, can_approach_authority
from delegations.services.letters import remind, tell_answer, tell_approach
from delegations.services.locking import checked_and_saved, locked_delegation, refuse_out_of_state, refuse_unless

TIME_TO_ANSWER = timedelta(days=21)
FIRST_REMINDER = timedelta(days=9)  # after the asking; the second comes on the day of the deadline
MOST_REMINDERS = 2
ASKING = [DelegationState.QUALIFIED, DelegationState.APPROACHING, DelegationState.SCHEDULED]
BEFORE_ASKING = [DelegationState.RECEIVED, DelegationState.SCREENED]
ANSWERING = [*BEFORE_ASKING, *ASKING, DelegationState.DONE]


def default_deadline(asked_on):
    return asked_on + TIME_TO_ANSWER


@transaction.atomic
def approach_authority(*, delegation, organisation, deadline, by, origin=ApproachOrigin.CUF, note=""):
    """Ask an authority to host a delegation, or note that it was asked directly, and return the Approach.

    CUF asks once the delegation is qualified, and its referents are written to; an authority may tell earlier that it
    was asked directly. Raise ValidationError when it is asked already, is the sender, or the deadline is past.
    """
    delegation = locked_delegation(delegation)
    allowed = can_approach_authority(by, organisation, origin)
    refuse_unless(allowed, _("Seul un chargé de mission sollicite une collectivité."))
    refuse_out_of_state(delegation, ASKING if origin == ApproachOrigin.CUF else BEFORE_ASKING + ASKING)
    if organisation.pk == delegation.sender_id:
        raise ValidationError({"organisation": _("Cet organisme envoie la délégation : il ne la reçoit pas.")})
    if deadline < timezone.localdate():
        raise ValidationError({"deadline": _("La réponse est attendue un jour à venir.")})
    approach = Approach(delegation=delegation, organisation=organisation, origin=origin, asked_by=by)
    approach.deadline, approach.note = deadline, note.strip()
    checked_and_saved(approach)
    if origin == ApproachOrigin.CUF:
        tell_approach(approach)
    return approach


@transaction.atomic
def answer_approach(*, approach, answer, by, conditions="", service=""):
    """Write what an authority answers; each answer is kept, the last one counts. Late ones are taken.

    `answer` is an Answer other than « pending ». The same answer sent twice is written once. A host that withdraws
    once the visit is scheduled leaves a doubt for CUF to decide. Raise ValidationError.
    """
    delegation = locked_delegation(approach.delegation_id)
    approach = Approach.objects.select_for_update(of=("self",)).get(pk=approach.pk)
    refuse_unless(can_answer_approach(by, approach), _("Chaque collectivité répond pour elle-même, par ses référents."))
    refuse_out_of_state(delegation, ANSWERING)
    if answer not in Answer.given_ones():
        raise ValidationError({"answer": _("Choisissez une réponse.")}, code="no_answer")
    said = (answer, conditions.strip(), service.strip())
    if (approach.answer, approach.conditions, approach.service) == said:
        return approach
    withdraws = approach.answer in Answer.welcoming_ones() and answer not in Answer.welcoming_ones()
    approach.answer, approach.conditions, approach.service = said
    approach.answered_at, approach.answered_by = timezone.now(), by
    checked_and_saved(approach, "answer", "conditions", "service", "answered_at", "answered_by")
    kept = {"answer": answer, "conditions": approach.conditions, "service": approach.service}
    ApproachAnswer.objects.create(approach=approach, by=by, at=approach.answered_at, **kept)
    if withdraws and delegation.state == DelegationState.SCHEDULED:
        doubt_host(delegation, approach)
    tell_answer(approach)
    return approach


def doubt_host(delegation, approach):
    with override("fr"):
        message = _(
            "%(host)s ne reçoit plus la délégation, déjà programmée : revoyez le programme ou cherchez un autre hôte."
        )
        message = message % {"host": approach.organisation}
    raise_flag(record=delegation, code="host_withdrew", message=message, raised_by="answer_approach")


@transaction.atomic
def remind_approaches(now=None):
    """Write to the authorities that owe an answer at a moment (now unless told); return how many approaches were reminded.

    Each is reminded twice at most, after FIRST_REMINDER and on the day of its deadline; run as often as one likes. The
    referents of an organisation get one letter for all its approaches. Where there is nobody to write to, CUF reads a doubt.
    """
    now = now or timezone.now()
    today = timezone.localdate(now)
    waiting = Approach.objects.pending().filter(
        Q(asked_on__lte=today - FIRST_REMINDER) | Q(deadline__lte=today),
        delegation__state__in=BEFORE_ASKING + ASKING,
        delegation__is_suspect=False,
        reminders__lt=MOST_REMINDERS,
    )
    # Two workers at once: the second passes by what the first is writing about.
    waiting = waiting.select_for_update(of=("self",), skip_locked=True).select_related("delegation", "organisation")
    due = [approach for approach in waiting.order_by("organisation_id", "deadline", "pk") if is_due(approach, today)]
    owed = groupby(due, key=lambda approach: approach.organisation)
    return sum(remind_of(organisation, list(approaches), now) for organisation, approaches in owed)


@transaction.atomic
def remind_authority(*, approach, by):
    """Write once more to an authority that owes an answer, outside the reminders that leave by themselves.

    Raise ValidationError when it answered, was reminded today, has nobody to write to, or its delegation waits no more.
    """
    delegation = locked_delegation(approach.delegation_id)
    approach = Approach.objects.select_for_update(of=("self",)).get(pk=approach.pk)
    allowed = can_approach_authority(by, approach.organisation)
    refuse_unless(allowed, _("Seul un chargé de mission relance une collectivité."))
    refuse_out_of_state(delegation, BEFORE_ASKING + ASKING)
    refuse_unless(approach.answer == Answer.PENDING, _("Cette collectivité a déjà répondu."), code="answered")
    now = timezone.now()
    today = approach.reminded_at and timezone.localdate(approach.reminded_at) == timezone.localdate(now)
    refuse_unless(not today, _("Cette collectivité a déjà été relancée aujourd’hui."), code="reminded_today")
    reminded = remind_of(approach.organisation, [approach], now)
    refuse_unless(reminded, _("Cette collectivité n’a pas de référent à qui écrire."), code="nobody_to_remind")
    return approach


def reminders_due():
    """Remind whom it is time to remind; return a sentence about it for the journal, "" when there was nobody."""
    count = remind_approaches()
    return ngettext("%d sollicitation relancée", "%d sollicitations relancées", count) % count if count else ""


def is_due(approach, today):
    """Whether a moment to remind has come since the last reminder."""
    moments = {min(approach.asked_on + FIRST_REMINDER, approach.deadline), approach.deadline}
    last = approach.reminded_at and timezone.localdate(approach.reminded_at)
    return any(moment <= today and (last is None or last < moment) for moment in moments)


def remind_of(organisation, approaches, now):
    if not remind(organisation, approaches):
        for approach in approaches:
            doubt_nobody(approach)
        return 0
    for approach in approaches:
        approach.reminders, approach.reminded_at = approach.reminders + 1, now
        approach.save(update_fields=["reminders", "reminded_at", "updated_at"])
    return len(approaches)


def doubt_nobody(approach):
    with override("fr"):
        message = _("%(host)s n’a pas répondu et n’a pas de référent à qui écrire.") % {"host": approach.organisation}
    raise_flag(record=approach.delegation, code="nobody_to_remind", message=message, raised_by="remind_approaches")
