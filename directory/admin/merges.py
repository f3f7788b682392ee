"""Merges are done and taken back on pages of their own; the administration shows them as they are."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import RecordAdmin
from core.administration.access import ReadOnly
from directory.models import Merge


@admin.register(Merge)
class MergeAdmin(ReadOnly, RecordAdmin):
    list_display = ["__str__", "content_type", "merged_by", "merged_at", "undone_at"]
    list_filter = [("content_type", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["content_type", "merged_by__person"]
    search_fields = ["absorbed_name__unaccent__icontains", "kept_name__unaccent__icontains"]
    search_help_text = _("Nom de l’une des deux fiches.")
    suggested_by = ""
    readonly_fields = ()
    fieldsets = [
        (None, {"fields": ["content_type", ("kept_name", "kept_number"), ("absorbed_name", "absorbed_number")]}),
        (_("Fusion"), {"fields": ["reason", ("merged_by", "merged_at")]}),
        (_("Annulation"), {"fields": ["undone_reason", ("undone_by", "undone_at")]}),
    ]
