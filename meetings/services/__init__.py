from meetings.services.actions import carry_action, complete_action, drop_action, reopen_action
from meetings.services.announcements import link_event, link_known_event, make_event_of
from meetings.services.minutes import NEXT_STATES, change_minutes_state
from meetings.services.ranks import move, rank_after_all

__all__ = [
    "NEXT_STATES",
    "carry_action",
    "change_minutes_state",
    "complete_action",
    "drop_action",
    "link_event",
    "link_known_event",
    "make_event_of",
    "move",
    "rank_after_all",
    "reopen_action",
]
