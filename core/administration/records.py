from django.contrib import admin
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.administration.access import StaffAccess
from core.administration.choosing import ChosenByTyping
from core.administration.periods import PeriodFormField
from core.administration.refusals import SaysWhyRefused
from core.administration.searching import FoldedSearch
from core.fields import FuzzyDateField

TRACKING = (_("Suivi"), {"fields": ["created_at", "updated_at"], "classes": ["collapse"]})


class Shared(StaffAccess, ChosenByTyping):
    # A fuzzy date is a range too, but has its own field.
    formfield_overrides = {FuzzyDateField: {}, DateRangeField: {"form_class": PeriodFormField}}

    def get_queryset(self, request):
        # Whatever a row shows of another record is fetched for all rows at once.
        return super().get_queryset(request).fetch_mode(models.FETCH_PEERS)


class RecordAdmin(Shared, SaysWhyRefused, FoldedSearch, admin.ModelAdmin):
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    delete_confirmation_max_display = 50
    readonly_fields = ("created_at", "updated_at")
    save_on_top = False


class PartInline(Shared, admin.TabularInline):
    extra = 0


class StackedPartInline(Shared, admin.StackedInline):
    extra = 0
    show_change_link = True
