from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.admin import FlagInline
from core.administration import TRACKING, PartInline, RecordAdmin, StackedPartInline, fuzzy_column
from core.administration.access import ReadOnly
from core.administration.acting import act_on_each
from delegations.admin.fields import TicksLanguages
from delegations.enums import DelegationState
from delegations.models import Approach, Delegation, DelegationDocument, Opinion, RequesterNote, StateChange, Stop
from delegations.services import change_state, note_request, renew_link


class DocumentInline(PartInline):
    model = DelegationDocument
    fields = ["title", "file", "audience"]


class StopInline(StackedPartInline):
    model = Stop
    fields = [
        ("title", "state", "cancelled_why"),
        ("starts_at", "ends_at", "time_zone"),
        ("host", "place", "venue"),
        ("contact", "interpreter"),
        "notes",
    ]
    classes = ["collapse"]
    show_change_link = False


class FlowInline(ReadOnly, PartInline):
    """Rows that the services write; the pages of the portal are where they are acted upon."""

    show_change_link = True


class ApproachInline(FlowInline):
    model = Approach
    fields = ["organisation", "origin", "asked_on", "deadline", "answer", "conditions", "answered_at", "reminders"]


class OpinionInline(FlowInline):
    model = Opinion
    fields = ["organisation", "kind", "text", "asked_on", "given_on"]


class ChangeInline(FlowInline):
    model = StateChange
    fields = ["at", "from_state", "to_state", "by", "reason", "message"]


class NoteInline(FlowInline):
    model = RequesterNote
    fields = ["at", "text"]


def step_action(state, description, *, asks_reason=False):
    """An action that takes each delegation to `state`, with the reason where the table of states asks for one."""
    return act_on_each(
        f"to_{state}",
        description,
        lambda one, by, reason="": change_state(delegation=one, to=state, by=by, reason=reason),
        lambda n: ngettext("%d délégation a changé d’état.", "%d délégations ont changé d’état.", n) % n,
        asks_reason=asks_reason,
    )


@admin.register(Delegation)
class DelegationAdmin(TicksLanguages, RecordAdmin):
    list_display = [
        "reference",
        "sender_name",
        "sender_territory",
        "state",
        "visit_shown",
        "wished_shown",
        "is_suspect",
    ]
    list_display_links = ["reference", "sender_name"]
    list_filter = ["state", "is_suspect", "direction", "audience", "received_by_way", "group"]
    list_select_related = ["sender_territory"]
    ordering = ["-received_on", "-pk"]
    search_fields = [
        "reference__icontains",
        "title__unaccent__icontains",
        "sender_name__unaccent__icontains",
        "sender_place__unaccent__icontains",
        "sender_territory__names__folded__contains",
    ]
    search_help_text = _("Référence, expéditeur, territoire en français ou en chinois.")
    suggested_by = ""
    actions = [
        step_action(DelegationState.SCREENED, _("Retenir pour examen")),
        step_action(DelegationState.QUALIFIED, _("Qualifier")),
        step_action(DelegationState.APPROACHING, _("Solliciter les collectivités")),
        step_action(DelegationState.SCHEDULED, _("Programmer")),
        step_action(DelegationState.DONE, _("Dire la visite faite")),
        step_action(DelegationState.CLOSED, _("Clore")),
        step_action(DelegationState.REFUSED, _("Refuser"), asks_reason=True),
        step_action(DelegationState.CANCELLED, _("Annuler"), asks_reason=True),
        act_on_each(
            "renew",
            _("Rendre sans effet les liens de suivi envoyés"),
            lambda one, by: renew_link(delegation=one),
            lambda n: ngettext("%d lien n’a plus d’effet.", "%d liens n’ont plus d’effet.", n) % n,
        ),
    ]
    readonly_fields = [
        *RecordAdmin.readonly_fields,
        *("reference", "state", "received_by", "is_suspect", "suspicion"),
    ]
    inlines = [FlagInline, ApproachInline, OpinionInline, StopInline, DocumentInline, ChangeInline, NoteInline]
    fieldsets = [
        (None, {"fields": [("reference", "state"), ("group", "direction"), "title"]}),
        (
            _("Qui vient, et pour quoi"),
            {
                "fields": [
                    ("sender_name", "sender"),
                    ("sender_place", "sender_territory"),
                    ("level", "size"),
                    ("head_name", "head_function"),
                    "purpose",
                    "themes",
                    "languages",
                    ("payer", "payer_note"),
                    "wished_hosts",
                    "partnership",
                ],
                "description": _("Jamais de numéro de passeport : le portail n’en a pas besoin."),
            },
        ),
        (_("Quand"), {"fields": [("wished", "dates_flexible"), ("first_day", "last_day"), "time_zone"]}),
        (
            _("Contact, visible de CUF seulement"),
            {"fields": [("contact_name", "contact_email", "contact_phone"), "language"]},
        ),
        (_("Réception"), {"fields": [("received_on", "received_by_way", "received_by"), ("is_suspect", "suspicion")]}),
        (_("Diffusion"), {"fields": [("audience", "detail")]}),
        TRACKING,
    ]
    wished_shown = fuzzy_column("wished", _("souhaitée"))

    @admin.display(description=_("visite"), ordering="first_day")
    def visit_shown(self, delegation):
        return delegation.visit or "–"

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            note_request(delegation=obj, by=request.user)

    def suggestion(self, obj):
        return str(obj)
