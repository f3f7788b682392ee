from core.history import track_links
from delegations.models.delegations import Delegation, ReferenceCounter
from delegations.models.hosting import ClosedPeriod, HostingProfile
from delegations.models.notes import RequesterNote
from delegations.models.parts import Approach, ApproachAnswer, DelegationDocument, Opinion, StateChange
from delegations.models.programme import Commitment, Outcome, Stop

__all__ = [
    "Approach",
    "ApproachAnswer",
    "ClosedPeriod",
    "Commitment",
    "Delegation",
    "DelegationDocument",
    "HostingProfile",
    "Opinion",
    "Outcome",
    "ReferenceCounter",
    "RequesterNote",
    "StateChange",
    "Stop",
]

track_links(Delegation, "themes")
track_links(HostingProfile, "themes")
