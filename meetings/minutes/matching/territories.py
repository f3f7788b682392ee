import re
from dataclasses import dataclass

from meetings.minutes.countries import is_country
from meetings.minutes.folding import fold
from meetings.minutes.gazetteer import FRANCE, Entry, grouping_core
from meetings.minutes.matching import doubts
from meetings.minutes.parsing.parties import spellings

TYPED, PLAIN, BEGINS, POPULOUS, NEAR, DOUBTFUL = 0.98, 0.95, 0.9, 0.6, 0.6, 0.4
SYSTEMS = {"region": "insee_region", "departement": "insee_departement", "commune": "insee_commune"}
ONLY_FRENCH = frozenset({FRANCE})
# One commune is meant when it has ten times the people of the next of its name.
FAR_MORE, POPULOUS_FROM = 10, 20_000
MILLIONS = 3_000_000
# Names that only the word « région » makes those of a region.
SHORTENED = {
    "sud": "Provence-Alpes-Côte d’Azur",
    "centre": "Centre-Val de Loire",
    "reunion": "La Réunion",
    "nord": "Hauts-de-France",
}
OF_TOWNS = {"metropole", "communaute_urbaine"}


@dataclass(frozen=True)
class Found:
    """The territory a party names, or None, how sure, and what is doubtful about it."""

    entry: Entry | None
    confidence: float
    doubts: tuple = ()

    def as_match(self):
        if not self.entry:
            return None
        return {
            "code_system": self.entry.code_system,
            "code": self.entry.code,
            "name": self.entry.name,
            "level": self.entry.level,
        }


def find_french(party, gazetteer):
    if party.kind == "epci":
        return _grouping(party, gazetteer)
    if party.name.removeprefix("Le ").strip().isdigit():
        return _by_number(party, gazetteer)
    system = SYSTEMS.get(party.kind)
    name = SHORTENED.get(fold(party.name), party.name) if party.kind == "region" else party.name
    candidates = _first_found(gazetteer.named(name, countries=ONLY_FRENCH) for name in spellings(name))
    if system:
        candidates = [entry for entry in candidates if entry.code_system == system]
    elif party.kind:
        candidates = []
    if party.bracket:
        candidates = _within(candidates, party.bracket, gazetteer) or candidates
    if not candidates:
        return _near(party, gazetteer, ONLY_FRENCH, system)
    return _choose_french(party, candidates, gazetteer)


def _first_found(lists):
    return next((found for found in lists if found), [])


def _grouping(party, gazetteer):
    found = gazetteer.groupings(party.name)
    if party.text == party.name and (named := gazetteer.named(party.name, countries=ONLY_FRENCH)):
        found = named  # « Grand Est » is a region, whatever « Grand » says elsewhere
    if len(found) > 1:
        # « Métropole de X » rather than a community of communes whose name begins alike.
        metropolises = [entry for entry in found if "metropole" in fold(entry.name) or entry.kind == "metropole"]
        found = metropolises if len(metropolises) == 1 else found
    if len(found) == 1:
        return _of_its_kind(party, found[0])
    if found:
        return Found(None, DOUBTFUL, (doubts.territory_ambiguous(party.text, _names(found)),))
    return Found(None, DOUBTFUL, (doubts.territory_unknown(party.text),))


def _of_its_kind(party, entry):
    """A community of communes is not the metropolis whose name begins its own."""
    said, core = fold(party.text), grouping_core(party.name)
    same = core in {grouping_core(name) for name in entry.names} or f"grand {core}" in map(grouping_core, entry.names)
    smaller = entry.level == "communaute_communes" and re.search(r"metropole|communaute urbaine|agglo|^grand ", said)
    if same or not (smaller or ("communaute urbaine" in said and entry.level not in OF_TOWNS)):
        return Found(entry, PLAIN)
    return Found(None, DOUBTFUL, (doubts.near_spelling(party.text, entry.name),))


def _by_number(party, gazetteer):
    code = party.name.removeprefix("Le ").strip().zfill(2)
    entry = gazetteer.get(f"insee_departement:{code}")
    return Found(entry, PLAIN) if entry else Found(None, DOUBTFUL, (doubts.territory_unknown(party.text),))


def _choose_french(party, candidates, gazetteer):
    sure = TYPED if party.kind else PLAIN
    if len(candidates) == 1:
        return Found(candidates[0], sure)
    communes = sorted((x for x in candidates if x.code_system == "insee_commune"), key=lambda entry: -entry.population)
    others = [entry for entry in candidates if entry.code_system != "insee_commune"]
    if communes and others and len(communes) == 1 and all(_is_same_place(communes[0], other) for other in others):
        return Found(communes[0], sure)
    small = bool(others) and max((town.population for town in communes), default=0) < POPULOUS_FROM
    if communes and not small and (len(communes) == 1 or _is_far_larger(communes)):
        return Found(communes[0], POPULOUS, (doubts.territory_ambiguous(party.name, _names(candidates)),))
    if not communes or small:
        regions = [entry for entry in others if entry.code_system == "insee_region"]
        return Found((regions or others)[0], POPULOUS, (doubts.territory_ambiguous(party.name, _names(candidates)),))
    return Found(None, DOUBTFUL, (doubts.territory_ambiguous(party.name, _names(candidates)),))


def _is_same_place(commune, other):
    """Paris is both a commune and a department: its commune is in the department of the same name and no other is."""
    return other.key == commune.parent and other.code_system == "insee_departement" and commune.population > 1_000_000


def _is_far_larger(communes):
    return communes[0].population >= POPULOUS_FROM and communes[0].population >= FAR_MORE * max(
        communes[1].population, 1
    )


def _names(entries):
    return ", ".join(f"{entry.name} ({entry.code})" for entry in entries[:6]) + ("…" if len(entries) > 6 else "")


def _near(party, gazetteer, countries, system=None):
    if system == "insee_commune" and (entry := _longer(party, gazetteer)):
        return Found(entry, NEAR, (doubts.near_spelling(party.name, entry.name),))
    near = [
        (ratio, entry)
        for ratio, entry in gazetteer.near(party.name, countries=countries)
        if system in {None, entry.code_system}
    ]
    if near and near[0][0] >= 0.88 and (len(near) == 1 or near[0][0] > near[1][0]):
        return Found(near[0][1], NEAR, (doubts.near_spelling(party.name, near[0][1].name),))
    return Found(None, DOUBTFUL, (doubts.territory_unknown(party.name),))


def _longer(party, gazetteer):
    """The town that took a longer name: « Évry » became Évry-Courcouronnes, « Cherbourg » Cherbourg-en-Cotentin."""
    towns = [
        entry
        for entry in gazetteer.beginning(party.name, countries=ONLY_FRENCH)
        if entry.code_system == "insee_commune" and entry.population >= POPULOUS_FROM
    ]
    return towns[0] if len(towns) == 1 else None


def find_foreign(party, gazetteer, countries):
    """The foreign territory as written: the bracket chooses among namesakes, and raises a doubt when it fits none."""
    candidates = _first_found(gazetteer.named(name, countries=countries) for name in spellings(party.name))
    if party.hanzi:
        exact = gazetteer.named(party.hanzi, countries=countries)
        candidates = [entry for entry in exact if entry in candidates] or candidates or exact
    candidates = _at_level(candidates, party.kind)
    bracket = (
        party.bracket
        if party.bracket and not is_country(party.bracket) and re.match(r"[^\W\d_]", party.bracket)
        else ""
    )
    inside = _within(candidates, bracket, gazetteer) if bracket else []
    found = _highest(party, inside or candidates, gazetteer, countries)
    if not bracket or inside or not candidates:
        return found
    return _with_bracket_doubt(found, party, bracket, candidates, gazetteer, countries)


def _with_bracket_doubt(found, party, bracket, candidates, gazetteer, countries):
    around = [above for entry in candidates for above in gazetteer.ancestors(entry)]
    if gazetteer.named(bracket, countries=countries):
        within = ", ".join(dict.fromkeys(entry.name for entry in around)) or candidates[0].name
        raised, confidence = doubts.bracket_contradicts(party.name, bracket, candidates[0].name, within), 0.5
    else:
        near = [entry for _, entry in gazetteer.near(bracket, countries=countries)]
        near = [entry for entry in near if entry in around] or _resembling(bracket, around) or near
        raised, confidence = doubts.bracket_unknown(bracket, near[0].name if near else ""), 0.7
    return Found(found.entry, min(confidence, found.confidence), (raised, *found.doubts))


def _resembling(bracket, entries):
    """The territory it is really in, when half of the letters of the bracket are those of its name."""
    letters = set(fold(bracket))
    return [
        entry for entry in entries if len(letters & set(fold(entry.name))) * 2 > len(letters | set(fold(entry.name)))
    ]


def _within(candidates, bracket, gazetteer):
    wanted = fold(bracket)
    return [
        entry for entry in candidates
        if any(wanted in map(fold, (*above.names, above.code)) for above in gazetteer.ancestors(entry))
    ]  # fmt: skip


def level_of(entry):
    """1 for a province, 2 for a prefecture, 3 for a county, as the zeros of a GB/T 2260 code tell; 0 when unknown."""
    if entry.code_system != "gb2260":
        return 0
    return 1 if entry.code.endswith("0000") else 2 if entry.code.endswith("00") else 3


def _usually(party, candidates):
    """Shanxi is the usual name of one province and the pinyin of another, Shaanxi: the usual name wins."""
    names = {fold(name) for name in spellings(party.name)}
    return [entry for entry in candidates if fold(entry.name) in names] or candidates


def _dwarfs(entry, other):
    """A city of millions is meant, not the county elsewhere that shares its name."""
    return (
        level_of(entry) < level_of(other) and entry.population >= MILLIONS and entry.population > 5 * other.population
    )


def _at_level(candidates, kind):
    wanted = {"province": {0, 1}, "region": {0, 1}, "commune": {0, 1, 2, 3}, "district": {0, 3}}.get(kind)
    fitting = [entry for entry in candidates if wanted is None or level_of(entry) in wanted]
    if kind == "commune":
        provinces = {"province", "autonomous_region"}
        fitting = [entry for entry in fitting if entry.kind not in provinces] or fitting
    return fitting or candidates


def _highest(party, candidates, gazetteer, countries):
    if not candidates:
        return _near(party, gazetteer, countries)
    top = min(level_of(entry) for entry in candidates)
    first = _usually(party, [entry for entry in candidates if level_of(entry) == top])
    if len(first) > 1:
        return Found(None, DOUBTFUL, (doubts.territory_ambiguous(party.name, _names(candidates)),))
    strangers = [entry for entry in candidates if entry is not first[0] and first[0] not in gazetteer.ancestors(entry)]
    if top > 1 and any(not _dwarfs(first[0], other) for other in strangers):
        return Found(first[0], POPULOUS, (doubts.territory_ambiguous(party.name, _names(candidates)),))
    return Found(first[0], TYPED if party.kind else PLAIN)
