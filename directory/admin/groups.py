from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, PartInline, RecordAdmin
from directory.models import CountryGroup, GroupMandate, GroupMembership


class GroupMembershipInline(PartInline):
    model = GroupMembership
    classes = ["collapse"]
    verbose_name_plural = _("membres, présents et passés")


class GroupMandateInline(PartInline):
    model = GroupMandate
    verbose_name_plural = _("présidence, coprésidence et chargés de mission")


@admin.register(CountryGroup)
class CountryGroupAdmin(RecordAdmin):
    list_display = ["name", "country", "slug"]
    search_fields = ["sort_key__contains", "slug__contains", "country__iexact"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [GroupMandateInline, GroupMembershipInline]
    fieldsets = [(None, {"fields": ["name", "slug", "country", "description", "partners"]}), TRACKING]
