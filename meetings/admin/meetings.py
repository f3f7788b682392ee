from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.admin import FlagInline
from core.administration import TRACKING, RecordAdmin
from core.administration.acting import act_on_each
from meetings.admin.inlines import (
    ActionItemInline,
    AgendaItemInline,
    AnnouncementInline,
    AttendanceInline,
    DecisionInline,
    RoundTableEntryInline,
    SectionInline,
    is_sealed,
)
from meetings.enums import MinutesState
from meetings.models import Meeting
from meetings.services import change_minutes_state

STATES = list(MinutesState)


def step_action(name, description, way):
    def step(meeting, by):
        # At either end the state stays as it is, and the service says that it goes no further.
        place = STATES.index(meeting.minutes_state) + way
        state = STATES[min(max(place, 0), len(STATES) - 1)]
        change_minutes_state(meeting=meeting, state=state, by=by)

    return act_on_each(
        name,
        description,
        step,
        lambda n: ngettext("%d compte rendu a changé d’état.", "%d comptes rendus ont changé d’état.", n) % n,
    )


@admin.register(Meeting)
class MeetingAdmin(RecordAdmin):
    staff_may = frozenset({"view", "add", "change"})
    list_display = ["title", "first_day", "group", "kind", "mode", "venue", "minutes_state", "audience"]
    list_filter = ["minutes_state", "kind", "audience", "group"]
    date_hierarchy = "first_day"
    search_fields = ["title__unaccent__icontains", "venue__unaccent__icontains"]
    search_help_text = _("Mots du titre ou du lieu.")
    suggested_by = ""
    actions = [
        step_action("step_forward", _("Avancer le compte rendu d’un pas"), 1),
        step_action("step_back", _("Reprendre le compte rendu d’un pas"), -1),
    ]
    readonly_fields = [*RecordAdmin.readonly_fields, "minutes_state", "version_on"]
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
                    "is_cancelled",
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
                "fields": ["genre", ("minutes_state", "version_on"), "audience", "introduction"],
                "description": _(
                    "L’état change d’un pas à la fois, par les actions de cette page. Un brouillon n’est lu que par CUF ; "
                    "les passages internes ne sortent d’aucun document diffusé."
                ),
            },
        ),
        TRACKING,
    ]

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "genre", "introduction"] if is_sealed(obj) else fields

    def suggestion(self, obj):
        return f"{obj.title} – {obj.first_day:%d/%m/%Y}"
