"""Which organisation of the directory a passage names."""

from django.db.models import Q, Value

from core.search import Folded
from directory.enums import OrganisationKind
from directory.models import Organisation, Territory
from directory.services import ensure_authority, territory_by_code


def organisation_named(name, *, acronym="", kind=""):
    """Find by name, alias or acronym; without a match, make one when its kind is known and is not an authority.

    An authority is never made from its name alone: it goes with a territory, which only a match can tell.
    """
    name, acronym = name.strip(), acronym.strip()
    if not name:
        return None
    folded = Folded(Value(name))
    same = Q(folded_name=folded) | Q(names__folded=folded) | Q(acronym__iexact=acronym or name)
    found = Organisation.objects.alias(folded_name=Folded("name")).filter(same).order_by("pk").first()
    if found or kind in {"", OrganisationKind.AUTHORITY}:
        return found
    kind = kind if kind in OrganisationKind.values else OrganisationKind.OTHER
    made = Organisation(kind=kind, name=name[:200], acronym=acronym[:30])
    made.full_clean()
    made.save()
    return made


def holder_of(system, code):
    """The territory that holds a code today, or the last that held it: minutes may name a former region."""
    holders = Territory.objects.filter(codes__system=system, codes__code=code)
    return territory_by_code(system, code) or holders.order_by("-codes__valid").first()


def authority_matched(side):
    """The authority of a matched side `{"code_system", "code", …}`; None when nothing was matched."""
    territory = holder_of(side["code_system"], side["code"]) if side else None
    return ensure_authority(territory=territory) if territory else None


def organisation_of(proposal):
    """The organisation that a proposal names: the one matched, else found or made by its name as written."""
    match, fields = proposal.match or {}, proposal.fields
    known = match.get("organisation")
    matched = Organisation.objects.filter(pk=known["key"]).first() if known else authority_matched(match.get("french"))
    name = fields.get("organisation") or fields.get("french") or fields.get("name") or ""
    return matched or organisation_named(name, acronym=fields.get("acronym", ""), kind=fields.get("kind", ""))
