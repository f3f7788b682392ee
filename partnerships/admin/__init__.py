from partnerships.admin.agreements import AgreementAdmin
from partnerships.admin.imports import TableImportAdmin
from partnerships.admin.partnerships import PartnershipAdmin
from partnerships.admin.verification import ProposedChangeAdmin, VerificationCampaignAdmin, VerificationRequestAdmin
from partnerships.admin.wishes import PartnerWishAdmin
from partnerships.admin.workbooks import WorkbookOrderAdmin

__all__ = [
    "AgreementAdmin",
    "PartnerWishAdmin",
    "PartnershipAdmin",
    "ProposedChangeAdmin",
    "TableImportAdmin",
    "VerificationCampaignAdmin",
    "VerificationRequestAdmin",
    "WorkbookOrderAdmin",
]
