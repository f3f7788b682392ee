import re
from dataclasses import replace
from datetime import date, timedelta

from meetings.minutes.folding import fold, squeeze
from meetings.minutes.parsed import Event, EventItem
from meetings.minutes.parsing.blocks import HANGING
from meetings.minutes.parsing.dates import WEEKDAY, WEEKDAY_NAMES, find_coming, find_dates, find_hours
from meetings.minutes.parsing.labels import COLUMNS
from meetings.minutes.parsing.lines import make_line, place_of
from meetings.minutes.parsing.titles import is_agenda_head, is_capitals, is_plain_title
from meetings.minutes.parsing.wording import UPPER

COMMITTEE = re.compile(
    r"(?:\d+\s*(?:er|e|[èe]re|[èe]me|nd|nde)\s+)?(?:comit[ée]|copil|commission|assembl[ée]e|r[ée]union\s+d[ue])\b",
    re.IGNORECASE,
)
STAND = re.compile(r"stands?\b", re.IGNORECASE)
NOTE = re.compile(
    r"(?:pas\s+d[e’']|aucune?\s|nb\s*:|n\.b\.|note|attention|[àa]\s+confirmer|sous\s+r[ée]serve)", re.IGNORECASE
)
REGISTRATION = re.compile(
    r"\(?\b(?:sur\s+)?inscriptions?\s+(?:pr[ée]alable\s+)?(?:obligatoires?|requises?|n[ée]cessaires?)|\(\s*sur\s+inscription\s*\)|inscription\s*:\s*https?",
    re.IGNORECASE,
)
PLACE_WORD = re.compile(
    rf"(?:pavillon|palais|salle|h[ôo]tel|maison|centre|espace|mus[ée]e|ch[âa]teau|campus|universit[ée]|mairie|plateau|auditorium|amphith[ée][âa]tre|parc|cit[ée]|"
    rf"en\s+visio|visio|en\s+ligne|(?:[àa]|au|aux|en)\s+(?:la\s+|l[’'])?[{UPPER}])",
    re.IGNORECASE,
)
LAST_PLACE = re.compile(rf"(?:,\s+|\s+[–-]\s+)((?:{PLACE_WORD.pattern}).*)$", re.IGNORECASE)
DAY_OF = re.compile(rf"(?P<weekday>{WEEKDAY})?\s*(?:le\s+)?(?P<day>\d{{1,2}})(?:er)?\b(?!\s*[h:])", re.IGNORECASE)


def find_agenda(lines, taken):
    """The index of the agenda's title and of its end, or None: a title of the kind with dates soon after it."""
    for line in lines:
        at = line.index
        if at in taken or not is_agenda_head(line.text):
            continue
        soon = lines[at + 1 : at + 7]
        if any(found for near in soon for found in find_dates(near.text, year=2000)):
            return at, _end(lines, at + 1)
    return None


def _end(lines, start):
    for at in range(start, len(lines)):
        line = lines[at]
        if (
            not line.bullet
            and line.blanks_before
            and is_plain_title(line.text)
            and not find_dates(line.text, year=2000)
            and not _is_event_title(line.text)
        ):
            return at
    return len(lines)


def _is_event_title(text):
    return bool(COMMITTEE.match(text)) or (is_capitals(text) and len(text) < 12)


def read_agenda(lines, *, meeting_day=None):
    """Events of an agenda: each begins with a line that holds a date; the lines below tell its title, its place, its items."""
    events = []
    told = [part for line in lines for part in _broken(line)]
    for group in _groups(told, meeting_day):
        event = _event(group, meeting_day)
        if event:
            events.append(event)
    return events


def _broken(line):
    """The lines inside a cell of a Markdown table, which <br> parts."""
    parts = [part for part in line.text.strip("| ").split("<br>") if part.strip()]
    if len(parts) < 2:
        return [line]
    return [make_line(line.index, line.page, line.number, part, 0) for part in parts]


def _groups(lines, meeting_day):
    groups = []
    for line in lines:
        if _opens(line, meeting_day) or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _opens(line, meeting_day):
    found = find_coming(line.text, after=meeting_day)
    if not found:
        return False
    # An item of the event above may name its own day and hours: « Mardi 10 octobre, 16h30 : … ».
    return found[0].start < 3 or not line.bullet


def _event(group, meeting_day):
    found = find_coming(group[0].text, after=meeting_day)
    if not found:
        return None
    when = found[0].when
    own = _after_date(group[0].text, found[0])
    titles, items = [own] if own else [], []
    for line in group[1:]:
        if line.bullet or (titles and _is_item(line.text)):
            items.append(line)
        elif items and line.text[0].islower():
            items[-1] = replace(items[-1], text=f"{items[-1].text} {line.text}")
        elif titles and line.blanks_before:
            break  # a note below the agenda, not the end of a title
        else:
            titles[-1:] = _continued(titles[-1:], line.text)
    told = squeeze(" ".join(titles))
    starts, ends = find_hours(told)
    title, where, registration = read_title(_without_hours(told) if starts else told)
    if len(title) < 3:
        return None
    tense = "past" if meeting_day and when.last_day < meeting_day else "announced"
    made = tuple(_item(line.text, when) for line in items)
    return Event(title, when, place_of(group), where, registration, starts, ends, made, tense)


def _after_date(text, found):
    cells = [squeeze(cell).strip(" :–-,;/") for cell in COLUMNS.split(f"{text[: found.start]} {text[found.end :]}")]
    told = [cell for cell in cells if cell]
    return ", ".join(told) if len(told) < 2 or len(told[-1]) > 60 else f"{', '.join(told[:-1])} ({told[-1]})"


def _continued(titles, text):
    """The next line of a title goes on with it, or names the place when it begins as places do."""
    if titles and PLACE_WORD.match(text) and not HANGING.search(titles[0]) and "(" not in text:
        return [f"{titles[0]}, {squeeze(text)}"]
    return [*titles, squeeze(text)] if not titles else [f"{titles[0]} {squeeze(text)}"]


def _is_item(text):
    return bool(COMMITTEE.match(text) or STAND.match(text) or NOTE.match(text))


def read_title(text):
    """« Forum …, Pavillon X (inscription obligatoire) » -> title, place, "required"."""
    registration = "required" if REGISTRATION.search(text) else ""
    text = re.sub(
        r"\s*\([^()]*inscription[^()]*\)|,?\s*inscriptions?\s+(?:obligatoires?|requises?)",
        "",
        text,
        flags=re.IGNORECASE,
    ).strip(" ,;–-")
    text, where = _cut_place(text)
    where = re.sub(r"^(?:[àa]\s+la\s+|[àa]\s+|en\s+(?!visio|ligne))", "", where)
    return text.strip(" ,;:–-"), where.strip(), registration


def _cut_place(text):
    bracket = re.search(r"\s*\(([^()]+)\)\s*$", text)
    if bracket and re.match(rf"(?:[àa]\s+|en\s+)?[{UPPER}]", bracket.group(1)):
        return text[: bracket.start()], bracket.group(1)
    last = LAST_PLACE.search(text)
    if not last:
        last = re.search(rf"\s+[àa]\s+([{UPPER}][\w’'-]+(?:\s+\([^)]*\))?)$", text)
    return (text[: last.start()], last.group(1)) if last else (text, "")


def _item(text, when):
    """« Mardi 10 / 16h30 à 17h00 / Focus, Plateau média » -> a session with its day, hours and room."""
    starts, ends = find_hours(text)
    kind = _item_kind(text)
    if not starts or kind == "note":
        return EventItem(kind, squeeze(text).strip(" ;"), where="")
    parts = [part.strip() for part in re.split(r"\s+[/|–-]\s+|\s*:\s+|\t", text) if part.strip()]
    told = [part for part in parts if not _is_time(part)]
    title = squeeze(" – ".join(told)) or squeeze(text)
    title, where, _ = read_title(_without_hours(title))
    return EventItem(kind, title, _day(text, when), starts, ends, where)


def _item_kind(text):
    if NOTE.match(text):
        return "note"
    if STAND.match(text):
        return "stand"
    if COMMITTEE.match(text):
        return "committee"
    return "session" if find_hours(text)[0] else "note"


def _is_time(part):
    bare = re.sub(
        rf"{WEEKDAY}|\d|[hH:àa\s/–-]|er\b|de\b|le\b|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre",
        "",
        part + " ",
        flags=re.IGNORECASE,
    )
    return not bare.strip(" ,.") or fold(part) in WEEKDAY_NAMES


def _without_hours(text):
    return squeeze(
        re.sub(r"(?:de\s+)?\d{1,2}\s?[hH:]\s?(?:\d{2})?(?:\s*(?:à|-|–)\s*\d{1,2}\s?[hH:]\s?(?:\d{2})?)?\s*,?", "", text)
    ).strip(" ,:–-")


def _day(text, when):
    """The day of the event that « Mardi 10 » names, by its number or its weekday."""
    found = DAY_OF.match(text)
    days = [
        when.first_day + timedelta(days=count) for count in range(min((when.last_day - when.first_day).days + 1, 31))
    ]
    if found:
        return next((day for day in days if day.day == int(found["day"])), None)
    weekday = fold(text).split(" ")[0]
    if weekday in WEEKDAY_NAMES:
        return next((day for day in days if day.weekday() == WEEKDAY_NAMES.index(weekday)), None)
    return when.first_day if isinstance(when.first_day, date) and len(days) == 1 else None
