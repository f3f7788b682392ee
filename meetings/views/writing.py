"""What the pages that write minutes have in common: who may, on which meeting, with what lock."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from directory.models import Organisation
from meetings.enums import MinutesState
from meetings.models import Meeting
from meetings.perms import can_write_minutes

SUGGESTED = 300


def writing(view=None, *, published_too=False):
    """Give `view` the meeting, its row locked while a form is sent, so that two clicks come one after the other.

    Outside the audience 404, without the right 403; published minutes are taken a step back before they are changed.
    """
    if view is None:
        return lambda view: writing(view, published_too=published_too)

    @require_http_methods(["GET", "POST"])
    @transaction.atomic
    @wraps(view)
    def wrapped(request, pk, **kwargs):
        meetings = Meeting.objects.visible_to(request.user).select_related("group")
        if request.method == "POST":
            meetings = meetings.select_for_update(of=("self",))
        meeting = get_object_or_404(meetings, pk=pk)
        if not can_write_minutes(request.user):
            raise PermissionDenied
        if meeting.minutes_state == MinutesState.PUBLISHED and not published_too:
            messages.warning(request, _("Ce compte rendu est publié : reprenez-le d’un pas avant de le modifier."))
            return redirect(meeting)
        return view(request, meeting, **kwargs)

    return wrapped


def acting(view=None, *, published_too=False):
    """The same for an act, which is only ever sent."""
    if view is None:
        return lambda view: acting(view, published_too=published_too)
    return require_POST(writing(view, published_too=published_too))


class Refused(Exception):
    pass


def is_accepted(form):
    """Validate `form`; what it made on the way, an authority or a person on first use, is unmade when it is refused."""
    try:
        with transaction.atomic():
            if not form.is_valid():
                raise Refused
    except Refused:
        return False
    return True


def suggested_organisations(meeting):
    """Names to choose from while typing: the group's members, both sides of its partnerships, who came before."""
    group = meeting.group
    known = (
        Q(memberships__group=group)
        | Q(partnerships_as_french_side__group=group)
        | Q(attendances__meeting__group=group)
        | Q(groups_supported=group)
    )
    found = Organisation.objects.filter(known).order_by("sort_key", "pk").distinct()
    return found.values_list("name", flat=True)[:SUGGESTED]


def say_refusal(request, error):
    for message in error.messages:
        messages.error(request, message)
