"""What the history of a delegation holds. Members read of it what tells that it exists and how far it has come, no more:
how much of the rest is theirs depends on whom it concerns today, which no version says."""

from django.db.models import Q

from core.audiences import audience_reaches
from core.history.records import Part, Record
from delegations.models import (
    Approach,
    ApproachAnswer,
    ClosedPeriod,
    Commitment,
    Delegation,
    DelegationDocument,
    HostingProfile,
    Opinion,
    Outcome,
    RequesterNote,
    StateChange,
    Stop,
)


def reaches(user):
    return Q(audience_reaches(user), is_suspect=False)


RECORDS = [
    Record(
        Delegation,
        fields=("sender_territory", "level", "size", "first_day", "last_day", "state"),
        reaches=reaches,
        # Its state has a path and letters of its own, its link belongs to the requester.
        withheld=(
            *("reference", "state", "is_suspect", "suspicion", "sending_key", "link_version"),
            *("received_on", "received_by_way", "received_by"),
        ),
        parts=(
            Part(DelegationDocument, "delegation"),
            Part(StateChange, "delegation", is_restorable=False),
            Part(RequesterNote, "delegation", is_restorable=False),
            Part(Approach, "delegation", is_restorable=False),
            Part(ApproachAnswer, "approach__delegation", is_restorable=False),
            Part(Opinion, "delegation", is_restorable=False),
            Part(Stop, "delegation"),
            Part(Outcome, "delegation"),
            Part(Commitment, "outcome__delegation"),
        ),
    ),
    Record(HostingProfile, parts=(Part(ClosedPeriod, "profile"),)),
]
