"""Imports of tables are tried, recorded and undone on their own pages; the administration shows them as they are."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, RecordAdmin
from core.administration.access import ReadOnly
from partnerships.models import TableImport


@admin.register(TableImport)
class TableImportAdmin(ReadOnly, RecordAdmin):
    list_display = ["__str__", "group", "kind", "state", "row_count", "created_by", "created_at"]
    list_filter = ["state", "group"]
    list_select_related = ["group", "created_by__person"]
    search_fields = ["name__unaccent__icontains", "sha256__startswith"]
    search_help_text = _("Nom du fichier ou début de l’empreinte.")
    suggested_by = ""
    fieldsets = [
        (None, {"fields": ["name", "group", ("kind", "sha256"), ("state", "row_count"), "created_by"]}),
        (_("Colonnes"), {"fields": ["columns", "keeps_mapping"]}),
        (_("Suite donnée"), {"fields": [("applied_by", "applied_at"), ("undone_by", "undone_at")]}),
        TRACKING,
    ]
