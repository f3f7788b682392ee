from events.services.entries import (
    accept_entry,
    cancel_entry,
    change_entry,
    propose_entry,
    refuse_entry,
    withdraw_entry,
)
from events.services.events import announce_dates, announce_event, change_event_status
from events.services.seats import cancel_seat, confirm_seat, lapse_all_offers, lapse_offers, offers_due, register
from events.services.sessions import cancel_session, change_capacity, move_session

__all__ = [
    "accept_entry",
    "announce_dates",
    "announce_event",
    "cancel_entry",
    "cancel_seat",
    "cancel_session",
    "change_capacity",
    "change_entry",
    "change_event_status",
    "confirm_seat",
    "lapse_all_offers",
    "lapse_offers",
    "move_session",
    "offers_due",
    "propose_entry",
    "refuse_entry",
    "register",
    "withdraw_entry",
]
