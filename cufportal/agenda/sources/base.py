"""What a source of the agenda says: which rows, when they are, which columns, and how a row becomes an entry."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Q, Subquery, TextField
from django.utils.translation import get_language, gettext

from core.dates import FuzzyDate
from cufportal.agenda.kinds import Kind


@dataclass(frozen=True)
class When:
    """How the rows of a source say when they are: the condition of not being over, of having begun, and the order."""

    not_over: Callable[[date], Q]
    begun: Callable[[date], Q]
    order: str


@dataclass(frozen=True, eq=False)  # known by itself: its columns would be long to compare
class Source:
    """`rows` gives what a user may see and the agenda shows; `entry` takes the `columns` of a row, in their order."""

    kind: Kind
    rows: Callable
    when: When
    columns: tuple
    entry: Callable
    group: str = "group"  # leads from a row to its group
    links: tuple = ()  # (model, many-to-many field) of the rows themselves, whose names are shown
    leads: bool = False  # stands in a short list: a session is shown with its event, a deadline where one works

    unmarked = frozenset({"updated_at"})  # columns whose change changes nothing of what is shown

    def since(self, user, first, group=""):
        """The rows that are not over on a day, of the group of a slug or of all."""
        rows = self.rows(user).filter(self.when.not_over(first))
        return rows.filter(**{f"{self.group}__slug": group}) if group else rows

    def between(self, user, first, last):
        return self.since(user, first).filter(self.when.begun(last))

    def next_entries(self, user, first, limit):
        rows = self.since(user, first).order_by(self.when.order, "pk")
        return self.entries_of(rows.values_list(*self.columns)[: 2 * limit])  # cancelled ones fall out

    def entries_of(self, rows):
        """The entries of rows of the `columns`: each is made once in each language, for whoever reads it."""
        language = get_language()
        return [made(self.entry, row, language) for row in rows]


@lru_cache(maxsize=8192)  # the dates of four years, some 12 MB
def made(entry, row, _language):
    return entry(*row)


DAY = timedelta(days=1)


def fuzzy_days(first_field, last_field=None):
    """One fuzzy date, or two of which the second may be empty."""

    def not_over(day):
        ends = Q(**{f"{first_field}__endswith__gt": day})
        return ends | Q(**{f"{last_field}__endswith__gt": day}) if last_field else ends

    return When(not_over, lambda day: Q(**{f"{first_field}__startswith__lte": day}), f"{first_field}__startswith")


def plain_days(first_field, last_field=None):
    def not_over(day):
        ends = Q(**{f"{first_field}__gte": day})
        return ends | Q(**{f"{last_field}__gte": day}) if last_field else ends

    return When(not_over, lambda day: Q(**{f"{first_field}__lte": day}), first_field)


def moment_before(day):
    """A moment before the day begins, wherever that is."""
    return datetime.combine(day, time.min, UTC) - DAY


def moment_after(day):
    return datetime.combine(day, time.min, UTC) + 2 * DAY


def moments(first_field, last_field=None):
    """Aware hours: what day they fall on is a matter of their zone, a day more or less than in UTC."""

    def not_over(day):
        return Q(**{f"{last_field or first_field}__gte": moment_before(day)})

    def begun(day):
        return Q(**{f"{first_field}__lt": moment_after(day)})

    return When(not_over, begun, first_field)


def links_of(model, field, owner="pk"):
    """The links of `field`, many-to-many, of one row; `owner` leads from the source's row to `model`."""
    relation = model._meta.get_field(field)
    links = relation.remote_field.through.objects.filter(**{f"{relation.m2m_field_name()}_id": OuterRef(owner)})
    return links, relation.m2m_reverse_field_name()


def names_of(model, field):
    """The names of what `field` links to, in their order, a line each."""
    links, target = links_of(model, field)
    return Lines(links.order_by(f"{target}__sort_key", f"{target}_id").values_list(f"{target}__name", flat=True))


def themes_of(model, owner="pk"):
    """The numbers of the themes, a line each, as an Entry holds them: thirty of them name those of thousands of rows."""
    links, target = links_of(model, "themes", owner)
    return Lines(links.order_by().values_list(f"{target}_id", flat=True))


class Lines(Subquery):
    """The values of a query of one column as one text, which is read ten times faster than an array."""

    template = "array_to_string(ARRAY(%(subquery)s), chr(10))"
    output_field = TextField()


def span(first, first_words, last, last_words=""):
    """One FuzzyDate of two ranges of days, the second None when there is one alone, and whether it is exact to the day."""
    begin = FuzzyDate.from_range(first, first_words)
    if last is None:
        return begin, begin.is_exact
    end = FuzzyDate.from_range(last)
    day = FuzzyDate(begin.first, max(begin.last, end.last))
    return day, begin.is_exact and end.is_exact


def in_zone(moment, zone):
    return moment and moment.astimezone(ZoneInfo(zone))


def at_hour(day, hour, zone):
    return datetime.combine(day, hour, ZoneInfo(zone)) if hour else None


def days_of(starts, ends):
    """The days from one aware moment to another, in their own zone; midnight is the end of the day before."""
    last = (ends - timedelta(microseconds=1)).date() if ends > starts else ends.date()
    return FuzzyDate(starts.date(), max(starts.date(), last))


def joined(*parts):
    """« Salle des fêtes, Lyon »: the places that are known, each once: the city that hosts is often the place."""
    return ", ".join(dict.fromkeys(part for part in parts if part))


def translated(text):
    """What `gettext` says, looked up once for each language: a year says the same few words a thousand times."""
    return translated_into(get_language(), text)


@lru_cache(maxsize=256)
def translated_into(language, text):
    return gettext(text)
