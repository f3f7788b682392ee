import re
from dataclasses import replace

from meetings.minutes.folding import fold, squeeze, unaccented
from meetings.minutes.parsed import Event, EventMention
from meetings.minutes.parsing.dates import WEEKDAY, find_coming, find_dates, find_hours
from meetings.minutes.parsing.roles import at_offset
from meetings.minutes.parsing.wording import EVENT_NOUNS, UPPER

MENTION = re.compile(
    rf"\b(?P<noun>{EVENT_NOUNS})\s+(?:(?!de\s|du\s|des\s|en\s)[a-zéèêç’-]+\s+){{0,3}}(?:de\s+|d[’']\s*|du\s+|en\s+)?"
    r"(?P<month>(?:(?:fin|d[ée]but|mi)[- ])?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)\s+)?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
# « les Assises franco-marocaines se tiendront à Fès les 3 et 4 mai 2024 »
HELD = re.compile(
    rf"\b(?P<title>(?:{EVENT_NOUNS})\b[^.;:()]{{0,90}}?)\s*,?\s+(?:qui\s+)?(?:(?:se\s+)?(?:tiendra|tiendront|d[ée]roulera|d[ée]rouleront)|aura\s+lieu|auront\s+lieu|"
    r"(?:s[’']est|se\s+sont)\s+(?:tenue?s?|d[ée]roul[ée]e?s?)|a\s+eu\s+lieu|ont\s+eu\s+lieu|est\s+pr[ée]vue?s?|sont\s+pr[ée]vue?s?|(?:est|sont)\s+organis[ée]e?s?)\b(?P<rest>[^.]{0,120})",
    re.IGNORECASE,
)
# « Prochaine réunion du groupe : le 14 juin 2016 »
NEXT = re.compile(
    r"\b(?P<title>prochaine?s?\s+(?:r[ée]unions?|rencontres?|s[ée]ances?|assises|points?|comit[ée]s?|groupes?[- ]pays|rendez-vous|RDV|copil)\b[^.;:()\d]{0,60}?)\s*"
    rf"(?:\s:|:|,|est\s+(?:fix|pr[ée]v)\w+|aura\s+lieu|se\s+tiendra)?\s*(?<!\w)(?=(?:le|au|les|pour|en|[àa])\s|du\s+(?:\d|{WEEKDAY})|{WEEKDAY}|\d)(?P<rest>[^.;]{{4,110}})",
    re.IGNORECASE,
)
WHERE = re.compile(
    rf"\b(?:[àa]|au|aux|en|dans\s+le|dans\s+la)\s+(?P<where>[{UPPER}][\w’'-]*(?:\s+(?:et\s+)?(?:dans\s+le\s+|dans\s+la\s+|[àa]\s+)?[{UPPER}][\w’'-]*){{0,3}})"
)


def noun_of(text):
    """The kind of event a title begins with, folded and singular or plural as one: assises, rencontre, seminaire…"""
    found = re.search(rf"\b(?:{EVENT_NOUNS})\b", text, re.IGNORECASE)
    folded = unaccented(found.group()) if found else ""
    return folded if folded == "assises" else folded.rstrip("s")


def find_mentions(text):
    return [
        EventMention(noun_of(x["noun"]), int(x["year"]), squeeze(x.group()), bool(x["month"]))
        for x in MENTION.finditer(text)
    ]


def find_events(blocks, known, *, meeting_day):
    """Events that the prose dates to the month at least and that the agenda does not already hold."""
    events = []
    for block in blocks:
        for event in [*_held(block, meeting_day), *_named(block, meeting_day)]:
            if not any(_same(event, other) for other in [*known, *events]):
                events.append(event)
    return events


def _held(block, meeting_day):
    for found in [*HELD.finditer(block.text), *NEXT.finditer(block.text)]:
        dates = find_coming(found["rest"], after=meeting_day)
        if dates:
            where = WHERE.search(found["rest"][: dates[0].start]) or WHERE.search(found["rest"][dates[0].end :])
            place = where["where"] if where else ""
            event = _make(block, found.start(), found["title"], dates[0].when, place, meeting_day)
            starts, ends = find_hours(found["rest"])
            yield replace(event, starts_at=starts, ends_at=ends)


def _named(block, meeting_day):
    for found in MENTION.finditer(block.text):
        dates = find_dates(found.group()) if found["month"] else []
        if dates and not re.search(r"\b(?:19|20)\d\d", found.group()[: dates[0].start]):
            title = re.sub(r"\s+(?:de|du|d[’']|en)\s*$", "", found.group()[: dates[0].start].strip())
            yield _make(block, found.start(), title, dates[0].when, "", meeting_day)


def _make(block, offset, title, when, where, meeting_day):
    title = squeeze(title).strip(" ,")
    tense = "past" if meeting_day and when.last_day < meeting_day else "announced"
    return Event(
        title[:1].upper() + title[1:],
        when,
        at_offset(block, offset, block.text[offset : offset + 200]),
        where,
        tense=tense,
    )


def _same(event, other):
    """One event said twice: days in common, and the same kind of event or the very same days."""
    apart = event.when.last_day < other.when.first_day or other.when.last_day < event.when.first_day
    if apart:
        return False
    return (
        noun_of(event.title) == noun_of(other.title)
        or fold(event.title) in fold(other.title)
        or event.when.first_day == other.when.first_day
    )
