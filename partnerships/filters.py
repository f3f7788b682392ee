from django.db.models import Count, F
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from core.listing import UNKNOWN, ListFilter, facet
from core.wording import labelled
from directory.enums import OrganisationKind, TerritoryKind
from directory.models import CountryGroup, Territory
from partnerships.enums import Freshness, PartnershipForm, PartnershipStatus, WishState
from partnerships.models import Partnership, PartnerWish
from partnerships.themes import ThemeTree

PAIR = ["french_name", "foreign_name", "pk"]  # pk last: pages never shuffle between equal names
SORTS = {
    "oldest": [F("since__startswith").asc(nulls_last=True), *PAIR],
    "newest": [F("since__startswith").desc(nulls_last=True), *PAIR],
    "verified": [F("confirmed_on").desc(nulls_last=True), *PAIR],
    "to_verify": [F("confirmed_on").asc(nulls_first=True), *PAIR],
}
SORT_LABELS = [
    ("oldest", _("les plus anciens")),
    ("newest", _("les plus récents")),
    ("verified", _("vérifiés récemment")),
    ("to_verify", _("à vérifier d’abord")),
]
KINDS = [*OrganisationKind.choices, *TerritoryKind.choices]


class CountedFilter(ListFilter):
    """Choices that say how often they occur; pills that do not. The records carry `themes` and a `group`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.labels = {}
        self.themes = ThemeTree()

    def offer_counted(self, name, choices):
        """Offer the values that occur in all the reader may see, each with how often, whatever else is filtered.

        What the reader asked for stays a choice when nothing carries it: the list is empty, the value is not unknown.
        """
        rows = self.queryset.order_by().values_list(self.filters[name].field_name).annotate(Count("pk"))
        counts = {str(value): count for value, count in rows if value}
        self.labels[name] = dict(choices)
        kept = [(value, label) for value, label in choices if value in counts or value == self.data.get(name)]
        self.offer(name, [(value, f"{label} ({counts.get(value, 0)})") for value, label in kept])

    def offer_themes(self):
        pairs = self.queryset.order_by().filter(themes__isnull=False).values_list("pk", "themes")
        self.labels["theme"] = self.themes.labels
        self.offer("theme", self.themes.counted_choices(pairs, self.data.get("theme")))

    def offer_groups(self):
        """With one group alone there is nothing to choose."""
        self.offer_counted("group", CountryGroup.objects.values_list("slug", "name"))
        if len(self.filters["group"].extra["choices"]) < 2 and "group" not in self.data:
            del self.filters["group"]

    def pill_label(self, name, value):
        if name in self.labels:
            return labelled(self.filters[name].label, self.labels[name][value])
        return super().pill_label(name, value)

    def filter_text(self, queryset, name, value):
        return queryset.matching(value)

    def filter_theme(self, queryset, name, value):
        carrying = queryset.model.objects.filter(themes__in=self.themes.subtree(value))
        return queryset.filter(pk__in=carrying.values("pk"))


class PartnershipFilter(CountedFilter):
    q = CharFilter(label=_("Mots, ville, province, pinyin ou hanzi"), method="filter_text", max_length=200)
    kind = facet(_("Côté français"))
    region = facet(_("Région française"))
    province = facet(_("Province chinoise"))
    form = facet(_("Forme"))
    status = facet(_("État"))
    theme = facet(_("Thème"), method="filter_theme")
    group = facet(_("Groupe-pays"), field_name="group__slug")
    freshness = facet(_("Vérification"), field_name="verified")
    sort = ChoiceFilter(
        label=_("Trier par"), method="filter_sort", choices=SORT_LABELS, empty_label=_("nom"), error_messages=UNKNOWN
    )

    class Meta:
        model = Partnership
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.queryset = self.queryset.with_names().order_by(*PAIR)
        tops = [(str(top.pk), str(top)) for top in Territory.objects.filter(level=1).named()]
        self.offer_counted("kind", KINDS)
        self.offer_counted("region", tops)
        self.offer_counted("province", tops)
        self.offer_counted("form", PartnershipForm.choices)
        self.offer_counted("status", PartnershipStatus.choices)
        self.offer_counted("freshness", Freshness.choices)
        self.offer_groups()
        self.offer_themes()

    def filter_sort(self, queryset, name, value):
        return queryset.order_by(*SORTS[value])


class WishFilter(CountedFilter):
    """The wishes that are still open, unless another state is asked for."""

    q = CharFilter(label=_("Mots, collectivité"), method="filter_text", max_length=200)
    theme = facet(_("Thème"), method="filter_theme")
    group = facet(_("Groupe-pays"), field_name="group__slug")
    state = ChoiceFilter(
        label=_("État"), choices=WishState.choices, empty_label=_("encore ouvertes"), error_messages=UNKNOWN
    )

    class Meta:
        model = PartnerWish
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_groups()
        self.offer_themes()

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("state") else found.open()

    @property
    def qs(self):
        return super().qs if self.is_bound else self.queryset.open()
