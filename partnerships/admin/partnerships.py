from datetime import timedelta

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.admin import FlagInline
from core.administration import TRACKING, PartInline, RecordAdmin, StackedPartInline, fuzzy_column
from core.administration.acting import act_on_each
from core.administration.choosing import RecordForm
from core.administration.merging import Mergeable
from partnerships.admin.agreements import AgreementInline
from partnerships.admin.pairs import sides_searched
from partnerships.enums import ConfirmationMeans
from partnerships.models import Milestone, Participant, Partnership, PartnershipContact, Project
from partnerships.services import check_countries, confirm_partnership, publish_partnership

STALE_AFTER = timedelta(days=365)


def place_of(side):
    """Order by the name that is shown: the territory's, or the organisation's own where it has none."""
    return Coalesce(f"{side}__territory__sort_key", f"{side}__sort_key")


class PartnershipForm(RecordForm):
    def clean(self):
        cleaned = super().clean()
        if cleaned.get("french_side") and cleaned.get("foreign_side"):
            try:
                check_countries(Partnership(french_side=cleaned["french_side"], foreign_side=cleaned["foreign_side"]))
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned


class ParticipantInline(PartInline):
    model = Participant


class ProjectInline(StackedPartInline):
    """Its themes are chosen on the record's own page: here each row would ask the database for its own."""

    model = Project
    fields = [
        ("title", "place"),
        ("since", "until"),
        ("french_euros", "french_days"),
        ("foreign_euros", "foreign_days"),
        "summary",
    ]
    classes = ["collapse"]
    show_change_link = False  # it has no page of its own
    verbose_name_plural = _("projets, et ce que chaque côté y met")


class MilestoneInline(PartInline):
    model = Milestone
    fields = ["when", "kind", "text"]


class ContactInline(PartInline):
    model = PartnershipContact
    fields = ["person", "audience"]


class CheckedFilter(admin.SimpleListFilter):
    title = _("vérification")
    parameter_name = "verification"

    def lookups(self, request, model_admin):
        return [("jamais", _("jamais vérifié")), ("ancienne", _("il y a plus d’un an")), ("recente", _("depuis un an"))]

    def queryset(self, request, queryset):
        limit = timezone.localdate() - STALE_AFTER
        # What has ended is confirmed no more.
        if self.value() == "jamais":
            return queryset.open().filter(confirmed_on__isnull=True)
        if self.value() == "ancienne":
            return queryset.open().filter(confirmed_on__lt=limit)
        return queryset.filter(confirmed_on__gte=limit) if self.value() == "recente" else queryset


def publish(partnership, by):
    publish_partnership(partnership=partnership, by=by)


def confirm_today(partnership, by):
    confirm_partnership(partnership=partnership, on=timezone.localdate(), how=ConfirmationMeans.OFFICER, by=by)


@admin.register(Partnership)
class PartnershipAdmin(Mergeable, RecordAdmin):
    form = PartnershipForm
    list_display = ["french", "foreign", "form_label", "status", "since_shown", "audience", "confirmed_on", "group"]
    list_display_links = ["french", "foreign"]
    list_filter = ["status", "audience", CheckedFilter, "form_stated", "group"]
    ordering = [place_of("french_side"), place_of("foreign_side"), "pk"]
    list_select_related = ["group", "french_side__territory", "foreign_side__territory"]
    search_fields = ["title__unaccent__icontains", *sides_searched()]
    search_help_text = _("Nom d’un des deux côtés, en français, en chinois, ou code : Normandie, Nankin, 武汉, 320100.")
    suggested_by = ""
    actions = [
        act_on_each(
            "publish",
            _("Rendre publics"),
            publish,
            lambda n: (
                ngettext("%d partenariat est maintenant public.", "%d partenariats sont maintenant publics.", n) % n
            ),
        ),
        act_on_each(
            "confirm_today",
            _("Vérifié aujourd’hui, par CUF"),
            confirm_today,
            lambda n: ngettext("%d partenariat vérifié aujourd’hui.", "%d partenariats vérifiés aujourd’hui.", n) % n,
        ),
    ]
    readonly_fields = [*RecordAdmin.readonly_fields, "confirmed_on", "confirmed_how", "confirmed_by", "confirmed_for"]
    inlines = [FlagInline, AgreementInline, ProjectInline, MilestoneInline, ParticipantInline, ContactInline]
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

    @admin.display(description=_("côté français"), ordering=place_of("french_side"))
    def french(self, partnership):
        return partnership.french_side.place_name

    @admin.display(description=_("côté étranger"), ordering=place_of("foreign_side"))
    def foreign(self, partnership):
        side = partnership.foreign_side
        return format_html('{} <span lang="zh-Hans">{}</span>', side.place_name, side.place_zh)

    @admin.display(description=_("forme"))
    def form_label(self, partnership):
        return partnership.form_label
