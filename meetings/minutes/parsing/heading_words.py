"""Where and when a heading says that the meeting was: what its lines hold beside the date and the hours."""

import re

from meetings.minutes.folding import squeeze, unaccented
from meetings.minutes.parsing.dates import DATES, HOURS, MONTH, WEEKDAY
from meetings.minutes.parsing.wording import UPPER

ACCESS = re.compile(
    r"(?:m[ée]tro|acc[èe]s|RER|bus|tram(?:way)?|parking|lien\s+(?:de\s+connexion|zoom|teams|visio)|digicode|code\s+d[’']acc[èe]s|gare)\b",
    re.IGNORECASE,
)
STREET = re.compile(
    r"\b\d{1,4}\s*(?:bis|ter)?,?\s*(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|chemin|square|all[ée]e|passage|impasse|route|esplanade)\b",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\b\d{5}\s+[A-ZÀ-Ý]")
VENUE = re.compile(
    rf"(?:[ÀAà]\s+(?=l[’']|la\s|[{UPPER}])|Lieu\s*:\s*|(?:dans\s+les\s+)?[Ll]ocaux\s+d|[Aa]u\s+si[èe]ge|[Aa]ux?\s+[{UPPER}]|(?i:(?:en|par)\s+visio|visioconf|r[ée]union\s+(?:en|par)\s+visio|r[ée]union\s+t[ée]l[ée]phon|"
    rf"(?:en\s+)?distanciel|(?:en|au)\s+format\s+hybride|format\s+hybride|zoom|teams|audioconf|conf[ée]rence\s+t[ée]l))"
)
# A line with one of these words tells a place, if it stands where a heading tells it.
PLACE_NOUN = re.compile(
    r"(?i:^(?:salle|salon|mairie|h[ôo]tel|si[èe]ge|palais|maison|centre|espace|universit[ée]|campus|conseil|r[ée]gion|d[ée]partement|assembl[ée]e|"
    r"ambassade|consulat|minist[èe]re|cit[ée]|ch[âa]teau|pr[ée]fecture|institut|auditorium|amphith[ée][âa]tre|chambre|parc|mus[ée]e|locaux|s[ée]nat|wilaya)\b"
    r"|[,–-]\s*(?:salle|salon|mairie|h[ôo]tel|palais|maison)\b)"
)
LABEL = re.compile(
    r"(?:date|lieu|horaires?|heures?|objet|adresse)(?:\s+(?:et|,)\s+(?:date|lieu|horaires?|heures?))*\s*:\s*",
    re.IGNORECASE,
)
SESSION = re.compile(
    rf"^(?:(?:r[ée]union|s[ée]ance|rencontre)\s*)?(?:du|le|les|de)?\s*(?:{WEEKDAY})?$|^(?:compte[- ]?rendu|relev[ée]|cr)\b.*\b(?:du|le|de)$",
    re.IGNORECASE,
)
BAD_DATE = re.compile(rf"\b{WEEKDAY}?\d{{1,2}}\s+{MONTH}", re.IGNORECASE)
GAP = re.compile(r"\s{3,}|\t+")
TRIM = " ,;:–—-/|_*·"


def beside(text):
    """What a line says beside its date and its hours: « Rabat, 9 et 10 octobre 2017 » -> Rabat."""
    text = LABEL.sub("", text)
    parts = [piece for chunk in DATES.split(text) if chunk and not chunk.isdigit() for piece in [chunk]]
    found = DATES.search(text)
    pieces = [text[: found.start()], text[found.end() :]] if found else [text] if parts else []
    told = [_without_hours(piece) for piece in pieces]
    told = [piece for piece in told if piece and not SESSION.match(piece)]
    text = squeeze(" – ".join(told))
    return text[1:-1] if re.fullmatch(r"\([^()]*\)", text) else text


def _without_hours(text):
    text = re.sub(
        rf"\(?\s*(?:de\s+|à\s+partir\s+de\s+|à\s+)?(?:{_named(HOURS.pattern)})\s*\)?", " ", text, flags=re.IGNORECASE
    )
    text = re.sub(r"^\W*(?:(?:du|le|de|à)\s+)?(?=\W*$)|\s+(?:du|le|de|les|à)\s*$", "", f" {squeeze(text)}")
    text = re.sub(r"\s+[–—-]\s+(?=[–—-]\s)", " ", text)
    return text.strip(TRIM)


def _named(pattern):
    return re.sub(r"\?P<\w+>", "?:", pattern)


def is_place(text):
    return (
        not ACCESS.match(text)
        and len(text) < 130
        and bool(VENUE.match(text) or STREET.search(text) or POSTCODE.search(text))
    )


def may_be_place(text):
    """A place if it stands beside the date: a noun of places in it, or a town alone."""
    return is_place(text) or bool(PLACE_NOUN.search(text) and len(text) < 100 and not text.endswith((".", ":")))


def is_town(text):
    return bool(re.fullmatch(rf"[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+)?", text))


def venue_and_address(texts):
    """« À Cités Unies France, 9 rue … 75018 Paris » -> the name of the place, its address."""
    text = squeeze(", ".join(text.strip(TRIM) for text in texts if text.strip(TRIM)))
    text = re.sub(r"^(?:Lieu\s*:\s*|[ÀAà]\s+(?!distance))", "", text.strip(" ,–"))
    street = STREET.search(text) or POSTCODE.search(text)
    if not street:
        return text.strip(TRIM), ""
    address = text[street.start() :].strip(" ,")
    if address.endswith(")") and "(" not in address:
        address = address[:-1]
    return text[: street.start()].strip(" ,–-:("), address


def says_a_day(text):
    """Whether a line names a day, be it one that no calendar has."""
    return bool(BAD_DATE.search(unaccented(text)) or DATES.search(text))
