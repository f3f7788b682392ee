from partnerships.models.agreements import Agreement
from partnerships.models.partnerships import Partnership
from partnerships.models.parts import Milestone, Participant
from partnerships.models.wishes import PartnerWish

__all__ = ["Agreement", "Milestone", "Participant", "PartnerWish", "Partnership"]
