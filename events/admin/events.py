from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.admin import FlagInline
from core.administration import TRACKING, PartInline, RecordAdmin, fuzzy_column
from core.administration.access import ReadOnly
from core.administration.acting import act_on_each
from events.admin.memory import LessonInline, PlanStepInline
from events.admin.sessions import SessionInline
from events.enums import EventStatus
from events.models import AnnouncedDate, Event
from events.services import announce_event, change_event_status
from partnerships.models import Partnership

ANNOUNCED = (
    "first_day",
    "last_day",
    "status",
)  # changed on the page of the event, which keeps what was announced before


class AnnouncedDateInline(ReadOnly, PartInline):
    model = AnnouncedDate
    fields = ["first_day", "last_day", "announced_on", "by", "reason"]


def status_action(status, description):
    return act_on_each(
        f"to_{status}",
        description,
        lambda one, by: change_event_status(event=one, status=status, by=by),
        lambda n: ngettext("%d événement a changé d’état.", "%d événements ont changé d’état.", n) % n,
    )


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ["title", "first_shown", "last_shown", "kind", "edition", "status", "registration", "audience"]
    list_filter = ["status", "kind", "registration", "audience", "group"]
    search_fields = [
        "title__unaccent__icontains",
        "venue__unaccent__icontains",
        "places__names__folded__contains",
        "organisers__sort_key__contains",
    ]
    search_help_text = _("Mots du titre ou de l’adresse, lieu, organisateur.")
    suggested_by = ""
    actions = [
        status_action(EventStatus.CONFIRMED, _("Confirmer")),
        status_action(EventStatus.POSTPONED, _("Reporter")),
        status_action(EventStatus.CANCELLED, _("Annuler")),
    ]
    inlines = [FlagInline, SessionInline, PlanStepInline, LessonInline, AnnouncedDateInline]
    fieldsets = [
        (None, {"fields": ["group", ("kind", "edition"), "title", "summary", "previous"]}),
        (
            _("Quand"),
            {
                "fields": [("first_day", "last_day"), ("status", "time_zone")],
                "description": _(
                    "Une fois annoncées, les dates changent sur la page de l’événement, et l’état par les actions : "
                    "ce qui a été annoncé d’abord est gardé, et les inscrits sont prévenus."
                ),
            },
        ),
        (_("Où, qui, sur quoi"), {"fields": ["places", "venue", "organisers", "themes", "partnerships"]}),
        (
            _("Inscription"),
            {
                "fields": [("registration", "registration_url"), "registration_opens_at", "registration_closes_at"],
                "description": _("Les heures de cette page sont celles de Paris."),
            },
        ),
        (_("Diffusion"), {"fields": ["audience"]}),
        TRACKING,
    ]
    first_shown = fuzzy_column("first_day", _("premier jour"))
    last_shown = fuzzy_column("last_day", _("dernier jour"))

    def get_readonly_fields(self, request, obj=None):
        kept = ANNOUNCED if obj else ()
        return [*super().get_readonly_fields(request, obj), *kept]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "partnerships":
            kwargs["queryset"] = Partnership.objects.for_listing()  # each is named by its two sides
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            announce_event(event=obj, by=request.user)

    def suggestion(self, obj):
        return f"{obj.title} – {obj.day}"
