"""What the history of the records of the directory holds. A person's own history is the team's: it holds contact data, of
which the person decides; for the same reason nobody sets a person back."""

from django.db.models import Q

from core.history.records import Part, Record
from directory.models import (
    Affiliation,
    CountryGroup,
    GroupMandate,
    GroupMembership,
    Organisation,
    OrganisationName,
    Person,
    Territory,
    TerritoryCode,
    TerritoryName,
    Theme,
)


def everybody(user):
    """These records are public facts, and always were."""
    return Q()


RIGHTS = ("may_edit", "left_at")  # given, and taken by a departure, by acts of their own

RECORDS = [
    Record(
        Organisation,
        fields=("kind", "name", "acronym", "name_zh", "territory", "parent", "website"),
        reaches=everybody,
        kept_by=lambda user, organisation: organisation.pk in user.edited_ids,
        parts=(
            Part(OrganisationName, "organisation", ("text", "language", "kind", "valid")),
            Part(Affiliation, "organisation", ("person", "function", "kind", "since", "until"), withheld=RIGHTS),
            Part(GroupMembership, "organisation", ("group", "period")),
        ),
    ),
    Record(
        Territory,
        fields=(
            *("country", "kind", "level", "name", "name_zh", "name_latin", "parent", "successor", "intercommunality"),
            *("valid", "latitude", "longitude", "population"),
        ),
        reaches=everybody,
        parts=(
            Part(TerritoryName, "territory", ("text", "language", "kind", "valid")),
            Part(TerritoryCode, "territory", ("system", "code", "valid")),
        ),
    ),
    Record(
        CountryGroup,
        fields=("name", "country", "description", "partners"),
        reaches=everybody,
        parts=(
            Part(GroupMembership, "group", ("organisation", "period")),
            Part(GroupMandate, "group", ("person", "role", "period")),
        ),
    ),
    Record(Theme, fields=("parent", "name", "name_en", "name_zh", "synonyms", "sdgs"), reaches=everybody),
    Record(Person, parts=(Part(Affiliation, "person", withheld=RIGHTS),), is_restorable=False),
]
