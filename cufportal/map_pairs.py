"""Partnerships → the pairs that the map draws, and the drawing, kept for those who are shown the same."""

import hashlib
from functools import cache as once
from pathlib import Path

from django.core.cache import cache
from django.db.models import prefetch_related_objects

from cufportal import labelling, mapping
from cufportal.mapping import Pair, Place, build_map, locate
from directory.enums import CodeSystem

KEPT = 24 * 3600  # seconds
DRAWN_BY = (mapping.__file__, labelling.__file__, mapping.GEOMETRY)
PANELS = {"FR": "france", "CN": "china"}
OUTLINE_CODES = (CodeSystem.INSEE_REGION, CodeSystem.INSEE_DEPARTMENT, CodeSystem.GB2260)


def map_of(partnerships):
    """Draw those of `partnerships` (with `for_rows()` and `read_forms`) that are with China; the others are only in the list."""
    mapped = [one for one in partnerships if one.foreign_side.listed_country == "CN"]
    prefetch_related_objects(mapped, "french_side__territory__codes", "foreign_side__territory__codes")
    return drawing_of([pair_of(partnership) for partnership in mapped])


def drawing_of(pairs):
    """Draw `pairs`; the places of hundreds of names take a third of a second to find, so the drawing is kept.

    It is found again by the whole of what it says: who sees other pairs, reads another language, or comes after a place was
    renamed asks for another drawing.
    """
    key = fingerprint(pairs)
    drawing = cache.get(key)
    if drawing is None:
        drawing = build_map(pairs)
        cache.set(key, drawing, KEPT)
    return drawing


def fingerprint(pairs):
    """A name for all that stands on the map and for how this version of the portal draws it."""
    return f"map-{hashlib.sha256(f'{version_of_drawing()}{pairs!r}'.encode()).hexdigest()}"


@once
def version_of_drawing():
    return hashlib.sha256(b"".join(Path(file).read_bytes() for file in DRAWN_BY)).hexdigest()


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
    if territory is None:
        return Place(name=organisation.name, latitude=None, longitude=None)
    return place_at(territory, territory.codes.all())


def located(territory, codes):
    """The part of the map where a territory lies; None for a country that is not drawn."""
    panel = PANELS.get(territory.country)
    return panel and locate(panel, place_at(territory, codes))


def place_at(territory, held):
    codes = [code.code for code in held if code.system in OUTLINE_CODES]
    return Place(
        name=str(territory),
        latitude=territory.latitude,
        longitude=territory.longitude,
        level=territory.kind,
        code=codes[0] if codes else "",
        zh="" if territory.is_french else territory.name_beside,
    )
