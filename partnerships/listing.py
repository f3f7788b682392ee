"""The list of partnerships as a page shows it, whichever way; also drawn on a map by `cufportal`."""

from core.listing import FilteredListView
from partnerships.filters.choices import LAYOUTS, LIST, PRINT
from partnerships.filters.partnerships import PartnershipFilter
from partnerships.models import Partnership
from partnerships.models.querysets import read_forms

PRINTED = 1000  # rows of a page that is meant for paper


class PartnershipListing(FilteredListView):
    filterset_class = PartnershipFilter
    context_object_name = "partnerships"

    def get_queryset(self):
        visible = Partnership.objects.visible_to(self.request.user).for_rows()
        return visible.with_doubts() if self.sees_all else visible

    @property
    def sees_all(self):
        return self.request.user.is_authenticated and self.request.user.sees_all

    def get_paginate_by(self, queryset):
        return PRINTED if self.filterset.layout == PRINT else self.paginate_by

    def get_paginator(self, *args, **kwargs):
        """The rows were counted with the values of the filters."""
        paginator = super().get_paginator(*args, **kwargs)
        paginator.count = self.filterset.counts.total
        return paginator

    def paginate_queryset(self, queryset, page_size):
        paginator, page, rows, is_cut = super().paginate_queryset(queryset, page_size)
        read_forms(rows)
        return paginator, page, rows, is_cut

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            layout=self.filterset.layout,
            layouts=[(code, label) for code, label in LAYOUTS if code != PRINT],
            default_layout=LIST,
            is_fragment=self.is_fragment,
            sees_all=self.sees_all,
            **kwargs,
        )
