from django.db.models import Count, F
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet

from directory.enums import OrganisationKind, TerritoryKind
from directory.models import CountryGroup, Territory
from partnerships.enums import Freshness, PartnershipForm, PartnershipStatus
from partnerships.models import Partnership
from partnerships.themes import ThemeTree

PAIR = ["french_side__sort_key", "foreign_side__sort_key", "pk"]  # pk last: pages never shuffle between equal names
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
UNKNOWN = {"invalid_choice": _("« %(value)s » n’est pas un choix de ce filtre, qui n’est pas appliqué.")}


def facet(label, **options):
    return ChoiceFilter(label=label, empty_label=_("indifférent"), choices=[], error_messages=UNKNOWN, **options)


class ListFilter(FilterSet):
    """What the filters of this app's lists have in common: pills for what is applied, sentences for what is not."""

    NOT_PILLS = {"sort"}

    @cached_property
    def applied(self):
        """Each filter applied, as {label, remove_url}; removing one keeps the others and goes back to the first page."""
        if not self.is_bound:
            return []
        self.form.full_clean()
        values = {name: value for name, value in self.form.cleaned_data.items() if value and name not in self.NOT_PILLS}
        return [
            {"label": self.pill_label(name, value), "remove_url": self.without(name)} for name, value in values.items()
        ]

    @cached_property
    def problems(self):
        """A sentence for each value that could not be applied, with the filter it was given to."""
        if not self.is_bound:
            return []
        return [
            f"{self.filters[name].label} : {message}" for name, messages in self.errors.items() for message in messages
        ]

    def pill_label(self, name, value):
        if name not in self.labels:
            return f"« {value} »"
        return f"{self.filters[name].label} : {self.labels[name][value]}"

    def without(self, name):
        query = self.data.copy()
        for key in (name, "page"):
            query.pop(key, None)
        return "?" + query.urlencode()


class PartnershipFilter(ListFilter):
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
        self.queryset = self.queryset.order_by(*PAIR)
        self.themes = ThemeTree()
        self.labels = {}
        self.offer_choices()

    def offer_choices(self):
        self.offer("form", PartnershipForm.choices)
        self.offer("status", PartnershipStatus.choices)
        self.offer("freshness", Freshness.choices)
        self.offer("kind", KINDS)
        self.offer("group", CountryGroup.objects.values_list("slug", "name"))
        tops = [(str(pk), name) for pk, name in Territory.objects.filter(level=1).values_list("pk", "name")]
        self.offer("region", tops)
        self.offer("province", tops)
        pairs = self.queryset.order_by().filter(themes__isnull=False).values_list("pk", "themes")
        self.labels["theme"] = self.themes.labels
        self.filters["theme"].extra["choices"] = self.themes.counted_choices(pairs, self.data.get("theme"))
        if len(self.filters["group"].extra["choices"]) < 2 and "group" not in self.data:
            del self.filters["group"]

    def offer(self, name, choices):
        """Offer the values that occur in all the reader may see, each with how often, whatever else is filtered.

        What the reader asked for stays a choice when nothing carries it: the list is empty, the value is not unknown.
        """
        field = self.filters[name].field_name
        rows = self.queryset.order_by().values_list(field).annotate(Count("pk"))
        counts = {str(value): count for value, count in rows if value}
        asked = self.data.get(name)
        self.labels[name] = dict(choices)
        self.filters[name].extra["choices"] = [
            (value, f"{label} ({counts.get(value, 0)})")
            for value, label in choices
            if value in counts or value == asked
        ]

    def filter_text(self, queryset, name, value):
        return queryset.matching(value)

    def filter_theme(self, queryset, name, value):
        through = Partnership.themes.through.objects.filter(theme__in=self.themes.subtree(value))
        return queryset.filter(pk__in=through.values("partnership"))

    def filter_sort(self, queryset, name, value):
        return queryset.order_by(*SORTS[value])
