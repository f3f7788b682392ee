"""The administration that Django gives without a line of ours: the same columns, filters with their counts, and a search."""

from django.contrib import admin
from django.urls import path

from partnerships.models import Partnership


class PlainPartnershipAdmin(admin.ModelAdmin):
    list_display = ["french_side", "foreign_side", "status", "since", "confirmed_on"]
    list_filter = ["status", "form_stated", "french_side__listed_top"]
    list_select_related = ["french_side__territory", "foreign_side__territory"]
    list_per_page = 25
    search_fields = ["title", "summary"]
    show_facets = admin.ShowFacets.ALWAYS


class PlainSite(admin.AdminSite):
    def has_permission(self, request):
        return request.user.is_active and request.user.is_staff


site = PlainSite(name="plain")
site.register(Partnership, PlainPartnershipAdmin)
urlpatterns = [path("plain/", site.urls)]
PROCESSORS = ["template.context_processors.request", "contrib.auth.context_processors.auth"]
PROCESSORS += ["contrib.messages.context_processors.messages"]
# Django's own pages, not those of ours that stand before them
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": [f"django.{name}" for name in PROCESSORS]},
    }
]
