from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.utils.decorators import method_decorator
from django.views.decorators.vary import vary_on_headers
from django_filters.views import FilterView

from partnerships.filters import PartnershipFilter
from partnerships.models import Partnership
from partnerships.perms import can_add_partnership


@method_decorator([login_not_required, vary_on_headers("HX-Request", "HX-History-Restore-Request")], name="dispatch")
class FilteredListView(FilterView):
    """A list and its htmx fragment; what the filter does not know hides nothing, a page too far is said to be."""

    strict = False
    paginate_by = 25
    page_missing = False

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
        context = super().get_context_data(**kwargs)  # which tries the page
        return {**context, "page_missing": self.page_missing}


class PartnershipListView(FilteredListView):
    filterset_class = PartnershipFilter
    template_name = "partnerships/partnership_list.html"
    context_object_name = "partnerships"

    def get_queryset(self):
        visible = Partnership.objects.visible_to(self.request.user).for_listing().with_places().with_freshness_known()
        return visible.with_doubts() if self.sees_all else visible

    @property
    def sees_all(self):
        return self.request.user.is_authenticated and self.request.user.sees_all

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            can_add=can_add_partnership(self.request.user), sees_all=self.sees_all, **kwargs
        )
