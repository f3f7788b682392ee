from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class KnownPair:
    """A partnership already recorded: the codes of both sides, the name of the foreign one, who says so."""

    french: tuple[str, str]
    foreign: tuple[str, str]
    foreign_name: str
    source: str = ""


@dataclass(frozen=True)
class KnownOrganisation:
    key: str
    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownEvent:
    title: str
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True)
class Known:
    """What the portal holds already, so that what a document says otherwise becomes a doubt.

    Codes are (code_system, code), as in the gazetteer. `country` (ISO 3166-1) is the group's, when the caller knows it;
    otherwise it is read from the name of the group.
    """

    pairs: tuple[KnownPair, ...] = ()
    organisations: tuple[KnownOrganisation, ...] = ()
    events: tuple[KnownEvent, ...] = ()
    country: str = ""
