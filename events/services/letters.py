"""What people are told of their seats, at their own address, or at that of who registered them."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.addresses import absolute
from core.letters import send_letter
from events.enums import SeatState
from events.models import Seat

TEMPLATES = {
    SeatState.CONFIRMED: "seat_confirmed",
    SeatState.OFFERED: "seat_offered",
    SeatState.WAITING: "seat_waiting",
    SeatState.CANCELLED: "seat_cancelled",
}


def tell_registered(seats):
    """One letter for all that was asked at once, whatever each seat has become."""
    tell(seats[0], "seats_taken", at_once=False, seats=seats)


def tell_seat(seat):
    tell(seat, TEMPLATES[SeatState(seat.state)])


def tell_lapsed(seat):
    tell(seat, "seat_lapsed")


def tell_moved_session(session):
    for seat in session.seats.live().select_related("registration__person__user", "registration__registered_by"):
        seat.session = session
        tell(seat, "session_moved", at_once=False)


def tell_cancelled_session(session, seats):
    for seat in seats:
        seat.session = session
        tell(seat, "session_cancelled", at_once=False)


def tell_event_status(event):
    """One letter for each registration that holds or awaits a seat still to come."""
    seats = Seat.objects.live().filter(session__event=event, session__ends_at__gt=timezone.now())
    seats = seats.select_related("session", "registration__person__user", "registration__registered_by")
    for seat in seats.order_by("registration_id", "pk").distinct("registration_id"):
        seat.session.event = event
        tell(seat, "event_status", at_once=False)


def tell(seat, template, *, at_once=True, **more):
    """Write to the person, or to who registered it when we have no address of its own; to nobody when there is neither."""
    registration, session = seat.registration, seat.session
    own, by = own_address(registration.person), registration.registered_by
    address = own or (by and by.email)
    if not address:
        return
    context = {"seat": seat, "session": session, "event": session.event, "person": registration.person}
    context |= {"organisation": registration.organisation, "is_own": bool(own)}
    context |= {"url": absolute(reverse("events:registration_list")), **more}
    context |= {"event_url": absolute(session.event.get_absolute_url())}
    with override(settings.LANGUAGE_CODE):  # the network's: nobody has told us theirs
        subject = _("Votre inscription : %(event)s") if own else _("Inscription de %(person)s : %(event)s")
        subject %= {"event": session.event, "person": registration.person}
        send_letter(to=address, subject=subject, template=template, context=context, at_once=at_once)


def own_address(person):
    account = getattr(person, "user", None)
    return (account and account.email) or person.email


def address_of(registration):
    """The address at which the person is told; "" when we have none."""
    by = registration.registered_by
    return own_address(registration.person) or (by.email if by else "")
