import re

from meetings.minutes.folding import unaccented
from meetings.minutes.parsing.wording import UPPER

NUMBERED = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*\s*[./)°–-]+|\d{{1,2}}(?:\.\d{{1,2}})+\s|(?:I{{1,3}}|IV|V|VI{{1,3}}|IX|X)\s*[.)/–-]|[A-H]\s*[.)/])\s*(?=[«{UPPER}])"
)
# Titles that minutes always have; those of the first list may go on (« Conclusions de la réunion »), the others stand alone.
KNOWN = re.compile(
    r"(?:les\s+|la\s+|l[’'])?(?:(?:(?:rappel\s+de\s+l[’'])?ordre\s+du\s+jour|mots?\s+d[’']?\s*(?:introduction|ouverture|accueil|de\s+bienvenue)|tour\s+de\s+table|(?:principales\s+)?conclusions|"
    r"principales?\s+decisions|principaux\s+points|points\s+principaux|questions?\s+diverses|annexes?|point\s+(?:d[’']actualite|sur|d[’']information|d[’']etape)|suites?\s+a\s+donner|prochaines?\s+etapes?|releve\s+de|recommandations|"
    r"plan\s+d[’']actions?|compte[- ]rendu|informations?\s+(?:diverses|complementaires))(?:\s+[^.]{1,60})?"
    r"|introduction|ouverture|conclusion|perspectives|divers|apercu\s+general|contexte(?:\s+general)?|actualites?|echanges|debats?|decisions?|"
    r"actions?|suites|a\s+faire|to\s?do(?:\s+list)?|rappels?|interventions?|synthese|bilan|clôture|cloture)\s*:?"
)
AGENDA = re.compile(
    r"(?:l[’'])?(?:agenda|(?:a\s+)?vos\s+agendas|calendrier(?:\s+previsionnel)?|dates?\s+a\s+(?:retenir|venir|noter)|"
    r"prochaines?\s+(?:dates?|echeances?|rendez-vous|reunions?|evenements?)|rendez-vous\s+a\s+venir|"
    r"(?:evenements?|rendez-vous)\s+a\s+venir|save\s+the\s+dates?|echeances?)"
    r"(?:\s+(?:du|de|des|et|a|&|\d{4}|groupe|pays|groupe-pays|venir|retenir|evenements?|rendez-vous|dates?|echeances?|prochaines?)\b[^.:]{0,30})?\s*:?"
)
ROUND = re.compile(
    r".{0,12}(?:tour\s+de\s+table|point\s+sur\s+les\s+(?:partenariats|cooperations)|(?:cooperations|partenariats|projets)\s+des\s+collectivites|panorama|etat\s+des\s+lieux\s+des\s+(?:cooperations|partenariats)|presentation\s+des\s+(?:cooperations|partenariats))"
)
INNER_STOP = re.compile(r"[a-zà-ÿ)]\.\s+[A-ZÀ-Ý]")
# A verb in a personal form: a title has none.
VERB = re.compile(
    r"\b(?:est|sont|[ée]tait|[ée]taient|sera|seront|a|ont|avait|doit|doivent|peut|peuvent|faut|fait|va|vont|permet\w*|\w{3,}(?:era|ira|dra|tra|vra|rra|ront|aient|rait|ait))\b|n[’'](?:a|est|ont)\b"
)


# « Présidence de séance : … » names somebody; it is no title.
ROLE = re.compile(r"(?:co-?)?(?:responsable|pr[ée]sid|anim|mod[ée]r|rapport|secr[ée]taire)[^:]{0,30}:", re.IGNORECASE)


def is_agenda_head(text):
    text = bare_title(text)
    return len(text) < 60 and bool(AGENDA.fullmatch(unaccented(text).strip()))


def is_round_head(text):
    return len(text) < 90 and bool(ROUND.match(unaccented(text)))


def is_capitals(text):
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 5 and len(text) <= 120 and sum(char.isupper() for char in letters) > 0.9 * len(letters)


def is_plain_title(text):
    """A title by its words alone: numbered, in capitals, or one of those that minutes always have."""
    if len(text) > 150 or text[:1].islower() or text.endswith((",", ";")):
        return False
    if is_capitals(text) and not text.endswith("."):
        # One short word in capitals may be an acronym, unless it is a title that minutes have.
        return " " in text or len(text) > 9 or bool(KNOWN.fullmatch(unaccented(text)))
    if NUMBERED.match(text):
        bare = bare_title(text)
        if INNER_STOP.search(bare):
            return False  # « 2. Reports. Les rencontres prévues … »: a paragraph with its number
        return not VERB.search(text) and (not text.endswith(".") or bool(KNOWN.fullmatch(unaccented(bare[:-1]))))
    return (
        len(text) < 70 and not text.endswith(".") and bool(KNOWN.fullmatch(unaccented(text))) and not VERB.search(text)
    )


def is_set_apart(block):
    """A title by its layout: a short line or two between blanks, without a verb, not the end of a sentence."""
    text = block.text
    if (
        ROLE.match(text)
        or block.bullet
        or len(block.lines) > 2
        or not 4 < len(text) <= 150
        or text[0].islower()
        or VERB.search(text)
    ):
        return False
    if not block.blanks_before or text.endswith((",", ";", ":", "…", ")")):
        return False
    if not block.blanks_after:
        return len(block.lines) == 1 and announces(block.lines[0])
    if text.endswith("."):
        return " : " in text and block.blanks_after > 1
    return block.blanks_after > 1 or block.blanks_before > 1 or len(text) < 80


def announces(line):
    """A short line after a blank, without verb nor end: what follows right under it is what it announces."""
    text = line.text
    short = 4 < len(text) < 80 and not line.bullet and bool(line.blanks_before)
    return short and not text[0].islower() and not re.search(r"[.,;:!?…)–-]$|\d{4}|\t", text) and not VERB.search(text)


def bare_title(text):
    return NUMBERED.sub("", text).strip(" :–-").lstrip(".").strip()
