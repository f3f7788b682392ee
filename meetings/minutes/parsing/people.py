import re
from dataclasses import dataclass

from meetings.minutes.folding import folded_words, squeeze
from meetings.minutes.parsing.titles import VERB
from meetings.minutes.parsing.wording import ARTICLE, AUTHORITY_KINDS, CIVILITY, ELECTED, INSTITUTION, TECHNICAL, UPPER

PARTICLE = r"(?:de\s+la|de|du|des|d[’']|le|la|van|von|der|ben|ibn|bin|el|al|ould|da|dos|di)"
TOKEN = rf"(?:[{UPPER}]\.(?:-[{UPPER}]\.)?|[{UPPER}][\w’'\u2010-]*)"
NAME = rf"{TOKEN}(?:\s+(?:{PARTICLE}\s*)?{TOKEN}){{0,4}}"
NAMED = re.compile(rf"\s*(?:(?P<civility>{CIVILITY})\s+)?(?P<name>{NAME})")
CIVILITIES = {"MM.": "M.", "Mr": "M.", "Mr.": "M.", "Monsieur": "M.", "Mme.": "Mme", "Madame": "Mme", "Mlle": "Mme"}
FUNCTION = re.compile(
    r"(?:anci(?:en|enne)\s+|nouve(?:au|lle)\s+|premi(?:er|[èe]re)\s+|\d+(?:er|[èe]re|e|[èe]me)\s+)?(?:vice[- ]?)?(?:co-?)?"
    r"(?:pr[ée]sidente?|maire|d[ée]put[ée]e?|s[ée]nat(?:eur|rice)|adjointe?|conseill[eè]re?|[ée]lue?|direct(?:eur|rice)|charg[ée]e?|responsable|"
    r"chef(?:fe)?|coordinat(?:eur|rice)|coordonnat(?:eur|rice)|d[ée]l[ée]gu[ée]e?|ambassad(?:eur|rice)|consul|attach[ée]e?|assistante?|stagiaire|"
    r"secr[ée]taire|repr[ée]sentante?|technicien(?:ne)?|animat(?:eur|rice)|experte?|volontaire|ing[ée]nieure?|DGS|DGA|ministre|pr[ée]fete?|"
    r"membre|r[ée]f[ée]rente?|consultante?|professeure?|trésori[eè]re?|collaborat(?:eur|rice)|gestionnaire|cellule|service|direction)\b",
    re.IGNORECASE,
)
TYPED = "|".join(pattern for _, pattern in AUTHORITY_KINDS)
LEAD = r"(?:\s*(?:,|;|–|—|\s-|:|\(|\bau\s+sein\s+d[eu]|\bpour|\b[àa]\s+la|\b[àa]\s+[lL][’']|\bau|\baux|\bdu|\bde\s+la|\bde\s+l[’']|\bdes|\bde|\bd[’']|\b[àa])\s*|^)"
# An authority first, then any other body: « service international, Ville de X » sits for the town.
BODIES = (
    re.compile(rf"{LEAD}(?P<body>(?i:{TYPED})[{UPPER}«].*)"),
    re.compile(
        rf"{LEAD}(?P<body>(?:(?i:{ARTICLE}))(?=[{UPPER}])(?i:{INSTITUTION.pattern.replace('(?-i:', '(?:')}).*|(?:Cités|Régions|Départements)\s.*)"
    ),
)
# « Président du comité … pour le ministère … »: whom one sits for is the body, the committee belongs to the function.
FOR_BODY = re.compile(
    rf"\s(?:pour|au\s+titre\s+d[eu]|repr[ée]sentant)\s+(?P<body>(?:{INSTITUTION.pattern.replace('(?-i:', '(?:')}).*)",
    re.IGNORECASE,
)
# Whom an ambassador or a consul stands for is part of the function: « Ambassadrice de France au Maroc ».
ENVOY = re.compile(r"(?:ambassad(?:eur|rice)|consule?)\b[^,;(]*$", re.IGNORECASE)
AFTER_OF = re.compile(
    rf"(?:\bde\s+la|\bde\s+l[’']|\bdu|\bdes|\bde|\bd[’']|\b[àa]\s+la|\b[àa]\s+l[’']|\b[àa]|\bau)\s*(?P<body>[{UPPER}][^,;()]*)$"
)


@dataclass(frozen=True)
class Named:
    civility: str
    first_name: str
    last_name: str
    end: int

    @property
    def name(self):
        return squeeze(f"{self.first_name} {self.last_name}")


def read_name(text, *, alone=False):
    """The person whose name begins `text`, or None: « Mme Jeanne MARTIN », « MARTIN Jeanne », « M. Martin ».

    Without a civility two words at least are needed, and the second must not begin an organisation.
    """
    found = NAMED.match(text)
    if not found:
        return None
    civility = re.sub(r"\s", "", found["civility"] or "")
    words = found["name"].split()
    if (
        INSTITUTION.match(found["name"])
        or FUNCTION.match(found["name"])
        or re.match(TYPED, found["name"] + " X", re.IGNORECASE)
    ):
        return None
    if not civility and (len(words) < 2 or len(words) > 5 or _is_no_name(words)):
        return None
    first, last = _first_and_last(words)
    if not civility and not alone and not last:
        return None
    return Named(CIVILITIES.get(civility, civility), first, last, found.end())


def _is_no_name(words):
    """« La Ville », « Cette réunion »; but « DE LA TOUR Anne » is one, by its capitals."""
    in_capitals = len(words) > 2 and words[0].isupper() and words[1].isupper() and not words[-1].isupper()
    return words[0].lower().rstrip(".") in STARTERS and not in_capitals


STARTERS = frozenset(
    folded_words(
        "le la les un une des du de cette ce ces il elle on nous vous en dans pour par sur avec suite selon lors depuis après avant comme ainsi enfin "
        "plusieurs chaque tous toutes cités régions groupe ville région ordre compte présents étaient excusés lieu date métro salle"
    )
)


def _first_and_last(words):
    capitals = [
        word
        for word in words
        if len(word.strip(".")) > 1 and word.upper() == word and any(char.isalpha() for char in word)
    ]
    if len(words) == 1:
        return "", words[0]
    if capitals and len(capitals) < len(words):
        at = [index for index, word in enumerate(words) if word in capitals]
        # Particles in lower case belong to the name in capitals that follows them.
        start = at[0]
        while start and words[start - 1].islower():
            start -= 1
        last = words[start : at[-1] + 1]
        return " ".join(words[:start] + words[at[-1] + 1 :]), " ".join(last)
    cut = 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def is_person_line(text):
    """« M. Paul Morin, adjoint au maire de Brest »: a line that only says who speaks."""
    named = read_name(text) if len(text) < 220 else None
    if not named or VERB.search(text) or text.endswith((".", ":")):
        return False
    tail = text[named.end :].lstrip()
    return tail[:1] in {",", "–", "(", "-", ";"} and bool(
        FUNCTION.match(tail[1:].strip()) or (named.civility and tail[1:].strip())
    )


def function_and_body(text):
    """« Vice-président à la Région Occitanie » -> (Vice-président, Région Occitanie)."""
    text = squeeze(text).strip(" ,;:.–—-")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    if ENVOY.match(text):
        return _clean(text), ""
    found = FOR_BODY.search(text) or BODIES[0].search(text) or BODIES[1].search(text)
    if found:
        return _told(text[: found.start()], found["body"])
    if FUNCTION.match(text):
        return _function_alone(text)
    if re.match(rf"[{UPPER}]", text) and len(text) < 80:
        return "", text
    return _clean(text) if len(text) < 120 else "", ""


def _told(function, body):
    body = re.sub(r"^(?:[Ll][’']|[Ll]es?\s|[Ll]a\s)\s*", "", body)
    if body.endswith(")") and body.count("(") < body.count(")"):
        body = body[:-1]
    head, tail = _cut_outside(body)
    if tail and not function and FUNCTION.match(tail):
        function = tail
    return _clean(function), head.strip(" .")


def _cut_outside(text):
    """Cut at the first comma that is in no bracket."""
    for found in re.finditer(",", text):
        if text.count("(", 0, found.start()) == text.count(")", 0, found.start()):
            return text[: found.start()], text[found.end() :].strip()
    return text, ""


def _function_alone(text):
    found = AFTER_OF.search(text)
    if found and "groupe" not in text[: found.start()].lower()[-12:]:
        return _clean(text[: found.start()]), found["body"].strip(" .")
    head, comma, tail = text.rpartition(",")
    if (
        comma
        and head.count("(") == head.count(")")
        and re.match(rf"\s*[{UPPER}]", tail)
        and not FUNCTION.match(tail.strip())
    ):
        return _clean(head), tail.strip(" .")
    return _clean(text), ""


def _clean(function):
    function = squeeze(function).strip(" ,;:.–—(-")
    function = re.sub(
        r"^(?:nouve(?:au|lle)|notre|sa|son|leur|en\s+tant\s+que|qui\s+est)\s+", "", function, flags=re.IGNORECASE
    )
    return re.sub(
        r"\s+(?:au\s+sein\s+d[eu]|pour\s+le|pour\s+la|pour|[àa]\s+la|au|aux|du|de\s+la|des|de|d[’']|[àa])$",
        "",
        function,
    ).strip(" ,")


def level_of(function, body=""):
    """elected, technical or "": a « vice-président » alone is elected when the body is an authority."""
    function = f"{function} {body}"
    if ELECTED.search(function):
        return "elected"
    return "technical" if TECHNICAL.search(function) else ""
