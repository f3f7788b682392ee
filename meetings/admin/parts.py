"""What was said, decided and promised, across meetings."""

from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, RecordAdmin, fuzzy_column
from meetings.admin.inlines import KEEPS_MINUTES, AnnouncementItemInline, SealedOncePublished
from meetings.enums import MinutesState
from meetings.models import Announcement, Attendance, Decision, Meeting, RoundTableEntry, Section
from partnerships.admin.pairs import searched_through, sides_searched

PROVENANCE = (
    _("D’où cela vient"),
    {
        "fields": [("page", "line"), "excerpt"],
        "classes": ["collapse"],
        "description": _("L’endroit du document importé où cela a été lu ; vide pour ce qui a été saisi ici."),
    },
)


SEALED = _("Le compte rendu de cette réunion est publié : revenez d’abord à l’étape précédente, sur le portail.")
PARTS_READONLY = [*RecordAdmin.readonly_fields, "page", "line", "excerpt"]


class MeetingPartAdmin(SealedOncePublished, RecordAdmin):
    staff_may = KEEPS_MINUTES
    readonly_fields = PARTS_READONLY
    list_select_related = ["meeting"]
    list_filter = ["is_internal", "meeting__group"]
    suggested_by = ""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Nothing is added to published minutes from here either."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "meeting":
            field.queryset = Meeting.objects.exclude(minutes_state=MinutesState.PUBLISHED)
            field.error_messages["invalid_choice"] = SEALED
        return field

    def suggestion(self, obj):
        return f"{Truncator(obj).words(12)} – {obj.meeting}"


@admin.register(Attendance)
class AttendanceAdmin(MeetingPartAdmin):
    list_display = ["__str__", "function", "presence", "role", "level", "meeting"]
    list_filter = ["presence", "role", "level", "meeting__group"]
    list_select_related = ["meeting", "person", "organisation"]
    search_fields = [
        "function__unaccent__icontains",
        "person__sort_key__contains",
        "person__first_name__unaccent__icontains",
        "organisation__sort_key__contains",
        "meeting__title__unaccent__icontains",
    ]
    search_help_text = _("Nom, fonction, organisme ou réunion.")
    fieldsets = [
        (None, {"fields": ["meeting", ("person", "organisation"), "function"]}),
        (
            _("Présence"),
            {
                "fields": [("presence", "role", "level"), "represented_by", "part", ("rank", "is_internal")],
                "description": _("La raison d’une absence n’est jamais notée."),
            },
        ),
        PROVENANCE,
        TRACKING,
    ]


@admin.register(RoundTableEntry)
class RoundTableEntryAdmin(MeetingPartAdmin):
    list_display = ["__str__", "kind", "organisation", "meeting", "is_internal"]
    list_filter = ["kind", "is_internal", "meeting__group"]
    list_select_related = ["meeting", "organisation", "partnership__french_side__territory"]
    search_fields = [
        "label__unaccent__icontains",
        "text__unaccent__icontains",
        *searched_through("organisation"),
        *sides_searched("partnership__"),
    ]
    search_help_text = _("Nom d’une collectivité, ou mots de ce qui a été dit.")
    fieldsets = [
        (None, {"fields": ["meeting", ("rank", "kind", "is_internal"), "label"]}),
        (_("De qui il s’agit"), {"fields": ["partnership", "organisation", "wish"]}),
        (_("Ce qui a été dit"), {"fields": ["text", "milestone", "actors"]}),
        PROVENANCE,
        TRACKING,
    ]


@admin.register(Section)
class SectionAdmin(MeetingPartAdmin):
    list_display = ["title", "meeting", "rank", "is_internal"]
    search_fields = ["title__unaccent__icontains", "body__unaccent__icontains", "meeting__title__unaccent__icontains"]
    search_help_text = _("Mots du titre, du texte ou de la réunion.")
    fieldsets = [(None, {"fields": ["meeting", ("rank", "is_internal"), "title", "body"]}), PROVENANCE, TRACKING]


@admin.register(Decision)
class DecisionAdmin(MeetingPartAdmin):
    list_display = ["beginning", "kind", "meeting", "is_internal"]
    list_filter = ["kind", "is_internal", "meeting__group"]
    search_fields = ["text__unaccent__icontains", "details__unaccent__icontains", "meeting__title__unaccent__icontains"]
    search_help_text = _("Mots de la décision ou de la réunion.")
    fieldsets = [
        (None, {"fields": ["meeting", ("rank", "kind", "is_internal"), "text", "details"]}),
        PROVENANCE,
        TRACKING,
    ]

    @admin.display(description=_("texte"))
    def beginning(self, decision):
        return Truncator(decision.text).words(30)


@admin.register(Announcement)
class AnnouncementAdmin(MeetingPartAdmin):
    list_display = ["title", "when_shown", "place", "is_past", "registration_required", "meeting"]
    list_filter = ["is_past", "registration_required", "meeting__group"]
    search_fields = ["title__unaccent__icontains", "place__unaccent__icontains", "meeting__title__unaccent__icontains"]
    search_help_text = _("Mots de l’événement, du lieu ou de la réunion.")
    inlines = [AnnouncementItemInline]
    fieldsets = [
        (None, {"fields": ["meeting", "title", "when", "place"]}),
        (None, {"fields": [("registration_required", "is_past"), ("rank", "is_internal")]}),
        PROVENANCE,
        TRACKING,
    ]
    when_shown = fuzzy_column("when", _("quand"))
