"""From the lines of a document to what it says: `parse`."""

import re

from meetings.minutes.gazetteer import Gazetteer
from meetings.minutes.parsed import Organisation, ParsedMinutes, Person
from meetings.minutes.parsing.agenda import find_agenda, read_agenda
from meetings.minutes.parsing.attendance import find_attendance
from meetings.minutes.parsing.blocks import make_blocks
from meetings.minutes.parsing.body import read_body
from meetings.minutes.parsing.events import find_events, find_mentions
from meetings.minutes.parsing.heading import read_heading
from meetings.minutes.parsing.labels import STRONG, judge
from meetings.minutes.parsing.lines import read_lines, usual_width, vocabulary
from meetings.minutes.parsing.presence import merged
from meetings.minutes.parsing.roles import find_roles, find_speakers, speakers_of
from meetings.minutes.parsing.round_table import find_rows
from meetings.minutes.parsing.task_table import find_tasks

OPENING = 60
LETTER = re.compile(r"(de|from|à|a|to|cc|objet|subject|envoyé|sent)\s*:\s", re.IGNORECASE)
ABSENCE = re.compile(r"n[’'](?:a|avait)\s+(?:pas|pu)\b.{0,30}pr[ée]sid", re.IGNORECASE)


def parse(document, gazetteer=None):
    """What the minutes in `document` say, each fact with its page and line.

    `document` has `pages`, a tuple of texts whose lines are those of the original; `gazetteer` helps to see where a name
    ends. What does not look like minutes gives an empty result; no text is refused.
    """
    gazetteer = gazetteer or Gazetteer()
    lines = read_lines(document)
    if _is_letter(lines):
        return ParsedMinutes()
    width, words = usual_width(lines), vocabulary(lines)
    lists, listed = find_attendance(lines, gazetteer, width=width, words=words)
    meeting, headed = read_heading(lines, listed)
    agenda = find_agenda(lines, listed)
    planned = set(range(*agenda)) if agenda else set()
    day = meeting.when.first_day if meeting and meeting.when else None
    tasks, tasked = find_tasks(lines, listed | headed | planned, day=day)
    rows, tabled = find_rows(lines, listed | headed | planned | tasked, gazetteer, width=width, words=words)
    if not _looks_like_minutes(meeting, lists, rows, agenda, gazetteer):
        return ParsedMinutes()
    told = listed | headed | planned | tasked | tabled
    blocks = make_blocks([line for line in lines if line.index not in told], width=width, words=words)
    events = read_agenda(lines[agenda[0] + 1 : agenda[1]], meeting_day=day) if agenda else []
    entries = _entries(blocks, lists, rows, gazetteer, before=min(OPENING, min(tabled, default=OPENING)))
    return _gathered(
        meeting, entries, rows, [*events, *find_events(blocks, events, meeting_day=day)], tasks, blocks, day
    )


def _entries(blocks, lists, rows, gazetteer, *, before):
    """Who was there, as told by the opening sentences, the lines that name a speaker, the rows, and the lists."""
    opening = [block for block in blocks if block.lines[0].index < before]
    return [*find_roles(opening, gazetteer), *find_speakers(blocks), *speakers_of(rows), *lists]


def _gathered(meeting, entries, rows, events, tasks, blocks, day):
    body = read_body([block for block in blocks if not ABSENCE.search(block.text)], day=day)
    return ParsedMinutes(
        meeting=meeting,
        persons=merged([entry for entry in entries if isinstance(entry, Person)]),
        organisations=tuple(entry for entry in entries if isinstance(entry, Organisation)),
        rows=tuple(rows),
        sections=tuple(body.sections),
        events=tuple(events),
        actions=(*body.actions, *tasks),
        conclusions=tuple(body.conclusions),
        positions=tuple(body.positions),
        mentions=tuple(mention for block in blocks for mention in find_mentions(block.text)),
    )


def _is_letter(lines):
    """An e-mail about a meeting: who writes, to whom, about what, in its first lines."""
    heads = {found.group(1)[:2].lower() for line in lines[:12] if (found := LETTER.match(line.text))}
    return len(heads) > 2


def _looks_like_minutes(meeting, lists, rows, agenda, gazetteer):
    """A heading of the kind with something that confirms it; or, without one, a round table that cannot be chance."""
    if meeting:
        told = [meeting.when, meeting.group, lists, len(rows) > 1, agenda]
        return sum(map(bool, told)) >= 2
    sure = [row for row in rows if row.cell.text and len(row.parties) == 2 and _is_strong(row, gazetteer)]
    return len(sure) > 2


def _is_strong(row, gazetteer):
    label = judge(row.label, gazetteer)
    return label is not None and label.strength == STRONG
