from meetings.models.contents import (
    ActionItem,
    AgendaItem,
    Announcement,
    AnnouncementItem,
    Decision,
    RoundTableEntry,
    Section,
)
from meetings.models.imports import MinutesImport, Proposal
from meetings.models.meetings import Attendance, Meeting

__all__ = [
    "ActionItem",
    "AgendaItem",
    "Announcement",
    "AnnouncementItem",
    "Attendance",
    "Decision",
    "Meeting",
    "MinutesImport",
    "Proposal",
    "RoundTableEntry",
    "Section",
]
