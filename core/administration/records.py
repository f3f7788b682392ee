from django.contrib import admin
from django.contrib.admin.widgets import AdminTimeWidget, RelatedFieldWidgetWrapper
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.administration.access import StaffAccess
from core.administration.acting import ActsOnEach
from core.administration.cells import NamedCells
from core.administration.choosing import ChosenByTyping
from core.administration.deleting import SaysWhatDepends
from core.administration.history import HistoryElsewhere
from core.administration.naming import NamesAccounts
from core.administration.periods import PeriodFormField
from core.administration.refusals import SaysWhyRefused
from core.administration.searching import FoldedSearch
from core.administration.writing import ShowsDays
from core.fields import FuzzyDateField

TRACKING = (_("Suivi"), {"fields": ["created_at", "updated_at"], "classes": ["collapse"]})


class Shared(StaffAccess, NamesAccounts, ShowsDays, ChosenByTyping):
    # A fuzzy date is a range too, but has its own field.
    formfield_overrides = {
        FuzzyDateField: {},
        DateRangeField: {"form_class": PeriodFormField},
        models.TimeField: {"widget": AdminTimeWidget(format="%H:%M")},
    }

    def get_queryset(self, request):
        # Whatever a row shows of another record is fetched for all rows at once.
        return super().get_queryset(request).fetch_mode(models.FETCH_PEERS)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # A record is deleted on its own page, which says what depends on it.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field


class RecordAdmin(
    Shared, ActsOnEach, SaysWhyRefused, SaysWhatDepends, HistoryElsewhere, FoldedSearch, admin.ModelAdmin
):
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    readonly_fields = ("created_at", "updated_at")

    def changelist_view(self, request, extra_context=None):
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        shown = super().get_inline_formsets(request, formsets, inline_instances, obj)
        for inline in shown:
            # The heading of a folded list says how much it holds; `opts` is made anew for each request.
            count = inline.formset.initial_form_count()
            if count:
                inline.opts.verbose_name_plural = f"{capfirst(inline.opts.verbose_name_plural)} ({count})"
        return shown


class PartInline(Shared, admin.TabularInline):
    formset = NamedCells
    extra = 0


class StackedPartInline(Shared, admin.StackedInline):
    extra = 0
    show_change_link = True
