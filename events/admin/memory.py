"""The preparation plan and the lessons: on the page of the event, and each in a list of its own."""

from datetime import timedelta

from django.contrib import admin
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.administration import TRACKING, PartInline, RecordAdmin, StackedPartInline, fuzzy_column
from core.administration.acting import act_on_each
from events.enums import LessonFate, PlanState
from events.models import Lesson, PlanStep

KEEPS_THE_PLAN = frozenset({"view", "add", "change", "delete"})


class PlanStepInline(PartInline):
    model = PlanStep
    staff_may = KEEPS_THE_PLAN
    fields = ["due", "text", "owner", "state", "done_on"]


class LessonInline(StackedPartInline):
    model = Lesson
    fk_name = "event"
    staff_may = KEEPS_THE_PLAN
    fields = [("kind", "stated_by"), "text", ("fate", "fate_at"), "fate_note"]
    classes = ["collapse"]


class LateFilter(admin.SimpleListFilter):
    title = _("échéance")
    parameter_name = "echeance"

    def lookups(self, request, model_admin):
        return [("passee", _("passée, encore à faire")), ("mois", _("dans les 30 jours"))]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        to_do = queryset.filter(state=PlanState.TO_DO)
        if self.value() == "passee":
            return to_do.filter(due__endswith__lte=today)
        if self.value() == "mois":
            soon = today + timedelta(days=30)
            return to_do.filter(due__endswith__gt=today, due__startswith__lte=soon)
        return queryset


def done_today(step, by):
    step.state, step.done_on = PlanState.DONE, timezone.localdate()
    step.full_clean()
    step.save(update_fields=["state", "done_on", "updated_at"])


@admin.register(PlanStep)
class PlanStepAdmin(RecordAdmin):
    staff_may = KEEPS_THE_PLAN
    list_display = ["text", "due_shown", "owner", "state", "done_on", "event"]
    list_filter = [LateFilter, "state", "event__group"]
    list_select_related = ["event", "owner"]
    search_fields = [
        "text__unaccent__icontains",
        "event__title__unaccent__icontains",
        "owner__sort_key__contains",
    ]
    search_help_text = _("Mots de l’étape ou de l’événement, responsable.")
    suggested_by = ""
    actions = [
        act_on_each(
            "complete",
            _("Faites aujourd’hui"),
            done_today,
            lambda n: ngettext("%d étape est faite.", "%d étapes sont faites.", n) % n,
        )
    ]
    fieldsets = [
        (None, {"fields": ["event", "text", ("due", "owner")]}),
        (
            _("Avancement"),
            {
                "fields": [("state", "done_on")],
                "description": _("Une étape faite porte la date où elle l’a été, et elle seule."),
            },
        ),
        TRACKING,
    ]
    due_shown = fuzzy_column("due", _("échéance"))

    def suggestion(self, obj):
        return f"{Truncator(obj.text).words(12)} – {obj.event}"


class FateFilter(admin.SimpleListFilter):
    title = _("suite donnée")
    parameter_name = "suite"

    def lookups(self, request, model_admin):
        return [("aucune", _("sans suite encore")), *LessonFate.choices]

    def queryset(self, request, queryset):
        if self.value() == "aucune":
            return queryset.filter(fate="")
        return queryset.filter(fate=self.value()) if self.value() else queryset


@admin.register(Lesson)
class LessonAdmin(RecordAdmin):
    staff_may = KEEPS_THE_PLAN
    list_display = ["beginning", "kind", "event", "stated_by", "fate", "fate_at"]
    list_filter = [FateFilter, "kind", "event__group"]
    list_select_related = ["event", "stated_by", "fate_at"]
    search_fields = [
        "text__unaccent__icontains",
        "event__title__unaccent__icontains",
        "stated_by__sort_key__contains",
    ]
    search_help_text = _("Mots de la leçon ou de l’événement, qui l’a dite.")
    suggested_by = ""
    fieldsets = [
        (None, {"fields": ["event", ("kind", "stated_by"), "text"]}),
        (
            _("Suite donnée"),
            {
                "fields": [("fate", "fate_at"), "fate_note"],
                "description": _("Ce que l’édition suivante en a fait : gardé, modifié ou écarté, et en quels termes."),
            },
        ),
        TRACKING,
    ]

    @admin.display(description=_("leçon"))
    def beginning(self, lesson):
        return Truncator(lesson.text).words(30)

    def suggestion(self, obj):
        return f"{Truncator(obj.text).words(12)} – {obj.event}"
