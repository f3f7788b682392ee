"""One item of a list of those present -> the persons and bodies it names: `read_entries`."""

import re
from dataclasses import dataclass, field, replace

from meetings.minutes.folding import squeeze
from meetings.minutes.gazetteer import FRANCE, Gazetteer
from meetings.minutes.parsed import Organisation, Person
from meetings.minutes.parsing.lines import place_of
from meetings.minutes.parsing.parties import is_known, read_party
from meetings.minutes.parsing.people import FUNCTION, Named, function_and_body, level_of, read_name
from meetings.minutes.parsing.wording import ACRONYM, AUTHORITY, CIVILITY, INSTITUTION, UPPER, acronym_of, kind_of

CONTACT = re.compile(r"\S+@\S+|(?:\+\d{2}\s?|0)\d(?:[ .]?\d{2}){4}|https?://\S+")
REASON = re.compile(r"\s*\(\s*\[…\]\s*\)|[\s,;:–-]*\[…\]")  # what the redaction left of a reason of absence
REPRESENTED = re.compile(
    r",?\s*\(?(?:est\s+|était\s+)?repr[ée]sent[ée]e?s?(?:\s+au\s+niveau\s+(?P<level>technique|politique))?\s+par\s+(?P<who>.+)$",
    re.IGNORECASE,
)
COUPLE = re.compile(rf"\b(M\.|Monsieur)\s+et\s+(Mme|Madame)\s+([{UPPER}][\w’'-]*(?:\s[{UPPER}][\w’'-]*)?)")
# « Villes de Lyon, Nantes et Rennes »
PLURAL_BODIES = re.compile(r"(?P<kind>ville|commune|r[ée]gion|d[ée]partement)s\s+(?:de\s+|d[’'])?", re.IGNORECASE)
SINGULAR = {"MM.": "M.", "MM": "M.", "Messieurs": "M.", "Mmes": "Mme", "Mesdames": "Mme"}
SEVERAL = re.compile(r"(?P<civility>MM\.?|Messieurs|Mmes|Mesdames)\s+")
ONE = re.compile(rf"(?:{CIVILITY})\s+")
AND = re.compile(rf",?\s+(?:et|ainsi\s+que)\s+(?=(?:l[’']|les?\s|la\s)?[{UPPER}])")
NEXT_PERSON = re.compile(rf"(?<=\S)\s+(?=(?:M\.|Mme|Monsieur|Madame|Mlle)\s+[{UPPER}])")
PRESENCE = re.compile(r"\(?\s*(?P<what>excus|absent|pr[ée]sent|repr[ée]sent)[ée]?e?s?\s*\)?$", re.IGNORECASE)
PRESENCES = {"excus": "excused", "absent": "absent", "present": "present", "represent": "represented"}
AT_BODY = re.compile(
    r"(?P<function>[^,(]{4,60}?)\s+(?:à|de|auprès\s+de)\s+l[’'](?P<body>(?:ambassade|agence|association|universit[ée]|institut)\s[^,;(]+)$"
)
TOLD = re.compile(rf",|\s+[–—-]\s+(?={FUNCTION.pattern})", re.IGNORECASE)
DASH = r"\s+[–—-]\s+|\s*[–—]\s+"
LEADS = (re.compile(r"\s*:\s+"), re.compile(DASH), re.compile(r"\s+(?=\()"), re.compile(r"\s*,\s+"))
PLACE = rf"[{UPPER}][\w’'-]*(?:\s+(?:(?:sur|sous|en|de|la|le|les|lès|d[’']|l[’'])\s*)*[{UPPER}][\w’'-]*)*"
TOWN_OF = re.compile(
    rf"\b(?i:maire|municipale?)\s+(?P<town>(?:de\s+la\s+|de\s+l[’']|des\s+|du\s+|de\s+|d[’'])(?:L[ae]s?\s+)?{PLACE})"
)
OF_LEVEL = (("Région", r"r[ée]gion"), ("Département", r"d[ée]partementale?s?\b|conseill\S+\s+g[ée]n[ée]ral"))


def is_body(text):
    return bool(
        INSTITUTION.match(text)
        or ACRONYM.match(text.split(",")[0].strip())
        or any(pattern.match(text) for _, pattern in AUTHORITY)
    )


@dataclass
class Entry:
    """A person or a body while its item is being read: `told` is what follows the name."""

    name: object
    told: list = field(default_factory=list)
    presence: str = ""


def read_entries(text, lines, presence, role, *, gazetteer=None, body=""):
    """The persons and organisations of an item, in order.

    `body` is the organisation that a heading above gave to those below it; `gazetteer` tells the names of territories
    from those of persons.
    """
    gazetteer = gazetteer or Gazetteer()
    text = _one_by_one(squeeze(REASON.sub("", CONTACT.sub("", text))).strip(" ,;"))
    stand_in = REPRESENTED.search(text)
    if stand_in:
        return _represented(text[: stand_in.start()], stand_in, lines, role, gazetteer)
    lead = _lead(text, gazetteer)
    if lead and PRESENCE.fullmatch(lead[1]):
        return [make_body(bare(lead[0]), lines, _presence(lead[1]))]
    own, rest = lead or (body, text)
    parts = _segments(rest)
    entries = _grouped(parts, gazetteer)
    if lead and not entries:
        return [make_body(bare(lead[0]), lines, presence)] if is_body(bare(lead[0])) else []
    made = [_made(entry, lines, presence, role, bare(own)) for entry in entries]
    return _body_of_the_only_person([entry for entry in made if entry])


def read_columns(name, item):
    """The person whose name, function and body each have a column."""
    named = read_name(name, alone=True) or Named("", "", name, len(name))
    body, function = squeeze(REASON.sub("", item.body)), squeeze(REASON.sub("", item.function))
    if not function:
        function, body = told_of(body) if not is_body(body) or "," in body or TOLD.search(body) else ("", body)
        body = body or ("" if function else item.body)
    return _person(named, item.lines, item.presence, item.role, function, body)


def bare(text):
    return re.sub(r"^(?:l[’']|les?\s|la\s)\s*", "", text.strip(), flags=re.IGNORECASE)


def is_body_or_place(text, gazetteer):
    text = bare(text)
    return is_body(text) or (len(text) < 60 and is_known(read_party(text), gazetteer, country=FRANCE))


def person_of(text, gazetteer):
    """The person that begins `text`, or None when its words are those of a body, a place or a sentence."""
    named = read_name(text, alone=True)
    if not named or PLURAL_BODIES.match(text) or (not named.civility and ONE.match(text)):
        return None
    if not named.civility and is_body_or_place(re.split(r"\s*[(,;:]|\s+[–—-]\s", text)[0], gazetteer):
        return None
    tail = text[named.end :].strip()
    if tail and tail[0] not in ",;:–—-(/|" and not FUNCTION.match(tail) and not re.match(r"(?:et|&)\s", tail):
        return None
    return named if named.civility or len(named.name.split()) > 1 else None


def _lead(text, gazetteer):
    """« Ville de Nantes : Jeanne MARTIN, adjointe », « Région Bretagne – Paul LE GALL »: the body, and who sits for it."""
    for rank, pattern in enumerate(LEADS):
        for found in pattern.finditer(text):
            left, right = text[: found.start()].strip(), text[found.end() :].strip()
            if left.count("(") != left.count(")") or not re.match(rf"[{UPPER}\d]|l[’'ae]", left) or len(left) > 110:
                continue
            if _leads(rank, left, right, gazetteer):
                return left, right[1:-1] if rank == 2 and right.endswith(")") else right
    return None


def _leads(rank, left, right, gazetteer):
    if rank == 2 and not re.fullmatch(r"\([^()]*\)", right):
        return False
    first = right.strip("()") if rank == 2 else right.lstrip("(")
    if rank < 2 and PRESENCE.fullmatch(first) and is_body_or_place(left, gazetteer):
        return True
    named = person_of(first, gazetteer) or _after_function(first)
    if not named or is_body_or_place(first, gazetteer):
        return False
    if is_body_or_place(left, gazetteer):
        return not re.search(r",", left) if rank == 3 else True
    sitting = person_of(left, gazetteer)
    if rank == 3 or FUNCTION.match(left) or (sitting and (sitting.civility or sitting.last_name.isupper())):
        return False
    if sitting:  # « Codev Viet – NGUYEN Lan »: capitals tell which of the two is the person
        return named.last_name.isupper()
    return rank == 0 or bool(named.civility) or named.last_name.isupper()


def _after_function(text):
    """« Maire-adjoint M. LACOMBE »."""
    found = FUNCTION.match(text) and re.search(rf"\s(?={CIVILITY}\s)", text)
    return read_name(text[found.end() :], alone=True) if found and found.start() < 60 else None


def _segments(text):
    """Cut at the commas, the semicolons and the « et » that are in no bracket, and before each civility."""
    cuts, depth = [0], 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")" and depth > 0)
        if depth == 0 and char in ",;":
            cuts.append(at)
    for pattern in (AND, NEXT_PERSON):
        cuts += [
            x.start() for x in pattern.finditer(text) if text.count("(", 0, x.start()) == text.count(")", 0, x.start())
        ]
    cuts = sorted(cuts)
    parts = [text[first:last] for first, last in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return [(part.strip()[:1], clean) for part in parts if (clean := _clean(part))]


def _clean(part):
    part = re.sub(r"^(?:[,;\s]+|(?:et|ainsi\s+que)\s+)+", "", part)
    return re.sub(r"(?:^|[\s,;]+)et\s*$", "", part).strip(" ,;.|")


def _one_by_one(text):
    """« M. et Mme PASQUET », « Villes de Lyon et Nantes »: what is said of several, said of each."""
    text = COUPLE.sub(r"\1 \3, \2 \3", text)
    found = PLURAL_BODIES.match(text)
    if not found:
        return text
    names = re.split(r"\s*,\s*|\s+et\s+", text[found.end() :])
    return ", ".join(f"{found['kind']} de {name}" for name in names if name)


def _grouped(parts, gazetteer):
    """Segments gathered by the person or the body they speak of."""
    entries, plural, style, function = [], "", None, ""
    alone = [part for _, part in parts]
    for mark, part in parts:
        several = SEVERAL.match(part)
        plural = SINGULAR[several["civility"]] if several else "" if ONE.match(part) else plural
        text = f"{plural} {part[several.end() if several else 0 :]}" if plural and _is_name(part, several) else part
        named = person_of(text, gazetteer) or _after_function(text)
        if named and (not entries or _alike(named, style, alone, gazetteer)):
            told = [function, text[named.end :].strip()]
            entries.append(Entry(named, [words for words in told if words]))
            style, function = style or named, ""
        elif entries and PRESENCE.fullmatch(part):
            entries[-1].presence = _presence(part)
        elif entries and not isinstance(entries[-1].name, str) and not _opens(mark, part, entries[-1], gazetteer):
            entries[-1].told.append(part)
        elif is_body_or_place(part, gazetteer):
            entries.append(Entry(bare(part)))
        elif not entries:
            function = part  # « Maire-adjoint M. LACOMBE »
    return entries


def _opens(mark, part, entry, gazetteer):
    """« M. FERRY, Ville de Nancy ; Région Grand Est »: after a semicolon, a second body is there for itself."""
    told = ", ".join(entry.told)
    return (
        mark == ";"
        and is_body_or_place(part, gazetteer)
        and any(is_body_or_place(piece.strip(" (–-:)"), gazetteer) for piece in told.split(","))
    )


def _is_name(part, several):
    return bool(several) or bool(re.match(rf"[{UPPER}][\w’'-]+(?:\s+[{UPPER}][\w’'-]+){{0,2}}\s*(?:$|\()", part))


def _alike(named, style, parts, gazetteer):
    """Whether a second name is that of a person: written as the first one, or every part of the item is a person."""
    if named.civility or (style and style.last_name.isupper() and named.last_name.isupper()) or style is None:
        return True
    if style.civility or style.last_name.isupper():
        return False
    return all(person_of(part, gazetteer) and not level_of(part) for part in parts) and (
        len(parts) > 2 or all("(" in part for part in parts)
    )


def _presence(text):
    found = PRESENCE.search(text)
    return PRESENCES.get(found["what"].lower().replace("é", "e"), "present") if found else "present"


def _made(entry, lines, presence, role, body):
    if isinstance(entry.name, str):
        return make_body(entry.name, lines, entry.presence or presence)
    told = ", ".join(part.strip(" ,;") for part in entry.told if part.strip(" ,;"))
    away = re.search(r"[,\s(–-]*\b(?P<what>excus|absent)[ée]?e?s?\b\)?", told, re.IGNORECASE)
    if away:
        presence, told = _presence(away["what"]), (told[: away.start()] + told[away.end() :]).strip(" ,;")
    function, own = told_of(_in_order(told))
    return _person(entry.name, lines, entry.presence or presence, role, function, own or body)


def _in_order(told):
    """« (adjointe), Ville de Loos » reads as « adjointe, Ville de Loos »."""
    found = re.match(r"\(([^()]*)\)(.*)$", told)
    return f"{found.group(1)}{found.group(2)}" if found and found.group(2).strip() else told


def told_of(told):
    """What is told of a person: a body named for itself, a town that a mayor names, or what the words say."""
    parts = [part.strip(" –—-:") for part in TOLD.split(told) if part.strip(" –—-:")]
    if "(" not in told and len(parts) > 1 and is_body(parts[0]) and all(map(FUNCTION.match, parts[1:])):
        return ", ".join(parts[1:]), parts[0]
    bodies = [part for part in parts[1:] if is_body(part) and not FUNCTION.match(part)] if "(" not in told else []
    if len(parts) > 1 and bodies:
        if is_body(parts[0]) and not FUNCTION.match(parts[0]):
            bodies, parts = [parts[0], *bodies], parts[1:]
        return ", ".join(part for part in parts if part not in bodies), ", ".join(bodies)
    if held := AT_BODY.match(told):
        return held["function"], held["body"]
    if town := TOWN_OF.search(told):
        return told, f"Ville {town['town']}"
    function, own = function_and_body(told)
    if own and any(FUNCTION.match(part) for part in own.split(", ")[1:]):
        return own, ""  # « Wali, directeur général … »
    if function and not own and not FUNCTION.match(function) and is_body(function):
        return "", function
    level = next((level for level, pattern in OF_LEVEL if re.search(pattern, function, re.IGNORECASE)), "")
    return function, f"{level} {own}" if level and own and not is_body(own) else own


def _person(named, lines, presence, role, function, body, **more):
    return Person(
        named.name, place_of(lines), named.first_name, named.last_name, named.civility, function, body, role, presence,
        more.pop("level", "") or level_of(function, body), **more,
    )  # fmt: skip


def _body_of_the_only_person(entries):
    """« Région Bretagne, Paul LE GALL »: one body, then one person without any, are one entry."""
    if len(entries) == 2 and isinstance(entries[0], Organisation) and isinstance(entries[1], Person):
        body, person = entries
        if not person.organisation:
            return [replace(person, organisation=body.name, level=person.level or level_of(person.function, body.name))]
    return entries


def _represented(text, stand_in, lines, role, gazetteer):
    absent = read_entries(text, lines, "represented", role, gazetteer=gazetteer)
    other = read_name(stand_in["who"], alone=True)
    if not other or not absent:
        return absent
    function, body = function_and_body(stand_in["who"][other.end :])
    whom = absent[0]
    organisation = body or (whom.organisation if isinstance(whom, Person) else whom.name)
    level = "technical" if stand_in["level"] == "technique" else ""
    second = _person(
        other, lines, "present", "representative", function, organisation, level=level, represents=whom.name
    )
    first = replace(whom, represented_by=other.name) if isinstance(whom, Person) else whom
    return [first, second, *absent[1:]]


def make_body(text, lines, presence):
    text = squeeze(text).strip(" ,;.:")
    acronym = acronym_of(text)
    name = re.sub(r"\s*\([^()]*\)\s*$", "", text) if acronym else text
    alone = re.sub(r"^associations?\s+(?=[A-ZÀ-Ý])", "", name)
    return Organisation(
        alone, place_of(lines), acronym or (alone if ACRONYM.match(alone) else ""), presence, kind_of(name)
    )
