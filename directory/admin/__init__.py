from directory.admin.groups import CountryGroupAdmin
from directory.admin.merges import MergeAdmin
from directory.admin.organisations import OrganisationAdmin
from directory.admin.people import PersonAdmin
from directory.admin.territories import TerritoryAdmin
from directory.admin.themes import ThemeAdmin

__all__ = ["CountryGroupAdmin", "MergeAdmin", "OrganisationAdmin", "PersonAdmin", "TerritoryAdmin", "ThemeAdmin"]
