from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.dates import FuzzyDate
from core.zones import HOME, city_of
from cufportal.agenda.kinds import Kind
from events.enums import EventStatus

WORDS = {
    EventStatus.CONFIRMED: "",
    EventStatus.PROPOSED: _("à l’étude"),
    EventStatus.TENTATIVE: _("à confirmer"),
    EventStatus.POSTPONED: _("à une autre date, à préciser"),
    EventStatus.CANCELLED: _("n’aura pas lieu"),
}


@lru_cache(maxsize=16384)
def page_of(name, number):
    return reverse(name, args=[number])


# Not frozen, which would make it three times as slow, and thousands are made for one page; nothing changes one later.
@dataclass(slots=True, unsafe_hash=True)
class Entry:
    """One date of the agenda. `starts` and `ends` are aware, in `time_zone`, and known only when the day is exact.

    Two entries that say the same are equal, so that what is written of one is written once.
    """

    uid: str  # the model and the number: « event-12 »
    kind: Kind
    title: str
    day: FuzzyDate
    address: tuple  # name of the page, number of its record, place in the page
    group: str = ""  # slug
    starts: datetime | None = None
    ends: datetime | None = None
    time_zone: str = HOME
    is_exact: bool = True
    status: str = EventStatus.CONFIRMED
    place: str = ""
    themes: str = ""  # their numbers, a line each
    sequence: int = 0
    updated_at: datetime | None = None
    part_of: str = ""  # uid of what it belongs to, with which it never clashes

    @property
    def url(self):
        name, number, fragment = self.address
        return page_of(name, number) + (f"#{fragment}" if fragment else "")

    @property
    def is_cancelled(self):
        return self.status == EventStatus.CANCELLED

    @property
    def status_word(self):
        """« à confirmer », « n’aura pas lieu »; what is confirmed needs no word. None has a gender: a meeting, an event."""
        return WORDS[EventStatus(self.status)]

    @property
    def theme_ids(self):
        return {int(number) for number in self.themes.split()}

    @property
    def thing(self):
        return self.part_of or self.uid

    @property
    def begins(self):
        """The hour in the zone of the place, for a page that would else turn it into Paris time."""
        return self.starts.time() if self.starts else None

    @property
    def finishes(self):
        return self.ends.time() if self.ends else None

    @property
    def city_of_zone(self):
        """Whose hour it is, when it is not that of Paris: « Pékin », as on the page of the record."""
        return "" if self.time_zone == HOME else city_of(self.time_zone)

    @property
    def order(self):
        return (self.day.first, self.begins or time.min, RANKS[self.kind], self.title, self.uid)

    def touches(self, first: date, last: date):
        return self.day.first <= last and self.day.last >= first


RANKS = {kind: rank for rank, kind in enumerate(Kind)}
