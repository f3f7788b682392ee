from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator

from core.listing import FilteredListView
from partnerships.filters import PartnershipFilter
from partnerships.models import Partnership
from partnerships.perms import can_add_partnership, can_import_table


@method_decorator(login_not_required, name="dispatch")
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
        user = self.request.user
        may = {"can_add": can_add_partnership(user), "can_import": can_import_table(user)}
        return super().get_context_data(sees_all=self.sees_all, **may, **kwargs)
