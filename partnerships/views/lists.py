from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.listing import FilteredListView
from core.spreadsheets import CONTENT_TYPES, csv_lines, write_table
from partnerships.exports import LARGEST_WORKBOOK, exported_header, exported_rows
from partnerships.filters.partnerships import PartnershipFilter
from partnerships.filters.projects import ProjectFilter
from partnerships.listing import PartnershipListing
from partnerships.means import line_of
from partnerships.models import Partnership, Project
from partnerships.perms import can_add_partnership, can_import_table
from partnerships.views.workbooks import too_large


@method_decorator(login_not_required, name="dispatch")
class PartnershipListView(PartnershipListing):
    template_name = "partnerships/partnership_list.html"

    def get_context_data(self, **kwargs):
        formats, user = list(CONTENT_TYPES), self.request.user
        is_large = self.filterset.counts.total > LARGEST_WORKBOOK
        if is_large:
            formats.remove("xlsx")
        may = {"can_add": can_add_partnership(user), "can_import": can_import_table(user)}
        return super().get_context_data(formats=formats, is_large=is_large, **may, **kwargs)


@method_decorator(login_not_required, name="dispatch")
class ProjectListView(FilteredListView):
    filterset_class = ProjectFilter
    template_name = "partnerships/project_list.html"
    context_object_name = "projects"

    def get_queryset(self):
        return Project.objects.visible_to(self.request.user).for_listing()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"lines": [line_of(project) for project in context["projects"]]}


@require_safe
@login_not_required
@cache_control(private=True, no_store=True)
def partnership_export(request, format):
    """The list as it is filtered on the screen, whole: a CSV is sent while it is read, a workbook is made before; a large
    one is asked for, and made by `tick`."""
    if format not in CONTENT_TYPES:
        raise Http404
    shown = Partnership.objects.visible_to(request.user).for_listing()
    filtered = PartnershipFilter(request.GET, queryset=shown, request=request)
    if format == "xlsx" and filtered.counts.total > LARGEST_WORKBOOK:
        return too_large(request)
    rows = exported_rows(filtered.qs, get_language())
    name = f"partenariats-{timezone.localdate():%Y-%m-%d}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    if format == "csv":
        lines = csv_lines(exported_header(), rows)
        return StreamingHttpResponse(lines, content_type=CONTENT_TYPES[format], headers=headers)
    content = write_table(format, exported_header(), rows, title=_("Partenariats"))
    return HttpResponse(content, content_type=CONTENT_TYPES[format], headers=headers)
