"""The minutes as a tree of plain blocks: what every export renders, and nothing of how."""

import datetime
from dataclasses import dataclass, fields

from meetings.minutes.runs import Run, clean_text, runs_of


@dataclass(frozen=True, slots=True)
class Heading:
    level: int  # as in HTML; renderers close the gaps
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    role: str = ""  # "", "form" (of a partnership) or "meta" (who, when, state)

    @property
    def text(self):
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[tuple["Block", ...], ...]
    marker: str = ""  # "" or "arrow", for what follows from the meeting


@dataclass(frozen=True, slots=True)
class OrderedList:
    items: tuple[tuple["Block", ...], ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class KeyValueEntry:
    label: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class KeyValue:
    entries: tuple[KeyValueEntry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A cell is a tuple of blocks; short rows are filled with empty cells when rendered."""

    rows: tuple[tuple[tuple["Block", ...], ...], ...]
    header: tuple[tuple["Block", ...], ...] = ()
    caption: str = ""
    kind: str = ""  # "", "round" or "agenda": whose first column heads its row


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One speaker of the round: a pair, or one name when `foreign` is empty."""

    french: str
    blocks: tuple["Block", ...] = ()
    foreign: str = ""
    hanzi: str = ""
    form: str = ""

    @property
    def label(self):
        return " – ".join(name for name in (self.french, self.foreign) if name)


@dataclass(frozen=True, slots=True)
class RoundTable:
    rows: tuple[RoundRow, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    when: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    entries: tuple[AgendaEntry, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    text: str
    owner: str = ""
    due: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Actions:
    rows: tuple[Action, ...]


Block = Heading | Paragraph | Quote | BulletList | OrderedList | KeyValue | Table | RoundTable | Agenda | Actions


@dataclass(frozen=True, slots=True)
class MinutesDocument:
    title: str
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    language: str = "fr"  # "fr", "en" or "zh-Hans": of the fixed words and of the hyphenation
    group: str = ""
    genre: str = ""
    date_line: str = ""
    place_lines: tuple[str, ...] = ()
    version_line: str = ""
    organisation: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    dated: datetime.date | None = None  # of the version; stands in the files instead of the clock

    @property
    def plain_title(self):
        """The title on one line, as file properties want it; never empty, for a PDF without a title is not accessible."""
        return " ".join(clean_text(self.title).split()) or "…"

    @property
    def imprint(self):
        return " · ".join(part for part in (self.group, self.genre, self.version_line) if part)

    @property
    def front_lines(self):
        """The lines under the title, in the order of every export."""
        lines = (self.subtitle, self.date_line, *self.place_lines, self.imprint)
        return tuple(line for line in map(clean_text, lines) if line.strip())


NODE_TYPES = {
    node.__name__: node
    for node in (
        *(Run, Heading, Paragraph, Quote, BulletList, OrderedList, KeyValueEntry, KeyValue, Table),
        *(RoundRow, RoundTable, AgendaEntry, Agenda, Action, Actions, MinutesDocument),
    )
}


def as_data(node):
    """Return `node` (a document or any part of it) as what JSON can hold; `from_data` gives it back."""
    if isinstance(node, tuple):
        return [as_data(part) for part in node]
    if isinstance(node, datetime.date):
        return {"type": "date", "value": node.isoformat()}
    if type(node).__name__ in NODE_TYPES:
        values = {field.name: as_data(getattr(node, field.name)) for field in fields(node)}
        return {"type": type(node).__name__, **values}
    return node


def from_data(data):
    """Rebuild what `as_data` wrote. ValueError when `data` is not that."""
    if isinstance(data, list):
        return tuple(from_data(part) for part in data)
    if not isinstance(data, dict):
        return data
    values = {name: from_data(value) for name, value in data.items() if name != "type"}
    try:
        if data["type"] == "date":
            return datetime.date.fromisoformat(values["value"])
        return NODE_TYPES[data["type"]](**values)
    except (KeyError, TypeError) as error:
        raise ValueError(f"Not a part of a document of minutes: {error}") from error


def paragraph_of(text: str, *, role: str = "", bold: bool = False) -> Paragraph:
    return Paragraph(runs_of(text, bold=bold), role)
