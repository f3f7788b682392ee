"""Two things at once: said of both, with the other's name. What is approximate, put off or cancelled is at the same time as nothing."""

from collections import defaultdict
from datetime import timedelta

from cufportal.agenda.kinds import CLASHING
from events.enums import EventStatus

LEFT = {EventStatus.CANCELLED, EventStatus.POSTPONED}  # the days of what is put off are no more its own
# Hours of two zones may be the same moment on two days.
DAY = timedelta(days=1)


def can_clash(entry):
    return entry.kind in CLASHING and entry.is_exact and entry.status not in LEFT


def has_hours(entry):
    return entry.starts is not None and entry.ends is not None


def are_at_once(one, other):
    """Whether two entries of different things overlap: by their hours when both have hours, else by their days.

    A part, such as a session, is compared by hours alone: by days, the event that holds it already clashes.
    """
    if one.thing == other.thing:
        return False
    if has_hours(one) and has_hours(other):
        return one.starts < other.ends and other.starts < one.ends
    if one.part_of or other.part_of:
        return False
    return one.day.first <= other.day.last and other.day.first <= one.day.last


def clashes_with(entry, others):
    """Return those of `others` that are at the same time as `entry`."""
    return [other for other in others if can_clash(entry) and can_clash(other) and are_at_once(entry, other)]


def clashes_among(entries):
    """Return {uid: [entries at the same time, in order]} of those of `entries` that clash with another."""
    found, running = defaultdict(list), []
    for entry in sorted(filter(can_clash, entries), key=lambda entry: entry.order):
        running = [other for other in running if other.day.last + DAY >= entry.day.first]
        for other in running:
            if are_at_once(entry, other):
                found[entry.uid].append(other)
                found[other.uid].append(entry)
        running.append(entry)
    return found
