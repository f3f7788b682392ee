from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.administration import TRACKING, PartInline, RecordAdmin
from core.administration.access import ReadOnly
from core.administration.acting import act_on_each
from delegations.models import Approach, ApproachAnswer, Delegation
from delegations.services import remind_authority


class AnswerInline(ReadOnly, PartInline):
    model = ApproachAnswer
    fields = ["at", "answer", "conditions", "service", "by"]


class DueFilter(admin.SimpleListFilter):
    title = _("échéance")
    parameter_name = "echeance"

    def lookups(self, request, model_admin):
        return [("passee", _("passée, sans réponse")), ("a_venir", _("à venir, sans réponse"))]

    def queryset(self, request, queryset):
        if self.value() not in dict(self.lookup_choices):
            return queryset
        waiting = queryset.pending().filter(delegation__in=Delegation.objects.open())
        today = timezone.localdate()
        return waiting.filter(deadline__lt=today) if self.value() == "passee" else waiting.filter(deadline__gte=today)


@admin.register(Approach)
class ApproachAdmin(RecordAdmin):
    """Authorities are asked, and answers given, on the page of the delegation; here one puts right what was noted."""

    list_display = ["delegation", "organisation", "origin", "asked_on", "deadline", "answer", "reminders"]
    list_filter = [DueFilter, "answer", "origin", "delegation__state", "delegation__group"]
    list_select_related = ["delegation", "organisation"]
    search_fields = [
        "delegation__reference__icontains",
        "organisation__sort_key__contains",
        "organisation__names__folded__contains",
    ]
    search_help_text = _("Référence de la délégation, ou nom de la collectivité.")
    suggested_by = ""
    inlines = [AnswerInline]
    actions = [
        act_on_each(
            "remind",
            _("Relancer aujourd’hui"),
            lambda one, by: remind_authority(approach=one, by=by),
            lambda n: ngettext("%d collectivité est relancée.", "%d collectivités sont relancées.", n) % n,
        )
    ]
    readonly_fields = [
        *RecordAdmin.readonly_fields,
        *("delegation", "organisation", "asked_by", "answer", "conditions", "service", "answered_at", "answered_by"),
        *("reminded_at", "reminders"),
    ]
    fieldsets = [
        (None, {"fields": [("delegation", "organisation"), ("origin", "asked_on", "asked_by"), "deadline", "note"]}),
        (_("Réponse"), {"fields": ["answer", "conditions", "service", "contact", ("answered_at", "answered_by")]}),
        (_("Relances"), {"fields": [("reminders", "reminded_at")]}),
        TRACKING,
    ]

    def has_add_permission(self, request, obj=None):
        return False
