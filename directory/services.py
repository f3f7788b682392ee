from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.search import Folded
from core.services import raise_flag
from directory import codes
from directory.enums import CodeSystem, NameKind, NameLanguage, OrganisationKind, TerritoryKind
from directory.loading.copying import copy_rows, reserve_ids
from directory.lookups import folded_name
from directory.models import Affiliation, Organisation, Person, Territory, TerritoryCode, TerritoryName
from directory.naming import town_authority, typographic

# Departments whose powers another body holds: Paris (law of 28 February 2017), Corse, Martinique, Guyane (single
# authorities), Mayotte (department and region at once), Alsace (law of 2 August 2019).
AUTHORITY_ELSEWHERE = {
    "75": (CodeSystem.INSEE_COMMUNE, "75056"),
    **dict.fromkeys(("2A", "2B"), (CodeSystem.INSEE_REGION, "94")),
    "972": (CodeSystem.INSEE_REGION, "02"),
    "973": (CodeSystem.INSEE_REGION, "03"),
    "976": (CodeSystem.INSEE_REGION, "06"),
    **dict.fromkeys(("67", "68"), (CodeSystem.INSEE_DEPARTMENT, "6AE")),
}


def territory_by_code(system, code, on=None):
    """Return the territory that holds `code` in `system` on a day (today unless told); None when there is none."""
    held = Territory.objects.with_code(system, code, on).order_by()
    return next(iter(held), None)  # one row at most: the database sees to it


def ensure_authority(*, territory):
    """Return the Organisation that governs `territory`, made on first use and named as people say it.

    « Région Occitanie », « Département de l’Essonne », « Ville d’Arras »; a grouping and a foreign authority keep
    their own name. Two callers at once get the same row. A department without powers of its own (Paris, Corse,
    Alsace…) leads to the body that holds them.
    """
    territory = authority_bearer(territory)
    organisation, _created = Organisation.objects.get_or_create(
        kind=OrganisationKind.AUTHORITY,
        territory=territory,
        defaults={"name": authority_name(territory), "name_zh": territory.name_zh},
    )
    return organisation


def authority_bearer(territory):
    if territory.kind != TerritoryKind.DEPARTMENT:
        return territory
    insee = territory.codes.filter(system=CodeSystem.INSEE_DEPARTMENT).values_list("code", flat=True).first()
    elsewhere = AUTHORITY_ELSEWHERE.get(insee)
    return (territory_by_code(*elsewhere) if elsewhere else None) or territory


def authority_name(territory):
    """The name given by the reference data or by staff; the rule of French for a town; else the territory's own."""
    said = territory.names.filter(kind=NameKind.AUTHORITY).values_list("text", flat=True).first()
    if said:
        return said
    return plain_authority_name(territory.name, territory.kind, territory.country, territory.population)


@transaction.atomic
def add_commune(*, insee, name, siren="", latitude=None, longitude=None, population=None):
    """Add a French commune that the reference file leaves out (fewer than 500 inhabitants), under its department.

    Raise ValidationError, by field, when a code has not the form expected or already designates a territory.
    """
    if not codes.INSEE_COMMUNE.fullmatch(insee):
        raise ValidationError({"insee": _("Un code INSEE de commune a cinq caractères : 37261, 2A004, 97411.")})
    if siren and not codes.is_siren(siren):
        raise ValidationError({"siren": _("Un SIREN a neuf chiffres, dont une clé : vérifiez la saisie.")})
    department = territory_by_code(CodeSystem.INSEE_DEPARTMENT, codes.department_of(insee))
    if department is None:
        raise ValidationError(
            {
                "insee": _("Le département « %(code)s » n’est pas dans l’annuaire : chargez d’abord les territoires.")
                % {"code": codes.department_of(insee)}
            }
        )
    return make_territory(
        held={"insee": (CodeSystem.INSEE_COMMUNE, insee), "siren": (CodeSystem.SIREN, siren)},
        country="FR",
        kind=TerritoryKind.COMMUNE,
        level=4,
        name=typographic(name),
        parent=department,
        latitude=latitude,
        longitude=longitude,
        population=population,
    )


@transaction.atomic
def add_territory(*, country, name, kind=TerritoryKind.CITY, level=2, system="", code="", parent=None, **fields):
    """Add a territory of any country; `system` and `code` go together. Raise ValidationError, by field.

    `fields` are those of Territory: name_zh, name_latin, latitude, longitude, population.
    """
    if bool(system) != bool(code):
        raise ValidationError({"code": _("Un code va avec sa nomenclature : donnez les deux ou aucun.")})
    return make_territory(
        held={"code": (system, code)},
        country=country,
        kind=kind,
        level=level,
        name=typographic(name),
        parent=parent,
        **fields,
    )


def make_territory(*, held, **fields):
    for field, (system, code) in held.items():
        refuse_held_code(field, system, code)
    territory = Territory(**fields)
    territory.full_clean()
    territory.save()
    names = [
        TerritoryName(territory=territory, text=text, language=language, kind=NameKind.OFFICIAL)
        for language, text in (
            (NameLanguage.FRENCH, territory.name),
            (NameLanguage.CHINESE, territory.name_zh),
            (NameLanguage.LOCAL, territory.name_latin),
        )
        if text
    ]
    held_codes = [TerritoryCode(territory=territory, system=s, code=c) for s, c in held.values() if c]
    for part in names + held_codes:
        part.full_clean()
        part.save()
    return territory


def refuse_held_code(field, system, code):
    holder = Territory.objects.filter(codes__system=system, codes__code=code).first() if code else None
    if holder is not None:
        raise ValidationError(
            {field: _("Le code « %(code)s » désigne déjà « %(holder)s ».") % {"code": code, "holder": holder.name}},
            code="already_held",
        )


def namesakes(first_name, last_name):
    """The people of this name, whatever case and accents."""
    named = Person.objects.alias(first=Folded("first_name"), last=Folded("last_name"))
    return named.filter(first=folded_name(first_name), last=folded_name(last_name))


@transaction.atomic
def ensure_colleague(*, organisation, first_name, last_name, kind, function=""):
    """Return the Person of this name who belongs to `organisation` today; else add the person and the function there.

    Sent twice it adds one person. A namesake who is known elsewhere is left alone, for it may be somebody else: a doubt
    is noted, which staff decide. Raise ValidationError, by field, when the name is refused.
    """
    Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=organisation.pk)
    same = namesakes(first_name, last_name)
    there = Affiliation.objects.current().filter(organisation=organisation)
    if known := same.filter(pk__in=there.order_by().values("person")).first():
        return known
    person = Person(first_name=" ".join(first_name.split()), last_name=" ".join(last_name.split()))
    add_person(person=person, raised_by=_("inscription d’un collègue"))
    belongs = Affiliation(person=person, organisation=organisation, function=function, kind=kind)
    belongs.full_clean()
    belongs.save()
    return person


def add_person(*, person, raised_by):
    """Keep a new `person`. Of a namesake, who may be somebody else, a doubt is noted, which staff decide.

    Raise ValidationError, by field, when the name is refused.
    """
    others = [str(other.pk) for other in namesakes(person.first_name, person.last_name)[:5]]
    person.full_clean()
    person.save()
    if others:
        message = _("Une autre personne de ce nom est dans l’annuaire (n° %(numbers)s) : est-ce la même ?")
        said = message % {"numbers": ", ".join(others)}
        raise_flag(record=person, code="namesake", message=said, raised_by=raised_by)
    return person


@transaction.atomic
def ensure_authorities(*, territories):
    """Make, of the territories of a queryset that have none, the authorities that govern them, as `ensure_authority` would.

    For a bulk import: a few statements whatever their number. The territories govern themselves (see `authority_bearer`).
    Return the ids of what was made.
    """
    lacking = territories.exclude(organisations__kind=OrganisationKind.AUTHORITY).order_by()
    lacking = list(lacking.values_list("pk", "name", "name_zh", "kind", "country", "population"))
    said = TerritoryName.objects.filter(kind=NameKind.AUTHORITY, territory__in=territories.order_by().values("pk"))
    said = dict(said.order_by("-text").values_list("territory", "text"))
    ids = reserve_ids(Organisation, len(lacking))
    copy_rows(
        Organisation,
        ("id", "kind", "name", "acronym", "name_zh", "website", "territory"),
        (
            (
                pk,
                OrganisationKind.AUTHORITY.value,
                said.get(place) or plain_authority_name(*called),
                "",
                name_zh,
                "",
                place,
            )
            for pk, (place, name, name_zh, *rest) in zip(ids, lacking, strict=True)
            for called in [(name, *rest)]
        ),
    )
    return ids


def plain_authority_name(name, kind, country, population):
    return town_authority(name, population) if kind == TerritoryKind.COMMUNE and country == "FR" else name
