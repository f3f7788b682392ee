"""The link by which a requester, who has no account, follows a request."""

from django.urls import reverse

from core.links import make_link_token, not_ours, read_link_token
from delegations.models import Delegation

PURPOSE = "delegation"


def follow_token(delegation):
    return make_link_token(PURPOSE, delegation.pk, delegation.link_version)


def follow_path(delegation):
    return reverse("delegations:request_follow", args=[follow_token(delegation)])


def delegation_of(token):
    """Return the delegation that the token of a link permits to follow.

    Raise `core.links.BadLink` when it was not made here, was altered, or was made void by a newer one (`renew_link`).
    """
    parts = read_link_token(PURPOSE, token)
    delegation = Delegation.objects.filter(pk=parts[0], link_version=parts[1]).first() if len(parts) == 2 else None
    if delegation is None:
        raise not_ours()
    return delegation
