"""What is known of those who could host a delegation: their profile, and what they host already in its months."""

from django.db.models import Count, Prefetch, Q

from core.dates import FuzzyDate
from delegations.enums import Answer, DelegationState
from delegations.models import Approach, ClosedPeriod, HostingProfile

OFFERED = 12


def hosts_for(delegation):
    """The profiles of authorities that were not asked yet, those with most themes in common first, at most OFFERED.

    Each says `shared` (themes in common), `load` (visits that it welcomes in the same months, None while these are not
    known), `is_saturated` (no less than it can) and `closings` (its closed periods in these months).
    """
    asked = delegation.approaches.order_by().values("organisation")
    themes = list(delegation.themes.values_list("pk", flat=True))
    profiles = HostingProfile.objects.exclude(organisation__in=asked).exclude(organisation=delegation.sender_id)
    profiles = profiles.annotate(shared=Count("themes", filter=Q(themes__in=themes), distinct=True))
    profiles = list(described(profiles, delegation).order_by("-shared", "organisation__sort_key", "pk")[:OFFERED])
    return loaded(profiles, delegation)


def profile_of(organisation, delegation):
    """The profile of one organisation, as above; None when it has none."""
    profiles = list(described(HostingProfile.objects.filter(organisation=organisation), delegation))
    return next(iter(loaded(profiles, delegation)), None)


def described(profiles, delegation):
    months = delegation.months
    closed = ClosedPeriod.objects.filter(period__overlap=months.as_range) if months else ClosedPeriod.objects.none()
    closings = Prefetch("closed_periods", queryset=closed, to_attr="closings")
    return profiles.select_related("organisation__territory").prefetch_related("themes", closings)


def loaded(profiles, delegation):
    loads = loads_of([profile.organisation_id for profile in profiles], delegation)
    for profile in profiles:
        profile.load = loads.get(profile.organisation_id, 0) if delegation.months else None
        most = profile.capacity_per_month
        profile.is_saturated = most is not None and profile.load is not None and profile.load >= most
    return profiles


def loads_of(organisations, delegation):
    """How many other visits each of `organisations` (ids) welcomes in the months of this one."""
    if not delegation.months:
        return {}
    first, last = delegation.months.first, delegation.months.last
    same_months = Q(delegation__first_day__lte=last, delegation__last_day__gte=first)
    same_months |= Q(delegation__first_day__isnull=True, delegation__wished__overlap=FuzzyDate(first, last).as_range)
    welcomed = Approach.objects.filter(organisation__in=organisations, answer__in=Answer.welcoming_ones())
    welcomed = welcomed.filter(same_months).exclude(delegation=delegation)
    still_coming = welcomed.exclude(delegation__state__in=[DelegationState.REFUSED, DelegationState.CANCELLED])
    return dict(still_coming.order_by().values_list("organisation").annotate(Count("pk")))
