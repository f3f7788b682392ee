"""What the lists of the records of a group filter by, each value with how often it occurs."""

from collections import Counter

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from core.listing import ListFilter
from core.wording import labelled
from directory.models import CountryGroup
from directory.themes import ThemeTree

UNSAID = "none"  # in an address: the records that say nothing there
UNSAID_LABEL = _("non renseigné")


class CountedFilter(ListFilter):
    """Choices that say how often they occur; pills that do not. The records carry `themes` and a `group`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.labels = {}
        self.themes = ThemeTree()

    def offer_counted(self, name, choices, unsaid=False):
        """Offer the values that occur in all the reader may see, each with how often, whatever else is filtered.

        What the reader asked for stays a choice when nothing carries it: the list is empty, the value is not unknown.
        With `unsaid`, also what says nothing there.
        """
        counts = self.counts_of(name)
        choices = [*choices, (UNSAID, UNSAID_LABEL)] if unsaid else choices
        self.labels[name] = dict(choices)
        kept = [(value, label) for value, label in choices if value in counts or value == self.data.get(name)]
        self.offer(name, [(value, f"{label} ({counts.get(value, 0)})") for value, label in kept])

    def counts_of(self, name):
        rows = self.queryset.order_by().values_list(self.filters[name].field_name).annotate(Count("pk"))
        counts = Counter()
        for value, count in rows:
            counts[str(value or UNSAID)] += count
        return counts

    def offer_themes(self):
        pairs = self.queryset.order_by().filter(themes__isnull=False).values_list("pk", "themes")
        asked = self.data.get("theme")
        self.labels["theme"] = self.themes.labels | {UNSAID: UNSAID_LABEL}
        unsaid = [(UNSAID, UNSAID_LABEL)] if asked == UNSAID else []  # to count them would cost each list a reading
        self.offer("theme", [*self.themes.counted_choices(pairs, asked), *unsaid])

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

    def filter_said(self, queryset, name, value):
        return queryset.filter(**{f"{name}__isnull": True} if value == UNSAID else {name: value})

    def filter_theme(self, queryset, name, value):
        if value == UNSAID:
            return queryset.filter(themes__isnull=True)
        carrying = queryset.model.objects.filter(themes__in=self.themes.subtree(value))
        return queryset.filter(pk__in=carrying.values("pk"))
