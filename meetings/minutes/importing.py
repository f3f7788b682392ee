"""Document → stored proposals → rows. Nothing becomes a record before a person, or `--apply`, says so."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.enums import ProposalKind, ProposalState
from meetings.minutes.applying import APPLY
from meetings.minutes.knowledge import load_gazetteer, load_known
from meetings.minutes.matching import propose
from meetings.minutes.parsing import parse
from meetings.minutes.redaction import redact
from meetings.models import Meeting, MinutesImport, Proposal


@dataclass
class ImportReport:
    applied: int = 0
    refused: list = field(default_factory=list)  # (proposal, message)

    @property
    def headline(self):
        words = ngettext("%(count)d proposition enregistrée.", "%(count)d propositions enregistrées.", self.applied)
        return words % {"count": self.applied}

    @property
    def details(self):
        line = _("Page %(page)s, ligne %(line)s, « %(excerpt)s » : %(message)s")
        return [
            line % {"page": p.page, "line": p.line, "excerpt": p.excerpt[:60], "message": message}
            for p, message in self.refused
        ]

    def __str__(self):
        return "\n".join([self.headline, *self.details])


def read_proposals(document, *, group):
    """Return what `document` (a SourceDocument) proposes for `group`, the meeting first, then as read; writes nothing."""
    gazetteer = load_gazetteer()
    proposals = propose(parse(redact(document), gazetteer), gazetteer, load_known(group))
    return sorted(proposals, key=lambda proposal: (proposal.kind != ProposalKind.MEETING, proposal.page, proposal.line))


@transaction.atomic
def store_import(*, document, group, name="", by=None):
    """Keep the document's text and its proposals for review; the same file is kept once per group.

    Raise ValidationError when the document holds nothing that could be proposed.
    """
    kept = MinutesImport.objects.filter(group=group, sha256=document.sha256).first()
    if kept:
        return kept
    proposals = read_proposals(document, group=group)
    if not proposals:
        raise ValidationError(
            _("Ce document ne ressemble pas à un compte rendu : rien n’y a été reconnu."), code="nothing_found"
        )
    clean = redact(document)
    minutes_import = MinutesImport(
        group=group, sha256=document.sha256, name=name[:200], kind=document.kind, pages=list(clean.pages), created_by=by
    )
    minutes_import.full_clean()
    minutes_import.save()
    Proposal.objects.bulk_create(
        Proposal(minutes_import=minutes_import, rank=rank, **proposal.as_json())
        for rank, proposal in enumerate(proposals)
    )
    return minutes_import


@transaction.atomic
def accept_proposal(*, proposal, by, fields=None, match=None):
    """Turn a pending proposal into rows, with `fields` and `match` in place of those read when a person corrected them.

    Return the row it became. Raise ValidationError when it is decided already or cannot be applied as it stands.
    """
    proposal = (
        Proposal.objects.select_for_update(of=("self",)).select_related("minutes_import__meeting").get(pk=proposal.pk)
    )
    if proposal.state != ProposalState.PENDING:
        raise ValidationError(_("Cette proposition est déjà décidée."), code="already_decided")
    corrected = fields is not None or match is not None
    if corrected:
        proposal.fields = proposal.fields | (fields or {})
        proposal.match = match if match is not None else proposal.match
        proposal.doubts = []  # the person who corrects has answered them
    record = APPLY[ProposalKind(proposal.kind)](proposal, by=by)
    if isinstance(record, Meeting):
        proposal.minutes_import.meeting = record
        proposal.minutes_import.save(update_fields=["meeting", "updated_at"])
    decide(proposal, ProposalState.CORRECTED if corrected else ProposalState.ACCEPTED, by)
    proposal.content_type, proposal.object_id = ContentType.objects.get_for_model(record), record.pk
    proposal.save()
    return record


@transaction.atomic
def reject_proposal(*, proposal, by):
    """Set a pending proposal aside; ValidationError when it is decided already."""
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if proposal.state != ProposalState.PENDING:
        raise ValidationError(_("Cette proposition est déjà décidée."), code="already_decided")
    decide(proposal, ProposalState.REJECTED, by)
    proposal.save()
    return proposal


def decide(proposal, state, by):
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()


@transaction.atomic
def apply_import(*, minutes_import, which, by=None):
    """Accept the pending proposals, "certain" or "all" of them, in one transaction; return an ImportReport.

    One that asks for a choice stays pending and is named in the report with its reason.
    """
    pending = minutes_import.proposals.pending()
    if which == "certain":
        pending = pending.certain()
    report = ImportReport()
    for proposal in sorted(pending, key=lambda p: (p.kind != ProposalKind.MEETING, p.rank)):
        try:
            accept_proposal(proposal=proposal, by=by)
        except ValidationError as error:
            report.refused.append((proposal, " ".join(error.messages)))
        else:
            report.applied += 1
    return report
