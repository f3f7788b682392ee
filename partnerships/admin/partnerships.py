from datetime import timedelta

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.admin import FlagInline
from core.administration import TRACKING, PartInline, RecordAdmin, fuzzy_column
from partnerships.admin.agreements import AgreementInline
from partnerships.admin.pairs import sides_searched
from partnerships.enums import ConfirmationMeans
from partnerships.models import Milestone, Participant, Partnership
from partnerships.services import confirm_partnership, publish_partnership

STALE_AFTER = timedelta(days=365)
EVERYWHERE = [admin.ActionLocation.CHANGE_LIST, admin.ActionLocation.CHANGE_FORM]


class ParticipantInline(PartInline):
    model = Participant


class MilestoneInline(PartInline):
    model = Milestone
    fields = ["when", "kind", "text"]


class CheckedFilter(admin.SimpleListFilter):
    title = _("vérification")
    parameter_name = "verification"

    def lookups(self, request, model_admin):
        return [("jamais", _("jamais vérifié")), ("ancienne", _("il y a plus d’un an")), ("recente", _("depuis un an"))]

    def queryset(self, request, queryset):
        limit = timezone.localdate() - STALE_AFTER
        if self.value() == "jamais":
            return queryset.filter(confirmed_on__isnull=True)
        if self.value() == "ancienne":
            return queryset.filter(confirmed_on__lt=limit)
        return queryset.filter(confirmed_on__gte=limit) if self.value() == "recente" else queryset


@admin.register(Partnership)
class PartnershipAdmin(RecordAdmin):
    list_display = ["pair", "group", "form_label", "status", "since_shown", "audience", "confirmed_on"]
    list_filter = ["status", "audience", CheckedFilter, "form_stated", "group"]
    list_select_related = ["group", "french_side__territory", "foreign_side__territory"]
    search_fields = ["title__unaccent__icontains", *sides_searched()]
    search_help_text = _("Nom d’un des deux côtés, en français, en chinois, ou code : Normandie, Nankin, 武汉, 320100.")
    suggested_by = ""
    actions = ["publish", "confirm_today"]
    readonly_fields = [*RecordAdmin.readonly_fields, "confirmed_on", "confirmed_how", "confirmed_by", "confirmed_for"]
    inlines = [FlagInline, AgreementInline, MilestoneInline, ParticipantInline]
    fieldsets = [
        (None, {"fields": ["group", ("french_side", "foreign_side"), "title", "summary", "themes"]}),
        (
            _("État"),
            {
                "fields": [("status", "form_stated"), ("since", "until")],
                "description": _("Seul un partenariat terminé porte une date de fin."),
            },
        ),
        (_("Diffusion et source"), {"fields": ["audience", "source"]}),
        (
            _("Vérification"),
            {
                "fields": [("confirmed_on", "confirmed_how"), ("confirmed_by", "confirmed_for")],
                "description": _("Écrite par l’action « Vérifié aujourd’hui » ou par la collectivité elle-même."),
            },
        ),
        TRACKING,
    ]
    since_shown = fuzzy_column("since", _("depuis"))

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("agreements")

    @admin.display(description=_("partenariat"), ordering="french_side__sort_key")
    def pair(self, partnership):
        return str(partnership)

    @admin.display(description=_("forme"))
    def form_label(self, partnership):
        return partnership.form_label

    @admin.action(permissions=["change"], description=_("Rendre publics"), location=EVERYWHERE)
    def publish(self, request, queryset):
        done = self.do_to_each(request, queryset, lambda one: publish_partnership(partnership=one, by=request.user))
        if done:
            said = ngettext("%d partenariat est maintenant public.", "%d partenariats sont maintenant publics.", done)
            self.message_user(request, said % done, messages.SUCCESS)

    @admin.action(permissions=["change"], description=_("Vérifié aujourd’hui, par CUF"), location=EVERYWHERE)
    def confirm_today(self, request, queryset):
        values = {"on": timezone.localdate(), "how": ConfirmationMeans.OFFICER, "by": request.user}
        done = self.do_to_each(request, queryset, lambda one: confirm_partnership(partnership=one, **values))
        if done:
            said = ngettext("%d partenariat vérifié aujourd’hui.", "%d partenariats vérifiés aujourd’hui.", done)
            self.message_user(request, said % done, messages.SUCCESS)

    def do_to_each(self, request, queryset, act):
        """Return how many were done; each one refused is named with its reason, and the others are done all the same."""
        done = 0
        for partnership in queryset:
            try:
                act(partnership)
                done += 1
            except ValidationError as error:
                self.message_user(request, f"{partnership} : {' '.join(error.messages)}", messages.WARNING)
        return done
