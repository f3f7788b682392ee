"""Words of the genre: what minutes call an authority, an institution, a function, an event."""

import re

UPPER = "A-ZÀ-ÖØ-ÝŒÆ"
OF = r"(?:\s+(?:de\s+la|de\s+l[’']|des|du|de|d[’'])\s*|\s+)"
OF_SAID = r"\s+(?:de\s+la|de\s+l[’']|des|du|de|d[’'])\s*"
# What is written before the name -> the kind of authority. The longest first.
AUTHORITY_KINDS = (
    (
        "region",
        rf"(?:le\s+)?conseil\s+r[ée]gional{OF}|CR\s+|(?:la\s+)?r[ée]gion(?:\s+acad[ée]mique)?{OF}|collectivit[ée]\s+territoriale{OF_SAID}|collectivit[ée]{OF_SAID}",
    ),
    (
        "departement",
        rf"(?:le\s+)?conseil\s+(?:d[ée]partemental|g[ée]n[ée]ral){OF}|(?:le\s+)?d[ée]partement{OF}|C[DG]\s*(?=\d)|C[DG]{OF}",
    ),
    (
        "epci",
        rf"(?:la\s+)?communaut[ée]\s+(?:urbaine|d[’']agglom[ée]ration|de\s+communes){OF}|(?:la\s+)?communaut[ée]{OF_SAID}|(?:l[’'])?euro[- ]?m[ée]tropole{OF}|(?:la\s+)?m[ée]tropole{OF}|(?:l[’'])?agglom[ée]ration{OF}|(?:CA|CU|CC|EPT){OF}",
    ),
    ("syndicat", rf"(?:le\s+)?syndicat\b[^–:]{{0,40}}?{OF_SAID}|p[ôo]le\s+m[ée]tropolitain{OF_SAID}"),
    (
        "commune",
        rf"(?:la\s+)?(?:ville|mairie|commune|municipalit[ée])(?:\s+rurale|\s+urbaine)?{OF}|arrondissement{OF_SAID}",
    ),
    ("province", rf"(?:la\s+)?(?:province|wilaya|pr[ée]fecture|gouvernorat|r[ée]gion\s+autonome|[ÉE]tat){OF}"),
    (
        "district",
        rf"(?:le\s+)?(?:district|cercle|comt[ée]|xian|canton|arrondissement|caza|union\s+des\s+municipalit[ée]s|f[ée]d[ée]ration\s+des\s+municipalit[ée]s){OF}",
    ),
)
NAME_FOLLOWS = rf"(?=[«\"{UPPER}\d\u4e00-\u9fff])"
AUTHORITY = [(kind, re.compile(rf"(?i:{pattern}){NAME_FOLLOWS}")) for kind, pattern in AUTHORITY_KINDS]
GROUPING_NAME = re.compile(
    r"\b(?:m[ée]tropole|eurom[ée]tropole|agglo(?:m[ée]ration)?|communaut[ée])\b|^Grand[e]?\s", re.IGNORECASE
)
ARTICLE = r"(?:l[’']|le\s+|la\s+|les\s+)?"
OF_A_GROUPING = re.compile(r"\b(?:m[ée]tropole|eurom[ée]tropole|communaut[ée])\b", re.IGNORECASE)
INSTITUTION = re.compile(
    rf"{ARTICLE}(?:secr[ée]tariat\s+d[’'][ée]tat|minist[èe]re|ambassade|consulat|associations?\s|agence|f[ée]d[ée]ration|r[ée]seau|fondation|"
    r"universit[ée]|[ée]cole|cit[ée]s\s+unies|r[ée]gions\s+de\s+france|d[ée]partements\s+de\s+france|france\s+(?:urbaine|volontaires)|"
    r"(?:business|atout|campus|expertise)\s+france|banque|caisse\s+des|ONG|CHU|"
    # Common words too: what follows them in lower case says that they are not the name of a place (« Centre-Val de Loire »).
    r"(?:institut|comit[ée]|d[ée]l[ée]gation|direction|commission|chambre|op[ée]rateur|union|conseil|office|centre|maison|groupement|"
    r"collectif|programme|service|cellule|syndicat)s?\s+(?-i:d[’']|de\s|du\s|des\s|pour\s|[a-zéè]{4})(?!r[ée]gional|d[ée]partemental|g[ée]n[ée]ral|municipal))",
    re.IGNORECASE,
)
# Institutions that sit at the table; an office, a school or a house is rather who is associated with a partnership.
SITS_AT_TABLE = re.compile(
    r"(?:l[’']|le\s+|la\s+|les\s+)?(?:minist[èe]re|ambassade|consulat|associations?\s|agence|f[ée]d[ée]ration|r[ée]seau|fondation|"
    r"cit[ée]s\s+unies|r[ée]gions\s+de\s+france|d[ée]partements\s+de\s+france|france\s+(?:urbaine|volontaires)|business\s+france|"
    r"atout\s+france|campus\s+france|expertise\s+france|institut\s+fran[çc]ais|banque|caisse\s+des)",
    re.IGNORECASE,
)
ACRONYM = re.compile(
    rf"(?:[{UPPER}]{{2,9}}\d?|[a-z]{{1,2}}[{UPPER}][A-Za-z]{{1,5}}|[{UPPER}]{{1,3}}[-/][{UPPER}][{UPPER}a-zé]{{1,8}})$"
)
FORMS = (
    ("twinning", r"(?<!comit[ée]\sde\s)(?:jumelages?|jumel[ée]e?s?)"),
    ("letter_of_intent", r"(?:d[ée]claration|lettre)s?\s+d[’']intention"),
    ("friendship_charter", r"(?:charte|protocole|pacte|accord)s?\s+d[’']amiti[ée]|pacte\s+d[’']amiti[ée]"),
    ("mou", r"m[ée]morandum|protocole\s+d[’']accord|protocole\s+d[’']entente|\bMoU\b"),
    ("cooperation_agreement", r"accords?(?:[- ]cadre)?\s+(?:de\s+)?(?:coop[ée]ration|partenariat)|accord[- ]cadre"),
    ("convention", r"conventions?(?:\s+de\s+(?:coop[ée]ration|partenariat))?"),
    ("project", r"partenariat[- ]projet"),
)
FORM = [(form, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for form, pattern in FORMS]
# Words a cell of the round begins with; they also tell where a name ends.
CELL_START = re.compile(
    r"(?:coop[ée]rations?|jumelages?|jumel[ée]e?s?|partenariats?|[ée]changes?|depuis|conventions?|accords?|projets?|tourisme|actions?|appui|"
    r"soutien|accompagnement|programmes?|formation|culture|eau|assainissement|[ée]ducation|sant[ée]|agriculture|envisage|souhaite|esp[èe]re|"
    r"recherche|pr[ée]voit|travaille|m[èe]ne|en\s+cours|en\s+sommeil|pr[ée]sentation|th[èe]mes?|th[ée]matiques?|axes?|d[ée]veloppement|charte|"
    r"protocole|d[ée]claration|lettre|promotion|promeut|finance|volontariat|mobilit[ée]|gestion|renforcement|cr[ée]ation|mise|relance|reprise|"
    r"lancement|suivi|pas\s+de|aucune?|nouveau|nouvelle|le|la|les|l[’']|un|une|des|depuis|contacts?|accueil|solidarit[ée]|aide|construction|jeunesse|gouvernance|lieux?)(?![\w’'-])",
    re.IGNORECASE,
)
EVENT_NOUNS = (
    "assises|rencontres?|s[ée]minaires?|forums?|sommet|congr[èe]s|colloque|conf[ée]rence|salon|biennale|festival|journ[ée]es?|"
    "universit[ée]\\s+d[’']été|semaine|webinaire|atelier|mission|comit[ée]\\s+de\\s+pilotage|foire|exposition|conseil"
)
CIVILITY = r"(?:MM\.|M\.|Mr\.?|Mmes|Mme\.?|Mlle|Madame|Monsieur|Mesdames|Messieurs|Dr\.?|Pr\.?|S\.?\s?E\.?\s?M?\.?)"
ELECTED = re.compile(
    r"\bmaire|\badjointe?s?\b|\bconseill[eè]re?s?\s+(?:r[ée]gional|municipal|d[ée]partemental|communautaire|m[ée]tropolitain|g[ée]n[ée]ral|de\s+Paris|d[ée]l[ée]gu)"
    r"|\bs[ée]nat(?:eur|rice)|\bd[ée]put[ée]|\b[ée]lue?s?\b"
    r"|pr[ée]sidente?\s+.{0,30}?(?:r[ée]gion|conseil|d[ée]partement|m[ée]tropole|agglom[ée]ration|communaut[ée])",
    re.IGNORECASE,
)
TECHNICAL = re.compile(
    r"\bcharg[ée]e?s?\b|\bdirect(?:eur|rice)|\bresponsable|\bchef(?:fe)?\s+de|\btechnicien|\bcoordinat|\bstagiaire|\bassistante?\b"
    r"|\bDGS\b|\bDGA\b|\bniveau\s+technique|\battach[ée]e?\b|\banimat(?:eur|rice)|\bing[ée]nieur|\bvolontaire|\bcollabor",
    re.IGNORECASE,
)


def acronym_of(text):
    """« Agence française de développement (AFD) » -> AFD."""
    found = re.search(rf"\(([{UPPER}][{UPPER}a-z/&-]{{1,9}})\)", text)
    return found.group(1) if found and ACRONYM.match(found.group(1)) else ""


# What an organisation is, by the words its name begins with; the values are those of the directory.
KINDS = [
    (kind, re.compile(rf"{ARTICLE}(?:{pattern})", re.IGNORECASE))
    for kind, pattern in (
        ("ministry", r"minist[èe]re|secr[ée]tariat d[’']|MEAE\b|MAEDI\b|DAECT\b|DCTCIV\b"),
        ("agency", r"agence|AFD\b|business france|campus france|expertise france|banque|caisse des"),
        (
            "network",
            r"r[ée]seau|f[ée]d[ée]ration|cit[ée]s unies|CUF\b|r[ée]gions de france|d[ée]partements de france|france urbaine",
        ),
        ("association", r"associations?\b|comit[ée] de jumelage|ONG\b|france volontaires"),
        ("university", r"universit[ée]|[ée]cole|lyc[ée]e"),
        ("tourism", r"offices? d[eu] tourisme|atout france|comit[ée] (?:r[ée]gional|d[ée]partemental) d[eu] tourisme"),
        ("culture", r"mus[ée]e|institut|centre culturel|conservatoire"),
    )
]


def kind_of(name):
    """The kind of organisation a name tells: authority, ministry, agency…, other when it tells none."""
    if any(pattern.match(name) for _, pattern in AUTHORITY) or OF_A_GROUPING.search(name):
        return "authority"
    return next((kind for kind, pattern in KINDS if pattern.match(name)), "other")
