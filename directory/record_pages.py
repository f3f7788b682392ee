"""The pages of one record, made to be extended: the only views of this app that a higher one may import.

A higher app that knows more of a record (its partnerships, its mentions) subclasses the view, adds to the context,
and gives a template that extends ours and fills the block `related`; its URL stands before ours on the same path,
so `directory:organisation_detail` and its like reverse to it without knowing it.
"""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.utils.decorators import method_decorator
from django.views.generic import DetailView

from directory.contacts import with_contacts
from directory.goals import goals_named
from directory.merging.addresses import FollowsMerges
from directory.models import Affiliation, CountryGroup, Organisation, Person, Territory, Theme

public = method_decorator(login_not_required, name="dispatch")


def sees_all(user):
    return user.is_authenticated and user.sees_all


@public
class OrganisationDetailView(FollowsMerges, DetailView):
    template_name = "directory/organisation_detail.html"
    context_object_name = "organisation"

    def get_queryset(self):
        return Organisation.objects.visible_to(self.request.user).select_related("territory__parent", "parent")

    def get_context_data(self, **kwargs):
        user = self.request.user
        affiliations = Affiliation.objects.visible_to(user).filter(organisation=self.object).for_listing()
        affiliations = with_contacts(affiliations, user, person="person__")
        return super().get_context_data(
            names=self.object.names.for_listing(),
            functions=affiliations.current(),
            past_functions=affiliations.past(),
            memberships=self.object.memberships.current().select_related("group").order_by("group__sort_key"),
            past_memberships=self.object.memberships.past().select_related("group"),
            supported=self.object.groups_supported.visible_to(user),
            children=self.object.children.visible_to(self.request.user),
            for_staff=sees_all(self.request.user),
            **kwargs,
        )


@public
class TerritoryDetailView(FollowsMerges, DetailView):
    template_name = "directory/territory_detail.html"
    context_object_name = "territory"

    def get_queryset(self):
        # Four levels at most: the whole chain of parents comes with the row.
        chain = ("parent__parent__parent", "intercommunality", "successor")
        return Territory.objects.visible_to(self.request.user).select_related(*chain)

    def get_context_data(self, **kwargs):
        territory = self.object
        return super().get_context_data(
            names=territory.names.for_listing(),
            codes=territory.codes.all(),
            parts=parts_of(territory),
            member_count=territory.members.current().count(),
            predecessors=territory.predecessors.all(),
            organisations=territory.organisations.visible_to(self.request.user).order_by("kind", "sort_key", "pk"),
            **kwargs,
        )


def parts_of(territory):
    """How many territories lie directly in this one, by kind: [(« communes », 272), …]."""
    counted = territory.children.current().order_by("level", "kind").values("kind", "level").annotate(count=Count("pk"))
    return [(Territory(kind=row["kind"]).get_kind_display(), row["kind"], row["count"]) for row in counted]


@public
class GroupDetailView(DetailView):
    template_name = "directory/group_detail.html"
    context_object_name = "group"

    def get_queryset(self):
        return CountryGroup.objects.visible_to(self.request.user)

    def get_context_data(self, **kwargs):
        user, group = self.request.user, self.object
        members = Organisation.objects.visible_to(user).of_group(group).for_listing()
        people = Person.objects.visible_to(user)
        mandates = group.mandates.filter(person__in=people).select_related("person")
        return super().get_context_data(
            mandates=mandates.current(),
            past_mandates=mandates.past(),
            past_memberships=group.memberships.past().select_related("organisation"),
            partners=group.partners.visible_to(user),
            members=members,
            **kwargs,
        )


@public
class ThemeDetailView(DetailView):
    template_name = "directory/theme_detail.html"
    context_object_name = "theme"

    def get_queryset(self):
        return Theme.objects.visible_to(self.request.user).select_related("parent__parent")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            children=self.object.children.visible_to(self.request.user),
            goals=goals_named(self.object.sdgs),
            **kwargs,
        )
