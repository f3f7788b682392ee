from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from meetings.services import make_event_of
from meetings.views.writing import acting, say_refusal


@acting(published_too=True)  # the minutes say the same; only a link is added
def announcement_event(request, meeting, row):
    """Give an announcement its event: the one it resembles, else a new one."""
    announcement = get_object_or_404(meeting.announcements, pk=row)
    try:
        event = make_event_of(announcement=announcement, by=request.user)
        messages.success(request, _("L’annonce mène maintenant à l’événement « %(event)s ».") % {"event": event})
    except ValidationError as error:
        say_refusal(request, error)
    return redirect(f"{meeting.get_absolute_url()}#agenda")
