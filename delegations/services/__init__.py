from delegations.services.approaches import (
    answer_approach,
    approach_authority,
    remind_approaches,
    remind_authority,
    reminders_due,
)
from delegations.services.notes import add_requester_note
from delegations.services.opinions import ask_opinion, give_opinion
from delegations.services.outcomes import add_commitment, settle_commitment, write_outcome
from delegations.services.programme import cancel_stop, change_stop, date_visit, plan_stop
from delegations.services.requests import declare_request, note_request, receive_request, renew_link
from delegations.services.sending import send_request
from delegations.services.states import change_state, steps_offered, withdraw_request

__all__ = [
    "add_commitment",
    "add_requester_note",
    "answer_approach",
    "approach_authority",
    "ask_opinion",
    "cancel_stop",
    "change_state",
    "change_stop",
    "date_visit",
    "declare_request",
    "give_opinion",
    "note_request",
    "plan_stop",
    "receive_request",
    "remind_approaches",
    "remind_authority",
    "reminders_due",
    "renew_link",
    "send_request",
    "settle_commitment",
    "steps_offered",
    "withdraw_request",
    "write_outcome",
]
