import re
from dataclasses import dataclass, replace

from meetings.minutes.countries import country_of
from meetings.minutes.gazetteer import FRANCE
from meetings.minutes.matching import doubts
from meetings.minutes.matching.territories import Found, find_foreign, find_french
from meetings.minutes.parsed import Party, Row
from meetings.minutes.parsing.parties import is_known, read_party, sides, spellings
from meetings.minutes.parsing.wording import ACRONYM, UPPER
from meetings.minutes.proposals import Proposal

# What a « wish » says: it looks for a partner, or for an agreement with a territory of some kind.
SEEKS = re.compile(
    r"\b(?:recherche|cherche|trouver|identifier|nouer|[àa]\s+la\s+recherche)\b.{0,60}\b(?:partenaires?|partenariats?|villes?|provinces?|r[ée]gions?|collectivit[ée]s?|communes?|coop[ée]ration)\b"
    r"|\b(?:partenariat|coop[ée]ration|intention|accord|jumelage|jumeler|lien|relation|convention)s?\b.{0,40}\bavec\s+une?\s+(?:autre\s+|nouvelle\s+)?"
    r"(?:ville|province|r[ée]gion|collectivit[ée]|commune|territoire|wilaya|gouvernorat|municipalit[ée]|partenaire|homologue|d[ée]partement)",
    re.IGNORECASE,
)


TOLD = 0.85
PARTNER = re.compile(
    rf"\b(?i:jumelages?|jumel[ée]e?s?|partenariats?|partenaires?|coop[ée]rations?|coop[èe]re|travaille|accord|convention|liens?|[ée]changes)\b[^.;:()]{{0,50}}?\b(?i:avec)\s+"
    rf"(?P<name>(?P<type>(?:(?:la|le|les|l[’'])\s*)?(?i:ville|r[ée]gion|province|commune|cercle|municipalit[ée]|gouvernorat|wilaya|d[ée]partement|district|pr[ée]fecture)\s+(?:de\s+la\s+|de\s+l[’']|de\s+|du\s+|d[’'])?)?"
    rf"[{UPPER}][\w’'-]+(?:[\s-](?:(?:de|du|el|al|la|le)\s)?[{UPPER}][\w’'-]+){{0,3}})"
)


@dataclass(frozen=True)
class Reading:
    """A row understood: its kind of proposal, its French and foreign parties, and the territories they name."""

    row: Row
    kind: str
    french: Party
    foreign: Party | None
    french_found: Found | None
    foreign_found: Found | None
    raised: tuple = ()

    @property
    def doubts(self):
        found = [part for part in (self.french_found, self.foreign_found) if part]
        return (*(doubt for part in found for doubt in part.doubts), *self.raised)

    @property
    def confidence(self):
        found = [part.confidence for part in (self.french_found, self.foreign_found) if part]
        sure = min(found, default=0.92)
        return round(min(sure, 0.75) if self.doubts else sure, 2)


def foreign_countries(gazetteer, country):
    """Where the other party is looked for: the country of the group, or anywhere abroad when it has none."""
    return frozenset({country}) if country else gazetteer.countries - {FRANCE}


def read_rows(parsed, gazetteer, known):
    country = known.country or country_of(parsed.meeting.group if parsed.meeting else "")
    countries = foreign_countries(gazetteer, country)
    readings = [
        _read(row, gazetteer, countries) for whole in parsed.rows for row in _one_by_one(whole, gazetteer, countries)
    ]
    return _with_records(_with_two_names(readings), known)


def _one_by_one(row, gazetteer, countries):
    """« Lyon – Canton et Shanghai » is two partnerships, when each name is known and the whole is not."""
    if len(row.parties) != 2:
        return [row]
    french, foreign = sides(*row.parties, gazetteer, countries)
    names = [name for name in re.split(r"\s*(?:,|/|;|\bet\b)\s*", foreign.text) if name]
    several = [read_party(name) for name in names]
    known = [any(gazetteer.named(name, countries=countries) for name in spellings(party.name)) for party in several]
    if len(several) < 2 or foreign.bracket or not all(known) or gazetteer.named(foreign.name, countries=countries):
        return [row]
    return [replace(row, parties=(french, party)) for party in several]


def _read(row, gazetteer, countries):
    if len(row.parties) == 1:
        return _single(row, row.parties[0], gazetteer, countries)
    french, foreign = sides(*row.parties, gazetteer, countries)
    if french.kind == "institution":
        return Reading(row, "institution", french, foreign, None, None, _not_territory(foreign, gazetteer, countries))
    if foreign.kind == "institution" and not is_known(foreign, gazetteer):
        return Reading(
            row,
            "authority",
            french,
            foreign,
            find_french(french, gazetteer),
            None,
            (doubts.second_party_not_territory(foreign.text),),
        )
    return Reading(
        row, "partnership", french, foreign, find_french(french, gazetteer), find_foreign(foreign, gazetteer, countries)
    )


def _not_territory(party, gazetteer, countries):
    known = any(gazetteer.named(party.name, countries=countries))
    return () if known else (doubts.second_party_not_territory(party.text),)


def _single(row, party, gazetteer, countries):
    if party.kind == "institution":
        return Reading(row, "institution", party, None, None, None)
    found = find_french(party, gazetteer)
    partner = _partner_told(row.cell.text, gazetteer)
    if partner:
        abroad = find_foreign(partner, gazetteer, countries)
        return Reading(
            row, "partnership", party, partner, found, replace(abroad, confidence=min(abroad.confidence, TOLD))
        )
    if any(SEEKS.search(text) for text in (*row.cell.plans, *row.cell.text.split("\n"))):
        return Reading(row, "wish", party, None, found, None)
    return Reading(row, "authority", party, None, found, None, (doubts.territory_missing(party.text),))


def _partner_told(text, gazetteer):
    """« Ville de X : jumelage avec Bamako depuis 1974 »: the other party is in the sentence."""
    found = PARTNER.search(text)
    party = read_party(re.sub(r"^(?:la|le|les|l[’'])\s*", "", found["name"])) if found else None
    if not party or party.kind == "institution" or ACRONYM.match(party.name):
        return None
    return None if not found["type"] and is_known(party, gazetteer, country=FRANCE) else party


def _raise(reading, doubt):
    return Reading(**{**vars(reading), "raised": (*reading.raised, doubt)})


def _with_two_names(readings):
    """One territory under two names in one document: the later row says so."""
    seen, checked = {}, []
    for reading in readings:
        entry = reading.foreign_found.entry if reading.foreign_found else None
        if entry:
            name, line = seen.setdefault(entry.key, (reading.foreign.name, reading.row.place.line))
            if name.casefold() != reading.foreign.name.casefold():
                reading = _raise(reading, doubts.same_territory_two_names(reading.foreign.name, name, line))
        checked.append(reading)
    return checked


def _with_records(readings, known):
    """A recorded partner that no row of the document names, while another is written: perhaps one for the other."""
    named = {_codes(reading) for reading in readings}
    return [_with_record(reading, named, known) for reading in readings]


def _codes(reading):
    french, foreign = reading.french_found, reading.foreign_found
    if not (french and french.entry and foreign and foreign.entry):
        return None
    return (french.entry.code_system, french.entry.code), (foreign.entry.code_system, foreign.entry.code)


def _with_record(reading, named, known):
    codes = _codes(reading)
    if not codes:
        return reading
    recorded = [pair for pair in known.pairs if pair.french == codes[0]]
    if not recorded or any(pair.foreign == codes[1] for pair in recorded):
        return reading
    missing = [pair for pair in recorded if (pair.french, pair.foreign) not in named]
    if not missing:
        return reading
    names = ", ".join(dict.fromkeys(pair.foreign_name for pair in missing))
    return _raise(reading, doubts.other_partner_recorded(reading.foreign.text, names, missing[0].source))


def row_proposals(parsed, gazetteer, known):
    return [_proposal(reading) for reading in read_rows(parsed, gazetteer, known)]


def _proposal(reading):
    match = None
    if reading.kind != "institution":
        match = {
            "french": reading.french_found.as_match() if reading.french_found else None,
            "foreign": reading.foreign_found.as_match() if reading.foreign_found else None,
        }
    place = reading.row.place
    return Proposal(
        reading.kind, _fields(reading), place.page, place.line, place.excerpt, match, reading.confidence, reading.doubts
    )


def _fields(reading):
    cell, foreign = reading.row.cell, reading.foreign
    return {
        "label": reading.row.label,
        "french": reading.french.text,
        "foreign": foreign.text if foreign else "",
        "foreign_bracket": foreign.bracket if foreign else "",
        "foreign_zh": foreign.hanzi if foreign else "",
        "form": cell.form,
        "text": cell.text,
        "themes": list(cell.themes),
        "milestones": [{"when": when, "text": text} for when, text in cell.milestones],
        "actors": list(cell.actors),
        "plans": list(cell.plans),
        "since": cell.since,
    }
