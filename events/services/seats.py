"""Seats and waiting lists. What a service counts in a session stays true until it is written, for the session is locked;
who registers is locked before, so as to be in one place only. The database closes the ranks up when somebody leaves."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.refusals import SENTENCES, refusals_said
from directory.models import Person
from events.enums import SeatState
from events.models import Registration, Seat, Session
from events.perms import can_manage_registrations, can_register
from events.services.letters import tell_lapsed, tell_registered, tell_seat

OFFER = timedelta(hours=48)  # how long a freed seat waits for the answer of the first in line


@refusals_said()
def register(*, sessions, person, organisation, by):
    """Give `person`, for `organisation`, a seat at each of `sessions` of one event: confirmed while there is room, else
    waiting with the next rank. All or none.

    Return the seats in the order of `sessions`. Raise ValidationError in words when registration is not open, the
    person is there already, is elsewhere at these hours, or the organisation has all the seats it may have.
    """
    chosen = list(dict.fromkeys(sessions))
    if not chosen:
        raise ValidationError(_("Choisissez au moins un temps."), code="no_session")
    if not can_register(by, person, organisation):
        message = _("Vous inscrivez vos collègues d’un même organisme ; pour les autres, écrivez au secrétariat.")
        raise ValidationError(message, code="not_a_colleague")
    people = Person.objects.select_related("user")  # the account has the address to write to
    person = people.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    check_free(person, chosen)
    registration = registration_of(chosen[0].event_id, person, organisation, by)
    # All who register for a session queue here until the one before is done: as little as can be comes after.
    locked = locked_sessions([session.pk for session in chosen])
    if len(locked) < len(chosen):
        raise ValidationError(SENTENCES["23503"], code="gone")
    for session in locked:
        check_open(session, by)
    seats = {session: take_seat(session, registration) for session in locked}
    taken = [seats[session] for session in chosen]
    tell_registered(taken)
    return taken


def locked_sessions(ids):
    """The sessions under lock, always in the same order, so that two who lock several never wait for each other."""
    locked = Session.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=ids).order_by("pk")
    return list(locked.select_related("event"))


def check_open(session, by):
    event = session.event
    if not session.is_held:
        raise ValidationError(_("« %(session)s » est annulé.") % {"session": session}, code="cancelled")
    if session.has_begun:
        raise ValidationError(_("« %(session)s » a déjà commencé.") % {"session": session}, code="begun")
    if not event.takes_registrations and not can_manage_registrations(by):
        raise ValidationError(_("Les inscriptions à cet événement ne sont pas ouvertes."), code="not_open")


def check_free(person, sessions):
    """The database refuses it too; but two who write at once would wait for each other, were it not asked before."""
    at_these_hours = Q()
    for session in sessions:
        at_these_hours |= Q(during__overlap=session.during)
    held = set(Seat.objects.live().filter(at_these_hours, person=person).values_list("session_id", flat=True))
    if held & {session.pk for session in sessions}:
        message = _("Cette personne a déjà une place, ou attend, pour ce temps.")
        raise ValidationError(message, code="already_there")
    if held:
        message = _("Cette personne est déjà inscrite à un autre temps à ces heures.")
        raise ValidationError(message, code="elsewhere")


def registration_of(event_id, person, organisation, by):
    """The person is locked: nobody registers them at the same moment."""
    registration = Registration.objects.filter(event=event_id, person=person).first()
    if registration is None:
        return Registration.objects.create(
            event_id=event_id, person=person, organisation=organisation, registered_by=by
        )
    registration.person = person
    if registration.organisation_id != organisation.pk:
        if registration.seats.live().exists():
            message = _("%(person)s est déjà inscrit·e pour « %(organisation)s ».")
            said = {"person": person, "organisation": registration.organisation}
            raise ValidationError(message % said, code="other_organisation")
        registration.organisation, registration.registered_by = organisation, by
        registration.save(update_fields=["organisation", "registered_by", "updated_at"])
    return registration


def take_seat(session, registration):
    """What `full_clean` would ask of the database, the database says by itself."""
    state, rank = next_place(session)
    return Seat.objects.create(
        registration=registration,
        session=session,
        state=state,
        rank=rank,
        person_id=registration.person_id,
        during=session.during,
    )


def next_place(session):
    """What whoever comes now is given. The session is locked: it stays true until it is written."""
    if session.capacity is None:
        return SeatState.CONFIRMED, None
    last = session.seats.aggregate(last=Max("rank"))["last"] or 0
    return (SeatState.WAITING, last + 1) if last or not session.has_room else (SeatState.CONFIRMED, None)


@refusals_said()
def cancel_seat(*, seat, by):
    """Give a seat or a rank back; who waits behind moves up, and the first is offered the seat that is free."""
    seat = locked_seat(seat)
    if not seat.is_live:
        raise ValidationError(_("Cette place est déjà annulée."), code="already_cancelled")
    leave(seat)
    offer_free_seats(seat.session)
    tell_seat(seat)
    return seat


@refusals_said()
def confirm_seat(*, seat, by):
    """Take the seat that was offered; ValidationError when the offer has lapsed or there was none."""
    seat = locked_seat(seat)
    if seat.state == SeatState.CONFIRMED:
        return seat
    if seat.state == SeatState.WAITING:
        message = _("Vous attendez encore : une place vous sera proposée dès qu’il s’en libère une.")
        raise ValidationError(message, code="waiting")
    if not seat.session.is_held:
        raise ValidationError(_("« %(session)s » est annulé.") % {"session": seat.session}, code="cancelled")
    if seat.state != SeatState.OFFERED or seat.offered_until <= timezone.now():
        raise ValidationError(_("Cette place n’est plus proposée : le délai pour répondre est passé."), code="lapsed")
    seat.state, seat.offered_until = SeatState.CONFIRMED, None
    seat.save(update_fields=["state", "offered_until", "updated_at"])
    tell_seat(seat)
    return seat


def locked_seat(seat):
    """The seat as it stands now, its session under lock."""
    session = locked_sessions([seat.session_id])[0]
    seat = (
        Seat.objects.select_for_update(of=("self",), no_key=True).select_related("registration__person").get(pk=seat.pk)
    )
    seat.session = session
    return seat


def leave(seat):
    seat.state, seat.rank, seat.offered_until = SeatState.CANCELLED, None, None
    seat.cancelled_at = timezone.now()
    seat.save(update_fields=["state", "rank", "offered_until", "cancelled_at", "updated_at"])


def offer_free_seats(session):
    """Offer the free seats to those who have waited longest; return the seats offered. The session is locked."""
    session.refresh_from_db(fields=["taken", "capacity"])
    if not session.has_room or not session.is_held or session.has_begun:
        return []
    offered = list(session.seats.waiting().select_related("registration__person")[: session.seats_left])
    now = timezone.now()
    until = min(now + OFFER, session.starts_at)
    ids = [seat.pk for seat in offered]
    session.seats.filter(pk__in=ids).update(state=SeatState.OFFERED, rank=None, offered_until=until, updated_at=now)
    for seat in offered:
        seat.session, seat.state, seat.rank, seat.offered_until = session, SeatState.OFFERED, None, until
        tell_seat(seat)
    return offered


@transaction.atomic
def lapse_offers(*, session, at=None):
    """Take back the offers of a session that nobody answered in time, and make the next ones; return how many lapsed."""
    session = locked_sessions([session.pk])[0]
    lapsed = list(session.seats.lapsed(at).select_related("registration__person"))
    for seat in lapsed:
        seat.session = session
        leave(seat)
        tell_lapsed(seat)
    offer_free_seats(session)
    return len(lapsed)


def lapse_all_offers(*, at=None):
    """Do so for every session that has offers to take back, or a free seat while somebody waits; one transaction each,
    so that one that fails undoes none of the others. Return how many offers lapsed."""
    late = Session.objects.filter(pk__in=Seat.objects.lapsed(at).values("session"))
    waiting = Seat.objects.waiting().order_by().values("session")
    waited_for = Session.objects.with_room().filter(pk__in=waiting, starts_at__gt=timezone.now())
    return sum(lapse_offers(session=session, at=at) for session in late | waited_for)


def offers_due():
    """What falls due among seats, said in a sentence; "" when nothing did."""
    lapsed = lapse_all_offers()
    return ngettext("%d offre échue", "%d offres échues", lapsed) % lapsed if lapsed else ""
