"""Hours as they are kept to on the spot: a template by itself would write them all in Paris time."""

from django import template

from core.zones import moment_in_words
from events.programme import session_in_words

register = template.Library()


@register.filter
def answer_until(seat):
    """Until when an offered seat waits for its answer, in the hour of the session."""
    return moment_in_words(seat.offered_until, seat.session.time_zone)


@register.filter
def hours_in_words(session):
    return session_in_words(session)


@register.filter
def whereabouts(session):
    """« Salle 3, Palais des congrès, Toulouse »."""
    return ", ".join(str(part) for part in (session.room, session.venue, session.place) if part)
