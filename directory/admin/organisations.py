from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, PartInline, RecordAdmin
from core.administration.merging import Mergeable
from core.numbers import record_number
from directory.models import Affiliation, CountryGroup, GroupMembership, Organisation, OrganisationName

STAFF_KEEPS = frozenset({"view", "add", "change"})


class OrganisationNameInline(PartInline):
    model = OrganisationName
    staff_may = STAFF_KEEPS | {"delete"}
    verbose_name_plural = _("autres noms, sigles et graphies")


class PeopleInline(PartInline):
    model = Affiliation
    staff_may = STAFF_KEEPS | {"delete"}
    fields = ["person", "function", "kind", "may_edit", "since", "until"]
    verbose_name = _("personne")
    verbose_name_plural = _("personnes et fonctions")


class MembershipInline(PartInline):
    model = GroupMembership
    verbose_name_plural = _("adhésions aux groupes-pays")


class MemberFilter(admin.SimpleListFilter):
    title = _("membre aujourd’hui de")
    parameter_name = "groupe"

    def lookups(self, request, model_admin):
        return [(group.pk, group.name) for group in CountryGroup.objects.all()]

    def queryset(self, request, queryset):
        number = record_number(self.value() or "")
        if number is None:
            return queryset
        today = timezone.localdate()
        current = GroupMembership.objects.filter(group=number, period__contains=today)
        return queryset.filter(pk__in=current.values("organisation"))


class CountryFilter(admin.SimpleListFilter):
    title = _("côté")
    parameter_name = "cote"

    def lookups(self, request, model_admin):
        return [("france", _("France")), ("ailleurs", _("à l’étranger")), ("sans", _("sans territoire"))]

    def queryset(self, request, queryset):
        if self.value() == "france":
            return queryset.french()
        if self.value() == "ailleurs":
            return queryset.foreign()
        return queryset.filter(territory__isnull=True) if self.value() == "sans" else queryset


@admin.register(Organisation)
class OrganisationAdmin(Mergeable, RecordAdmin):
    staff_may = STAFF_KEEPS
    list_display = ["name", "acronym", "kind", "territory", "province", "cuf_paid_until"]
    list_filter = ["kind", CountryFilter, MemberFilter]
    search_fields = [
        "sort_key__contains",
        "acronym__icontains",
        "name_zh__contains",
        "names__folded__contains",
        "territory__sort_key__contains",
        "territory__name_zh__contains",
        "territory__names__folded__contains",
        "territory__codes__code__istartswith",
    ]
    search_help_text = _("Nom, sigle, territoire ou code : Normandie, MEAE, Nankin, 武汉, 320100.")
    inlines = [OrganisationNameInline, PeopleInline, MembershipInline]
    fieldsets = [
        (None, {"fields": ["kind", ("name", "acronym"), "name_zh", "territory", "parent"]}),
        (_("Cités Unies France"), {"fields": ["cuf_paid_until", "website"]}),
        TRACKING,
    ]

    @admin.display(description=_("région ou province"), ordering="territory__parent__sort_key")
    def province(self, organisation):
        return organisation.territory and organisation.territory.parent

    def suggestion(self, obj):
        place = obj.territory and f"{obj.territory.get_kind_display()}, {obj.territory.parent or obj.territory.country}"
        return " – ".join(filter(None, (f"{obj.name} {obj.name_zh}".strip(), place or obj.get_kind_display())))
