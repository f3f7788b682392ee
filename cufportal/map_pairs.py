"""Partnerships → the pairs that the map draws."""

from cufportal.mapping import Pair, Place, build_map
from directory.enums import CodeSystem

OUTLINE_CODES = (CodeSystem.INSEE_REGION, CodeSystem.INSEE_DEPARTMENT, CodeSystem.GB2260)


def map_of(partnerships):
    """Draw `partnerships`, a queryset from `for_listing()`, those with China; the others are only in the list."""
    mapped = partnerships.filter(foreign_side__territory__country="CN").prefetch_related(
        "french_side__territory__codes", "foreign_side__territory__codes"
    )
    return build_map([pair_of(partnership) for partnership in mapped])


def pair_of(partnership):
    return Pair(
        french=place_of(partnership.french_side),
        foreign=place_of(partnership.foreign_side),
        form=partnership.form,
        url=partnership.get_absolute_url(),
        label=str(partnership),
    )


def place_of(organisation):
    territory = organisation.territory
    codes = [code.code for code in territory.codes.all() if code.system in OUTLINE_CODES]
    return Place(
        name=str(territory),
        latitude=territory.latitude,
        longitude=territory.longitude,
        level=territory.kind,
        code=codes[0] if codes else "",
        zh="" if territory.is_french else territory.name_beside,
    )
