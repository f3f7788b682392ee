from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_filters.views import FilterView

from core.enums import Audience
from meetings.filters import MeetingFilter, in_reading_order
from meetings.minutes.exporting import ExportFormat
from meetings.models import Meeting
from meetings.perms import can_write_minutes
from meetings.views.minutes import minutes_context


@method_decorator([login_not_required, vary_on_headers("HX-Request", "HX-History-Restore-Request")], name="dispatch")
class MeetingListView(FilterView):
    """What the filter does not know hides nothing; a page too far is said to be."""

    filterset_class = MeetingFilter
    template_name = "meetings/meeting_list.html"
    context_object_name = "meetings"
    strict = False
    paginate_by = 25
    page_missing = False

    def get_queryset(self):
        return in_reading_order(Meeting.objects.visible_to(self.request.user).for_listing())

    def paginate_queryset(self, queryset, page_size):
        try:
            return super().paginate_queryset(queryset, page_size)
        except Http404:
            self.page_missing = True
            paginator = self.get_paginator(queryset, page_size)
            page = paginator.page(1)
            return paginator, page, page.object_list, page.has_other_pages()

    def get_template_names(self):
        htmx = self.request.htmx
        return [f"{self.template_name}#results" if htmx and not htmx.history_restore_request else self.template_name]

    def render_to_response(self, context, **options):
        return super().render_to_response(context, status=404 if self.page_missing else 200, **options)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = list(context["meetings"])
        by_heading = groupby(rows, key=lambda row: str(row.first_day.year) if row.is_past else _("À venir"))
        return context | {
            "meetings": rows,
            "page_missing": self.page_missing,  # known once the list is cut into pages
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
    }
    return render(request, "meetings/meeting_detail.html", context)
