from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.dates import write
from meetings.enums import DecisionKind
from meetings.minutes.composing.wording import day_in_words, hours_in_words
from meetings.minutes.document import (
    Action,
    Actions,
    Agenda,
    AgendaEntry,
    BulletList,
    Heading,
    OrderedList,
    paragraph_of,
)
from meetings.minutes.richtext import blocks_from_html

DECISION_HEADINGS = {
    DecisionKind.DECISION: gettext_lazy("Décisions"),
    DecisionKind.CONCLUSION: gettext_lazy("Conclusions"),
    DecisionKind.POSITION: gettext_lazy("Positions"),
    DecisionKind.INFORMATION: gettext_lazy("Informations"),
}


def agenda_blocks(items):
    if items:
        yield Heading(2, _("Ordre du jour"))
        yield OrderedList(tuple((paragraph_of(item.title),) for item in items))


def section_blocks(section):
    if section.title:
        yield Heading(2, section.title)
    yield from blocks_from_html(section.body)


def decision_blocks(decisions):
    order = list(DECISION_HEADINGS)
    rows = sorted(decisions, key=lambda row: (order.index(row.kind), row.rank, row.pk))
    for kind, group in groupby(rows, key=lambda row: row.kind):
        yield Heading(2, str(DECISION_HEADINGS[kind]))
        yield BulletList(tuple(tuple(paragraphs(row.text, row.details)) for row in group))


def paragraphs(*texts):
    return [paragraph_of(line) for text in texts for line in text.splitlines() if line.strip()]


def action_blocks(actions):
    rows = tuple(
        Action(
            text=action.text,
            owner=str(action.owner or ""),
            due=write(action.due) if action.due else "",
            state=str(action.get_state_display()),
        )
        for action in actions
    )
    if rows:
        yield Heading(2, _("Actions"))
        yield Actions(rows)


def announcement_blocks(announcements):
    entries = tuple(
        AgendaEntry(when=write(event.when) if event.when else "", blocks=tuple(announcement_parts(event)))
        for event in announcements
    )
    if entries:
        yield Heading(2, _("Agenda"))
        yield Agenda(entries)


def announcement_parts(event):
    place = f", {event.place}" if event.place else ""
    registration = _(" (inscription obligatoire)") if event.registration_required else ""
    yield paragraph_of(f"{event.title}{place}{registration}", bold=True)
    items = tuple((paragraph_of(item_line(item)),) for item in event.items.all())
    if items:
        yield BulletList(items, marker="arrow")


def item_line(item):
    day = item.day and day_in_words(item.day)
    hours = hours_in_words(item.starts_at, item.ends_at)
    return " / ".join(str(part) for part in (day, hours, item.text, item.place) if part)
