"""Imports and their proposals are decided on the review page; the administration shows them as they are."""

import json

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from core.administration import RecordAdmin
from core.administration.access import ReadOnly
from meetings.models import MinutesImport, Proposal


class ReviewedElsewhere(ReadOnly, RecordAdmin):
    suggested_by = ""


class ReviewFilter(admin.SimpleListFilter):
    title = _("relecture")
    parameter_name = "relecture"

    def lookups(self, request, model_admin):
        return [("a_faire", _("à faire"))]

    def queryset(self, request, queryset):
        return queryset.to_review() if self.value() == "a_faire" else queryset


@admin.register(MinutesImport)
class MinutesImportAdmin(ReviewedElsewhere):
    list_display = ["__str__", "kind", "group", "meeting", "created_by", "created_at"]
    list_filter = [ReviewFilter, "kind", "group"]
    list_select_related = ["group", "meeting", "created_by__person"]
    search_fields = ["name__unaccent__icontains", "sha256__startswith", "meeting__title__unaccent__icontains"]
    search_help_text = _("Nom du fichier, réunion ou début de l’empreinte.")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "group",
                    "meeting",
                    ("kind", "sha256"),
                    ("created_by", "created_at"),
                    "proposals_link",
                ]
            },
        ),
        (_("Texte gardé"), {"fields": ["text"], "classes": ["collapse"]}),
    ]

    @admin.display(description=_("propositions"))
    def proposals_link(self, imported):
        url = reverse("admin:meetings_proposal_changelist")
        return format_html('<a href="{}?minutes_import__id__exact={}">{}</a>', url, imported.pk, _("Voir la liste"))

    @admin.display(description=_("texte, page par page"))
    def text(self, imported):
        return format_html_join("", "<pre>{}</pre>", ((page,) for page in imported.pages))


@admin.register(Proposal)
class ProposalAdmin(ReviewedElsewhere):
    readonly_fields = []
    list_display = ["rank", "kind", "beginning", "confidence", "state", "minutes_import"]
    list_display_links = ["rank", "beginning"]
    list_filter = ["state", "kind"]
    list_select_related = ["minutes_import"]
    search_fields = ["excerpt__unaccent__icontains", "minutes_import__name__unaccent__icontains"]
    search_help_text = _("Mots de l’extrait, ou nom du fichier.")
    fieldsets = [
        (None, {"fields": ["minutes_import", ("rank", "kind"), ("page", "line"), "excerpt"]}),
        (_("Lecture"), {"fields": ["read_values", "read_match", "confidence", "read_doubts"]}),
        (_("Décision"), {"fields": ["state", ("decided_by", "decided_at")]}),
    ]

    def view_on_site(self, proposal):
        return proposal.minutes_import.get_absolute_url()

    def lookup_allowed(self, lookup, value, request):
        return lookup == "minutes_import__id__exact" or super().lookup_allowed(lookup, value, request)

    @admin.display(description=_("extrait"))
    def beginning(self, proposal):
        return proposal.excerpt[:120]

    @admin.display(description=_("valeurs lues"))
    def read_values(self, proposal):
        return written(proposal.fields)

    @admin.display(description=_("rapprochement"))
    def read_match(self, proposal):
        return written(proposal.match)

    @admin.display(description=_("doutes"))
    def read_doubts(self, proposal):
        return format_html_join("", "<p>{}</p>", ((doubt.get("message", ""),) for doubt in proposal.doubts)) or "–"


def written(value):
    return format_html("<pre>{}</pre>", json.dumps(value, ensure_ascii=False, indent=2)) if value else "–"
