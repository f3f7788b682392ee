from meetings.services.actions import carry_action, complete_action, drop_action, reopen_action
from meetings.services.minutes import NEXT_STATES, change_minutes_state
from meetings.services.ranks import move, rank_after_all

__all__ = [
    "NEXT_STATES",
    "carry_action",
    "change_minutes_state",
    "complete_action",
    "drop_action",
    "move",
    "rank_after_all",
    "reopen_action",
]
