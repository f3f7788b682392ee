"""The records of the directory with what the higher apps know of them: partnerships, events, delegations, meetings, mentions."""

from itertools import groupby

from django.db.models import Count, Q
from django.utils import timezone

from accounts.perms import can_keep_people, can_merge_records
from cufportal.agenda.entries import upcoming
from cufportal.map_pairs import located
from delegations.enums import Detail
from delegations.models import Approach, Delegation, HostingProfile, Stop
from directory.enums import OrganisationKind
from directory.models import Organisation, Territory, Theme
from directory.record_pages import GroupDetailView, OrganisationDetailView, TerritoryDetailView, ThemeDetailView
from directory.themes import ThemeTree
from events.models import Event
from meetings.models import Meeting, RoundTableEntry
from partnerships.enums import Freshness
from partnerships.models import Participant, Partnership, PartnerWish

SHOWN = 50  # a page shows no more of each; its list shows all
LATEST = 10


def partnerships_of(user, organisations):
    """The partnerships in which one of `organisations` (a queryset) is a side or a participant, as `user` may see them."""
    pairs, participants = Partnership.objects.order_by(), Participant.objects.order_by()
    # Three readings of an index; asked for together with « or », each pair there is would be looked at.
    ids = (
        pairs.filter(french_side__in=organisations)
        .values("pk")
        .union(
            pairs.filter(foreign_side__in=organisations).values("pk"),
            participants.filter(organisation__in=organisations).values("partnership"),
        )
    )
    return Partnership.objects.visible_to(user).filter(pk__in=ids)


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


def themes_of(partnerships):
    """The themes that `partnerships` carry, the most carried first, each with its `count`."""
    ids = partnerships.order_by().values("pk")
    carried = Theme.objects.filter(partnerships__in=ids).annotate(count=Count("partnerships", distinct=True))
    return carried.order_by("-count", "sort_key", "pk")


class OrganisationPage(OrganisationDetailView):
    template_name = "cufportal/organisation.html"

    def get_context_data(self, **kwargs):
        user, own = self.request.user, Organisation.objects.filter(pk=self.object.pk)
        mentions = RoundTableEntry.objects.visible_to(user).filter(organisation=self.object)
        partnerships = partnerships_of(user, own)
        return super().get_context_data(
            partnerships=partnerships.first_listed(SHOWN),
            themes=themes_of(partnerships),
            shown=SHOWN,
            keeps_people=can_keep_people(user, self.object),
            may_merge=can_merge_records(user),
            wishes=PartnerWish.objects.visible_to(user).open().filter(organisation=self.object)[:SHOWN],
            events=Event.objects.visible_to(user).filter(organisers=self.object)[:LATEST],
            delegations=delegations_of(user, own.values("pk"))[:LATEST],
            mentions=mentions.select_related("meeting").order_by("-meeting__first_day", "pk")[:LATEST],
            **kwargs,
        )


def within(territory):
    """The territory and those that lie in it, its communes by an intercommunality too."""
    inside = Q(parent=territory) | Q(parent__parent=territory) | Q(parent__parent__parent=territory)
    return Territory.objects.filter(Q(pk=territory.pk) | inside | Q(intercommunality=territory))


def list_query_of(territory):
    """The query of the list of all that lies in a region or a province; "" for what the list has no filter for."""
    side = "region" if territory.is_french else "province"
    return f"{side}={territory.pk}" if territory.level == 1 else ""


class TerritoryPage(TerritoryDetailView):
    template_name = "cufportal/territory.html"

    def get_context_data(self, **kwargs):
        user, territory = self.request.user, self.object
        lands = within(territory).order_by().values("pk")
        organisations = Organisation.objects.order_by().filter(territory__in=lands).values("pk")
        own = partnerships_of(user, Organisation.objects.order_by().filter(territory=territory).values("pk"))
        inside = partnerships_of(user, organisations).exclude(pk__in=own.order_by().values("pk"))
        held = Event.objects.filter(places__in=lands).order_by().values("pk")
        context = super().get_context_data(
            partnerships=own.first_listed(SHOWN),
            partnerships_inside=inside.first_listed(SHOWN),
            list_query=list_query_of(territory),
            events=Event.objects.visible_to(user).filter(pk__in=held)[:LATEST],
            delegations=delegations_of(user, organisations, lands)[:LATEST],
            shown=SHOWN,
            may_merge=can_merge_records(user),
            **kwargs,
        )
        return context | {"panel": located(territory, context["codes"])}


class ThemePage(ThemeDetailView):
    template_name = "cufportal/theme.html"

    def get_context_data(self, **kwargs):
        user, theme = self.request.user, self.object
        under = ThemeTree().subtree(theme.slug)
        carried = Partnership.objects.filter(themes__in=under).order_by().values("pk")
        partnerships = Partnership.objects.visible_to(user).filter(pk__in=carried)
        wishes = PartnerWish.objects.filter(themes__in=under).order_by().values("pk")
        events = Event.objects.filter(themes__in=under).order_by().values("pk")
        hosts = HostingProfile.objects.filter(themes__in=under).order_by().values("pk")
        return super().get_context_data(
            partnerships=partnerships.first_listed(SHOWN),
            shown=SHOWN,
            list_query=f"theme={theme.slug}",
            actors=actors_in(partnerships),
            hosts=HostingProfile.objects.visible_to(user).filter(pk__in=hosts).select_related("organisation"),
            wishes=PartnerWish.objects.visible_to(user).open().filter(pk__in=wishes).select_related("organisation"),
            events=Event.objects.visible_to(user).filter(pk__in=events)[:LATEST],
            **kwargs,
        )


def actors_in(partnerships):
    """Pairs (kind, organisations) of those that take part in `partnerships` beside the two sides."""
    ids = partnerships.order_by().values("pk")
    found = Organisation.objects.filter(participations__partnership__in=ids).distinct()
    rank = list(OrganisationKind).index
    ordered = sorted(found, key=lambda organisation: rank(organisation.kind))  # those of a kind stay sorted by name
    groups = groupby(ordered, key=lambda organisation: organisation.get_kind_display())
    return [(kind, list(organisations)) for kind, organisations in groups]


class GroupPage(GroupDetailView):
    template_name = "cufportal/group.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        meetings = Meeting.objects.visible_to(user).filter(group=self.object)
        partnerships = Partnership.objects.visible_to(user).filter(group=self.object).with_freshness_known()
        delegations = Delegation.objects.visible_to(user).filter(group=self.object, is_suspect=False)
        return super().get_context_data(
            meetings=meetings[:LATEST],
            dates=[date for date in upcoming(user, SHOWN) if date.group == self.object.slug][:LATEST],
            events=Event.objects.visible_to(user).filter(group=self.object)[:LATEST],
            delegations=delegations.with_detail_for(user)[:LATEST],
            figures=partnerships.open().aggregate(
                under_way=Count("pk"), recent=Count("pk", filter=Q(verified=Freshness.RECENT))
            ),
            today=timezone.localdate(),
            wish_count=PartnerWish.objects.visible_to(user).open().filter(group=self.object).count(),
            **kwargs,
        )
