"""The public form: sent twice, or the same again from the same address, it is one request."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from delegations.enums import ReceivedBy
from delegations.models import Delegation
from delegations.services.requests import locked_counter, receive_request

SAME_AGAIN = timedelta(days=1)
COMPARED = (
    *("sender_name", "sender_place", "contact_name", "contact_phone", "head_name", "head_function", "size", "purpose"),
    *("wished", "dates_flexible", "languages", "payer", "payer_note", "wished_hosts"),
)


@transaction.atomic
def send_request(*, data, sending_key=None, suspicion=""):
    """Note what a stranger sends and return (delegation, is_new); see `receive_request`.

    What was sent already, by the same page or in the same words from the same address within a day, gives back the
    delegation it made. Two equal sendings at one instant come one after the other.
    """
    locked_counter(data.get("received_on", timezone.localdate()).year)  # as `receive_request` does: it waits for us
    if known := already_sent(data=data, sending_key=sending_key):
        return known, False
    return receive_request(data=data, way=ReceivedBy.FORM, sending_key=sending_key, suspicion=suspicion)


def already_sent(*, data, sending_key):
    """Return the delegation that this sending made before, or None."""
    if sending_key and (known := Delegation.objects.filter(sending_key=sending_key).first()):
        return known
    lately = Delegation.objects.open().filter(
        received_by_way=ReceivedBy.FORM,
        contact_email__iexact=data["contact_email"],
        created_at__gte=timezone.now() - SAME_AGAIN,
    )
    lately = lately.prefetch_related("themes")
    return next((one for one in lately if says_the_same(one, data)), None)


def says_the_same(delegation, data):
    same_words = all(getattr(delegation, name) == data[name] for name in COMPARED)
    return same_words and set(delegation.themes.all()) == set(data["themes"])
