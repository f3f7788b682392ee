"""Whoever asked for a visit without an account: their name and contacts leave the request, its versions and its letters."""

from django.db.models import F, Q
from django.db.models.functions import Lower

from core.models import Letter
from delegations.models import Delegation

CONTACT = {"contact_name": "", "contact_email": "", "contact_phone": ""}


def forget_requester(delegation, subject, pattern, *, by, at, **options) -> dict:
    """The request itself stays: a body sent it. Its link of follow-up opens nothing any more."""
    delegation = Delegation.objects.select_for_update(of=("self",)).get(pk=delegation.pk)
    letters = Letter.objects.annotate(address=Lower("to")).filter(address__in=subject.emails)
    ours = Q(address__in=subject.emails - subject.shared)  # an office asks for several visits
    ours |= Q(subject__contains=delegation.reference) | Q(body__contains=delegation.reference)
    report = {"letters": letters.filter(ours).delete()[0]}
    Delegation.objects.filter(pk=delegation.pk).update(**CONTACT, link_version=F("link_version") + 1)
    delegation.versions.update(**CONTACT)
    return report | {"delegation": 1}
