from core.history import track_links
from directory.models.groups import CountryGroup, GroupMandate, GroupMembership
from directory.models.merges import AbsorbedRecord, Merge, NotDuplicates
from directory.models.organisations import Organisation, OrganisationName
from directory.models.people import Affiliation, Person
from directory.models.territories import Territory, TerritoryCode, TerritoryName
from directory.models.themes import Theme

__all__ = [
    "AbsorbedRecord",
    "Affiliation",
    "CountryGroup",
    "GroupMandate",
    "GroupMembership",
    "Merge",
    "NotDuplicates",
    "Organisation",
    "OrganisationName",
    "Person",
    "Territory",
    "TerritoryCode",
    "TerritoryName",
    "Theme",
]

track_links(CountryGroup, "partners")
