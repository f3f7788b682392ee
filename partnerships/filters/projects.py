from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from core.listing import UNKNOWN, facet
from directory.facets import UNSAID, CountedFilter
from partnerships.enums import OPEN, OPEN_LABEL, RealisationPlace
from partnerships.models import Project


class ProjectFilter(CountedFilter):
    """The projects, of the partnerships under way alone when `status` asks for them."""

    q = CharFilter(label=_("Mots, ville, province, pinyin ou hanzi"), method="filter_text", max_length=200)
    place = facet(_("Lieu de réalisation"), field_name="place", method="filter_place")
    theme = facet(_("Thème"), method="filter_theme")
    group = facet(_("Groupe-pays"), field_name="partnership__group__slug")
    status = ChoiceFilter(
        label=_("Partenariat"),
        choices=[(OPEN, OPEN_LABEL)],
        empty_label=_("quel que soit son état"),
        method="filter_status",
        error_messages=UNKNOWN,
    )

    class Meta:
        model = Project
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_counted("place", RealisationPlace.choices, unsaid=True)
        self.offer_groups()
        self.offer_themes()

    def filter_place(self, queryset, name, value):
        return queryset.filter(place="" if value == UNSAID else value)

    def filter_status(self, queryset, name, value):
        return queryset.of_open_partnerships()
