"""What ends when somebody leaves the network for good: seats, functions, mandates, consents, invitations, letters."""

from django.db.models.functions import Lower
from django.utils import timezone

from accounts.models import Invitation
from core.models import Letter
from directory.models import Affiliation
from events.models import Seat
from events.services import cancel_seat

UNNAMED = {"email": "", "civility": "", "first_name": "", "last_name": "", "function": ""}
UNDATED = {"function": "", "since_words": "", "until_words": ""}


def leave_network(person, user, subject, by) -> dict:
    return {
        "seats": give_seats_back(person, by),
        "mandates": end_mandates(person),
        "functions": delete_functions(person),
        "contacts of partnerships": person.partnership_contacts.all().delete()[0],
        "consents": person.consents.in_force().update(withdrawn_at=timezone.now()),
        "invitations": blank_invitations(subject),
        "letters": delete_letters(subject.emails - subject.shared),
    }


def give_seats_back(person, by):
    """Who waits behind is offered the seat; the letter about it is deleted with the others before it leaves."""
    seats = Seat.objects.live().filter(person=person, session__starts_at__gt=timezone.now()).order_by("pk")
    return len([cancel_seat(seat=seat, by=by) for seat in seats])


def end_mandates(person):
    """The mandate of a chair is part of what the group was; one under way ends today."""
    today, mandates = timezone.localdate(), list(person.mandates.current())
    for mandate in mandates:
        if mandate.period.lower == today:
            mandate.delete()
        else:
            mandate.period = type(mandate.period)(mandate.period.lower, today)
            mandate.save(update_fields=["period", "updated_at"])
    return len(mandates)


def delete_functions(person):
    deleted = Affiliation.objects.filter(person=person).delete()[0]
    versions_of(Affiliation).filter(person_id=person.pk).update(**UNDATED)
    return deleted


def blank_invitations(subject):
    """One that waits is taken back first: an address that is blanked invites nobody."""
    numbers = [invitation.pk for invitation in subject.invitations]
    invitations = Invitation.objects.filter(pk__in=numbers)
    invitations.open().update(revoked_at=timezone.now())
    blanked = invitations.update(**UNNAMED)
    versions_of(Invitation).filter(id__in=numbers).update(**UNNAMED)
    return blanked


def delete_letters(emails):
    return Letter.objects.annotate(address=Lower("to")).filter(address__in=emails).delete()[0]


def versions_of(model):
    return model.versions.rel.related_model.objects
