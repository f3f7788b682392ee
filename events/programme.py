"""The programme of an event as a page shows it: day after day, in the hours that are kept to on the spot."""

from dataclasses import dataclass, field
from datetime import time
from itertools import groupby

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from core.dates import FuzzyDate, write
from core.zones import HOME, moment_in_words, zone_in_words
from events.enums import RegistrationMode, SeatState
from events.models import Seat, Session
from events.perms import can_manage_registrations


@dataclass
class Line:
    """One session of a day; the hours are those of its own zone, which is named where the reader could mistake it."""

    session: Session
    zone: str = ""
    seat: Seat | None = None  # the reader's own
    waiting: int | None = None  # how many wait, for staff
    others: list = field(default_factory=list)  # the sessions held at the same time

    @property
    def starts(self) -> time:
        return self.session.local_start.time()  # without its zone: a template would turn it into Paris time

    @property
    def ends(self) -> time:
        return self.session.local_end.time()

    @property
    def ends_on(self):
        """The day of the end, when it is another than that of the beginning."""
        last = self.session.local_end.date()
        return last if last != self.session.local_start.date() else None

    @cached_property
    def is_choosable(self):
        return not self.session.is_cancelled and not self.session.has_begun

    @cached_property
    def counts_seats(self):
        return self.session.capacity is not None and self.is_choosable


@dataclass
class Day:
    date: object
    lines: list = field(default_factory=list)


def programme_of(event, user):
    """Return the days of an event, each with its lines in the order of the hours; `user` is who reads them."""
    sessions = list(sessions_shown(event, user))
    zones = {session.time_zone for session in sessions}
    seats = own_seats(event, user)
    lines = [
        Line(
            session=session,
            zone=zone_in_words(session.time_zone) if zones != {HOME} else "",
            seat=seats.get(session.pk),
            waiting=getattr(session, "waiting", None),
        )
        for session in sessions
    ]
    lines.sort(key=lambda line: (line.session.local_start.date(), line.session.starts_at))
    return [Day(date, list(of_day)) for date, of_day in groupby(lines, lambda line: line.session.local_start.date())]


def sessions_shown(event, user):
    """The sessions; who waits is counted for staff alone."""
    sessions = event.sessions.select_related("place")
    if can_manage_registrations(user):
        return sessions.annotate(waiting=Count("seats", filter=Q(seats__state=SeatState.WAITING)))
    return sessions


def session_in_words(session):
    """« 14 décembre 2027, 9h00 – 12h30, heure de Pékin »: when a session is, where its event does not say the day."""
    first, last = session.local_start, session.local_end
    day, starts, ends = write(FuzzyDate.day(first.date())), clock(first), clock(last)
    if last.date() != first.date():
        ends = f"{write(FuzzyDate.day(last.date()))}, {ends}"
    words = f"{day}, {starts} – {ends}"
    return words if session.time_zone == HOME else f"{words}, {zone_in_words(session.time_zone)}"


def clock(moment):
    return time_format(moment.time(), "TIME_FORMAT")


def own_seats(event, user):
    """The live seats of the reader themselves, by session."""
    if not user.is_authenticated or user.person_id is None:
        return {}
    seats = Seat.objects.live().filter(registration__event=event, registration__person=user.person_id)
    return {seat.session_id: seat for seat in seats.select_related("session")}


def dates_before(event):
    """The dates under which the event was announced before those it has now, oldest first."""
    now = event.first_day, event.last_day
    return [announced for announced in event.announced_dates.all() if (announced.first_day, announced.last_day) != now]


def registration_stage(event):
    """Where registration stands, in one word: none, cancelled, over, not_yet, closed, external or open."""
    now = timezone.now()
    if event.registration == RegistrationMode.NONE:
        return "none"
    if event.is_cancelled:
        return "cancelled"
    if event.day.last < timezone.localdate():
        return "over"
    if event.registration_opens_at and event.registration_opens_at > now:
        return "not_yet"
    if event.registration_closes_at and event.registration_closes_at <= now:
        return "closed"
    return "external" if event.registration == RegistrationMode.EXTERNAL else "open"


def registration_sentence(event):
    """What a reader is told of registration, with the moment at which it opens or closed."""
    opening = moment_in_words(event.registration_opens_at, event.time_zone)
    closing = moment_in_words(event.registration_closes_at, event.time_zone)
    return {
        "none": _("Cet événement se tient sans inscription."),
        "cancelled": _("L’événement est annulé."),
        "over": _("L’événement a eu lieu."),
        "not_yet": _("Les inscriptions ouvrent %(moment)s.") % {"moment": opening},
        "closed": _("Les inscriptions sont closes depuis %(moment)s.") % {"moment": closing},
        "external": _("On s’inscrit chez l’organisateur."),
        "open": _("Les inscriptions sont ouvertes jusqu’à leur clôture, %(moment)s.") % {"moment": closing}
        if closing
        else _("Les inscriptions sont ouvertes."),
    }[registration_stage(event)]
