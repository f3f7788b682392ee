from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, PartInline, RecordAdmin
from core.administration.access import ReadOnly
from partnerships.models import ProposedChange, VerificationAnswer, VerificationCampaign, VerificationRequest


class RequestInline(ReadOnly, PartInline):
    model = VerificationRequest
    fields = ["organisation", "state", "sent_at", "reminders", "answered_at"]


class AnswerInline(ReadOnly, PartInline):
    model = VerificationAnswer
    fields = ["partnership", "is_exact", "comment"]


@admin.register(VerificationCampaign)
class VerificationCampaignAdmin(RecordAdmin):
    """A campaign is prepared, sent and followed on the pages of the portal; here one puts its words right."""

    list_display = ["title", "group", "answer_by", "sent_at", "closed_at"]
    list_filter = ["group"]
    search_fields = ["title__unaccent__icontains"]
    search_help_text = _("Mots du titre.")
    suggested_by = ""
    inlines = [RequestInline]
    readonly_fields = [*RecordAdmin.readonly_fields, "group", "sent_at", "sent_by", "closed_at"]
    fieldsets = [
        (None, {"fields": ["group", "title", "message", "answer_by"]}),
        (_("Envoi"), {"fields": [("sent_at", "sent_by"), "closed_at"]}),
        TRACKING,
    ]

    def has_add_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        """Of what was sent, and answered, the trace stays."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.is_draft)


@admin.register(VerificationRequest)
class VerificationRequestAdmin(ReadOnly, RecordAdmin):
    """What was asked and answered is read here; corrections are decided on the page of the answer."""

    list_display = ["organisation", "campaign", "state", "sent_at", "reminders", "answered_at"]
    list_filter = ["state", "campaign"]
    list_select_related = ["organisation", "campaign"]
    search_fields = [
        "campaign__title__unaccent__icontains",
        "organisation__sort_key__contains",
        "organisation__names__folded__contains",
    ]
    search_help_text = _("Titre de la campagne, ou nom de la collectivité.")
    suggested_by = ""
    inlines = [AnswerInline]
    fieldsets = [
        (None, {"fields": [("campaign", "organisation"), "state"]}),
        (_("Lettres"), {"fields": ["sent_at", ("reminders", "reminded_at")]}),
        (_("Réponse"), {"fields": [("answered_at", "answered_by"), "comment"]}),
        TRACKING,
    ]


@admin.register(ProposedChange)
class ProposedChangeAdmin(ReadOnly, RecordAdmin):
    list_display = ["answer", "field", "state", "decided_by", "decided_at"]
    list_filter = ["state", "field"]
    list_select_related = ["answer__partnership", "decided_by"]
    search_fields = ["reason__unaccent__icontains"]
    search_help_text = _("Mots de la raison d’un refus.")
    suggested_by = ""
    fieldsets = [
        (None, {"fields": ["answer", "field", ("before", "value")]}),
        (_("Décision"), {"fields": ["state", ("decided_by", "decided_at"), "reason"]}),
        TRACKING,
    ]
