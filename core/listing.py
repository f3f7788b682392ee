"""What every list of the portal does alike: a page and its htmx fragment, a filter with pills, a page too far."""

from html import escape

from django import forms
from django.forms.utils import flatatt
from django.http import Http404
from django.utils.choices import BaseChoiceIterator
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.vary import vary_on_headers
from django_filters import ChoiceFilter, FilterSet
from django_filters.views import FilterView

from core.wording import labelled, quoted

UNKNOWN = {"invalid_choice": _("« %(value)s » ne figure pas dans ce filtre : il n’est pas appliqué.")}
SORT = "sort"


class PlainSelect(forms.Select):
    """Written in one go, without a template for each option: the filters of a list offer hundreds."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = "" if value is None else str(value)
        options = "".join(
            f'<option value="{escape(str(key))}"{" selected" if str(key) == chosen else ""}>{escape(str(label))}</option>'
            for key, label in self.choices
        )
        given = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        return mark_safe(f"<select{flatatt(given)}>{options}</select>")


class Offered(BaseChoiceIterator):
    """Choices that are settled: what copies a filter or a field, as each page does, takes them as they are."""

    def __init__(self, choices):
        self.choices = list(choices)

    def __iter__(self):
        return iter(self.choices)

    def __len__(self):
        return len(self.choices)

    def __deepcopy__(self, memo):
        return self


def facet(label, **options):
    """A filter whose choices the FilterSet gives once it knows the rows; an unknown value hides nothing."""
    return ChoiceFilter(
        label=label,
        empty_label=_("indifférent"),
        choices=[],
        error_messages=UNKNOWN,
        widget=PlainSelect(attrs={"class": "form-select"}),
        **options,
    )


@method_decorator(vary_on_headers("HX-Request", "HX-History-Restore-Request"), name="dispatch")
class FilteredListView(FilterView):
    """`template_name` holds a partial `results`, which htmx gets alone."""

    strict = False
    paginate_by = 25
    page_missing = False

    def paginate_queryset(self, queryset, page_size):
        try:
            return super().paginate_queryset(queryset, page_size)
        except Http404:
            self.page_missing = True
            page = self.get_paginator(queryset, page_size).page(1)
            return page.paginator, page, page.object_list, page.has_other_pages()

    @property
    def is_fragment(self):
        """htmx asks for the results alone; who goes back in the browser gets the whole page."""
        htmx = self.request.htmx
        return bool(htmx and not htmx.history_restore_request)

    def get_template_names(self):
        return [f"{self.template_name}#results" if self.is_fragment else self.template_name]

    def render_to_response(self, context, **options):
        return super().render_to_response(context, status=404 if self.page_missing else 200, **options)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)  # which cuts the list into pages
        return context | {"page_missing": self.page_missing}


class ListFilter(FilterSet):
    """`applied` are the pills, `problems` the sentences about what could not be applied."""

    narrows_nothing = frozenset({SORT})  # an order gets no pill

    @cached_property
    def applied(self):
        """Each filter applied, as {label, remove_url}; removing one keeps the others and goes back to the first page."""
        if not self.is_bound:
            return []
        self.form.full_clean()
        values = (
            (name, value)
            for name, value in self.form.cleaned_data.items()
            if value and name not in self.narrows_nothing
        )
        return [{"label": self.pill_label(name, value), "remove_url": self.without(name)} for name, value in values]

    @cached_property
    def problems(self):
        return [message for messages in self.errors.values() for message in messages] if self.is_bound else []

    def pill_label(self, name, value):
        choices = dict(self.filters[name].extra.get("choices", ()))
        return labelled(self.filters[name].label, choices[value]) if value in choices else quoted(value)

    def without(self, name):
        query = self.data.copy()
        for key in (name, "page"):
            query.pop(key, None)
        return "?" + query.urlencode()

    def offer(self, name, choices):
        self.filters[name].extra["choices"] = Offered(choices)
