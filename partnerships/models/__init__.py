from partnerships.models.agreements import Agreement
from partnerships.models.partnerships import Milestone, Participant, Partnership
from partnerships.models.wishes import PartnerWish

__all__ = ["Agreement", "Milestone", "Participant", "PartnerWish", "Partnership"]
