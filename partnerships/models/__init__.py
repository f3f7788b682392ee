from core.history import track_links
from partnerships.models.agreements import Agreement
from partnerships.models.imports import TableImport, TableRow
from partnerships.models.partnerships import Partnership
from partnerships.models.parts import Milestone, Participant, PartnershipContact
from partnerships.models.projects import Project
from partnerships.models.verification import (
    ProposedChange,
    VerificationAnswer,
    VerificationCampaign,
    VerificationRequest,
)
from partnerships.models.wishes import PartnerWish
from partnerships.models.workbooks import WorkbookOrder

__all__ = [
    "Agreement",
    "Milestone",
    "Participant",
    "PartnerWish",
    "Partnership",
    "PartnershipContact",
    "Project",
    "ProposedChange",
    "TableImport",
    "TableRow",
    "VerificationAnswer",
    "VerificationCampaign",
    "VerificationRequest",
    "WorkbookOrder",
]

track_links(Partnership, "themes")
track_links(PartnerWish, "themes")
track_links(Project, "themes")
