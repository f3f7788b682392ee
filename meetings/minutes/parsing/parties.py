import re

from meetings.minutes.folding import fold, squeeze
from meetings.minutes.gazetteer import FRANCE, Gazetteer
from meetings.minutes.parsed import Party
from meetings.minutes.parsing.wording import (
    ACRONYM,
    AUTHORITY,
    CIVILITY,
    GROUPING_NAME,
    INSTITUTION,
    OF_A_GROUPING,
    UPPER,
)

CJK = r"\u4e00-\u9fff"
BRACKET = re.compile(r"\s*\(([^()]{1,60})\)\s*$")
LINKS = r"(?:de|du|des|la|le|les|en|sur|sous|lès|lez|aux|au|et|d|l|à|el|al|ed|ech|da|do|dos|di)"
NAME_WORD = rf"(?:[dl][’']\s?)?[{UPPER}{CJK}][\w’'\u2010-]*|\d{{1,3}}|{LINKS}(?=[\s-])"
# One way only to read each character: a hyphen inside a word is of the word, and only blanks or dashes part words.
NAME_LIKE = re.compile(rf"(?:(?:{NAME_WORD})(?:\s+[-–/]\s+|\s*[–/]\s*|,\s+|\s+))*(?:{NAME_WORD})\.?$")
HANZI = re.compile(rf"(?<=[^{CJK}\s])\s*\(?([{CJK}·]{{2,20}})\)?$")
STRONG = re.compile(r"\s*(?:<[-=–]+>|↔|⇔|⟷)\s*|\s+(?:[-–—/]|&)\s+|\s+[–—]|[–—]\s*|\s*/\s*|-\s+")
WEAK = re.compile(r"\s+(?:et|avec|&)\s+|-")
NOT_IN_NAMES = re.compile(
    r"\b(?:Coop[ée]rations?|Jumelages?|Partenariats?|[ÉE]changes?|Conventions?|Depuis|Projets?|Accords?|Appui|Soutien|Actions?|Programmes?)\b"
)
LONGEST = 120
# What regions are called in speech, folded.
ABBREVIATED = {
    "paca": "Provence-Alpes-Côte d’Azur",
    "sud paca": "Provence-Alpes-Côte d’Azur",
    "region sud": "Provence-Alpes-Côte d’Azur",
    "sud provence alpes cote d azur": "Provence-Alpes-Côte d’Azur",
    "aura": "Auvergne-Rhône-Alpes",
    "idf": "Île-de-France",
    "bfc": "Bourgogne-Franche-Comté",
    "npdc": "Nord-Pas-de-Calais",
    "pays de loire": "Pays de la Loire",
}


def read_party(text):
    """« Ville de Tours » -> commune, Tours; « Liaoyang (Yunnan) » -> Liaoyang, in brackets Yunnan."""
    text = squeeze(text).strip(" -–—:;,")
    hanzi = HANZI.search(text)
    if hanzi:
        text = text[: hanzi.start()]
    name, bracket = text, ""
    if found := BRACKET.search(text):
        name, bracket = text[: found.start()], found.group(1).strip()
    if re.match(CIVILITY + r"\s", bracket):
        text, bracket = name, ""  # « Ville de X (Mme Roy) »: who speaks for it, not where it is
    kind, name = _kind(name)
    return Party(text, name.strip(' «»"'), kind, bracket, hanzi.group(1) if hanzi else "")


def _kind(name):
    for kind, pattern in AUTHORITY:
        if found := pattern.match(name):
            if kind == "commune" and OF_A_GROUPING.search(name[found.end() :]):
                return "epci", name[found.end() :]
            return kind, _with_article(found.group(), name[found.end() :])
    if INSTITUTION.match(name) or ACRONYM.match(name):
        return "institution", name
    return ("epci", name) if GROUPING_NAME.search(name) else ("", name)


def _with_article(said, name):
    """« Ville du Havre » is Le Havre, « Département de la Somme » is Somme: the article is kept when it may belong."""
    if re.search(r"\bdu\s*$", said, re.IGNORECASE):
        return f"Le {name}"
    if re.search(r"\bdes\s*$", said, re.IGNORECASE):
        return f"Les {name}"
    if re.search(r"\bde\s+la\s*$", said, re.IGNORECASE):
        return f"La {name}"
    return name


def spellings(name):
    """The names to look up for a party: as written, then without its article."""
    bare = re.sub(r"^(?:L[ea]s?\s+|L[’']\s*)", "", name)
    other = ABBREVIATED.get(fold(bare), "")
    return list(dict.fromkeys(filter(None, (name, bare, other))))


def is_known(party, gazetteer, *, country=None):
    """Whether the gazetteer has this name; `country` FR asks for a French territory, "foreign" for any other."""
    countries = None
    if country == FRANCE:
        countries = frozenset({FRANCE})
    elif country == "foreign":
        countries = gazetteer.countries - {FRANCE}
    if party.kind == "epci" and country != "foreign" and gazetteer.groupings(party.name):
        return True
    return any(gazetteer.named(name, countries=countries) for name in spellings(party.name))


def split_pair(text, gazetteer=None):
    """The two parties of « X – Y », « X / Y », « X <-> Y », « X et Y », « X-Y », or None when it is one name or none."""
    if len(text) > LONGEST:
        return None
    gazetteer = gazetteer or Gazetteer()
    if is_known(read_party(text), gazetteer):
        return None
    best = None
    for cut in _cuts(STRONG, text):
        score = _score(*cut, gazetteer)
        if score is not None and (best is None or score > best[0]):
            best = (score, cut)
    if best:
        return best[1]
    return next((cut for cut in _cuts(WEAK, text) if _is_weak_pair(*cut, gazetteer)), None)


def _cuts(pattern, text):
    for found in pattern.finditer(text):
        if text.count("(", 0, found.start()) != text.count(")", 0, found.start()):
            continue
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        if left and right and is_name_like(left) and is_name_like(right):
            yield read_party(left), read_party(right)


def _score(left, right, gazetteer):
    known = [is_known(party, gazetteer) for party in (left, right)]
    if any(STRONG.search(party.name) and not it_is for party, it_is in zip((left, right), known, strict=True)):
        return None
    return 2 * sum(known) + bool(left.kind) + bool(right.kind)


def _is_weak_pair(left, right, gazetteer):
    if "institution" in {left.kind, right.kind} or fold(right.name).split(" ")[0] in {
        "de",
        "du",
        "la",
        "le",
        "les",
        "en",
        "sur",
        "sous",
    }:
        return False
    french = [is_known(party, gazetteer, country=FRANCE) for party in (left, right)]
    return french[0] != french[1] and (left.kind != "region" or is_known(right, gazetteer, country="foreign"))


def is_name_like(text):
    """Whether every word of `text` could stand in a proper name, a type word before it and a bracket after it aside."""
    bare = BRACKET.sub("", HANZI.sub("", text)).strip()
    party_kind, name = _kind(bare)
    if party_kind == "institution":
        return not re.search(r"[.;:!?]", bare)
    return (
        bool(name) and len(name) <= 70 and not NOT_IN_NAMES.search(name) and bool(NAME_LIKE.match(name.strip(' «»"')))
    )


def sides(left, right, gazetteer, countries=None):
    """The French party first: the one a name or a type word says French; as written when nothing tells."""
    if _frenchness(right, gazetteer, countries) > _frenchness(left, gazetteer, countries):
        return right, left
    return left, right


def _frenchness(party, gazetteer, countries):
    french = is_known(party, gazetteer, country=FRANCE)
    abroad = any(
        gazetteer.named(name, countries=countries or gazetteer.countries - {FRANCE}) for name in spellings(party.name)
    )
    only_french = party.kind in {"departement", "epci"}
    only_foreign = party.kind in {"province", "district"}
    return 2 * french + only_french - 2 * abroad - only_foreign
