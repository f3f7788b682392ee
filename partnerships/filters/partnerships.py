from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, MultipleChoiceFilter

from core.listing import SORT, UNKNOWN, facet
from core.wording import labelled
from directory.countries import country_name
from directory.facets import UNSAID, UNSAID_LABEL, CountedFilter
from directory.lookups import organisations_matching
from directory.models import CountryGroup, Organisation
from directory.models.territories import shown_name
from partnerships.counting import (
    COLUMNS,
    PLACES,
    THEME,
    UNSAID_TOO,
    Counts,
    countable,
    counts_of,
    places_named,
    stored_counts,
)
from partnerships.enums import OPEN, OPEN_LABEL, Freshness, PartnershipForm, PartnershipStatus
from partnerships.filters.choices import (
    GROUPS,
    KINDS,
    LAYOUTS,
    LEVELS,
    LIST,
    RELEVANCE,
    SORT_LABELS,
    SORTS,
    YEARS,
)
from partnerships.models import Partnership
from partnerships.models.querysets import PAIR

text = partial(CharFilter, max_length=200)


class PartnershipFilter(CountedFilter):
    """Each value says how often it occurs under the other filters in force; of a filter itself in force, the values that one
    could take instead."""

    q = text(label=_("Mots, ville, province, pinyin ou hanzi"), method="filter_text")
    french = text(label=_("Nom français"), method="filter_side", field_name="french_side")
    foreign = text(label=_("Nom étranger"), method="filter_side", field_name="foreign_side")
    kind = facet(_("Nature"), field_name=COLUMNS["kind"])
    region = facet(_("Région"), field_name=COLUMNS["region"], method="filter_said")
    department = facet(_("Département"), field_name=COLUMNS["department"])
    country = facet(_("Pays"), field_name=COLUMNS["country"])
    province = facet(_("Province"), field_name=COLUMNS["province"], method="filter_said")
    level = facet(_("Niveau"), field_name=COLUMNS["level"])
    form = facet(_("Forme"), method="filter_form")
    status = facet(_("État"), method="filter_status")
    theme = facet(_("Thème"), method="filter_theme")
    about = MultipleChoiceFilter(
        label=_("Au moins un thème parmi"),
        method="filter_about",
        widget=forms.MultipleHiddenInput,
        error_messages=UNKNOWN,
    )
    year = facet(_("Année de début"), field_name="since_year", method="filter_said")
    verified_since = facet(_("Vérifié depuis le 1er janvier"), method="filter_verified_since")
    freshness = facet(_("Fraîcheur"), field_name="verified")
    group = facet(_("Groupe-pays"), field_name="group__slug")
    sort = ChoiceFilter(
        label=_("Trier par"), method="filter_sort", choices=SORT_LABELS, empty_label=_("nom"), error_messages=UNKNOWN
    )
    view = ChoiceFilter(method="filter_sort", choices=LAYOUTS, widget=forms.HiddenInput, error_messages=UNKNOWN)

    FACETS = tuple(COLUMNS)
    narrows_nothing = frozenset({SORT, "view"})

    class Meta:
        model = Partnership
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.everything = stored_counts(self.queryset)
        self.labels = self.known_labels()
        for name in UNSAID_TOO:
            self.labels[name] = self.labels[name] | {UNSAID: UNSAID_LABEL}
        self.labels["status"] = {OPEN: OPEN_LABEL} | self.labels["status"]
        self.asked = {name: value for name in self.FACETS if (value := self.data.get(name)) in self.labels[name]}
        for name in self.FACETS:
            self.offer(name, self.choices_of(name))
        self.offer("about", self.themes.labels.items())
        if len(self.labels["group"]) < 2 and "group" not in self.data:
            del self.filters["group"]

    def known_labels(self):
        """The words for each value that exists, whether or not a record carries it."""
        known, asked = self.everything.place_ids, [self.data.get(name, "") for name in PLACES]
        unknown = {pk for pk in asked if pk.isascii() and pk.isdigit() and len(pk) < 10} - known
        names = {name: {} for name in PLACES}
        for pk, level, *said in places_named(known | unknown) if unknown else self.everything.places:
            for name, level_meant in PLACES.items():
                if level == level_meant:
                    names[name][str(pk)] = shown_name(*said)
        countries = {code: country_name(code) for code in self.everything.of("country")}
        years = sorted({*YEARS, *self.everything.of("year")} - {UNSAID}, key=int, reverse=True)
        return {
            **names,
            "kind": KINDS,
            "country": dict(sorted(countries.items(), key=lambda choice: choice[1])),
            "level": LEVELS,
            "form": dict(PartnershipForm.choices),
            "status": dict(PartnershipStatus.choices),
            "freshness": dict(Freshness.choices),
            "year": {year: year for year in years},
            "verified_since": YEARS,
            "theme": self.themes.labels,
            "group": dict(CountryGroup.objects.values_list("slug", "name")),
        }

    @cached_property
    def searched(self):
        """What the words find; a text that its field refuses narrows nothing."""
        rows = self.queryset
        for name in ("q", "french", "foreign"):
            try:
                rows = self.filters[name].filter(rows, self.filters[name].field.clean(self.data.get(name)))
            except ValidationError:
                continue
        about = [slug for slug in self.themes_asked if slug in self.themes.labels]
        return self.filter_about(rows, "about", about) if about else rows

    @property
    def themes_asked(self):
        return self.data.getlist("about") if hasattr(self.data, "getlist") else self.data.get("about", [])

    @cached_property
    def is_narrowed(self):
        return bool(self.asked) or self.searched is not self.queryset

    @cached_property
    def countable(self):
        return countable(self.searched)

    def narrowed(self, *, without=None):
        rows = self.countable
        for name, value in self.asked.items():
            if name != without:
                rows = self.filters[name].filter(rows, value)
        return rows

    @cached_property
    def counts(self):
        """Of what is found, and for each filter in force of what would be found without it."""
        if not self.is_narrowed:
            return self.everything
        found = counts_of(self.narrowed(), [name for name in self.FACETS if name not in self.asked])
        values = {name: self.counts_without(name).of(name) for name in self.asked}
        return Counts(found.total, found.values | values, found.ids)

    @property
    def found(self):
        """What is found; by its numbers where it is little, which the database cannot know and would look for in all rows."""
        if not self.is_narrowed:
            return self.queryset
        return self.queryset.filter(pk__in=self.counts.ids) if self.counts.ids else self.narrowed()

    def counts_without(self, name):
        if len(self.asked) == 1 and self.searched is self.queryset:
            return self.everything
        return counts_of(self.narrowed(without=name), [name])

    def choices_of(self, name):
        counts, asked, labels = self.counts.of(name), self.asked.get(name), self.labels[name]
        first = []
        if name == THEME:
            first, labels = self.themes.choices_of(counts, asked), {UNSAID: UNSAID_LABEL}
        if name == "verified_since":
            counts = running_total(({asked: 0} if asked else {}) | counts)
        offered = {*counts, asked}
        return first + [
            (value, f"{label} ({counts.get(value, 0)})") for value, label in labels.items() if value in offered
        ]

    def filter_queryset(self, queryset):
        sort = self.form.cleaned_data.get("sort")
        rows, words = self.found, self.form.cleaned_data.get("q")
        if sort == RELEVANCE:
            return rows.with_relevance(words).order_by(*SORTS[sort]) if words else rows.order_by(*PAIR)
        return rows.order_by(*SORTS.get(sort, PAIR))

    @property
    def qs(self):
        return super().qs if self.is_bound else self.queryset.order_by(*PAIR)

    @cached_property
    def layout(self):
        self.form.full_clean()
        return (self.is_bound and self.form.cleaned_data.get("view")) or LIST

    @property
    def groups(self):
        """The parts of the form: (words, fields to type in, fields to choose from)."""
        return [
            (legend, [self.form[name] for name in typed], [self.form[name] for name in chosen if name in self.filters])
            for legend, typed, chosen in GROUPS
        ]

    def pill_label(self, name, value):
        if name in {"french", "foreign"}:
            return labelled(self.filters[name].label, value)
        if name == "about":
            names = [self.themes.labels[slug] for slug in value]
            return labelled(self.filters[name].label, get_text_list(names, _("ou")))
        return super().pill_label(name, value)

    def filter_side(self, queryset, name, value):
        meant = organisations_matching(value, Organisation.objects.order_by())
        return queryset.filter(**{f"{name}__in": meant.values("pk")})

    def filter_form(self, queryset, name, value):
        return queryset.filter(form="" if value == UNSAID else value)

    def filter_status(self, queryset, name, value):
        return queryset.open() if value == OPEN else queryset.filter(status=value)

    def filter_about(self, queryset, name, value):
        wanted = set().union(*(self.themes.subtree(slug) for slug in value))
        return queryset.filter(pk__in=Partnership.objects.filter(themes__in=wanted).values("pk"))

    def filter_verified_since(self, queryset, name, value):
        return queryset.filter(confirmed_on__year__gte=int(value))

    def filter_sort(self, queryset, name, value):
        return queryset  # the order and the layout are chosen once all is filtered


def running_total(counts):
    """Of each year, how many that year or later."""
    total, found = 0, {}
    for year in sorted(counts, reverse=True):
        total += counts[year]
        found[year] = total
    return found
