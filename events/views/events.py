from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.listing import FilteredListView
from events import perms
from events.filters import EventFilter, in_reading_order
from events.models import Event
from events.programme import dates_before, programme_of, registration_sentence, registration_stage
from partnerships.models import Partnership


@method_decorator(login_not_required, name="dispatch")
class EventListView(FilteredListView):
    filterset_class = EventFilter
    template_name = "events/event_list.html"
    context_object_name = "events"

    def get_queryset(self):
        return in_reading_order(Event.objects.visible_to(self.request.user).for_listing())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user = self.request.user
        rows = list(context["events"])
        by_heading = groupby(rows, key=lambda row: str(row.day.first.year) if row.is_past else _("À venir"))
        return context | {
            "events": rows,
            "headings": [(heading, list(group)) for heading, group in by_heading],
            "can_edit": perms.can_edit_event(user),
            "see_audience": perms.can_manage_registrations(user),
        }


def visible_event(request, pk, events=None):
    events = Event.objects.all() if events is None else events
    return get_object_or_404(events.visible_to(request.user).select_related("group"), pk=pk)


@require_safe
@login_not_required
def event_detail(request, pk):
    event = visible_event(request, pk, Event.objects.prefetch_related("places", "themes", "organisers"))
    return render(request, "events/event_detail.html", event_context(event, request.user))


def event_context(event, user):
    """What the programme page shows to this reader."""
    shown = Event.objects.visible_to(user)
    in_network = user.is_authenticated and user.in_network
    return {
        "event": event,
        "days": programme_of(event, user),
        "dates_before": dates_before(event),
        "previous": shown.filter(pk=event.previous_id).first(),
        "following": shown.filter(previous=event).first(),
        "partnerships": Partnership.objects.visible_to(user).filter(events=event).for_listing(),
        "stage": registration_stage(event),
        "registration_sentence": registration_sentence(event),
        "plan": event.plan_steps.visible_to(user).select_related("owner"),
        "lessons": event.lessons.visible_to(user)
        .select_related("stated_by")
        .prefetch_related(Prefetch("fate_at", queryset=shown)),  # an edition that is not shown is not named
        "lessons_met": event.lessons_met.visible_to(user).select_related("event"),
        "doubts": event.flags.open() if in_network else [],
        "may": {
            "edit": perms.can_edit_event(user),
            "manage": perms.can_manage_registrations(user),
            "register": perms.can_ask_for_seat(user),
            "see_audience": in_network,
        },
    }
