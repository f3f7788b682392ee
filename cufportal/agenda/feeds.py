"""What a calendar program reads: which entries, and whether anything of them has changed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import chain
from operator import attrgetter

from django.utils import timezone

from cufportal.agenda.sources import SOURCES
from cufportal.agenda.statements import Reader, marks_from, rows_from

PAST = timedelta(days=365)  # a calendar keeps a year of what is over
VERSION = 2  # of what `calendars` writes: raised when the same entries are written otherwise


@dataclass(frozen=True)
class Feed:
    """A reader's entries from a day on, of one group (its slug) or all, of some kinds or all."""

    reader: Reader
    first: date
    group: str = ""
    kinds: frozenset = frozenset()

    @classmethod
    def of(cls, user, *, group="", kinds=()):
        return cls(Reader.of(user), timezone.localdate() - PAST, group, frozenset(kinds))

    @property
    def sources(self):
        return tuple(source for source in SOURCES if not self.kinds or source.kind in self.kinds)

    def entries(self):
        """The entries, in order; one query for each source."""
        found = [source.entries_of(rows_from(self.reader, source, self.first, self.group)) for source in self.sources]
        return sorted(chain.from_iterable(found), key=attrgetter("order"))


@dataclass(frozen=True)
class Stamp:
    etag: str
    changed_at: datetime | None


def stamp_of(feed: Feed) -> Stamp:
    """Say by one query in what state the entries of a feed are, without making them.

    The tag is weak: a record saved again without a change gives its entry another LAST-MODIFIED, and the same tag.
    """
    count, marks, changed_at = marks_from(feed.reader, feed.sources, feed.first, feed.group)
    said = f"{VERSION} {count} {marks} {feed.group} {sorted(feed.kinds)}"
    return Stamp(f'W/"{sha256(said.encode()).hexdigest()[:32]}"', changed_at)
