import re

LEAD = re.compile(
    r"(?:(?:deux|trois|quatre|cinq|plusieurs|les|ses|\d)\s+)?(?:(?:relance|poursuite|reprise|suivi|d[ée]veloppement|renforcement)\s+(?:de\s+la\s+|de\s+l[’']|du\s+|des\s+))?(?:(?:finance|soutient|accompagne|m[èe]ne|d[ée]veloppe|anime)\s+(?:des|de|les|plusieurs|un|une)\s+)?(?:(?:(?:il|elle)s?\s+)?porte(?:nt)?|conventions?|accords?|coop[ée]rations?|partenariats?|[ée]changes?|projets?|actions?|axes?|th[èe]mes?|th[ée]matiques?|domaines?|programmes?|appui|travail|travaux)\b"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
ABOUT = re.compile(
    r"\b(?:sur|autour|dans|en\s+mati[èe]re|au\s+sujet|au\s+niveau|portant\s+sur|concernant|li[ée]s)\s*(?:de\s+|des?\s+|du\s+|d[’']|l[’']|la\s+|le\s+|les\s+|:\s*)?",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"^(?:(?:et|ou|de\s+la|de\s+l[’']|des|du|de|d[’']|les|la|le|l[’']|aux?|à\s+la|à\s+l[’']|à|en|sur|dans|notamment|principalement|domaines?|questions?|probl[ée]matiques?|"
    r"th[ée]matiques?|enjeux|secteurs?|champs?|domaine)(?:\s+|(?<=[’'])))+",
    re.IGNORECASE,
)
ADJECTIVE = re.compile(r"\w+(?:iques?|elles?|els?|aires?|ales?|aux|ives?|ifs?|al)\b", re.IGNORECASE)
# A sentence, not a theme: it has a subject, or tells a date.
SAYING = re.compile(
    r"(?:il|elle|ils|elles|on|nous|la|le|les|l[’']\w+|cette?|ce|des|un|une|pas|aucune?|depuis|promeut|accueille|accompagne|finance|soutient|participe)\s|.*\d",
    re.IGNORECASE,
)
LONGEST = 90


def themes_of(unit):
    """What a saying of a cell is about, as written: « Coopération sur les jardins, la santé et l’eau » gives three."""
    found = []
    for clause in re.split(r"\s*[;.…]\s+|\s*[;…]\s*$", re.sub(r"\([^()]*\)", "", unit)):
        clause = re.sub(
            r"\bet\s+(?:de\s+la\s+|de\s+l[’']|des\s+|du\s+|de\s+|d[’']|les\s+|la\s+|le\s+|l[’'])", "et ", clause
        )
        clause = re.sub(r"^jumelage\s*:?\s*", "", clause.strip(" .:"), flags=re.IGNORECASE)
        found += _of_clause(clause)
    return list(dict.fromkeys(theme for theme in found if 2 < len(theme) <= LONGEST))


def _of_clause(clause):
    lead = LEAD.match(clause)
    if not lead:
        return [clause] if clause and len(clause) <= 40 and not SAYING.match(clause) else []
    rest = lead["rest"].strip()
    about = ABOUT.search(rest)
    if about:
        rest = rest[about.end() :]
    elif not (ADJECTIVE.match(rest) or rest.startswith((":", "–"))):
        return [clause] if re.match(r"de\s|d[’']", rest) and len(clause) <= 40 else []
    return [
        clean
        for part in _parts(rest)
        if not part.startswith("avec ") and (clean := FILLER.sub("", part.strip(" :.–")).strip())
    ]


def _parts(text):
    """Cut at commas, and at the last « et »; without comma every « et » cuts."""
    parts = [part for part in re.split(r"\s*,\s*", text) if part]
    if len(parts) == 1:
        return re.split(r"\s+et\s+", text)
    return [*parts[:-1], *parts[-1].rsplit(" et ", 1)]
