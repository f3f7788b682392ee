import re
from dataclasses import replace

from meetings.minutes.folding import squeeze
from meetings.minutes.parsed import Person, Place
from meetings.minutes.parsing.entries import is_body, read_entries, told_of
from meetings.minutes.parsing.labels import SPEAKER
from meetings.minutes.parsing.lines import clip
from meetings.minutes.parsing.people import FUNCTION, is_person_line, level_of, read_name
from meetings.minutes.parsing.titles import NUMBERED
from meetings.minutes.parsing.wording import CIVILITY

CHAIRED = re.compile(
    r"(?P<not>n[’'](?:a|avait)\s+(?:pas|pu)\b.{0,20})?(?:pr[ée]sid[ée]e(?:\s+et\s+anim[ée]e)?\s+par|sous\s+la\s+(?:co-?)?pr[ée]sidence\s+de|pr[ée]sidente?(?:\s+d[eu]\s+(?:la\s+r[ée]union|groupe\S*))?\s*:|pr[ée]sidence(?:\s+de\s+s[ée]ance)?\s*:|"
    r"pr[ée]sidente?\s+de\s+s[ée]ance\s*:)\s*(?:(?P<title>(?:son|sa|le|la)\s+[^,.]{3,60}?),\s+)?",
    re.IGNORECASE,
)
LED = re.compile(
    r"(?:anim[ée]e|mod[ée]r[ée]e|facilit[ée]e)\s+par\s+|\b(?:animation|mod[ée]ration|animat(?:eur|rice)|mod[ée]rat(?:eur|rice))\s*:\s*",
    re.IGNORECASE,
)
# « à assurer l’animation » is how « a assuré » is often typed.
LEADS = re.compile(
    r"\b[aà]\s+(?:assur[ée]e?r?|anim[ée]r?|mod[ée]r[ée]r?)\b(?:\s+(?:l[’']animation|la\s+mod[ée]ration|la\s+r[ée]union|les\s+[ée]changes|le\s+groupe))?",
    re.IGNORECASE,
)
TOOK_PART = re.compile(
    r"\b(?:a|ont)\s+(?:[ée]galement\s+)?(?:particip[ée]|ouvert|introduit|accueilli|rappel[ée]|pr[ée]sent[ée]|remerci[ée]|salu[ée]|souhait[ée]|conclu|prononc[ée]|assist[ée]|"
    r"pris\s+(?:la\s+parole|part)|expos[ée]|indiqu[ée]|soulign[ée]|inform[ée]|expliqu[ée])|\best\s+intervenue?\b"
)
PART = re.compile(
    r"particip[ée]\s+[àa]\s+(?:la\s+|l[’'])(?P<part>ouverture|introduction|cl[ôo]ture|premi[èe]re\s+partie|seconde\s+partie|conclusion)",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"(?:ayant\s+pris\s+(?:ces|ses)\s+fonctions|en\s+(?:poste|fonction)|depuis|nomm[ée]e?)\s+(?:le\s+|en\s+)?(?P<since>(?:d[ée]but|fin|mi-?)?\s*(?:\d{1,2}(?:er)?\s+)?"
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)(?:\s+\d{4})?)",
    re.IGNORECASE,
)
STAND_IN = re.compile(r",?\s*repr[ée]sent[ée]e?s?(?P<how>\s+au\s+niveau\s+\w+)?\s+par\s+", re.IGNORECASE)
BODIES = re.compile(
    r"(?:(?:[ée]taient|sont|[ée]tait)\s+(?:[ée]galement\s+)?(?:pr[ée]sente?s?|repr[ée]sent[ée]e?s?)|ont\s+(?:[ée]galement\s+)?particip[ée])[^.:]{0,40}:\s*|(?:[ée]taient|sont|[ée]tait)\s+(?:[ée]galement\s+)?pr[ée]sente?s?\s+(?=(?:MM?\.|Mmes?\s|Monsieur|Madame))|en\s+pr[ée]sence\s+(?:[ée]galement\s+)?(?:de\s+la\s+|de\s+l[’']|des\s+|du\s+|de\s+|d[’']|:)\s*",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?])(?<!\bM\.)(?<!MM\.)(?<!Dr\.)(?<!Pr\.)\s+(?=[A-ZÀ-Ý«])")


def find_roles(blocks, gazetteer=None):
    """Who chaired, led, stood in or took part, and which bodies were there, as the opening sentences tell it."""
    entries = []
    for block in blocks:
        if NUMBERED.match(block.text):
            continue  # an item of the order of the day tells of another meeting
        start = 0
        for sentence in SENTENCE.split(block.text):
            start = max(block.text.find(sentence, start), 0)
            entries += (
                _chair(sentence, block, start)
                or _leader(sentence, block, start)
                or _participant(sentence, block, start)
            )
            entries += _bodies(sentence, block, start, gazetteer)
    return entries


def find_speakers(blocks):
    """Who speaks, where a line of its own says it under a title."""
    return [
        speaker for block in blocks if not block.bullet and is_person_line(block.text) for speaker in _speaker(block)
    ]


def speakers_of(rows):
    """« Ville de X (Mme Roy, adjointe) »: who speaks for it at the round table."""
    for row in rows:
        told = SPEAKER.search(row.label)
        named = told and read_name(told["who"])
        if named:
            function, body = told_of(told["who"][named.end :])
            yield _person(named, row.place, "speaker", "present", function, body or row.parties[0].text)


def _speaker(block):
    named = read_name(block.text)
    function, body = told_of(block.text[named.end :])
    # Who presides over the group and opens the meeting is its chair, unless the minutes say that another was.
    role = "chair" if re.match(r"(?:co-?)?pr[ée]sidente?\s+du\s+groupe", function, re.IGNORECASE) else "speaker"
    return [_person(named, block.place, role, "present", function, body)]


def at_offset(block, offset, text):
    """The place of a word inside a block, found by adding up the lines it is made of."""
    passed, here = 0, block.lines[0]
    for line in block.lines:
        here = line
        passed += len(line.text) + 1
        if passed > offset:
            break
    written = squeeze(" ".join(line.raw for line in block.lines))
    return Place(
        here.page,
        here.number,
        clip(text if text in written else " ".join(x.raw for x in block.lines[block.lines.index(here) :])),
    )


def _chair(sentence, block, start):
    found = CHAIRED.search(sentence)
    named = found and read_name(sentence[found.end() :], alone=True)
    if not named:
        return []
    tail = sentence[found.end() + named.end :]
    stand_in = STAND_IN.search(tail)
    about = tail[: stand_in.start()] if stand_in else re.split(r"\.|,?\s+en\s+pr[ée]sence|,\s+et\s+anim", tail)[0]
    function, body = told_of(about) if about.lstrip().startswith((",", "(", "–")) else ("", "")
    # The excerpt begins with the clause itself: what comes before may tell why someone was away.
    begin = max(sentence.rfind(", ", 0, found.start()) + 2, 0) if found["not"] else 0
    place = at_offset(block, start + found.end(), sentence[begin:])
    chair = _person(named, place, "chair", "absent" if found["not"] else "present", function, body)
    if not stand_in:
        return [chair, *_co_leader(sentence, found.end() + named.end, block, start)]
    other_place = at_offset(block, start + found.end() + named.end + stand_in.end(), sentence[begin:])
    return _with_stand_in(chair, tail, stand_in, other_place, body)


def _with_stand_in(chair, tail, stand_in, place, body):
    other = read_name(tail[stand_in.end() :], alone=True)
    if not other:
        return [chair]
    function, own = (
        told_of(tail[stand_in.end() + other.end :]) if tail[stand_in.end() + other.end :].startswith(",") else ("", "")
    )
    level = (
        "technical"
        if "technique" in (stand_in["how"] or "")
        else "elected"
        if "politique" in (stand_in["how"] or "")
        else level_of(function)
    )
    second = replace(
        _person(other, place, "representative", "present", function, own or body),
        level=level,
        represents=body or chair.name,
    )
    return [replace(chair, represented_by=other.name), second]


def _co_leader(sentence, offset, block, start):
    found = LED.search(sentence, offset)
    return _named_after(found, sentence, block, start, "facilitator") if found else []


def _leader(sentence, block, start):
    if found := LED.search(sentence):
        return _named_after(found, sentence, block, start, "facilitator")
    found = LEADS.search(sentence)
    named = (
        found
        and found.start() < 260
        and re.search(r"animation|mod[ée]r|anim[ée]", found.group())
        and read_name(sentence)
    )
    if not named:
        return []
    function, body = told_of(sentence[named.end : found.start()])
    return [_person(named, at_offset(block, start, sentence), "facilitator", "present", function, body)]


def _named_after(found, sentence, block, start, role):
    named = read_name(sentence[found.end() :], alone=True)
    if not named:
        return []
    tail = re.split(r"[.;]|\s+et\s+", sentence[found.end() + named.end :])[0]
    function, body = told_of(tail) if tail.lstrip().startswith((",", "(", "–")) else ("", "")
    function = function if FUNCTION.match(function) else ""
    return [_person(named, at_offset(block, start + found.start(), sentence), role, "present", function, body)]


def _participant(sentence, block, start):
    verb = TOOK_PART.search(sentence)
    if not verb or verb.start() > 300:
        return []
    lead = re.match(r"[^,]{3,40},\s+(?=" + CIVILITY + r"\s)", sentence)
    offset = lead.end() if lead else 0
    named = read_name(sentence[offset:])
    if not named or offset + named.end > verb.start():
        return []
    between = sentence[offset + named.end : verb.start()]
    if between.strip() and not between.lstrip().startswith((",", "(", "–")):
        return []
    since = SINCE.search(between)
    function, body = told_of(between[: since.start()] if since else between)
    part = PART.search(sentence)
    person = _person(named, at_offset(block, start + offset, sentence), "participant", "present", function, body)
    return [replace(person, since=since["since"].strip() if since else "", part=part["part"].lower() if part else "")]


def _bodies(sentence, block, start, gazetteer):
    found = BODIES.search(sentence)
    if not found:
        return []
    rest = sentence[found.end() :].rstrip(" .")
    if not (is_body(re.sub(r"^(?:l[’']|les?\s|la\s)\s*", "", rest)) or read_name(rest)):
        return []
    entries = read_entries(rest, block.lines, "present", "participant", gazetteer=gazetteer)
    return [replace(entry, place=at_offset(block, start + found.end(), sentence)) for entry in entries]


def _person(named, place, role, presence, function, body):
    return Person(
        named.name,
        place,
        named.first_name,
        named.last_name,
        named.civility,
        function,
        body,
        role,
        presence,
        level_of(function, body),
    )
