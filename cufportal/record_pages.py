"""The records of the directory with what the higher apps know of them: partnerships, events, delegations, meetings, mentions."""

from django.db.models import Q

from accounts.perms import can_keep_people
from cufportal.agenda.entries import upcoming
from delegations.enums import Detail
from delegations.models import Approach, Delegation, Stop
from directory.models import Organisation, Territory
from directory.record_pages import GroupDetailView, OrganisationDetailView, TerritoryDetailView
from events.models import Event
from meetings.models import Meeting, RoundTableEntry
from partnerships.models import Partnership, PartnerWish

SHOWN = 50  # a page shows no more of each; its list shows all
LATEST = 10


def partnerships_of(user, organisations):
    """The partnerships in which one of `organisations` (a queryset) is a side or a participant, as `user` may see them."""
    involved = Q(french_side__in=organisations) | Q(foreign_side__in=organisations)
    ids = Partnership.objects.filter(involved | Q(participants__organisation__in=organisations)).order_by().values("pk")
    return Partnership.objects.visible_to(user).filter(pk__in=ids).for_listing()


def delegations_of(user, organisations, territories=None):
    """The delegations that one of `organisations` sends, was asked to host or hosts, or that come from `territories`.

    That one comes from a place is told with its existence; who sends it and who was asked, with its summary; who hosts it,
    to those who read all of it.
    """
    asked = Approach.objects.filter(organisation__in=organisations).order_by().values("delegation")
    told = Delegation.objects.readable_at(Detail.SUMMARY, user).filter(Q(sender__in=organisations) | Q(pk__in=asked))
    hosted = Stop.objects.visible_to(user).filter(host__in=organisations).order_by().values("delegation")
    found = Q(pk__in=told.order_by().values("pk")) | Q(pk__in=hosted)
    if territories is not None:
        found |= Q(sender_territory__in=territories)
    seen = Delegation.objects.visible_to(user).filter(found, is_suspect=False)
    return seen.with_detail_for(user).for_listing()


class OrganisationPage(OrganisationDetailView):
    template_name = "cufportal/organisation.html"

    def get_context_data(self, **kwargs):
        user, own = self.request.user, Organisation.objects.filter(pk=self.object.pk)
        mentions = RoundTableEntry.objects.visible_to(user).filter(organisation=self.object)
        return super().get_context_data(
            partnerships=partnerships_of(user, own)[:SHOWN],
            shown=SHOWN,
            keeps_people=can_keep_people(user, self.object),
            wishes=PartnerWish.objects.visible_to(user).open().filter(organisation=self.object)[:SHOWN],
            events=Event.objects.visible_to(user).filter(organisers=self.object)[:LATEST],
            delegations=delegations_of(user, own.values("pk"))[:LATEST],
            mentions=mentions.select_related("meeting").order_by("-meeting__first_day", "pk")[:LATEST],
            **kwargs,
        )


class TerritoryPage(TerritoryDetailView):
    template_name = "cufportal/territory.html"

    def get_context_data(self, **kwargs):
        user, territory = self.request.user, self.object
        within = Territory.objects.filter(
            Q(pk=territory.pk) | Q(parent=territory) | Q(parent__parent=territory) | Q(intercommunality=territory)
        )
        lands = within.order_by().values("pk")
        organisations = Organisation.objects.order_by().filter(territory__in=lands).values("pk")
        held = Event.objects.filter(places__in=lands).order_by().values("pk")
        return super().get_context_data(
            partnerships=partnerships_of(user, organisations)[:SHOWN],
            events=Event.objects.visible_to(user).filter(pk__in=held)[:LATEST],
            delegations=delegations_of(user, organisations, lands)[:LATEST],
            shown=SHOWN,
            **kwargs,
        )


class GroupPage(GroupDetailView):
    template_name = "cufportal/group.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        meetings = Meeting.objects.visible_to(user).filter(group=self.object)
        partnerships = Partnership.objects.visible_to(user).filter(group=self.object)
        delegations = Delegation.objects.visible_to(user).filter(group=self.object, is_suspect=False)
        return super().get_context_data(
            meetings=meetings[:LATEST],
            dates=[date for date in upcoming(user, SHOWN) if date.group == self.object.slug][:LATEST],
            events=Event.objects.visible_to(user).filter(group=self.object)[:LATEST],
            delegations=delegations.with_detail_for(user)[:LATEST],
            partnership_count=partnerships.count(),
            wish_count=PartnerWish.objects.visible_to(user).open().filter(group=self.object).count(),
            **kwargs,
        )
