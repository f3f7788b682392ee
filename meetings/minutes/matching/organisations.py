from difflib import SequenceMatcher

from meetings.minutes.folding import fold
from meetings.minutes.matching import doubts
from meetings.minutes.matching.territories import find_french
from meetings.minutes.parsing.parties import read_party

ALIKE = 0.85


def known_organisation(name, known, acronym=""):
    """The recorded organisation that bears this name or acronym, as {"key", "name"}, or None."""
    wanted = {fold(name), fold(acronym)} - {""}
    for organisation in known.organisations:
        names = {fold(organisation.name), fold(organisation.acronym), *map(fold, organisation.aliases)} - {""}
        if wanted & names:
            return {"key": organisation.key, "name": organisation.name}
    return None


def match_organisation(name, gazetteer, known, acronym=""):
    """{"organisation": …} when recorded, {"french": …} when the name is that of an authority, or None."""
    if not name:
        return None
    if found := known_organisation(name, known, acronym):
        return {"organisation": found}
    party = read_party(name)
    if party.kind in {"", "institution"}:
        return None
    territory = find_french(party, gazetteer).as_match()
    return {"organisation": None, "french": territory} if territory else None


def two_spellings(name, others):
    """A doubt when `name` nearly is one of `others`, (name, line) already met in the document."""
    wanted = fold(name)
    for other, line in others:
        close = fold(other)
        if (
            close != wanted
            and len(wanted) > 12
            and SequenceMatcher(None, wanted, close, autojunk=False).ratio() > ALIKE
        ):
            return (doubts.organisation_two_spellings(name, other, line),)
    return ()
