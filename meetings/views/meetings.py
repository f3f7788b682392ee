from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.enums import Audience
from core.listing import FilteredListView
from core.refusals import saved_unless_refused
from meetings.enums import MinutesState
from meetings.filters import MeetingFilter, in_reading_order
from meetings.forms.meetings import MeetingForm
from meetings.minutes.exporting import ExportFormat
from meetings.models import Meeting
from meetings.perms import can_write_minutes
from meetings.services import NEXT_STATES, change_minutes_state
from meetings.views.minutes import minutes_context
from meetings.views.parts import PARTS
from meetings.views.writing import acting, say_refusal, writing


@method_decorator(login_not_required, name="dispatch")
class MeetingListView(FilteredListView):
    filterset_class = MeetingFilter
    template_name = "meetings/meeting_list.html"
    context_object_name = "meetings"

    def get_queryset(self):
        return in_reading_order(Meeting.objects.visible_to(self.request.user).for_listing())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = list(context["meetings"])
        by_heading = groupby(rows, key=lambda row: str(row.first_day.year) if row.is_past else _("À venir"))
        return context | {
            "meetings": rows,
            "headings": [(heading, list(group)) for heading, group in by_heading],
            "can_write": can_write_minutes(self.request.user),
        }


def visible_meeting(request, pk):
    return get_object_or_404(Meeting.objects.visible_to(request.user).select_related("group"), pk=pk)


@require_safe
@login_not_required
def meeting_detail(request, pk):
    meeting = visible_meeting(request, pk)
    can_write = can_write_minutes(request.user)
    context = minutes_context(meeting, request.user) | {
        "can_write": can_write,
        "can_export": can_write or meeting.minutes_readable,
        "formats": ExportFormat.choices,
        "audiences": [(code, label) for code, label in Audience.choices if can_write],
        "parts": PARTS.values(),
        "next_states": steps_from(meeting),
        "is_published": meeting.minutes_state == MinutesState.PUBLISHED,
    }
    return render(request, "meetings/meeting_detail.html", context)


def steps_from(meeting):
    """The states one step away, each with whether it leads forward, for the buttons of staff."""
    order = list(MinutesState)
    present = MinutesState(meeting.minutes_state)
    return [(state, order.index(state) > order.index(present)) for state in NEXT_STATES[present]]


@require_http_methods(["GET", "POST"])
def meeting_add(request):
    if not can_write_minutes(request.user):
        raise PermissionDenied
    form = MeetingForm(request.POST or None)
    if form.is_bound and form.is_valid() and (meeting := saved_unless_refused(form)):
        messages.success(request, _("La réunion est enregistrée. Écrivez maintenant son ordre du jour, ses présences…"))
        return redirect(meeting)
    return render(request, "meetings/meeting_form.html", {"form": form}, status=422 if form.is_bound else 200)


@writing
def meeting_edit(request, meeting):
    form = MeetingForm(request.POST or None, instance=meeting)
    if form.is_bound and form.is_valid() and saved_unless_refused(form):
        messages.success(request, _("C’est enregistré."))
        return redirect(meeting)
    shown = Meeting.objects.get(pk=meeting.pk)  # as it stands, not as the refused form would have it
    context = {"form": form, "meeting": shown}
    return render(request, "meetings/meeting_form.html", context, status=422 if form.is_bound else 200)


@acting(published_too=True)
def minutes_state(request, meeting):
    try:
        state = MinutesState(request.POST.get("state"))
    except ValueError:
        raise Http404 from None
    try:
        change_minutes_state(meeting=meeting, state=state, by=request.user)
        messages.success(
            request, _("Le compte rendu est maintenant dans l’état « %(state)s ».") % {"state": state.label}
        )
    except ValidationError as error:
        say_refusal(request, error)
    return redirect(meeting)
