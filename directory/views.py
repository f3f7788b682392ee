from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import ListView

from core.listing import FilteredListView
from directory.filters import OrganisationFilter, TerritoryFilter
from directory.models import CountryGroup, Organisation, Territory
from directory.themes import ThemeTree

public = method_decorator(login_not_required, name="dispatch")


@public
class OrganisationListView(FilteredListView):
    filterset_class = OrganisationFilter
    template_name = "directory/organisation_list.html"
    context_object_name = "organisations"

    def get_queryset(self):
        return Organisation.objects.visible_to(self.request.user).for_listing()


@public
class TerritoryListView(FilteredListView):
    filterset_class = TerritoryFilter
    template_name = "directory/territory_list.html"
    context_object_name = "territories"

    def get_queryset(self):
        return Territory.objects.visible_to(self.request.user).for_listing()


@public
class GroupListView(ListView):
    template_name = "directory/group_list.html"
    context_object_name = "groups"

    def get_queryset(self):
        return CountryGroup.objects.visible_to(self.request.user).with_member_count()


@public
class ThemeListView(ListView):
    """The whole tree, in the order of a table of contents."""

    template_name = "directory/theme_list.html"
    context_object_name = "lines"

    def get_queryset(self):
        return ThemeTree().lines
