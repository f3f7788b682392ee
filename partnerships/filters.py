from django.db.models import F
from django.forms import MultipleHiddenInput
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, MultipleChoiceFilter

from core.listing import UNKNOWN, facet
from core.wording import labelled
from directory.enums import OrganisationKind, TerritoryKind
from directory.facets import UNSAID, CountedFilter
from directory.models import Territory
from partnerships.enums import OPEN, OPEN_LABEL, Freshness, PartnershipForm, PartnershipStatus, WishState
from partnerships.models import Partnership, PartnerWish

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


class PartnershipFilter(CountedFilter):
    q = CharFilter(label=_("Mots, ville, province, pinyin ou hanzi"), method="filter_text", max_length=200)
    kind = facet(_("Côté français"))
    region = facet(_("Région française"), method="filter_said")
    province = facet(_("Province chinoise"), method="filter_said")
    form = facet(_("Forme"), method="filter_form")
    status = facet(_("État"), method="filter_status")
    year = facet(_("Année de début"), field_name="since_year", method="filter_said")
    theme = facet(_("Thème"), method="filter_theme")
    about = MultipleChoiceFilter(
        label=_("Au moins un thème parmi"), method="filter_about", widget=MultipleHiddenInput, error_messages=UNKNOWN
    )
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
        self.offer_counted("region", tops, unsaid=True)
        self.offer_counted("province", tops, unsaid=True)
        self.offer_counted("form", PartnershipForm.choices, unsaid=True)
        self.offer_status()
        self.offer_counted("freshness", Freshness.choices)
        self.offer_groups()
        self.offer_themes()
        self.offer_years()
        self.offer("about", self.themes.labels.items())

    def offer_status(self):
        """Also all that is not ended, once something is."""
        self.offer_counted("status", PartnershipStatus.choices)
        self.labels["status"][OPEN] = OPEN_LABEL
        found = self.filters["status"].extra["choices"]
        if PartnershipStatus.ENDED in dict(found) or self.data.get("status") == OPEN:
            self.offer("status", [(OPEN, OPEN_LABEL), *found])

    def offer_years(self):
        """Years are for who comes from a figure of the statistics: to count them would cost every list a reading."""
        asked = self.data.get("year")
        if not asked:
            del self.filters["year"]
            return
        self.queryset = self.queryset.with_start_year()
        years = {*self.counts_of("year"), asked} - {UNSAID}
        known = sorted(year for year in years if len(year) == 4 and year.isascii() and year.isdecimal())
        self.offer_counted("year", [(year, year) for year in known], unsaid=True)

    def pill_label(self, name, value):
        if name == "about":
            return labelled(
                self.filters[name].label, get_text_list([self.themes.labels[slug] for slug in value], _("ou"))
            )
        return super().pill_label(name, value)

    def filter_form(self, queryset, name, value):
        return queryset.filter(form="" if value == UNSAID else value)

    def filter_status(self, queryset, name, value):
        return queryset.open() if value == OPEN else queryset.filter(status=value)

    def filter_about(self, queryset, name, value):
        wanted = set().union(*(self.themes.subtree(slug) for slug in value))
        return queryset.filter(pk__in=Partnership.objects.filter(themes__in=wanted).values("pk"))

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
