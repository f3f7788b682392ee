from dataclasses import fields, replace

from meetings.minutes.folding import fold

# What the minutes say of somebody twice: the role that says more is kept.
RANKS = ("chair", "facilitator", "representative", "speaker", "participant")


def merged(persons):
    """One entry a person, in the order of the document: « Mme Roy » is the « Anne ROY » of the list."""
    kept = []
    for person in sorted(persons, key=lambda person: (person.place.page, person.place.line)):
        at = next((index for index, other in enumerate(kept) if _same(person, other)), None)
        if at is None:
            kept.append(person)
        else:
            kept[at] = _completed(kept[at], person)
    return tuple(kept)


def _same(person, other):
    if fold(person.last_name) != fold(other.last_name):
        return False
    if not person.first_name and not other.first_name and {person.civility, other.civility} == {"M.", "Mme"}:
        return False
    first, second = fold(person.first_name), fold(other.first_name)
    return first == second or not first or not second


def _completed(person, other):
    """What one entry leaves empty, the other fills; the fuller name and the higher role win."""
    if person.role == other.role == "chair" and person.presence != other.presence:
        return person
    blank = {item.name: getattr(other, item.name) for item in fields(person) if not getattr(person, item.name)}
    person = replace(person, **blank)
    if len(other.name) > len(person.name):
        person = replace(person, name=other.name, first_name=other.first_name, last_name=other.last_name)
    return replace(person, role=min(person.role, other.role, key=_rank))


def _rank(role):
    return RANKS.index(role) if role in RANKS else len(RANKS)
