"""What a document says, in its own words: nothing here is matched with what the portal knows."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Place:
    page: int
    line: int
    excerpt: str


@dataclass(frozen=True)
class When:
    """Words that tell a date, and the days they may mean (both ends included); `weekday` is wrong when it does not fit."""

    text: str
    first_day: date | None = None
    last_day: date | None = None
    precision: str = ""
    wrong_weekday: str = ""


@dataclass(frozen=True)
class Meeting:
    title: str
    place: Place
    group: str = ""
    when: When | None = None
    starts_at: str = ""
    ends_at: str = ""
    venue: str = ""
    address: str = ""
    access: str = ""
    genre: str = ""


@dataclass(frozen=True)
class Person:
    name: str
    place: Place
    first_name: str = ""
    last_name: str = ""
    civility: str = ""
    function: str = ""
    organisation: str = ""
    role: str = "participant"
    presence: str = "present"
    level: str = ""
    represents: str = ""
    represented_by: str = ""
    since: str = ""
    part: str = ""


@dataclass(frozen=True)
class Organisation:
    name: str
    place: Place
    acronym: str = ""
    presence: str = "present"
    kind: str = ""


@dataclass(frozen=True)
class Party:
    """One side of a label: « Ville de Tours », « Liaoyang (Yunnan) ». `kind` is what the type word says, or "".

    `hanzi` is the Chinese name written after the other, if any.
    """

    text: str
    name: str
    kind: str = ""
    bracket: str = ""
    hanzi: str = ""


@dataclass(frozen=True)
class Cell:
    text: str = ""
    form: str = ""
    since: str = ""
    themes: tuple[str, ...] = ()
    milestones: tuple[tuple[str, str], ...] = ()
    actors: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    label: str
    parties: tuple[Party, ...]
    cell: Cell
    place: Place


@dataclass(frozen=True)
class Section:
    title: str
    paragraphs: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class EventItem:
    kind: str
    text: str
    day: date | None = None
    starts_at: str = ""
    ends_at: str = ""
    where: str = ""


@dataclass(frozen=True)
class Event:
    title: str
    when: When
    place: Place
    where: str = ""
    registration: str = ""
    starts_at: str = ""
    ends_at: str = ""
    items: tuple[EventItem, ...] = ()
    tense: str = "announced"


@dataclass(frozen=True)
class Action:
    text: str
    place: Place
    owner: str = ""
    due: When | None = None
    section: str = ""
    sure: bool = True


@dataclass(frozen=True)
class Conclusion:
    text: str
    place: Place
    about: str = ""
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Position:
    text: str
    place: Place


@dataclass(frozen=True)
class EventMention:
    """« assises 2017 »: an event named by its kind and a date, wherever it is said."""

    noun: str
    year: int
    text: str
    dated: bool


@dataclass(frozen=True)
class ParsedMinutes:
    meeting: Meeting | None = None
    persons: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    rows: tuple[Row, ...] = ()
    sections: tuple[Section, ...] = ()
    events: tuple[Event, ...] = ()
    actions: tuple[Action, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    positions: tuple[Position, ...] = ()
    mentions: tuple[EventMention, ...] = ()
