"""The French words by which minutes say that someone is away, and why.

All patterns read text that `redaction.folded` has made plain: lower case, no accents, straight apostrophes, one space
between words, words cut at the end of a line made whole.
"""

import re


def _any(*words):
    return "(?:" + "|".join(words) + ")"


OF = r"(?:de la |de l'|de |d'|du |des )"
TO = r"(?:a la |a l'|a |au |aux )"

PERSON = re.compile(
    r"(?:^|[\s,;:(\t'–-])"
    + _any(
        r"m\. ?\w",
        r"mm\.",
        r"mmes?\b",
        r"mlle\b",
        r"monsieur\b",
        r"madame\b",
        r"messieurs\b",
        r"mesdames\b",
        r"dr\b",
        r"(?:vice[- ]?|co[- ]?)?president(?:e|s|es)?\b",
        r"maires?\b",
        r"adjointe?s?\b",
        r"direct(?:eur|rice)s?\b",
        r"elue?s?\b",
        r"conseill(?:er|ere)s?\b",
        r"deleguee?s?\b",
        r"chargee?s? de\b",
        r"rapporteure?s?\b",
        r"animat(?:eur|rice)s?\b",
        r"secretaires?\b",
        r"representante?s?\b",
        r"collegues?\b",
        r"responsables?\b",
        r"ambassad(?:eur|rice)\b",
        r"consule?\b",
        r"senat(?:eur|rice)\b",
        r"deputee?\b",
        r"interpretes?\b",
        r"intervenante?s?\b",
    )
)
MEETING = re.compile(r"\b(?:reunions?|seances?|groupe[- ]?pays|rencontre|comite|presidence|animation)\b")
PRONOUN_FIRST = re.compile(r"\W*(?:ils?|elles?|ce dernier|cette derniere|celui-ci|celle-ci|son|sa|ses)\b")

# Someone is away, said outright.
ABSENT = re.compile(
    _any(
        r"\bexcuse(?:e|s|es|r|nt)?\b",
        r"\bexcuse\(e\)",
        r"(?<!\bles )(?<!\bdes )(?<!\baux )\babsente?s?\b(?! (?:du|de|des|dans|sur)\b(?! (?:la |cette )?(?:reunion|seance|rencontre)))",
        rf"\b(?:son|leur) absence\b|\babsence {OF}(?:m\.|mme|monsieur|madame|presidente?|elue?|maire)",
        r"(?:^|\b(?:est|sont|ete|etant|etait|etaient)|[,:;(\t–-]) ?empechee?s?\b"
        r"(?! (?:les?|la|l'|que|un|une|toute?|ce|cette)\b)(?! (?:de |d')(?!venir|particip|assist|presid|se ))",
        r"\ba du (?:quitter|partir|s'absenter|annuler (?:sa|son))\b",
        r"\ba quitte (?:la|cette) (?:seance|reunion|rencontre|salle)\b",
        r"\bdevai(?:t|en?t) (?:presider|animer|participer|assister|intervenir|etre presente?s?)\b",
    )
)
# Someone is away, if the sentence speaks of a person or of the meeting.
NOT_THERE = re.compile(
    r"\bn(?:e |')\w+(?: \w+){0,4}? "
    + _any(
        r"venir",
        r"presente?s?",
        r"assiste[re]?",
        r"particip(?:er|e)",
        r"deplacer?",
        r"joindre",
        r"rejoindre",
        r"rendre (?:a|au|aux)",
        r"liberer",
        r"presid(?:er|ee?)",
        r"anim(?:er|ee?)",
        r"faire le deplacement",
        r"disponibles?",
        r"en mesure d'etre",
        r"etre (?:la|parmi|des notres|avec (?:nous|le groupe))",
    )
    + r"\b|\b(?:indisponibles?|de ne (?:pas )?pouvoir (?:etre (?:la|parmi|des notres|presente?s?)|participer|assister|venir))\b"
)
STOOD_IN_FOR = re.compile(r"\b(?:remplace|represente|supplee|anime|preside)e?s?(?: [\w-]+){0,4} par\b")

HEADER = re.compile(
    r"^[^a-z]*(?:liste )?(?:(?:etaient|des|les|etait|sont|est|ont ete|membres?|personnes?|elus?) )*(?:absente?s?|excuse(?:e|s|es|\(e\)s?|·e·?s)?)"
    r"(?: et | ?/ ?|, |[ ])?(?:absente?s?|excuse(?:e|s|es|\(e\)s?)?|representee?s?|\(e\)s?)* ?(?::|$)"
)
OTHER_HEADER = re.compile(r"^[^a-z]*(?:etaient |sont )?(?:present|participa|ordre du jour|diffusion|destinataire)")

# What follows is given as a cause.
SUITE = rf"\b(?:suite {TO}|(?:a la|par) suite {OF})"
CAUSE = (
    rf"(?:\b(?:en raison|(?:a|pour) cause|du fait|compte tenu|faute|en consequence|au vu|par manque) {OF}"
    rf"|\beu egard {TO}|\bconsecutivement {TO}|{SUITE})"
)
MOTIVE = (
    r"\b(?:pour|par) (?:(?:un|une|des|de|d'|ses|certaines?|autres?|divers(?:es)?|quelques?) ?)*"
    r"(?:raisons?|motifs?|contraintes?|imperatifs?|problemes?|soucis?|convenances?|empechements?|urgences?|obligations?)\b"
)
BECAUSE = (
    r"\b(?:car|parce que?|puisque?|etant donne|au motif)\b(?: que?)?[ ']?"
    r"(?:ils?\b|elles?\b|celui-ci|celle-ci|m\. |mme |monsieur |madame )?"
)

ILLNESS = _any(
    r"malad\w*",
    r"souffran\w*",
    r"sante\b(?! (?:publique|animale|globale|mentale|au travail|et|des|de la population))",
    r"medica\w*",
    r"hospital\w*",
    r"hopital",
    r"clinique",
    r"chirurgi\w*",
    r"accident\w*(?! (?:industriel|nucleaire|chimique|climatique|ferroviaire|maritime|minier|technologique))",
    r"convalescen\w*",
    r"grippe\w*",
    r"covid\w*",
    r"angine",
    r"fracture",
    r"blessures?",
    r"cancer",
    r"avc\b",
    r"infarctus",
    r"depression",
    r"burn.?out",
    r"arret(?:s)? (?:de travail|maladie)",
    r"alitee?s?",
)
FAMILY = _any(
    r"deces",
    r"decedee?s?",
    r"deuils?",
    r"obseques",
    r"enterrement",
    r"funerailles",
    r"naissance",
    r"accouche\w*",
    r"grossesse",
    r"enceinte",
    r"maternite",
    r"paternite",
    r"parental\w*",
    r"garde d'enfants?",
    r"enfants?",
    r"mariage",
    r"divorce",
    r"demenagement",
    r"famil(?:le|ia)\w*",
    r"personnel(?:s|le|les)?",
    r"privee?s?",
    r"intimes?",
)
PRIVATE = re.compile(rf"\b(?:{ILLNESS}|{FAMILY})")
# « un problème personnel », « raisons de santé »: private by themselves, whoever is away.
LINKS = r"(?:(?:de|d'ordre|d'|lie\w* (?:a|au)|tres|strictement|graves?|importante?s?|serieu\w+|son|sa|etat|une?|la|l'|plus) ?)*"
PRIVATE_MATTER = (
    r"\b(?:problemes?|raisons?|motifs?|soucis?|ennuis?|empechements?|contraintes?|imperatifs?|circonstances?|difficultes?"
    r"|obligations?|affaires?|evenements?|questions?|convenances?|urgences?|incidents?|drames?|accidents?)"
    rf" {LINKS}(?:{ILLNESS}|(?:personnel|familia|privee?|intime)\w*)"
)

STATE = _any(
    r"malades?\b",
    r"souffrante?s?\b",
    r"hospitalisee?s?\b",
    r"alitee?s?\b",
    r"convalescente?s?\b",
    r"grippee?s?\b",
    r"enceinte\b",
    r"blessee?s?\b",
    r"operee?s?\b",
    r"positi(?:f|ve)s? (?:au|a la) covid",
    r"cas contact\b",
    r"endeuillee?s?\b",
    r"en (?:convalescence|deuil|arret)\b",
    r"en conges?\b",
    r"a l'hopital\b",
    r"accidentee?s?\b",
    r"(?:victime|atteinte?)s? d(?:e|u|es)?\b",
)
ADVERBS = r"(?:(?:actuellement|toujours|encore|tres|gravement|momentanement|legerement|etant|tombee?s?|tout juste) )*"
STATE_OPENING = re.compile(ADVERBS + STATE)
PRIVATE_OPENING = re.compile(
    ADVERBS
    + _any(
        r"(?:une? |d'une? |son |sa |cause )?(?:(?:grave|petite?|legere?) )?"
        r"(?:maladies?|grippe|covid\w*|angine|accident|deces|deuil|obseques|enterrement|funerailles|naissance|accouchement"
        r"|grossesse|maternite|paternite|mariage|demenagement|operation|hospitalisation|convalescence|gastro\w*|fievre)\b",
        r"gardes? d'(?:un )?enfants?",
        r"enfants? (?:malade|souffran|hospitalis)",
        r"victimes? d",
        PRIVATE_MATTER.removeprefix(r"\b"),
        rf"(?:rendez-?vous|examen|suivi|visite) (?:{ILLNESS})",
        r"conges?\b|arret (?:de travail|maladie)",
    )
)
OTHER_OPENING = re.compile(
    ADVERBS
    + _any(
        r"en (?:deplacement|mission|reunion|rendez-?vous|conges?|vacances|voyage|formation|greve|rtt|stage|seance|audience)\b",
        r"(?:une? |d'une? |a une? )?autres? (?:reunions?|engagements?|obligations?|rendez-?vous|deplacements?|evenements?)",
        r"reunions? (?:a|au|aux|avec|en|de travail|interne|importante|syndicale|parallele|concomitante|simultanee)\b",
        r"(?:deplacement|voyage)s?\b",
        r"missions? (?:a|au|aux|en)\b",
        r"(?:conges?|vacances|rtt|greves?|grevistes?|imprevus?|contretemps|empechement|indisponibilite|intemperies)\b",
        r"(?:ayant|avec|avait) (?:une? |des |d'autres? )?(?:contraintes?|engagements?|obligations?|rendez-?vous|empechements?)",
        r"(?:conflit|probleme|contrainte|raison|question|difficulte)s? (?:d'|de |professionnel|logisti)\w*",
        r"agenda (?:charge|complet|incompatible)",
        r"(?:train|vol|avion)s? (?:supprime|annule|en retard|manque)",
        r"(?:son |un |d'un |probleme de )?(?:visa|passeport)s?\b",
        r"(?:en )?campagne (?:electorale|municipale)\b|en campagne\b",
        r"(?:rdv|formation|seance (?:pleniere|de conseil)|pleniere|session|audience)s?(?! (?:professionnelle|continue|initiale))\b",
        r"(?:cm|ca|conseils? (?:municipal|communautaire|d'administration)s?)(?= ?[;,.)|]| (?:le|ce|a|en|au) |$)",
        r"(?:engagements?|obligations?) (?:anterieur|prealable|professionnel|d)",
        r"rendez-?vous\b",
        r"(?:prise?s?|bloquee?s?|mobilisee?s?) (?:par|a|au|aux|sur|dans|en)\b",
        r"a l'etranger\b",
        r"retard (?:de|du|d')",
    )
)
OTHER_MATTER = re.compile(
    r"\b(?:reunions?|engagements?|obligations?|rendez-?vous|deplacements?|missions?|voyages?|conges?|vacances|greves?|agenda"
    r"|calendrier|emploi du temps|trains?|vols?|avions?|transports?|retards?|intemperies|neige|pannes?|perturbations?"
    r"|imprevus?|contretemps|conseil municipal|convocation|audience|examens?)\b"
)
MISHAP = re.compile(
    r"\b(?:greve|annulation|trains?|vols?|retards?|intemperies|neige|pannes?|perturbation|imprevu|contretemps)"
)
HELD_UP = re.compile(
    r"(?:^|[,:;(\t–]|(?<= )-|\b(?:est|sont|etait|etaient|etant|ete|excuse|excusee|excuses|excusees|et)) ?"
    r"(?P<reason>retenue?s? (?:ailleurs|par|a|au|aux|en|dans|sur|pour)\b)"
)
HINDERED_BY = re.compile(r"\bempechee?s? (?P<reason>(?:par|pour) )")
AWAY_FOR = (
    r"\bpour (?:une? |son |sa |cause )?(?:maladie|deuil|deces|obseques|conges?|vacances|greve|enfant|garde|urgence|accident"
    r"|mission|deplacement|rendez-?vous|grossesse|maternite|naissance|mariage|raison)"
    r"|\bpour (?:prendre|attraper) (?:son|leur|un) (?:train|avion|vol)\b"
)
# Private whatever the sentence says of who is there: « suite au départ de la directrice pour un congé maternité ».
LEAVE = re.compile(
    r"\b(?:(?:pour|durant|pendant|suite a|par suite d'|en raison d'|du fait d'|depuis) ?)?(?:(?:en|un|une|son|sa|leurs?) )"
    r"(?:conges? (?:de )?(?:maternite|paternite|parental|maladie|d'adoption)|arrets? (?:de travail|maladie)|burn.?out"
    r"|(?:longue )?maladie(?= ?[,.;)]|$)|etat de sante|convalescence)"
)
# « (problème de santé) » alone between brackets needs no word of absence beside it, nor does « (en déplacement) » after a name.
BRACKETED = re.compile(r"\((?P<reason>[^()]{3,80})\)")
PRIVATE_ALONE = re.compile(
    ADVERBS
    + _any(
        STATE,
        PRIVATE_MATTER.removeprefix(r"\b"),
        r"(?:conges? (?:de )?(?:maternite|paternite|parental|maladie)|arret (?:de travail|maladie))\b",
        r"(?:enfants? malade|garde d'enfant|deces|deuil familial|obseques|maladie$|rendez-?vous medical)",
    )
)
AWAY_ALONE = re.compile(
    r"(?:en |un )?(?:autre )?(?:deplacement|mission|reunion|conges?|vacances|engagement|voyage)(?: (?:a l'etranger|professionnel|en cours|exterieure?|interne|ailleurs))?"
)
DETERMINER = r"(?:\b(?:une?|d'une?|des|le|la|les|l'|son|sa|ses|leurs?) ?)?"
PRIVATE_NOUN = re.compile(DETERMINER + PRIVATE_MATTER)
KEPT_AWAY = re.compile(
    r"\b(?:une?|d'autres|des|son|sa|ses|le|la|les|l')\b[^,;.:()\[]{0,60}? (?:l'|les )?(?:ayant|a|ont|avait) "
    r"(?:retenu|empeche|contraint|mobilise)\w*"
)
KEPT_FROM_COMING = re.compile(
    r"(?P<reason>[^,;.:()\[]{3,80}) (?:a|ont|ayant) empeche (?:m\.|mme|monsieur|madame|l[ea] president)"
)
EXPLAINED = re.compile(
    r"\w (?:est|etait|sera) (?:absent|excuse|empeche|indisponible)\w* ?: ?"
    r"(?P<reason>(?:son|sa|ses|ils?|elles?|une?|des|en|pas de|aucune?)\b[^.;\[]+)"
)
PRIVATE_CAUSE = re.compile(rf"(?:{CAUSE}|\b(?:pour|par) )[\w' -]{{0,30}}?{PRIVATE_MATTER}")
ANY_CAUSE = re.compile(rf"{CAUSE}|{MOTIVE}|{BECAUSE}|{AWAY_FOR}")
SUITE_CAUSE = re.compile(SUITE)
SEGMENT = re.compile(r"(?:^|[,;:()\t|–—]| - | / |=>|->|→)\s*(?:[-–—•*] )?")
SUFFERING = re.compile(r"(?:souffrante?|victime|atteinte?)s? d")
CLOSE = 60  # characters between the word of absence and its cause
FAR = 160  # characters between a person, or a cause, and the word of absence it goes with
BEING = r"\b(?:est|sont|etait|etaient|etant|a ete|ont ete|ete|reste|sera|se trouve|se trouvait) "
IN_STATE = re.compile(rf"{BEING}(?P<reason>{ADVERBS}{STATE})")
BUSY = re.compile(rf"{BEING}(?P<reason>{OTHER_OPENING.pattern})")
HAPPENED = re.compile(
    r"\b(?:a|ont|avait|ayant|vient|doit|devait|attend|se remet|s'est|sort)\b(?: [\w'-]+){0,2}? "
    + _any(
        r"(?:eu )?une? (?:\w+ )?accident",
        r"eu un empechement",
        r"victimes? d",
        r"per(?:du|dre) (?:un proche|(?:son|sa|ses) (?:pere|mere|parent|epou|mari|femme|fils|fille|frere|soeur|conjoint|grand))",
        r"d?'?accouche\w*",
        r"(?:le|la|du|de la|un|une) (?:covid|grippe|angine)",
        r"hospitalise\w*",
        r"(?:etre|ete) operee?",
        r"(?:casse|foule|blesse)e? ",
        r"(?:eu )?un malaise",
        r"(?:manque|rate) (?:son|le|leur) (?:train|vol|avion)",
        r"(?:subi|subir) une",
        r"garder (?:son|sa|ses|un) enfants?",
        r"un (?:heureux evenement|enfant)\b",
        r"d'une (?:operation|maladie|grippe)",
    )
)
RELATIVE = re.compile(
    r"\b(?:son|sa|ses|leurs?|dont (?:le|la|les|l')) ?(?:fils|filles?|enfants?|bebe|pere|mere|parents?|epouse|epoux|conjointe?|mari|femme|compagn\w+"
    r"|freres?|soeurs?)\b(?: [\w'-]+){0,5}? (?:malade|souffran|hospitalis|deced|mort|accident|opere|naitre|naissance)\w*"
)
LABELLED = re.compile(
    r"\b(?:motif|raison|cause)s?(?: (?:de (?:l'|son |leur )?absence|d'absence))? ?: ?(?P<reason>[^.;\[]+)"
)

# Where a reason ends: at a stop, or where the sentence takes up again without one.
END = re.compile(
    r"[;,!?()\[\t|–—:]| - | / |\.(?= |$|\W)(?<!\bm\.)(?<!\bmm\.)(?<!\bdr\.)(?<!\bmme\.)"
    r"| (?:et|mais|donc) (?:ne |n'|est |sont |sera |a |ont |se |s'est |ils? |elles? |la reunion|c'est|donne|remercie|prie"
    r"|representee?|remplacee?|m\. |mme |monsieur |madame )"
    r"| que (?:m\. |mme |monsieur |madame |l[ea] |l')"
    r"|(?<! de)(?<! du)(?<! a)(?<! par)(?<! avec)(?<! pour)(?<! et)(?<!d')"
    r" (?:m\. |mme |monsieur |madame |la reunion |la seance |l[ea] (?:vice[- ]?)?president|l[ea] maire |ils? (?:est|sont|n|a)\b"
    r"|elles? (?:est|sont|n|a)\b|celui-ci|celle-ci)"
    r"| (?:representee?|remplacee?)s? | par (?:m\. |mme |monsieur |madame )|$"
)
