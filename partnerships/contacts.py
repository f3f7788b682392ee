"""Whom a reader may write to about a partnership, side by side."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from directory.contacts import with_contacts
from directory.models import Affiliation, Organisation
from partnerships.models import PartnershipContact
from partnerships.models.parts import contacts_reaching, people_of

SHOWN = 5  # of those whom nobody named for the partnership; the page of the organisation has them all


@dataclass(frozen=True)
class Contacts:
    """`named` are the contacts of the partnership in an organisation; where there is none, `others` work there."""

    organisation: Organisation
    named: list[Affiliation]
    others: list[Affiliation]


def contacts_of(partnership, user):
    """The two sides, then the organisations that take part where somebody is named: what `user` may read of each."""
    names = PartnershipContact.objects.filter(
        contacts_reaching(user), partnership=partnership, person=OuterRef("person")
    )
    people = Affiliation.objects.visible_to(user).filter(pk__in=people_of(partnership).order_by().values("pk"))
    people = with_contacts(people.annotate(is_named=Exists(names)), user, person="person__").for_listing()
    named = {}
    for function in people.filter(is_named=True).select_related("organisation"):
        named.setdefault(function.organisation, []).append(function)
    sides = [Contacts(side, named.pop(side, []), []) for side in partnership.sides]
    for side in sides:
        if not side.named:
            side.others.extend(people.filter(organisation=side.organisation)[:SHOWN])
    return [*sides, *(Contacts(organisation, functions, []) for organisation, functions in named.items())]


def contacts_of_wishes(wishes, user):
    """{(organisation, person): the functions by which `user` may know whoever is named to be written to}."""
    named = [wish.contact_id for wish in wishes if wish.contact_id]
    people = Affiliation.objects.visible_to(user).current().filter(person__in=named)
    found = {}
    for function in with_contacts(people, user, person="person__").for_listing() if named else ():
        found.setdefault((function.organisation_id, function.person_id), []).append(function)
    return found
