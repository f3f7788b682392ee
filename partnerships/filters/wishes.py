from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from core.listing import UNKNOWN, facet
from directory.facets import CountedFilter
from partnerships.enums import WishedKind, WishState
from partnerships.models import PartnerWish


class WishFilter(CountedFilter):
    """The wishes that are still open, unless another state is asked for."""

    q = CharFilter(label=_("Mots, collectivité"), method="filter_text", max_length=200)
    sought_kind = ChoiceFilter(
        label=_("Ce qui est recherché"),
        choices=WishedKind.choices,
        empty_label=_("indifférent"),
        error_messages=UNKNOWN,
    )
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
        # Before anything is counted: what is offered is found in the list
        state = self.data.get("state")
        self.queryset = self.queryset.filter(state=state) if state in WishState.values else self.queryset.open()
        self.offer_groups()
        self.offer_themes()
