"""What the pages of merges share: who is let in, and which sort of record an address names."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.perms import can_merge_records
from cufportal.merging.kinds import BY_SLUG


def for_mergers(view):
    """Nobody else is told anything, not even which numbers there are."""

    @wraps(view)
    def checking(request, *args, **kwargs):
        if not can_merge_records(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checking


def kind_or_404(slug):
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def record_or_404(user, kind, number):
    return get_object_or_404(kind.model._default_manager.visible_to(user).for_listing(), pk=number)


def tabs():
    """Pairs (slug, plural) of the sorts of records."""
    return [(kind.slug, kind.model._meta.verbose_name_plural) for kind in BY_SLUG.values()]
