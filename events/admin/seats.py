"""Who comes: shown here, written by the services alone."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.administration import TRACKING, PartInline, RecordAdmin
from core.administration.access import ReadOnly
from core.administration.acting import act_on_each
from events.models import Registration, Seat
from events.services import cancel_seat, confirm_seat

NAMES = ["person__sort_key__contains", "person__first_name__unaccent__icontains", "organisation__sort_key__contains"]


class SeatInline(ReadOnly, PartInline):
    model = Seat
    fields = ["session", "state", "rank", "offered_until", "cancelled_at"]
    show_change_link = True


@admin.register(Registration)
class RegistrationAdmin(ReadOnly, RecordAdmin):
    list_display = ["person", "organisation", "event", "registered_by", "created_at"]
    list_filter = ["event__group", "event"]
    list_select_related = ["person", "organisation", "event", "registered_by__person"]
    search_fields = [*NAMES, "event__title__unaccent__icontains"]
    search_help_text = _("Nom, organisme ou événement.")
    suggested_by = ""
    inlines = [SeatInline]
    fieldsets = [
        (
            None,
            {
                "fields": ["event", "person", "organisation", "registered_by"],
                "description": _("On inscrit quelqu’un depuis la page de l’événement."),
            },
        ),
        TRACKING,
    ]


@admin.register(Seat)
class SeatAdmin(ReadOnly, RecordAdmin):
    list_display = ["person", "session", "state", "rank", "offered_until", "created_at"]
    list_filter = ["state", "session__event__group", "session__event"]
    list_select_related = ["person", "session"]
    search_fields = [
        "person__sort_key__contains",
        "person__first_name__unaccent__icontains",
        "session__title__unaccent__icontains",
        "registration__organisation__sort_key__contains",
    ]
    search_help_text = _("Nom, organisme ou temps.")
    suggested_by = ""
    actions = [
        act_on_each(
            "confirm",
            _("Confirmer les places proposées"),
            lambda one, by: confirm_seat(seat=one, by=by),
            lambda n: ngettext("%d place est confirmée.", "%d places sont confirmées.", n) % n,
            permission="view",
        ),
        act_on_each(
            "cancel",
            _("Annuler ces places"),
            lambda one, by: cancel_seat(seat=one, by=by),
            lambda n: ngettext("%d place est annulée.", "%d places sont annulées.", n) % n,
            permission="view",
        ),
    ]
    fieldsets = [
        (None, {"fields": ["registration", "session", ("state", "rank"), ("offered_until", "cancelled_at")]}),
        TRACKING,
    ]
