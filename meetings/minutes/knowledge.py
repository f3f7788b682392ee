"""What the portal knows, as the plain objects that the matching works on."""

from collections import defaultdict

from directory.enums import CodeSystem
from directory.models import Organisation, Territory, TerritoryCode, TerritoryName
from meetings.minutes.gazetteer import Entry, Gazetteer
from meetings.minutes.matching.known import Known, KnownEvent, KnownOrganisation, KnownPair
from meetings.models import Announcement
from partnerships.models import Partnership

# A commune and a grouping both have a SIREN; a grouping has nothing else.
SYSTEMS = [
    CodeSystem.INSEE_REGION,
    CodeSystem.INSEE_DEPARTMENT,
    CodeSystem.INSEE_COMMUNE,
    CodeSystem.GB2260,
    CodeSystem.SIREN,
]


def usual_codes(**lookup):
    """The code by which each territory is known, as {territory id: (system, code)}."""
    rows = TerritoryCode.objects.filter(system__in=SYSTEMS, **lookup).values_list("territory_id", "system", "code")
    codes = {}
    for territory, system, code in sorted(rows, key=lambda row: SYSTEMS.index(row[1])):
        codes.setdefault(territory, (system, code))
    return codes


def load_gazetteer():
    """Return every territory of the directory, the closed ones too, since minutes speak of their own time."""
    codes = usual_codes()
    names = defaultdict(list)
    for territory, text in TerritoryName.objects.order_by("pk").values_list("territory_id", "text"):
        names[territory].append(text)
    rows = Territory.objects.values_list("pk", "country", "level", "kind", "name", "name_zh", "parent_id", "population")
    key = {pk: ":".join(codes.get(pk, ("territory", str(pk)))) for pk, *_rest in rows}
    return Gazetteer(
        Entry(
            key=key[pk],
            country=country,
            level=kind,
            names=tuple(dict.fromkeys(filter(None, (name, name_zh, *names[pk])))),
            code_system=codes.get(pk, ("", ""))[0],
            code=codes.get(pk, ("", ""))[1],
            parent=key.get(parent, ""),
            population=population or 0,
            kind=kind,
        )
        for pk, country, _level, kind, name, name_zh, parent, population in rows
    )


def load_known(group):
    """Return what is recorded for `group` that a document may contradict."""
    return Known(
        pairs=tuple(known_pairs(group)),
        organisations=tuple(known_organisations()),
        events=tuple(known_events(group)),
        country=group.country,
    )


def known_pairs(group):
    pairs = Partnership.objects.filter(group=group).select_related("french_side__territory", "foreign_side__territory")
    sides = [
        territory for pair in pairs for territory in (pair.french_side.territory_id, pair.foreign_side.territory_id)
    ]
    codes = usual_codes(territory__in=filter(None, sides))
    for pair in pairs:
        french, foreign = (codes.get(side.territory_id) for side in (pair.french_side, pair.foreign_side))
        if french and foreign:
            yield KnownPair(french, foreign, pair.foreign_side.place_name, pair.source)


def known_organisations():
    for organisation in Organisation.objects.prefetch_related("names"):
        aliases = tuple(name.text for name in organisation.names.all())
        yield KnownOrganisation(str(organisation.pk), organisation.name, organisation.acronym, aliases)


def known_events(group):
    for event in Announcement.objects.filter(meeting__group=group, when__isnull=False):
        yield KnownEvent(event.title, event.when.first, event.when.last)
    for event in group.events.all():
        yield KnownEvent(event.title, event.day.first, event.day.last)
