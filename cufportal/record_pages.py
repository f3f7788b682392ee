"""The records of the directory with what the higher apps know of them: partnerships, searches, meetings, mentions."""

from django.db.models import Q

from directory.models import Organisation, Territory
from directory.record_pages import GroupDetailView, OrganisationDetailView, TerritoryDetailView
from meetings.models import Meeting, RoundTableEntry
from partnerships.models import Partnership, PartnerWish

SHOWN = 50  # a page shows no more of each; its list shows all
LATEST = 10


def partnerships_of(user, organisations):
    """The partnerships in which one of `organisations` (a queryset) is a side or a participant, as `user` may see them."""
    involved = Q(french_side__in=organisations) | Q(foreign_side__in=organisations)
    ids = Partnership.objects.filter(involved | Q(participants__organisation__in=organisations)).order_by().values("pk")
    return Partnership.objects.visible_to(user).filter(pk__in=ids).for_listing()


class OrganisationPage(OrganisationDetailView):
    template_name = "cufportal/organisation.html"

    def get_context_data(self, **kwargs):
        user, own = self.request.user, Organisation.objects.filter(pk=self.object.pk)
        mentions = RoundTableEntry.objects.visible_to(user).filter(organisation=self.object)
        return super().get_context_data(
            partnerships=partnerships_of(user, own)[:SHOWN],
            shown=SHOWN,
            wishes=PartnerWish.objects.visible_to(user).open().filter(organisation=self.object)[:SHOWN],
            mentions=mentions.select_related("meeting").order_by("-meeting__first_day", "pk")[:LATEST],
            **kwargs,
        )


class TerritoryPage(TerritoryDetailView):
    template_name = "cufportal/territory.html"

    def get_context_data(self, **kwargs):
        territory = self.object
        within = Territory.objects.filter(
            Q(pk=territory.pk) | Q(parent=territory) | Q(parent__parent=territory) | Q(intercommunality=territory)
        )
        organisations = Organisation.objects.order_by().filter(territory__in=within.order_by().values("pk"))
        return super().get_context_data(
            partnerships=partnerships_of(self.request.user, organisations.values("pk"))[:SHOWN],
            shown=SHOWN,
            **kwargs,
        )


class GroupPage(GroupDetailView):
    template_name = "cufportal/group.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        meetings = Meeting.objects.visible_to(user).filter(group=self.object)
        partnerships = Partnership.objects.visible_to(user).filter(group=self.object)
        return super().get_context_data(
            meetings=meetings[:LATEST],
            partnership_count=partnerships.count(),
            wish_count=PartnerWish.objects.visible_to(user).open().filter(group=self.object).count(),
            **kwargs,
        )
