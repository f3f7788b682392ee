from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.administration import TRACKING, RecordAdmin, fuzzy_column
from core.administration.acting import act_on_each
from events.models import AgendaEntry
from events.perms import can_edit_entry
from events.services import accept_entry, cancel_entry, change_entry, propose_entry, refuse_entry

DECIDED = ["state", "reason", "proposed_by", "decided_by", "decided_at"]


@admin.register(AgendaEntry)
class AgendaEntryAdmin(RecordAdmin):
    staff_may = frozenset({"view", "add", "change"})
    list_display = ["title", "first_shown", "state", "organisation", "proposed_by", "audience"]
    list_filter = ["state", "audience", "group"]
    list_select_related = ["organisation", "proposed_by__person"]
    search_fields = [
        "title__unaccent__icontains",
        "place__unaccent__icontains",
        "organisation__sort_key__contains",
    ]
    search_help_text = _("Mots du titre ou du lieu, organisme.")
    suggested_by = ""
    actions = [
        act_on_each(
            "accept",
            _("Accepter dans l’agenda"),
            lambda one, by: accept_entry(entry=one, by=by),
            lambda n: ngettext("%d date est dans l’agenda.", "%d dates sont dans l’agenda.", n) % n,
        ),
        act_on_each(
            "refuse",
            _("Refuser"),
            lambda one, by, reason: refuse_entry(entry=one, by=by, reason=reason),
            lambda n: ngettext("%d date est refusée.", "%d dates sont refusées.", n) % n,
            asks_reason=True,
        ),
        act_on_each(
            "cancel",
            _("Annuler ce qui était dans l’agenda"),
            lambda one, by, reason: cancel_entry(entry=one, by=by, reason=reason),
            lambda n: ngettext("%d date est annulée.", "%d dates sont annulées.", n) % n,
            asks_reason=True,
        ),
    ]
    readonly_fields = [*RecordAdmin.readonly_fields, *DECIDED]
    fieldsets = [
        (None, {"fields": ["group", "title", "description", "organisation", "themes"]}),
        (
            _("Quand et où"),
            {
                "fields": [("first_day", "last_day"), ("starts_at", "ends_at", "time_zone"), ("place", "url")],
                "description": _("Une heure demande un jour exact ; elle est celle du fuseau horaire indiqué."),
            },
        ),
        (
            _("Décision"),
            {
                "fields": ["state", "reason", ("proposed_by", "decided_by", "decided_at"), "audience"],
                "description": _("Accepter, refuser ou annuler se fait par les actions de cette page."),
            },
        ),
        TRACKING,
    ]
    first_shown = fuzzy_column("first_day", _("premier jour"))

    def has_change_permission(self, request, obj=None):
        # What was refused or withdrawn is only read, until it is accepted after all
        return super().has_change_permission(request, obj) and (obj is None or can_edit_entry(request.user, obj))

    def save_model(self, request, obj, form, change):
        service = change_entry if change else propose_entry
        service(entry=obj, by=request.user, themes=form.cleaned_data.get("themes", ()))
