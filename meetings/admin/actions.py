"""Actions: what is typed on their page, and what becomes of them through every meeting they are carried to."""

from django.contrib import admin
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.administration import TRACKING, fuzzy_column
from core.administration.acting import act_on_each
from meetings.admin.parts import PARTS_READONLY, PROVENANCE, MeetingPartAdmin
from meetings.models import ActionItem
from meetings.services import carry_action, complete_action, drop_action, reopen_action


@admin.register(ActionItem)
class ActionItemAdmin(MeetingPartAdmin):
    list_display = ["beginning", "owner", "due_shown", "state", "done_on", "meeting"]
    list_filter = ["state", "is_internal", "meeting__group"]
    list_select_related = ["meeting", "owner"]
    search_fields = [
        "text__unaccent__icontains",
        "owner__sort_key__contains",
        "owner__names__folded__contains",
        "meeting__title__unaccent__icontains",
    ]
    search_help_text = _("Mots de l’action, du responsable ou de la réunion.")
    fieldsets = [
        (None, {"fields": ["meeting", "text", "owner", "due", ("rank", "is_internal")]}),
        (
            _("Avancement"),
            {
                "fields": [("state", "done_on"), "carried_from"],
                "description": _(
                    "Il change par les actions de cette page, ici et dans les réunions où elle a été reprise."
                ),
            },
        ),
        PROVENANCE,
        TRACKING,
    ]
    due_shown = fuzzy_column("due", _("échéance"))
    readonly_fields = [*PARTS_READONLY, "state", "done_on", "carried_from"]
    actions = [
        act_on_each(
            "complete",
            _("Faites aujourd’hui"),
            lambda one, by: complete_action(action=one, on=timezone.localdate(), by=by),
            lambda n: ngettext("%d action est faite.", "%d actions sont faites.", n) % n,
        ),
        act_on_each(
            "drop",
            _("Abandonner"),
            lambda one, by: drop_action(action=one, by=by),
            lambda n: ngettext("%d action est abandonnée.", "%d actions sont abandonnées.", n) % n,
        ),
        act_on_each(
            "reopen",
            _("Remettre à faire"),
            lambda one, by: reopen_action(action=one, by=by),
            lambda n: ngettext("%d action est de nouveau à faire.", "%d actions sont de nouveau à faire.", n) % n,
        ),
        act_on_each(
            "carry",
            _("Reprendre à la réunion suivante"),
            lambda one, by: carry_action(action=one, by=by),
            lambda n: ngettext("%d action est reprise.", "%d actions sont reprises.", n) % n,
        ),
    ]

    @admin.display(description=_("action"))
    def beginning(self, action):
        return Truncator(action.text).words(30)
