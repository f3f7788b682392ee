"""Rows written without the services, as a shell or another program would."""

import pytest
from django.db import IntegrityError, transaction

from core.refusals import sentence_for
from events.enums import SeatState
from events.models import Seat
from tests.factories import OrganisationFactory, PersonFactory, RegistrationFactory


def refusal_of(act):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        act()
    return str(sentence_for(refused.value))


def seat_at(session, *, state=SeatState.CONFIRMED, registration=None, organisation=None, person=None, **values):
    """A seat written straight into its table; `person` and `during` are left to the database."""
    registration = registration or RegistrationFactory(
        event=session.event,
        person=person or PersonFactory(),
        organisation=organisation or OrganisationFactory(),
    )
    seat = Seat.objects.create(
        registration=registration, session=session, state=state, **copies(registration), **values
    )
    seat.refresh_from_db()
    return seat


def copies(registration):
    """What the database overwrites, for the columns take no null."""
    return {"person_id": registration.person_id, "during": ("2000-01-01", "2000-01-02")}


def ranks(session):
    return list(session.seats.waiting().values_list("rank", flat=True))
