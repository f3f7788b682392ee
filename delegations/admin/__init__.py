from delegations.admin.approaches import ApproachAdmin
from delegations.admin.delegations import DelegationAdmin
from delegations.admin.hosting import HostingProfileAdmin
from delegations.admin.outcomes import OutcomeAdmin

__all__ = ["ApproachAdmin", "DelegationAdmin", "HostingProfileAdmin", "OutcomeAdmin"]
