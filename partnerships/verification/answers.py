"""What an authority answers by its link, and what is decided of it."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.history import told
from partnerships.enums import ChangeState, ConfirmationMeans, RequestState, VerifiedField
from partnerships.models import Partnership, ProposedChange, VerificationAnswer, VerificationRequest
from partnerships.perms import can_run_campaign
from partnerships.services import confirm_partnership, locked
from partnerships.verification.links import why_over
from partnerships.verification.people import people_at
from partnerships.verification.telling import tell_decisions
from partnerships.verification.values import kept_of, write_change


@dataclass(frozen=True)
class Said:
    """What is said of one record; `changes` gives what its fields should say, as `values.kept` writes it."""

    partnership: Partnership
    is_exact: bool
    changes: dict = field(default_factory=dict)
    comment: str = ""


@transaction.atomic
def give_answer(*, request, person, answers, comment=""):
    """Keep what `person` says of the records of an authority: a list of Said. What is exact is confirmed for the authority
    at once; what is not waits for CUF.

    Raise ValidationError when the request was answered already or its campaign takes no answer any more.
    """
    request = locked_request(request)
    if request.state != RequestState.ASKED:
        raise ValidationError(_("Cette demande a déjà reçu sa réponse."), code="answered")
    if reason := why_over(request.campaign):
        raise ValidationError(reason, code="over")
    people = people_at(request.organisation_id)
    for one in answers:
        note(one, request, people)
    waits = bool(comment) or any(one.comment or not one.is_exact for one in answers)
    request.state = RequestState.ANSWERED if waits else RequestState.SETTLED
    request.answered_at, request.answered_by, request.comment = timezone.now(), person, comment
    request.full_clean(exclude=["campaign", "organisation"])
    request.save(update_fields=["state", "answered_at", "answered_by", "comment", "updated_at"])
    return request


def note(said, request, people):
    answer = VerificationAnswer(
        request=request, partnership=said.partnership, is_exact=said.is_exact, comment=said.comment
    )
    answer.full_clean(exclude=["request", "partnership"])
    answer.save()
    ProposedChange.objects.bulk_create(
        ProposedChange(
            answer=answer, field=name, before=kept_of(said.partnership, name, people), value=said.changes[name]
        )
        for name in VerifiedField.values
        if name in said.changes
    )
    if said.is_exact:
        confirmed_by_authority(said.partnership, request)


def confirmed_by_authority(partnership, request):
    """The authority vouches for the record on the day of its answer, unless it was confirmed later by somebody else."""
    day = timezone.localdate(request.answered_at) if request.answered_at else timezone.localdate()
    partnership = locked(partnership)
    if partnership.confirmed_on and partnership.confirmed_on > day:
        return
    with told(reason=source_of(request)):
        confirm_partnership(
            partnership=partnership,
            on=day,
            how=ConfirmationMeans.AUTHORITY,
            by=None,  # whoever follows a link has no account
            for_organisation=request.organisation,
        )


@transaction.atomic
def decide_changes(*, answer, decisions, by, reason=""):
    """Accept or refuse changes that an authority proposes for one record: {number of a ProposedChange: accepted or not}.

    What is accepted is written by the services that people use, and the history says which campaign it comes from. Once
    all is decided and nothing was refused, the record is confirmed for the authority; once all the records of the answer
    are decided, whoever answered is told by letter. Raise ValidationError, and write nothing, when one was decided already,
    a refusal has no reason, or a service refuses.
    """
    refuse_others(by)
    request = locked_request(answer.request)
    partnership = locked(answer.partnership)
    changes = {change.pk: change for change in answer.changes.select_for_update(of=("self",))}
    if not decisions:
        raise ValidationError(_("Acceptez ou refusez au moins une correction."), code="nothing")
    if set(decisions) - set(changes) or any(changes[pk].state != ChangeState.WAITING for pk in decisions):
        raise ValidationError(_("Une de ces corrections est déjà décidée : rechargez la page."), code="decided")
    reason = reason.strip()
    if not all(decisions.values()) and not reason:
        raise ValidationError({"reason": _("Dites en quelques mots pourquoi vous refusez.")}, code="reason_missing")
    why_accepted = reason if all(decisions.values()) else ""  # why one is refused is no reason to write the others
    for change in in_order(changes.values()):
        if change.pk in decisions:
            why = why_accepted if decisions[change.pk] else reason
            partnership = decide(change, partnership, request, decisions[change.pk], why, by)
    if all(change.state == ChangeState.ACCEPTED for change in changes.values()):
        confirmed_by_authority(partnership, request)
    if not waiting_in(request).exists():
        tell_decisions(request)
        settle_if_done(request)
    return request


def decide(change, partnership, request, is_accepted, reason, by):
    if is_accepted:
        partnership = accepted(change, partnership, request, reason, by)
    change.state = ChangeState.ACCEPTED if is_accepted else ChangeState.REFUSED
    change.decided_by, change.decided_at = by, timezone.now()
    change.reason = "" if is_accepted else reason
    change.save(update_fields=["state", "decided_by", "decided_at", "reason", "updated_at"])
    return partnership


def accepted(change, partnership, request, reason, by):
    """Write the change; the history says that it is the authority's word, and what CUF added to it."""
    source = source_of(request)
    with told(reason=f"{source}. {reason}" if reason else source):
        people = people_at(request.organisation_id)
        return write_change(partnership=partnership, field=change.field, stored=change.value, people=people, by=by)


def source_of(request):
    values = {"organisation": request.organisation, "title": request.campaign.title}
    return _("Réponse de %(organisation)s à la campagne « %(title)s »") % values


@transaction.atomic
def settle_request(*, request, by):
    """Say that an answer has been read, when what it says in words alone has been dealt with."""
    refuse_others(by)
    request = locked_request(request)
    if request.state != RequestState.ANSWERED:
        raise ValidationError(_("Il n’y a rien à relire dans cette demande."), code="not_answered")
    if waiting_in(request).exists():
        raise ValidationError(_("Décidez d’abord de chaque correction proposée."), code="changes_wait")
    return settled(request)


def settle_if_done(request):
    """Every correction is decided; what is said in words alone, of a record or of all, waits for somebody to say that it is
    dealt with."""
    only_words = request.answers.filter(changes__isnull=True).exclude(is_exact=True, comment="")
    if not only_words.exists() and not request.comment:
        settled(request)


def settled(request):
    request.state = RequestState.SETTLED
    request.save(update_fields=["state", "updated_at"])
    return request


def waiting_in(request):
    return ProposedChange.objects.filter(answer__request=request, state=ChangeState.WAITING)


def in_order(changes):
    """An end is accepted after the state that permits it."""
    ranks = {name: rank for rank, name in enumerate(VerifiedField.values)}
    return sorted(changes, key=lambda change: ranks[change.field])


def refuse_others(by):
    if not can_run_campaign(by):
        raise ValidationError(_("Seul un chargé de mission décide d’une réponse."), code="not_allowed")


def locked_request(request):
    rows = VerificationRequest.objects.select_for_update(of=("self",)).select_related("campaign", "organisation")
    return rows.get(pk=request.pk)
