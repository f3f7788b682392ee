"""What the history of a partnership and of a search for a partner holds, and what of it members read."""

from core.history.records import Part, Record
from directory.history import absorbed_into
from partnerships.models import (
    Agreement,
    Milestone,
    Participant,
    Partnership,
    PartnershipContact,
    PartnerWish,
    Project,
    ProposedChange,
    TableImport,
    VerificationAnswer,
    VerificationCampaign,
    VerificationRequest,
)
from partnerships.models.projects import MEANS
from partnerships.models.querysets import pairs_reaching
from partnerships.models.wishes import wishes_reaching
from partnerships.perms import side_kept_by

RECORDS = [
    Record(
        Partnership,
        fields=(
            "french_side",
            "foreign_side",
            "status",
            "form_stated",
            "title",
            "summary",
            "since",
            "until",
            "audience",
            "confirmed_on",
            "confirmed_for",
            "themes",
        ),
        reaches=pairs_reaching,
        kept_by=lambda user, partnership: side_kept_by(user, partnership) is not None,
        parts=(
            Part(Agreement, "partnership", ("form", "object", "deliberated_on", "signed", "since", "until")),
            Part(Participant, "partnership", ("organisation", "role")),
            Part(PartnershipContact, "partnership"),  # each has its own audience: the team's
            Part(Milestone, "partnership", ("when", "kind", "text")),
            Part(Project, "partnership", ("title", "place", "since", "until", "summary", *MEANS)),
            absorbed_into(Partnership),  # which may have been CUF’s own: for the team
        ),
    ),
    Record(
        PartnerWish,
        fields=("organisation", "sought", "sought_kind", "text", "contact", "state", "audience", "themes"),
        reaches=wishes_reaching,
        kept_by=lambda user, wish: wish.organisation_id in user.edited_ids,
    ),
    # What was sent, answered and decided is set back by nobody: services say it anew.
    Record(
        VerificationCampaign,
        is_restorable=False,
        parts=(
            Part(VerificationRequest, "campaign", is_restorable=False),
            Part(VerificationAnswer, "request__campaign", is_restorable=False),
        ),
    ),
    Record(ProposedChange, is_restorable=False),
    Record(TableImport, is_restorable=False),
]
