"""The groups, the organisations, who is a member and who chairs."""

from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from cufportal.demo.reading import authority, organisation_in, read_toml
from directory.enums import AffiliationKind
from directory.models import (
    Affiliation,
    CountryGroup,
    GroupMandate,
    GroupMembership,
    Organisation,
    OrganisationName,
    Person,
)


def load_network():
    data = read_toml("network.toml")
    for row in data["organisation"]:
        load_organisation(row)
    for row in data["group"]:
        load_group(row)
    group = CountryGroup.objects.get(slug="chine")
    for row in data["member"]:
        join(group, authority(row["system"], row["code"]))
    for row in data["mandate"]:
        load_mandate(group, row)
    return group


def load_organisation(row):
    values = {name: row[name] for name in ("kind", "acronym", "website", "name_zh") if name in row}
    organisation, _created = Organisation.objects.get_or_create(name=row["name"], defaults=values)
    for alias in row.get("aliases", []):
        OrganisationName.objects.get_or_create(organisation=organisation, text=alias)


def load_group(row):
    values = {name: row[name] for name in ("name", "country", "description")}
    group, created = CountryGroup.objects.get_or_create(slug=row["slug"], defaults=values)
    if created:
        group.partners.set(Organisation.objects.filter(name__in=row["partners"]))


def join(group, organisation):
    GroupMembership.objects.get_or_create(group=group, organisation=organisation)


def load_mandate(group, row):
    person, _created = Person.objects.get_or_create(
        first_name=row["first_name"], last_name=row["last_name"], defaults={"civility": row["civility"]}
    )
    Affiliation.objects.get_or_create(
        person=person,
        organisation=organisation_in(row),
        defaults={"function": row["function"], "kind": AffiliationKind.ELECTED},
    )
    period = DateRange(None, row["until"] + timedelta(days=1))
    GroupMandate.objects.get_or_create(group=group, person=person, role=row["role"], defaults={"period": period})
