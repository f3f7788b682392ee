"""The way of a delegation from its request to what came of it, with the day on which each step was reached."""

from dataclasses import dataclass
from datetime import datetime

from delegations.enums import DelegationState

LEFT = (DelegationState.REFUSED, DelegationState.CANCELLED)
WAY = [state for state in DelegationState if state not in LEFT]


@dataclass(frozen=True)
class PathStep:
    state: DelegationState
    reached_at: datetime | None  # None: not yet, or not told
    is_present: bool
    is_walked: bool = True


def path_of(delegation, changes):
    """Return the steps walked and those to come, as PathSteps; a delegation that was left shows where, and no more to come.

    `changes` are the StateChanges that the reader may read; without them the days are not told.
    """
    reached = {change.to_state: change.at for change in changes}
    present = DelegationState(delegation.state)
    if present in LEFT:
        walked = [state for state in WAY if state in reached or state == DelegationState.RECEIVED]
        left = PathStep(present, reached.get(present), True)
        return [*(PathStep(state, reached.get(state), False) for state in walked), left]
    place = WAY.index(present)
    return [
        PathStep(state, reached.get(state) if rank <= place else None, rank == place, rank <= place)
        for rank, state in enumerate(WAY)
    ]
