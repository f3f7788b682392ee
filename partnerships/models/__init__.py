from core.history import track_links
from partnerships.models.agreements import Agreement
from partnerships.models.imports import TableImport, TableRow
from partnerships.models.partnerships import Partnership
from partnerships.models.parts import Milestone, Participant
from partnerships.models.wishes import PartnerWish

__all__ = ["Agreement", "Milestone", "Participant", "PartnerWish", "Partnership", "TableImport", "TableRow"]

track_links(Partnership, "themes")
track_links(PartnerWish, "themes")
