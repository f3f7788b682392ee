"""What the history of the records of the directory holds. A person's own history is the team's: it holds contact data, of
which the person decides; for the same reason nobody sets a person back."""

from django.db.models import Q

from core.history.records import Part, Record
from directory.models import (
    AbsorbedRecord,
    Affiliation,
    CountryGroup,
    GroupMandate,
    GroupMembership,
    Merge,
    NotDuplicates,
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


def absorbed_into(model, fields=()):
    """The records that were folded into one of `model`; why, and by whom, is said with what the same merge changed."""
    kind = Q(content_type__app_label=model._meta.app_label, content_type__model=model._meta.model_name)
    return Part(AbsorbedRecord, "into_number", fields, is_restorable=False, only=kind)


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
            absorbed_into(Organisation, ("name", "number", "holds")),
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
            absorbed_into(Territory, ("name", "number", "holds")),
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
    # A merge is taken back by an act of its own.
    Record(Merge, is_restorable=False),
    Record(NotDuplicates, is_restorable=False),
    Record(Person, parts=(Part(Affiliation, "person", withheld=RIGHTS),), is_restorable=False),
]
