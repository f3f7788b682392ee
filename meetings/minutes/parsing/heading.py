import re

from meetings.minutes.countries import CODES, country_at, country_of
from meetings.minutes.folding import fold, squeeze, unaccented
from meetings.minutes.parsed import Meeting
from meetings.minutes.parsing.dates import find_dates, find_hours
from meetings.minutes.parsing.heading_words import (
    ACCESS,
    GAP,
    STREET,
    beside,
    is_place,
    is_town,
    may_be_place,
    says_a_day,
    venue_and_address,
)
from meetings.minutes.parsing.joining import mend_hyphens
from meetings.minutes.parsing.lines import PAGE_NUMBER, PAGE_OF, place_of
from meetings.minutes.parsing.titles import VERB, is_agenda_head, is_capitals
from meetings.minutes.parsing.wording import UPPER

TITLE = re.compile(
    r"(?:\W{0,3}|cites\s+unies\s+france\W{1,5}|projet\s+de\s+)(?:comptes?[- ]?rendus?|reunion(?=\s+(?:du|de|des|pleniere|groupe|le|d[’'])|\W*$)|releve\s+(?:de|des)\s+(?:decisions|conclusions|echanges)|"
    r"proces[- ]verbal|groupes?[- ]?pays|cr\s+(?:de\s+la\s+)?reunion|comite\s+de\s+pilotage|synthese\s+de\s+la\s+reunion|rencontre\s+du\s+groupe)\b"
)
GENRES = (("decisions", r"releve\s+(?:de|des)\s+decisions"), ("decisions", r"releve\s+(?:de|des)\s+conclusions"),
          ("minutes", r"proces[- ]verbal"), ("minutes", r"comptes?[- ]?rendus?|\bcr\b"))  # fmt: skip
GROUP = re.compile(
    rf"(?i:groupe[s]?[\s-]?(?:pays|g[ée]ographique|de\s+travail|th[ée]matique))\s+(?:[:–-]\s*|«\s*)?(?P<name>[{UPPER}][\w’'-]*(?:(?:\s+(?:et\s+|du\s+|de\s+la\s+)?|\s*/\s*)(?:d[’'])?[{UPPER}][\w’'-]*){{0,3}})"
)
# « les collectivités engagées en Chine », « GP Arménie », « groupe de coordination Ukraine »
ABROAD = re.compile(
    rf"\b(?:(?:en|au|aux|avec\s+l[ae’'])\s*|GP\s+|(?i:groupe\s+de\s+\w+|cellule)\s+)(?P<name>[{UPPER}][\w’'-]+.*)"
)
COUNT = re.compile(r"\(?\d+\s+participant", re.IGNORECASE)
VERSION = re.compile(r"\W*(?:version\s+(?:du|finale|provisoire|\d)|mise?\s+à\s+jour)", re.IGNORECASE)
AREA = 16
# Titles that say what met, without the words of minutes: « 7e comité de préparation des rencontres … ».
SUBJECT = re.compile(
    r"(?:objet\s*:\s*)?(?:\d+\s*(?:er?|eme)\s+)?(?:comites?|reunions?|rencontres?|seances?|seminaire|journees?|assemblee|assises|commission|conference|reseau)\s+\w+\s+\w"
)
GENRE_ALONE = re.compile(
    r"(?:compte[- ]?rendu|releve\s+(?:de|des)\s+(?:decisions|conclusions|echanges)|proces[- ]verbal|synthese)(?:\s+(?:synthetique|analytique|succinct|provisoire|detaille|de\s+(?:la\s+)?reunion))?\s*:?"
)
OPENS_WITH_HOURS = re.compile(r"\W*(?:de\s+|horaires?\s*:?\s*|heures?\s*:?\s*|[àa]\s+)?\d{1,2}\s?[h:]", re.IGNORECASE)
BETWEEN_HOURS = re.compile(r"\d{1,2}\s?h\s?(?:\d\d)?\s*(?:[-–—/]|à)\s*\d{1,2}\s?h", re.IGNORECASE)
MET = re.compile(
    r"(?:s[’']est|se\s+sont|s[’'][ée]tait)\s+(?:tenue?s?|r[ée]unie?s?)|a\s+eu\s+lieu|[ée]tai(?:t|ent)\s+r[ée]unie?s?",
    re.IGNORECASE,
)
HELD_AT = re.compile(
    rf"\b(?:à|au|aux|dans)\s+(?P<where>(?:l[’']|la\s|le\s|les\s)?[{UPPER}].*?)(?=,\s+sous|\s+sous\s+la|\.\s|;|,\s+(?:en\s+pr[ée]sence|afin|pour)|$)"
)


def read_heading(lines, taken):
    """The meeting that the first lines name, or None, and the indexes of the lines that say it."""
    first = next((line.index for line in lines[:40] if line.index not in taken and is_title(line)), None)
    if first is None:
        return None, set()
    area = _area(lines, first, taken)
    titles = [line for line in area if is_title(line)]
    title = max(area, key=lambda line: _worth(line, titles))
    dated = _dated(area, title)
    told, place_lines = _place(area, dated, titles)
    access_lines = [line for line in area if ACCESS.match(line.text)]
    used = {line.index for line in [title, *titles, *place_lines, *access_lines, *([dated] if dated else [])]}
    used |= {line.index for line in area if _ends_title(line, lines, titles) or _says_no_more(line)}
    starts, ends = _hours(area, dated)
    when = _days(dated.text)[0].when if dated else None
    if not when:
        when, starts, ends, told = _in_prose(lines, area, used, (starts, ends), told)
    venue, address = venue_and_address(told)
    meeting = Meeting(
        _title(title.text), place_of([title]), group_of(lines, titles), when, starts, ends,
        venue, address, mend_hyphens(squeeze(" ".join(line.text for line in access_lines))), _genre(area),
    )  # fmt: skip
    return meeting, used


def _worth(line, titles):
    """The best title names the group, says more than the genre, is no running head (« … 1 / 15 »), and comes first."""
    says = line in titles or bool(SUBJECT.match(unaccented(line.text))) and len(line.text) < 130
    told = bool(re.search(r"groupe|\bGP\s", line.text, re.IGNORECASE))
    return says, told, not GENRE_ALONE.fullmatch(unaccented(line.text)), not PAGE_OF.search(line.text), -line.index


def _says_no_more(line):
    """Versions, counts of participants, and lines that only tell hours: no text of the minutes."""
    return bool(
        COUNT.match(line.text) or VERSION.match(line.text) or (find_hours(line.text)[0] and not beside(line.text))
    )


def _ends_title(line, lines, titles):
    """« Réunion du groupe-pays Mali / de Cités Unies France »: the end of a title on the line below."""
    above = lines[line.index - 1] if line.index else None
    return (
        above in titles
        and not line.blanks_before
        and line.text[0].islower()
        and len(line.text) < 60
        and not find_dates(line.text)
    )


def _dated(area, title):
    """The line that dates the meeting: the one that tells hours too, else the title, else the first; never the version."""
    dated = [line for line in area if not VERSION.match(line.text) and _days(line.text)]
    with_hours = [line for line in dated if find_hours(line.text)[0]]
    return next(iter([*with_hours, *(line for line in dated if line is title), *dated]), None)


def _days(text):
    return [found for found in find_dates(text) if found.when.precision != "month"]


def _place(area, dated, titles):
    """What tells the place, and the lines that say it: beside the date or the hours, on lines of places after them, or before."""
    told, lines, before, at = [], [], [], dated.index if dated else 0
    for line in area:
        rest = beside(_pieces(line, dated))
        timed = line is dated or (find_hours(line.text)[0] and line not in titles)
        if line in titles and not timed:
            continue
        if timed and rest and (may_be_place(rest) or (line is dated and line not in titles and is_town(rest))):
            told.append(rest)
            lines.append(line)
        elif timed or ACCESS.match(line.text):
            continue
        elif is_place(line.text) or is_place(rest) or (dated and _stands_by(line, dated, lines) and _is_named(rest)):
            (told if line.index > at else before).append(rest)
            lines += [line] if line.index > at else []
    if not told:
        lines += [line for line in area if beside(line.text) in before]
    return told or before, lines


def _pieces(line, dated):
    """The part of a line that its wide gaps set apart, when the date stands in one: « Réunion …      Paris, le 11 mai 2014 »."""
    parts = GAP.split(line.raw.strip()) if line is dated else [line.text]
    return next((part for part in parts if len(parts) > 1 and find_dates(part)), line.text)


def _stands_by(line, dated, lines):
    """Right under the date or a place, without a blank; a label of the round table would say what it does."""
    near = line.index == dated.index + 1 or bool(lines and line.index == lines[-1].index + 1)
    return near and not line.blanks_before and not line.bullet and ":" not in line.text


def _is_named(text):
    return may_be_place(text) or (is_town(text) and not is_capitals(text))


def _in_prose(lines, area, used, hours, told):
    """« Le 20 septembre 2019, le groupe s’est réuni de 9h à 11h à la Maison … »: the day, the hours, the place."""
    below = [line for line in lines[area[-1].index + 1 :][:8] if line.index not in used]
    text = squeeze(" ".join(line.text for line in below))[:700]
    met = MET.search(text)
    dates = _days(text[: met.end() + 160]) if met else []
    if not dates:
        return None, *hours, told
    starts, ends = find_hours(text[dates[0].end :][:200])
    where = HELD_AT.search(text[met.end() :][:200])
    return dates[0].when, starts or hours[0], ends or hours[1], told or ([where["where"]] if where else [])


def is_title(line):
    text = line.text
    if len(text) >= 130 or VERB.search(text) or text.rstrip().endswith((".", ",")):
        return False
    if TITLE.match(unaccented(text)):
        return True
    # Any short line at the top that names the group, and is no piece of a sentence or of a table.
    plain = (
        line.index < 10
        and not line.bullet
        and text[0].isupper()
        and len(text) < 90
        and not re.search(r"[|*«]|\.\s", text)
    )
    return plain and bool(GROUP.search(text))


def _area(lines, first, taken):
    """The heading: short lines around the title, up to the first sentence, list, or agenda."""
    area = []
    for line in lines[max(first - 4, 0) : first + AREA]:
        ended = line.index > first and (line.index in taken or _ends_heading(line.text))
        if ended:
            break
        area.append(line)
    return area


def _ends_heading(text):
    return bool(
        is_agenda_head(text)
        or re.match(r"(?:rappel\s+de\s+l[’'])?(?:ordre\s+du\s+jour|programme|deroule)\b", unaccented(text))
        or VERB.search(text)
        or re.search(r"pr[ée]sid[ée]e|anim[ée]e", text)
        or (len(text) > 90 and not STREET.search(text))
    )


def _hours(area, dated):
    near = [dated] if dated else [line for line in area if says_a_day(line.text)]
    near += [
        line
        for line in area
        if line not in near and (OPENS_WITH_HOURS.match(line.text) or BETWEEN_HOURS.search(line.text))
    ]
    return next((hours for line in near if (hours := find_hours(line.text))[0]), ("", ""))


def group_of(lines, titles):
    for text in [*(line.text for line in titles), *(line.text for line in lines[:60])]:
        text = squeeze(GAP.sub(" | ", text))
        if found := GROUP.search(text):
            if country := country_at(text[found.start("name") :]):
                return named(country)
            name = re.split(r"\s+(?:de\s+)?(?:Cités|CUF|Réunion|Compte|Relevé|Le|Du)\b", found["name"])[0].strip(" -–")
            return named(name)
    if country := next(filter(None, (_of_adjective(line.text) for line in [*titles, *lines[:6]])), ""):
        return country
    abroad = (ABROAD.search(line.text) for line in [*titles, *lines[:6]])
    return next((country for found in abroad if found and (country := named(country_at(found["name"])))), "")


def _of_adjective(text):
    """« franco-marocain » -> Maroc, when one country alone begins so."""
    found = re.search(r"\bfranco-([a-z]{4})", unaccented(text))
    countries = [name for name in CODES.values() if found and unaccented(name).startswith(found.group(1))]
    return countries[0] if len(countries) == 1 else ""


def named(name):
    """« SENEGAL » and « Senegal » are the Sénégal; any other name in capitals loses them."""
    usual = CODES.get(country_of(name), "")
    if usual and fold(usual) == fold(name):
        return usual
    return _proper(name) if name.isupper() else name


def _proper(name):
    return re.sub(
        r"[^\W\d_]+", lambda word: word.group().capitalize() if len(word.group()) > 2 else word.group().lower(), name
    )


def _title(text):
    """The title without the words before it, the number of the page, or a date set apart by a wide gap."""
    pieces = GAP.split(text.strip())
    text = " ".join(
        piece for at, piece in enumerate(pieces) if not at or not (find_dates(piece) or PAGE_NUMBER.fullmatch(piece))
    )
    text = re.sub(r"^objet\s*:\s*", "", squeeze(text), flags=re.IGNORECASE).strip(" :–-")
    found = find_dates(text)
    bare = text[: found[-1].start].rstrip(" ,") if found and found[-1].end == len(text) else ""
    return bare[:-1].strip() if bare.endswith(("–", "—", "-")) else text


def _genre(area):
    said = " ".join(unaccented(line.text) for line in area)
    return next((genre for genre, pattern in GENRES if re.search(pattern, said)), "")
