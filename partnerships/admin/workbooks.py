"""Workbooks that were asked for: what waits and what failed; neither the file nor what was searched, which are its owner's."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, RecordAdmin
from core.administration.access import ReadOnly
from partnerships.models import WorkbookOrder


@admin.register(WorkbookOrder)
class WorkbookOrderAdmin(ReadOnly, RecordAdmin):
    list_display = ["__str__", "asked_by", "state", "attempts", "row_count", "made_at"]
    list_filter = ["state"]
    list_select_related = ["asked_by__person"]
    search_fields = ["asked_by__email__icontains"]
    search_help_text = _("Adresse de qui l’a demandé.")
    suggested_by = ""
    fieldsets = [
        (None, {"fields": ["asked_by", "language", ("state", "failure"), "attempts"]}),
        (None, {"fields": ["made_at", ("row_count", "size")]}),
        TRACKING,
    ]
