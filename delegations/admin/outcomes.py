from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, PartInline, RecordAdmin
from delegations.models import Commitment, Outcome


class CommitmentInline(PartInline):
    model = Commitment
    fields = ["organisation", "by_whom", "text", "due", "state", "settled_on"]


@admin.register(Outcome)
class OutcomeAdmin(RecordAdmin):
    """An outcome is first written on the page of the delegation, once the visit is done."""

    list_display = ["delegation", "beginning", "written_by", "updated_at"]
    list_filter = ["delegation__group"]
    list_select_related = ["delegation", "written_by__person"]
    search_fields = ["delegation__reference__icontains", "summary__unaccent__icontains"]
    search_help_text = _("Référence de la délégation, ou mots du bilan.")
    suggested_by = ""
    inlines = [CommitmentInline]
    readonly_fields = [*RecordAdmin.readonly_fields, "delegation", "written_by"]
    fieldsets = [(None, {"fields": ["delegation", "summary", "written_by"]}), TRACKING]

    def has_add_permission(self, request, obj=None):
        return False

    @admin.display(description=_("bilan"))
    def beginning(self, outcome):
        return outcome.summary[:80]
