"""Who a record reaches. The rule is written once, here; every `visible_to` uses it."""

from django.db.models import Q

from core.enums import Audience


def audience_reaches(user, *, group="group", audience="audience"):
    """Return the condition under which a record reaches `user`.

    `group` and `audience` are the lookups that lead from the record to its group and to its audience.
    A signed-in user answers `sees_all` (staff), `in_network` (member or partner) and `group_ids`
    (the numbers of the groups it is a member of); a visitor sees what is public.
    """
    public = Q(**{audience: Audience.PUBLIC})
    if not user.is_authenticated or not user.is_active:
        return public
    if user.sees_all:
        return Q()
    in_group = Q(**{audience: Audience.GROUP, f"{group}__in": user.group_ids})
    if user.in_network:
        return public | Q(**{audience: Audience.NETWORK}) | in_group
    return public | in_group


def audiences_for(audience):
    """Return the audiences of what a reader of `audience` may read: a document for the group shows what is public too."""
    order = [Audience.PUBLIC, Audience.NETWORK, Audience.GROUP, Audience.INTERNAL]
    return order[: order.index(Audience(audience)) + 1]
