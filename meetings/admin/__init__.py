from meetings.admin.actions import ActionItemAdmin
from meetings.admin.imports import MinutesImportAdmin, ProposalAdmin
from meetings.admin.meetings import MeetingAdmin
from meetings.admin.parts import (
    AnnouncementAdmin,
    AttendanceAdmin,
    DecisionAdmin,
    RoundTableEntryAdmin,
    SectionAdmin,
)

__all__ = [
    "ActionItemAdmin",
    "AnnouncementAdmin",
    "AttendanceAdmin",
    "DecisionAdmin",
    "MeetingAdmin",
    "MinutesImportAdmin",
    "ProposalAdmin",
    "RoundTableEntryAdmin",
    "SectionAdmin",
]
