import re

from meetings.minutes.countries import country_at
from meetings.minutes.folding import squeeze, unaccented
from meetings.minutes.parsed import Meeting
from meetings.minutes.parsing.dates import find_dates, find_hours
from meetings.minutes.parsing.joining import mend_hyphens
from meetings.minutes.parsing.lines import PAGE_OF, place_of
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
    rf"(?:[ÀA]\s+(?=l[’']|la\s|[{UPPER}])|Lieu\s*:\s*|(?:dans\s+les\s+)?[Ll]ocaux\s+d|[Aa]u\s+si[èe]ge|Salle\s|Au\s+[{UPPER}]|(?:[Ee]n|[Pp]ar)\s+visio|Visioconf|R[ée]union\s+(?:en|par)\s+visio|(?:En\s+)?[Dd]istanciel|[Ff]ormat\s+hybride|Zoom|Teams)"
)
COUNT = re.compile(r"\(?\d+\s+participant", re.IGNORECASE)
VERSION = re.compile(r"\W*(?:version\s+(?:du|finale|provisoire|\d)|mise?\s+à\s+jour)", re.IGNORECASE)
AREA = 16


def read_heading(lines, taken):
    """The meeting that the first lines name, or None, and the indexes of the lines that say it."""
    first = next((line.index for line in lines[:40] if line.index not in taken and is_title(line)), None)
    if first is None:
        return None, set()
    area = _area(lines, first, taken)
    titles = [line for line in area if is_title(line)]
    title = max(titles, key=_worth)
    dated = _dated(area, title)
    used = {line.index for line in titles} | ({dated.index} if dated else set())
    venue_lines = [line for line in area if line.index not in used and _tells_place(line.text)]
    venue_lines = venue_lines or _town(area, dated, used)
    access_lines = [line for line in area if line.index not in used and ACCESS.match(line.text)]
    used |= {line.index for line in [*venue_lines, *access_lines]}
    used |= {line.index for line in area if _ends_title(line, lines, titles)}
    used |= {line.index for line in area if COUNT.match(line.text) or VERSION.match(line.text)}
    starts, ends = _hours(area, dated)
    venue, address = _venue(venue_lines, dated)
    meeting = Meeting(
        _title(title.text), place_of([title]), group_of(lines, titles), find_dates(dated.text)[0].when if dated else None, starts, ends,
        venue, address, mend_hyphens(squeeze(" ".join(line.text for line in access_lines))), _genre(area),
    )  # fmt: skip
    return meeting, used


def _worth(line):
    """The best title names the group, is no running head (« … 1 / 15 »), and comes first."""
    return bool(re.search(r"groupe", line.text, re.IGNORECASE)), not PAGE_OF.search(line.text), -line.index


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
        ended = line.index > first and (line.index in taken or is_agenda_head(line.text) or _is_sentence(line.text))
        if ended:
            break
        area.append(line)
    return area


def _is_sentence(text):
    return bool(
        VERB.search(text)
        or re.search(r"pr[ée]sid[ée]e|anim[ée]e", text)
        or (len(text) > 90 and not STREET.search(text))
    )


def _tells_place(text):
    return (
        not ACCESS.match(text)
        and len(text) < 130
        and bool(VENUE.match(text) or STREET.search(text) or POSTCODE.search(text))
    )


def _town(area, dated, used):
    """A town alone on the line under the date."""
    below = [
        line
        for line in area
        if dated and line.index == dated.index + 1 and line.index not in used and not line.blanks_before
    ]
    return [
        line
        for line in below
        if re.fullmatch(rf"[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+)?", line.text) and not is_capitals(line.text)
    ]


def _hours(area, dated):
    near = [dated] if dated else []
    near += [
        line
        for line in area
        if line is not dated
        and re.match(r"(?i)\W*(?:de\s+|horaires?\s*:?\s*|heures?\s*:?\s*|[àa]\s+)?\d{1,2}\s?[h:H]", line.text)
    ]
    return next((hours for line in near if (hours := find_hours(line.text))[0]), ("", ""))


def _venue(venue_lines, dated):
    text = squeeze(", ".join(line.text.strip(" ,") for line in venue_lines))
    if not text and dated:
        found = find_dates(dated.text)[0]
        text = re.sub(
            r"^.*?\d\s*[hH:]\s*\d{0,2}\b|^",
            "",
            dated.text[found.end :].split("–")[-1] if "–" in dated.text[found.end :] else "",
        )
        text = text if VENUE.match(text.strip(" ,–")) or STREET.search(text) else ""
    text = re.sub(r"^(?:Lieu\s*:\s*|[ÀA]\s+(?!distance))", "", text.strip(" ,–"))
    street = STREET.search(text) or POSTCODE.search(text)
    if not street:
        return text, ""
    return text[: street.start()].strip(" ,–-:("), text[street.start() :].strip(" ,)")


def group_of(lines, titles):
    for text in [*(line.text for line in titles), *(line.text for line in lines[:60])]:
        if found := GROUP.search(text):
            if country := country_at(text[found.start("name") :]):
                return _proper(country) if country.isupper() else country
            name = re.split(r"\s+(?:de\s+)?(?:Cités|CUF|Réunion|Compte|Relevé|Le|Du)\b", found["name"])[0].strip(" -–")
            return _proper(name) if name.isupper() else name
    return ""


def _proper(name):
    return re.sub(
        r"[^\W\d_]+", lambda word: word.group().capitalize() if len(word.group()) > 2 else word.group().lower(), name
    )


def _title(text):
    return squeeze(text).strip(" :–-")


def _genre(area):
    said = " ".join(unaccented(line.text) for line in area)
    return next((genre for genre, pattern in GENRES if re.search(pattern, said)), "")
