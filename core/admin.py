from django import forms
from django.contrib import admin, messages
from django.contrib.contenttypes.admin import GenericTabularInline
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.administration.access import ReadOnly
from core.administration.acting import EVERYWHERE
from core.administration.deleting import linked
from core.administration.records import RecordAdmin, Shared
from core.enums import FlagState
from core.models import ReviewFlag
from core.services import decide_flag


class DecisionForm(forms.Form):
    reason = forms.CharField(
        label=_("Raison"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60}),
        help_text=_("Ce qui a permis de trancher ; chacun pourra le relire sur la fiche."),
    )


class StateFilter(admin.SimpleListFilter):
    """The queue shows what is left to decide; the rest is one click away."""

    title = _("état")
    parameter_name = "etat"

    def lookups(self, request, model_admin):
        return [("tous", _("Tous")), *FlagState.choices]

    def choices(self, changelist):
        return list(super().choices(changelist))[1:]

    def value(self):
        return super().value() or FlagState.OPEN.value

    def queryset(self, request, queryset):
        return queryset if self.value() == "tous" else queryset.filter(state=self.value())


@admin.register(ReviewFlag)
class ReviewFlagAdmin(ReadOnly, RecordAdmin):
    list_display = ["message", "about", "code", "state", "raised_by", "created_at"]
    list_filter = [StateFilter, "code", ("content_type", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["message__icontains", "code__icontains", "raised_by__icontains"]
    search_help_text = _("Mots du doute, code ou règle qui l’a soulevé.")
    fieldsets = [
        (None, {"fields": ["message", "about", "code", "raised_by", "created_at"]}),
        (_("Décision"), {"fields": ["state", "reason", "decided_by", "decided_at"]}),
    ]
    actions = ["resolve", "dismiss"]
    suggested_by = ""

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("record")

    def has_decide_permission(self, request):
        return self.may(request, "decide")

    @admin.display(description=_("Fiche"))
    def about(self, flag):
        if flag.record is None:
            return _("La fiche n’existe plus.")
        return linked(flag.record)

    @admin.action(permissions=["decide"], description=_("Résoudre les doutes choisis…"), location=EVERYWHERE)
    def resolve(self, request, queryset):
        return self.decide(request, queryset, FlagState.RESOLVED, "resolve")

    @admin.action(permissions=["decide"], description=_("Écarter les doutes choisis…"), location=EVERYWHERE)
    def dismiss(self, request, queryset):
        return self.decide(request, queryset, FlagState.DISMISSED, "dismiss")

    def decide(self, request, queryset, state, action):
        """Ask the reason on a page of its own, then decide each doubt; one decided meanwhile is said, not decided again."""
        flags = list(queryset)
        if not flags:
            self.message_user(request, _("Ces doutes viennent d’être tranchés."), messages.WARNING)
            return None
        form = DecisionForm(request.POST if "decided" in request.POST else None)
        if not form.is_valid():
            context = {
                **self.admin_site.each_context(request),
                "title": _("Résoudre des doutes") if action == "resolve" else _("Écarter des doutes"),
                "opts": self.opts,
                "form": form,
                "flags": flags,
                "action": action,
                "media": self.media,
            }
            return render(request, "admin/core/reviewflag/decide.html", context)
        self.do_to_each(
            request,
            flags,
            lambda flag: decide_flag(flag=flag, state=state, reason=form.cleaned_data["reason"], by=request.user),
            lambda n: ngettext("%d doute tranché.", "%d doutes tranchés.", n) % n,
        )
        return None


class FlagInline(ReadOnly, Shared, GenericTabularInline):
    """The doubts about a record, on its own page."""

    model = ReviewFlag
    fields = ["message", "state", "raised_by", "reason"]
    readonly_fields = fields
    extra = 0
    show_change_link = True
    classes = ["collapse"]
