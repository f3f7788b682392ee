"""What requesters add to their request by the link to its follow-up."""

from django.db import transaction
from django.utils.translation import gettext as _

from delegations.models import RequesterNote
from delegations.models.parts import LEFT_BEHIND
from delegations.services.locking import checked_and_saved, locked_delegation, refuse_unless

MOST_NOTES = 30


@transaction.atomic
def add_requester_note(*, delegation, text):
    """Keep a message of the requester and return it; the same as the last, sent twice, is kept once.

    Raise ValidationError when the request was refused or given up, or when there are too many messages.
    """
    delegation, text = locked_delegation(delegation), text.strip()
    refuse_unless(
        takes_notes(delegation), _("Cette demande n’est plus suivie : envoyez-en une nouvelle."), "left_behind"
    )
    notes = delegation.requester_notes.order_by("pk")
    if (last := notes.last()) and last.text == text:
        return last
    refuse_unless(
        notes.count() < MOST_NOTES,
        _("Trop de messages pour une seule demande : attendez la réponse à ceux-là."),
        "too_many",
    )
    return checked_and_saved(RequesterNote(delegation=delegation, text=text))


def takes_notes(delegation):
    return delegation.state not in LEFT_BEHIND
