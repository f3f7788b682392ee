"""Whom a campaign concerns: the records of an authority, and those who keep them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from core.enums import Audience
from directory.models import Affiliation, Organisation, Person
from partnerships.models import Partnership
from partnerships.models.querysets import stale_before


@dataclass(frozen=True)
class Referent:
    person: Person
    address: str


@dataclass
class Candidate:
    """An authority that a campaign may ask: how many records it has, how many are stale, and when the oldest was confirmed."""

    organisation: Organisation
    records: int = 0
    stale: int = 0
    oldest: date | None = None
    referents: tuple = ()


def records_asked(group, organisation):
    """The open records of a side that its authority is asked about; what CUF keeps to itself is not among them."""
    sides = Q(french_side=organisation) | Q(foreign_side=organisation)
    return Partnership.objects.open().filter(sides, group=group).exclude(audience=Audience.INTERNAL)


def candidates(group):
    """The French sides of the open records of a group, by name; three queries however many there are."""
    rows = Partnership.objects.open().filter(group=group).exclude(audience=Audience.INTERNAL)
    rows = rows.order_by().values_list("french_side", "confirmed_on")
    limit, days = stale_before(), defaultdict(list)
    for organisation, confirmed_on in rows:
        days[organisation].append(confirmed_on)
    people = referents_of(days)
    organisations = Organisation.objects.filter(pk__in=days).for_listing()
    return [
        Candidate(
            organisation,
            records=len(days[organisation.pk]),
            stale=sum(day is None or day < limit for day in days[organisation.pk]),
            oldest=min((day for day in days[organisation.pk] if day), default=None),
            referents=tuple(people.get(organisation.pk, ())),
        )
        for organisation in organisations
    ]


def referents_of(organisations):
    """{number of an organisation: its Referents}: those who keep its records today and can be written to.

    The address of an open account comes first. Whoever has a closed account has left, and gets no letter.
    """
    keepers = Affiliation.objects.current().filter(
        organisation__in=list(organisations), may_edit=True, person__erased_at__isnull=True
    )
    found = defaultdict(dict)
    for keeper in keepers.select_related("person__user").order_by("person__sort_key", "pk"):
        address = address_of(keeper.person)
        if address:
            found[keeper.organisation_id].setdefault(address.lower(), Referent(keeper.person, address))
    return {organisation: list(people.values()) for organisation, people in found.items()}


def people_at(organisation):
    """{number of a person: name and functions} of those who have one today in an organisation, by its number."""
    functions = Affiliation.objects.current().filter(organisation=organisation, person__erased_at__isnull=True)
    found = defaultdict(list)
    for function in functions.for_listing():
        found[function.person_id, str(function.person)].append(function.function or function.get_kind_display())
    return {number: f"{name}, {' ; '.join(said)}" for (number, name), said in found.items()}


def address_of(person):
    account = getattr(person, "user", None)
    if account:
        return account.email if account.is_active else ""
    return person.email
