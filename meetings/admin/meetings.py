from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import FlagInline
from core.administration import TRACKING, RecordAdmin
from meetings.admin.inlines import (
    ActionItemInline,
    AgendaItemInline,
    AnnouncementInline,
    AttendanceInline,
    DecisionInline,
    RoundTableEntryInline,
    SectionInline,
)
from meetings.models import Meeting


@admin.register(Meeting)
class MeetingAdmin(RecordAdmin):
    staff_may = frozenset({"view", "add", "change"})
    list_display = ["title", "first_day", "group", "kind", "mode", "venue", "minutes_state", "audience"]
    list_filter = ["minutes_state", "kind", "audience", "group"]
    date_hierarchy = "first_day"
    search_fields = ["title__unaccent__icontains", "venue__unaccent__icontains"]
    search_help_text = _("Mots du titre ou du lieu.")
    suggested_by = ""
    inlines = [
        FlagInline,
        AttendanceInline,
        AgendaItemInline,
        RoundTableEntryInline,
        SectionInline,
        DecisionInline,
        ActionItemInline,
        AnnouncementInline,
    ]
    fieldsets = [
        (None, {"fields": ["group", ("kind", "mode"), "title"]}),
        (
            _("Quand et où"),
            {
                "fields": [
                    ("first_day", "last_day"),
                    ("starts_at", "ends_at", "time_zone"),
                    "venue",
                    "address",
                    "access",
                ],
                "description": _("Les heures sont celles du fuseau horaire de la réunion."),
            },
        ),
        (
            _("Compte rendu"),
            {
                "fields": [("genre", "minutes_state", "version_on"), "audience", "introduction"],
                "description": _(
                    "Un brouillon n’est lu que par CUF ; les passages internes ne sortent d’aucun document diffusé."
                ),
            },
        ),
        TRACKING,
    ]

    def suggestion(self, obj):
        return f"{obj.title} – {obj.first_day:%d/%m/%Y}"
