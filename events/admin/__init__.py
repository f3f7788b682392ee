from events.admin.entries import AgendaEntryAdmin
from events.admin.events import EventAdmin
from events.admin.memory import LessonAdmin, PlanStepAdmin
from events.admin.seats import RegistrationAdmin, SeatAdmin
from events.admin.sessions import SessionAdmin

__all__ = [
    "AgendaEntryAdmin",
    "EventAdmin",
    "LessonAdmin",
    "PlanStepAdmin",
    "RegistrationAdmin",
    "SeatAdmin",
    "SessionAdmin",
]
