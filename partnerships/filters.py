from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from core.listing import UNKNOWN, facet
from directory.enums import OrganisationKind, TerritoryKind
from directory.facets import CountedFilter
from directory.models import Territory
from partnerships.enums import Freshness, PartnershipForm, PartnershipStatus, WishState
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
