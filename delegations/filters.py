from django.db.models import Count
from django.db.models.functions import Coalesce, ExtractYear
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter

from core.listing import facet
from delegations.enums import DelegationState, Detail, Direction
from delegations.models import Approach, Delegation
from delegations.perms import can_read_queue
from delegations.queue import Waiting
from directory.facets import CountedFilter
from directory.models import Organisation

YES = "oui"


class DelegationFilter(CountedFilter):
    """What is told from the summary on is counted and found among the delegations whose summary the reader may read."""

    q = CharFilter(label=_("Mots, référence, expéditeur, ville"), method="filter_text", max_length=200)
    waiting = facet(_("Ce qui attend"))
    state = facet(_("État"))
    late = facet(_("Délais"), method="filter_late")
    direction = facet(_("Sens"))
    year = facet(_("Année de la visite"), field_name="visit_year")
    theme = facet(_("Thème"), method="filter_theme")
    authority = facet(_("Collectivité sollicitée"), method="filter_authority")
    group = facet(_("Groupe-pays"), field_name="group__slug")
    suspect = facet(_("À vérifier"), method="filter_suspect")

    class Meta:
        model = Delegation
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = self.request.user
        self.reads_queue = can_read_queue(self.user)
        self.part_doubtful()
        self.queryset = self.queryset.annotate(
            visit_year=ExtractYear(Coalesce("first_day", "wished__startswith", "received_on"))
        )
        self.summarised = Delegation.objects.readable_at(Detail.SUMMARY, self.user).order_by()
        self.offer_counted("waiting", [(str(value), label) for value, label in Waiting.choices])
        self.offer_counted("state", DelegationState.choices)
        self.offer_counted("direction", Direction.choices)
        self.offer_years()
        self.offer_groups()
        self.offer_themes()
        self.offer_authorities()

    def part_doubtful(self):
        """Doubtful requests stand apart: they are listed when asked for, and then alone."""
        self.labels["suspect"] = {YES: _("demandes douteuses")}
        doubtful = self.queryset.filter(is_suspect=True)
        self.doubtful_count = doubtful.open().count()
        self.offer("suspect", [(YES, f"{_('demandes douteuses')} ({self.doubtful_count})")])
        self.shows_doubtful = self.data.get("suspect") == YES
        self.queryset = doubtful if self.shows_doubtful else self.queryset.filter(is_suspect=False)
        if not (self.reads_queue and (self.doubtful_count or self.shows_doubtful)):
            del self.filters["suspect"]

    def offer_years(self):
        years = self.queryset.order_by().values_list("visit_year", flat=True).distinct()
        asked = self.data.get("year", "")
        known = {*years} | ({int(asked)} if asked.isascii() and asked.isdecimal() and len(asked) == 4 else set())
        self.offer_counted("year", [(str(year), str(year)) for year in sorted(known, reverse=True)])

    def offer_themes(self):
        pairs = self.told.filter(themes__isnull=False).values_list("pk", "themes")
        self.labels["theme"] = self.themes.labels
        self.offer("theme", self.themes.counted_choices(pairs, self.data.get("theme")))

    def offer_authorities(self):
        """The authorities asked, and whether some of them are late: told from the summary on."""
        approaches = Approach.objects.filter(delegation__in=self.told.values("pk")).order_by()
        counts = dict(approaches.values_list("organisation").annotate(Count("pk")))
        named = Organisation.objects.filter(pk__in=counts).values_list("pk", "name")
        self.labels["authority"] = {str(pk): name for pk, name in named}
        self.offer("authority", [(str(pk), f"{name} ({counts[pk]})") for pk, name in named])
        late = approaches.overdue().values("delegation").distinct().count()
        self.labels["late"] = {YES: _("réponse en retard")}
        self.offer("late", [(YES, f"{_('réponse en retard')} ({late})")])

    @property
    def told(self):
        return self.queryset.filter(pk__in=self.summarised.values("pk")).order_by()

    def filter_text(self, queryset, name, value):
        return queryset.matching(value, self.user)

    def filter_late(self, queryset, name, value):
        late = Approach.objects.visible_to(self.user).overdue().order_by()
        return queryset.filter(pk__in=late.values("delegation"))

    def filter_theme(self, queryset, name, value):
        carrying = self.summarised.filter(themes__in=self.themes.subtree(value))
        return queryset.filter(pk__in=carrying.values("pk"))

    def filter_authority(self, queryset, name, value):
        asked = Approach.objects.visible_to(self.user).filter(organisation=value).order_by()
        return queryset.filter(pk__in=asked.values("delegation"))

    def filter_suspect(self, queryset, name, value):
        return queryset
