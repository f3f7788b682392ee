from collections import Counter

from django.forms import HiddenInput
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from core.listing import UNKNOWN, ListFilter, facet
from core.wording import labelled
from cufportal.agenda.kinds import Kind
from directory.models import CountryGroup
from directory.themes import ThemeTree

LIST = "list"


class AgendaFilter(ListFilter):
    """Narrows entries, which are no rows of one table; the choices say how many of them each would leave."""

    narrows_nothing = ListFilter.narrows_nothing | {"view"}

    group = facet(_("Groupe-pays"))
    kind = facet(_("Sorte"))
    theme = facet(_("Thème"))
    view = ChoiceFilter(choices=[(LIST, _("liste"))], widget=HiddenInput, error_messages=UNKNOWN)

    def __init__(self, data, *, entries):
        groups = CountryGroup.objects.all()
        super().__init__(data, queryset=groups)
        self.entries = entries
        self.themes = ThemeTree()
        names = {group.slug: group.name for group in groups}
        self.labels = {"group": names, "kind": dict(Kind.choices), "theme": self.themes.labels}
        self.offer_counted("group", Counter(entry.group for entry in entries))
        self.offer_counted("kind", Counter(entry.kind.value for entry in entries))
        pairs = [(entry.uid, theme) for entry in entries for theme in entry.theme_ids]
        self.offer("theme", self.themes.counted_choices(pairs, self.data.get("theme")))

    def offer_counted(self, name, counts):
        """What the reader asked for stays a choice when nothing carries it: the page is empty, the value is not unknown."""
        kept = [
            (value, label)
            for value, label in self.labels[name].items()
            if counts[value] or value == self.data.get(name)
        ]
        self.offer(name, [(value, f"{label} ({counts[value]})") for value, label in kept])

    @cached_property
    def asked(self):
        self.form.full_clean()
        return getattr(self.form, "cleaned_data", {})

    @property
    def as_list(self):
        return self.asked.get("view") == LIST

    @cached_property
    def shown(self):
        """The entries that the filters leave, in order."""
        group, kind, theme = (self.asked.get(name) for name in ("group", "kind", "theme"))
        found = self.entries
        if group:
            found = [entry for entry in found if entry.group == group]
        if kind:
            found = [entry for entry in found if entry.kind == kind]
        if theme:
            wanted = self.themes.subtree(theme)
            found = [entry for entry in found if not wanted.isdisjoint(entry.theme_ids)]
        return found

    def pill_label(self, name, value):
        return labelled(self.filters[name].label, self.labels[name][value])
