from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.administration import TRACKING, PartInline, RecordAdmin
from core.administration.access import ReadOnly
from core.administration.acting import act_on_each
from events.models import Session
from events.programme import session_in_words
from events.services import cancel_session

# Changed by the services, which name and tell those who hold a seat
HELD = ("event", "starts_at", "ends_at", "time_zone", "capacity", "seats_per_organisation")


@admin.display(description=_("quand"), ordering="starts_at")
def when(session):
    return session_in_words(session)


class SessionInline(ReadOnly, PartInline):
    model = Session
    fields = ["title", "kind", when, "room", "capacity", "taken", "is_cancelled"]
    readonly_fields = [when]
    show_change_link = True


@admin.register(Session)
class SessionAdmin(RecordAdmin):
    list_display = ["title", "event", when, "kind", "taken", "capacity", "is_cancelled"]
    list_filter = ["kind", "is_cancelled", "event__group"]
    list_select_related = ["event"]
    date_hierarchy = "starts_at"
    search_fields = [
        "title__unaccent__icontains",
        "event__title__unaccent__icontains",
        "place__names__folded__contains",
    ]
    search_help_text = _("Mots du titre ou de l’événement, lieu.")
    suggested_by = ""
    actions = [
        act_on_each(
            "cancel",
            _("Annuler, et prévenir les inscrits"),
            lambda one, by: cancel_session(session=one, by=by),
            lambda n: ngettext("%d temps est annulé.", "%d temps sont annulés.", n) % n,
        )
    ]
    readonly_fields = [*RecordAdmin.readonly_fields, "taken", "is_cancelled", "on_the_spot"]
    fieldsets = [
        (None, {"fields": ["event", ("title", "kind"), "description"]}),
        (
            _("Quand et où"),
            {
                "fields": [("starts_at", "ends_at", "time_zone"), "on_the_spot", "place", ("venue", "room")],
                "description": _(
                    "Ici, début et fin sont à l’heure de Paris. Un temps enregistré se déplace sur la page de l’événement : "
                    "les inscrits sont prévenus."
                ),
            },
        ),
        (_("Places"), {"fields": [("capacity", "seats_per_organisation"), ("taken", "is_cancelled")]}),
        TRACKING,
    ]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(HELD if obj else ())]

    @admin.display(description=_("sur place"))
    def on_the_spot(self, session):
        if session.pk is None:
            return "–"
        return format_html('<a href="{}">{}</a>', session.get_absolute_url(), session_in_words(session))

    def suggestion(self, obj):
        return f"{obj.title} – {obj.event}"
