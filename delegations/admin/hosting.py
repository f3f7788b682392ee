from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, PartInline, RecordAdmin
from delegations.admin.fields import TicksLanguages
from delegations.models import ClosedPeriod, HostingProfile


class ClosedPeriodInline(PartInline):
    model = ClosedPeriod


@admin.register(HostingProfile)
class HostingProfileAdmin(TicksLanguages, RecordAdmin):
    list_display = ["organisation", "capacity_per_month", "updated_at"]
    list_filter = ["themes"]
    list_select_related = ["organisation"]
    search_fields = ["organisation__sort_key__contains", "organisation__names__folded__contains"]
    search_help_text = _("Nom de la collectivité.")
    suggested_by = ""
    inlines = [ClosedPeriodInline]
    fieldsets = [
        (None, {"fields": ["organisation", "capacity_per_month", "themes", "languages", "note"]}),
        TRACKING,
    ]
