"""The history of a record as its reader may see it: entries in words, with who and from where."""

from dataclasses import dataclass

from django.core.paginator import Paginator

from core.history.describing import Entry, entries_of
from core.history.reading import by_request, keys, steps_of
from cufportal.history.authors import Authors, where
from cufportal.perms import can_read_authors

LONGEST = 1000  # versions that one history shows; those before are in the audit
A_PAGE = 20
IN_BLOCK = 3
LOOKED_AT = 60  # versions among which the block finds its entries


@dataclass(frozen=True)
class Shown:
    """An entry as a page writes it; `reason` is "" for those who may not read it."""

    entry: Entry
    who: str
    where: str
    reason: str


def history_page(record, number, row, reader, page):
    """A page of Shown entries, and whether older ones were left out; the same number of statements whatever their count."""
    found = list(keys(record, number)[: LONGEST + 1])
    cut, found = len(found) > LONGEST, found[:LONGEST]
    if reader.sees_all:  # who reads everything needs only the versions of this page
        paginator = Paginator(by_request(found), A_PAGE)
        shown = paginator.get_page(page)
        of_page = [key for request in shown.object_list for key in request]
        entries = entries_of(steps_of(record, number, of_page, reader), reader)
    else:
        paginator = Paginator(entries_of(steps_of(record, number, found, reader), reader), A_PAGE)
        shown = paginator.get_page(page)
        entries = shown.object_list
    return shown, attributed(entries, record, row, reader), cut


def last_entries(record, row, reader):
    """The few entries that the page of a record shows."""
    found = list(keys(record, row.pk)[:LOOKED_AT])
    if reader.sees_all:
        found = [key for request in by_request(found)[:IN_BLOCK] for key in request]
    entries = entries_of(steps_of(record, row.pk, found, reader), reader)
    return attributed(entries[:IN_BLOCK], record, row, reader)


def attributed(entries, record, row, reader):
    by_name = can_read_authors(reader, record, row)
    authors = Authors([entry.context for entry in entries], by_name=by_name)
    return [
        Shown(
            entry,
            authors.who(entry.context, entry.at),
            where(entry.context),
            entry.context.get("reason", "") if by_name else "",
        )
        for entry in entries
    ]
