from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter

from core.listing import ListFilter, facet
from directory.countries import country_name
from directory.enums import OrganisationKind, TerritoryKind
from directory.lookups import organisations_matching, territories_matching
from directory.models import CountryGroup, Organisation, Territory


def countries_of(queryset, field):
    codes = queryset.order_by().values_list(field, flat=True).distinct()
    return sorted(((code, country_name(code)) for code in codes if code), key=lambda choice: choice[1])


class OrganisationFilter(ListFilter):
    q = CharFilter(label=_("Nom, sigle, ville, pinyin ou hanzi"), method="filter_text", max_length=200)
    kind = facet(_("Nature"))
    country = facet(_("Pays"), field_name="territory__country")
    group = facet(_("Membre de"), method="filter_group")

    class Meta:
        model = Organisation
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("kind", OrganisationKind.choices)
        self.offer("country", countries_of(self.queryset, "territory__country"))
        self.offer("group", CountryGroup.objects.values_list("slug", "name"))

    def filter_text(self, queryset, name, value):
        return organisations_matching(value, queryset)

    def filter_group(self, queryset, name, value):
        return queryset.filter(pk__in=Organisation.objects.of_group(CountryGroup.objects.get(slug=value)).values("pk"))


class TerritoryFilter(ListFilter):
    q = CharFilter(label=_("Nom, pinyin, hanzi"), method="filter_text", max_length=200)
    code = CharFilter(label=_("Code INSEE, SIREN ou GB/T 2260"), method="filter_code", max_length=20)
    country = facet(_("Pays"))
    kind = facet(_("Nature"))
    within = facet(_("Dans"), method="filter_within")

    class Meta:
        model = Territory
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("country", countries_of(self.queryset, "country"))
        kinds = set(self.queryset.order_by().values_list("kind", flat=True).distinct())
        self.offer("kind", [(value, label) for value, label in TerritoryKind.choices if value in kinds])
        above = self.queryset.filter(level__lt=3).named()
        self.offer("within", [(str(territory.pk), str(territory)) for territory in above])

    def filter_text(self, queryset, name, value):
        return territories_matching(value, queryset)

    def filter_code(self, queryset, name, value):
        return queryset.filter(codes__code=value.strip().upper()).distinct()

    def filter_within(self, queryset, name, value):
        return queryset.filter(parent=value)
