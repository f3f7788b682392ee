"""Who comes to an event: the list of staff, on the screen and as a file."""

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.listing import FilteredListView
from core.spreadsheets import CONTENT_TYPES, write_table
from events import perms
from events.exports import attendee_header, attendee_rows
from events.filters import AttendeeFilter
from events.models import Seat
from events.views.events import visible_event


def staffed_event(request, pk):
    event = visible_event(request, pk)
    if not perms.can_manage_registrations(request.user):
        raise PermissionDenied
    return event


def seats_of(event):
    """The seats, session after session, those who hold one before those who wait, by name."""
    seats = Seat.objects.filter(session__event=event).select_related(
        "session", "registration__person__user", "registration__organisation", "registration__registered_by__person"
    )
    ranked = F("rank").asc(nulls_first=True)
    return seats.order_by("session__starts_at", "session_id", ranked, "registration__person__sort_key", "pk")


class AttendeeListView(FilteredListView):
    filterset_class = AttendeeFilter
    template_name = "events/attendee_list.html"
    context_object_name = "seats"
    paginate_by = 100

    def dispatch(self, request, *args, **kwargs):
        self.event = staffed_event(request, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return seats_of(self.event)

    def get_context_data(self, **kwargs):
        return super().get_context_data(event=self.event, formats=list(CONTENT_TYPES), **kwargs)


@require_safe
@cache_control(private=True, no_store=True)
def attendee_export(request, pk, format):
    """The list as it is filtered on the screen, whole."""
    event = staffed_event(request, pk)
    if format not in CONTENT_TYPES:
        raise Http404
    filtered = AttendeeFilter(request.GET, queryset=seats_of(event), request=request)
    seats = filtered.qs if filtered.is_valid() else seats_of(event).live()
    content = write_table(format, attendee_header(), attendee_rows(seats), title=_("Inscrits"))
    name = f"{slugify(event.title)[:60] or 'evenement'}-{_('inscrits')}.{format}"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=CONTENT_TYPES[format], headers=headers)
