import re
from dataclasses import dataclass, field, replace

from meetings.minutes.folding import unaccented
from meetings.minutes.parsed import Action, Conclusion, Position, Section
from meetings.minutes.parsing.actions import (
    ATTRIBUTES,
    MARKED,
    due_of,
    in_prose,
    is_closing,
    is_task,
    lists_tasks,
    make_action,
    owner_of,
    with_attributes,
)
from meetings.minutes.parsing.events import NEXT, find_mentions
from meetings.minutes.parsing.people import is_person_line
from meetings.minutes.parsing.titles import NUMBERED, bare_title, is_plain_title, is_set_apart

CONCLUDES = re.compile(
    r"\b(?:retiennent|conviennent|convenu|decident?|s[’']accordent|conclusions?|lecons?|enseignements?|recommandations?|constats?|points?\s+saillants?|retenir|retenue?s|acquis|facteurs)\b"
)
CONCLUSIONS_TITLE = re.compile(
    r"(?:les\s+|principales?\s+)?(?:conclusions|lecons|enseignements|recommandations|points?\s+saillants?)\b"
)
AGENDA_ITEMS = re.compile(r"(?:rappel\s+de\s+l[’'])?ordre\s+du\s+jour\b")


@dataclass
class Body:
    sections: list = field(default_factory=list)
    actions: list = field(default_factory=list)
    conclusions: list = field(default_factory=list)
    positions: list = field(default_factory=list)


@dataclass
class Reading:
    """Where the reading of the body stands: the section it is in, and whether a list of conclusions is under way."""

    title: str = ""
    paragraphs: list = field(default_factory=list)
    place: object = None
    concluding: bool = False
    about: str = ""
    current: Conclusion | None = None
    follows: int = -1
    follows_action: bool = False
    was_read: bool = False


def read_body(blocks, *, day=None):
    """Sections, actions, conclusions and closing positions of the blocks that are neither heading, list, table nor agenda."""
    body, state = Body(), Reading()
    blocks = _without_lists(blocks)
    for block in blocks:
        if is_heading(block, state) or _leaves(block, state):
            _close(body, state, title_over_title=is_heading(block, state) and not _leaves(block, state))
            state = _next(block, state)
            if state.title:
                continue
        state.follows, state.was_read = block.lines[-1].index, True
        _read(block, body, state, day)
    _close(body, state)
    return body


def _without_lists(blocks):
    """Numbered lines one right under the other are a list: they lose their chance of being titles."""
    numbered = [bool(NUMBERED.match(block.text)) and len(block.text) < 150 for block in blocks]
    listed = {
        at
        for first, at in enumerate(range(1, len(blocks)))
        if numbered[first]
        and numbered[at]
        and not blocks[at].blanks_before
        and blocks[at].lines[0].index == blocks[first].lines[-1].index + 1
    }
    listed |= {at - 1 for at in listed}
    return [replace(block, listed=True) if at in listed else block for at, block in enumerate(blocks)]


def is_heading(block, state):
    if block.bullet or block.listed or _is_agenda_item(block, state):
        return False
    return (is_plain_title(block.text) or is_set_apart(block)) and not is_person_line(block.text)


def _is_agenda_item(block, state):
    """A number under « Ordre du jour » is an item of it; when the numbers begin again, they are the minutes' own titles."""
    number = re.match(r"\d+", block.text)
    if not number or not AGENDA_ITEMS.match(unaccented(state.title)) or _leaves(block, state):
        return False
    last = re.match(r"\d+", state.paragraphs[-1]) if state.paragraphs else None
    return not state.paragraphs or (last is not None and int(number.group()) > int(last.group()))


def _leaves(block, state):
    """A table or a list lies between this block and the last one: what follows it is another section."""
    return state.follows >= 0 and block.lines[0].index > state.follows + 1


def _next(block, state):
    if not is_heading(block, state):
        return Reading(place=block.place)
    title = bare_title(block.text)
    return Reading(
        title,
        place=block.place,
        concluding=bool(CONCLUSIONS_TITLE.match(unaccented(title))),
        follows=block.lines[-1].index,
    )


def _read(block, body, state, day):
    text = block.text
    if ATTRIBUTES.match(text) and _has_attributes(body, state, day):
        body.actions[-1] = with_attributes(body.actions[-1], text, day)
        return
    state.follows_action = False
    if is_closing(text):
        _end_conclusion(body, state)
        state.concluding = False
        body.positions.append(Position(text, block.place))
    elif block.bullet and state.concluding and (block.is_dash or CONCLUSIONS_TITLE.match(unaccented(state.title))):
        _end_conclusion(body, state)
        state.current = Conclusion(text, block.place, state.about)
    elif block.bullet and _is_action(block, state):
        _end_conclusion(body, state)
        state.concluding = state.concluding and block.is_dash
        body.actions.append(make_action(block, section=state.title, day=day))
        state.follows_action = True
    elif MARKED.match(text) and not block.bullet:
        _end_conclusion(body, state)
        body.actions.append(make_action(block, section=state.title, day=day))
        state.follows_action = True
    elif state.current and not block.bullet:
        state.current = replace(state.current, paragraphs=(*state.current.paragraphs, text))
    else:
        _paragraph(block, body, state, day)


def _has_attributes(body, state, day):
    """The line above is an action; or it is a paragraph that « Responsable : … » below makes one."""
    if not state.follows_action and state.paragraphs and state.place:
        text = state.paragraphs[-1]
        body.actions.append(Action(text, state.place, owner_of(text), due_of(text, day), state.title, sure=True))
        state.follows_action = True
    return state.follows_action


def _is_action(block, state):
    if MARKED.match(block.text):
        return True
    if NEXT.match(block.text):
        return False  # a date to come is an event
    if AGENDA_ITEMS.match(unaccented(state.title)) or CONCLUSIONS_TITLE.match(unaccented(state.title)):
        return False
    if lists_tasks(state.title):
        return not is_closing(block.text)
    return block.is_arrow and is_task(block.text)


def _paragraph(block, body, state, day):
    state.place = state.place or block.place
    state.paragraphs.append(block.text)
    if block.text.endswith(":") and CONCLUDES.search(unaccented(block.text)):
        state.concluding = True
        mentions = find_mentions(block.text)
        state.about = mentions[0].text if mentions else ""
    else:
        body.actions += in_prose(block, section=state.title, day=day)


def _end_conclusion(body, state):
    if state.current:
        body.conclusions.append(state.current)
        state.current = None


def _close(body, state, *, title_over_title=False):
    """End the section: one without a paragraph is kept only when it is a title right above another."""
    _end_conclusion(body, state)
    if state.paragraphs or (title_over_title and state.title and not state.was_read):
        body.sections.append(Section(state.title, tuple(state.paragraphs), state.place))
