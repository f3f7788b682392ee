from core.history import track_links
from events.models.entries import AgendaEntry
from events.models.events import AnnouncedDate, Event
from events.models.memory import Lesson, PlanStep
from events.models.seats import Registration, Seat
from events.models.sessions import Session

__all__ = ["AgendaEntry", "AnnouncedDate", "Event", "Lesson", "PlanStep", "Registration", "Seat", "Session"]

track_links(AgendaEntry, "themes")
track_links(Event, "organisers", "partnerships", "places", "themes")
