"""The list of those who come, as rows of a spreadsheet."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.zones import city_of
from events.services.letters import address_of


def attendee_header():
    return [
        _("Temps"),
        _("Début"),
        _("Fin"),
        _("Heure de"),
        pgettext("personne", "Nom"),
        _("Prénom"),
        _("Organisme"),
        _("Adresse électronique"),
        _("État"),
        _("Rang d’attente"),
        _("Inscrit par"),
        _("Inscrit le"),
    ]


def attendee_rows(seats):
    """Yield a row for each seat (with its session, registration, person and organisation), as `attendee_header` names
    the columns; hours are those of the session's own zone, without a zone."""
    for seat in seats:
        session, registration = seat.session, seat.registration
        yield [
            session.title,
            session.local_start.replace(tzinfo=None),
            session.local_end.replace(tzinfo=None),
            city_of(session.time_zone),
            registration.person.last_name,
            registration.person.first_name,
            registration.organisation.name,
            address_of(registration) or "",
            seat.get_state_display(),
            seat.rank,
            str(registration.registered_by or ""),
            seat.created_at.date(),
        ]
