"""What the files say, as plain objects: no database here."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from directory.enums import CodeSystem, Dataset, NameKind, NameLanguage, TerritoryKind
from directory.loading.rows import Row


class Code(NamedTuple):
    system: CodeSystem
    code: str


class Name(NamedTuple):
    text: str
    language: NameLanguage
    kind: NameKind


@dataclass(frozen=True, slots=True)
class LoadedTerritory:
    """`codes[0]` is the key by which the territory is found again; `parent` and the like are keys of others.

    `since` is the first day and `until` the day after the last one; None means unknown or still standing.
    """

    row: Row
    dataset: Dataset
    country: str
    kind: TerritoryKind
    level: int
    name: str
    codes: tuple[Code, ...]
    names: frozenset[Name] = field(default=frozenset())
    name_zh: str = ""
    name_latin: str = ""
    parent: Code | None = None
    intercommunality: Code | None = None
    successor: Code | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    since: date | None = None
    until: date | None = None

    @property
    def key(self):
        return self.codes[0]
