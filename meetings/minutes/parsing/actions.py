import re
from dataclasses import replace

from meetings.minutes.folding import squeeze, unaccented
from meetings.minutes.parsed import Action
from meetings.minutes.parsing.dates import find_coming
from meetings.minutes.parsing.titles import bare_title
from meetings.minutes.parsing.wording import UPPER

FUTURE = re.compile(
    r"\b(?!sera\b|seront\b|aura\b|auront\b|pourra\b|pourront\b|permettra)\w{3,}(?:era|eront|ira|iront|dra|dront|ettra|ettront)\b|\b(?:fera|feront)\b",
    re.IGNORECASE,
)
NEEDED = re.compile(
    r"\b(?:doit|doivent|devra|devront|devrait|devraient|il\s+(?:faut|faudra|convient|conviendra|faudrait)|serait\s+(?:utile|souhaitable|bon|opportun)|est\s+n[ée]cessaire|"
    r"(?:est|sont)\s+(?:charg|invit|pri)[ée]e?s?|s[’']engage(?:nt)?\s+[àa]|(?:sera|seront)\s+\w+(?:[ée]e?s?|is?e?s?|us?e?s?)|propose(?:nt)?\s+d[e’']|[àa]\s+(?:pr[ée]voir|faire|transmettre|envoyer|diffuser|compl[ée]ter|organiser|valider|confirmer))\b",
    re.IGNORECASE,
)
# « Transmettre la liste », « Mise en place d’un groupe »: what a list of actions is made of.
VERBAL = re.compile(
    r"(?:(?:re)?prendre|mettre|transmettre|envoyer|diffuser|organiser|pr[ée]parer|contacter|relancer|r[ée]diger|recenser|identifier|compl[ée]ter|cr[ée]er|"
    r"faire|[ée]laborer|proposer|partager|inviter|solliciter|actualiser|mobiliser|informer|v[ée]rifier|r[ée]aliser|[ée]tablir|lancer|fixer|programmer|valider|confirmer|"
    r"mise\s+(?:en\s+place|[àa]\s+jour)|envoi|transmission|diffusion|organisation|pr[ée]paration|r[ée]daction|relance|actualisation|cr[ée]ation)\b",
    re.IGNORECASE,
)
INFINITIVE = re.compile(r"(?:se\s+|s[’'])?[a-zé]{3,}(?:er|ir|re)\b")
CLOSING = re.compile(
    r"(?:en\s+(?:d[ée]finitive|conclusion|r[ée]sum[ée]|somme)|pour\s+(?:conclure|finir|r[ée]sumer)|in\s+fine|au\s+final|finalement)\b[\s,]*",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"(?:actions?|[àa]\s+faire|d[ée]cisions?|t[âa]ches?|suites?)\s*(?:n°\s*)?\d{0,2}\s*[:–]\s+(?=\S)", re.IGNORECASE
)
OWNER = re.compile(
    rf"(?P<owner>(?:(?:le|la|les|l[’'])\s*)?(?:[{UPPER}][\w’'-]*)(?:\s+(?:(?:de|du|des|la|le|et|d[’']|l[’'])\s*)*[{UPPER}][\w’'-]*){{0,5}})\s+",
    re.IGNORECASE,
)
BY = re.compile(
    rf"\b(?:tenue?|port[ée]e?|r[ée]alis[ée]e?|pilot[ée]e?|assur[ée]e?|organis[ée]e?|envoy[ée]e?|pr[ée]par[ée]e?|diffus[ée]e?)s?\s+par\s+(?P<owner>(?:la\s+|le\s+|l[’'])?[{UPPER}][\w’'-]*(?:\s+(?:de\s+|du\s+|des\s+)?[{UPPER}][\w’'-]*){{0,4}})"
)
LEAD_OWNER = re.compile(rf"(?P<owner>[{UPPER}][\w.’'\s-]{{1,40}}?)\s*(?:[:–]|\s-)\s+(?=\S)")
ATTRIBUTES = re.compile(
    r"(?:responsables?|porteurs?|pilotes?|[ée]ch[ée]ance|d[ée]lai|qui|quand)\s*:\s*\S", re.IGNORECASE
)
ATTRIBUTE = re.compile(r"(\w+)\s*:\s*([^:]*?)(?=\s+[–;/|-]\s+\w+\s*:|\s*$)")
DUE = re.compile(
    r"\b(?:avant|avt\.?|d[’']ici(?:\s+(?:à|au|la))?|au\s+plus\s+tard|pour|jusqu[’']au?|[ée]ch[ée]ance\s*:?|date\s+limite\s*:?|d[ée]lai\s*:?)\s+(?=(?:le\s+|la\s+|au\s+|fin\s+|d[ée]but\s+|mi-?|\w+di\s+)?\s*[\wé])",
    re.IGNORECASE,
)
# « diffuser la note — 4 février 2022 », « … (30 juin) »
AT_END = re.compile(r"(?:\s[–—-]\s+|\()(?:le\s+)?(?P<date>[^()–—]{4,30})\)?\s*[;.]?$")
TASKS_TITLE = re.compile(
    r"(?:les\s+|principales?\s+)?(?:actions?|suites?\s+a\s+donner|suites|prochaines?\s+etapes?|decisions?|releve\s+de\s+decisions|a\s+faire|plan\s+d[’']actions?|taches|to\s?do|points?\s+d[’']action|engagements)\b"
)
# Those who write minutes, and those who sit: a sentence about what they will do is an action even in prose.
ACTOR = re.compile(
    rf"(?:CUF|Cités\s+Unies\s+France|[Ll]e\s+secr[ée]tariat|[Ll]a\s+(?:ville|r[ée]gion|m[ée]tropole)\s+d|[Ll]e\s+(?:d[ée]partement|minist[èe]re|groupe|MEAE)\b|(?:[Ll]a|[Ll]e|[Ll]es)\s+[{UPPER}]|[Ll][’'][{UPPER}]|[{UPPER}]{{3,8}}\b|(?:M\.|Mme|Madame|Monsieur)\s+[{UPPER}])"
)
DOING = re.compile(
    r"\b(?:enverra|transmettra|organisera|diffusera|contactera|sollicitera|pr[ée]parera|r[ée]digera|relancera|informera|communiquera|partagera|recensera|actualisera|compl[ée]tera|fera\s+parvenir|mettra\s+en\s+ligne|"
    r"adressera|convoquera|se\s+charge(?:ra)?\s+d|s[’']engage\s+[àa])(?:nt)?",
    re.IGNORECASE,
)


def lists_tasks(title):
    """Whether a section of this title is a list of things to do, so that each of its bullets is one."""
    return bool(TASKS_TITLE.match(unaccented(bare_title(title))))


def is_closing(text):
    return bool(CLOSING.match(text))


def is_task(text):
    """Whether a bulleted line tells someone to do something, rather than what was found or felt."""
    return not is_closing(text) and bool(
        FUTURE.search(text) or NEEDED.search(text) or VERBAL.match(text) or DUE.search(text)
    )


def make_action(block, *, section, day, sure=True, text=None):
    text = squeeze(MARKED.sub("", text if text is not None else block.text, count=1))
    return Action(text, block.place, owner_of(text), due_of(text, day), section, sure)


def owner_of(text):
    if found := BY.search(text):
        return _bare(found["owner"])
    lead = LEAD_OWNER.match(text)
    told = text[lead.end() :] if lead else ""
    if lead and (VERBAL.match(told) or INFINITIVE.match(told)) and not VERBAL.match(text):
        return _bare(lead["owner"])
    actor = ACTOR.match(text)
    if not actor:
        return ""
    verb = FUTURE.search(text) or NEEDED.search(text) or DOING.search(text)
    subject = text[: verb.start()] if verb else ""
    subject = re.split(r",|\s+(?:qui|se|s[’']|ne|n[’'])\b", subject)[0].strip()
    return _bare(subject) if 0 < len(subject) <= 60 else ""


def _bare(owner):
    return re.sub(r"^(?:l[’']|(?:le|la|les)\s+)(?=[A-ZÀ-Ý])", "", squeeze(owner), flags=re.IGNORECASE).strip(" ,.")


def due_of(text, day):
    found = DUE.search(text)
    dates = find_coming(text[found.end() : found.end() + 60], after=day) if found else []
    if dates and dates[0].start < 12:
        return dates[0].when
    at_end = AT_END.search(text)
    dates = find_coming(at_end["date"], after=day) if at_end else []
    return (
        dates[0].when if dates and dates[0].start == 0 and dates[0].end == len(at_end["date"].rstrip(" .)")) else None
    )


def with_attributes(action, text, day):
    """The line under an action that names its owner and its term: « Responsable : X – Échéance : 30 juin »."""
    told = {unaccented(name)[:4]: value for name, value in ATTRIBUTE.findall(text)}
    owner = next((told[key] for key in ("resp", "port", "pilo", "qui") if key in told), "")
    term = next((told[key] for key in ("eche", "dela", "date", "quan") if key in told), "")
    dates = find_coming(term, after=day)
    return replace(action, owner=action.owner or squeeze(owner), due=action.due or (dates[0].when if dates else None))


def in_prose(block, *, section, day):
    """Actions told in a sentence of a paragraph: who, and one of the verbs of those who follow a meeting up."""
    actions = []
    for sentence in re.split(r"(?<=[.!?;])\s+(?=[A-ZÀ-Ý])", block.text):
        marked = MARKED.match(sentence)
        told = ACTOR.match(sentence) and DOING.search(sentence[:160]) and len(sentence) < 400
        if marked or told:
            actions.append(make_action(block, section=section, day=day, sure=bool(marked), text=sentence))
    return actions
