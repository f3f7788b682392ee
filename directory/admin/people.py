from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, PartInline, RecordAdmin
from directory.admin.organisations import STAFF_KEEPS
from directory.enums import AffiliationKind
from directory.models import Affiliation, GroupMandate, Person


class AffiliationInline(PartInline):
    model = Affiliation
    staff_may = STAFF_KEEPS | {"delete"}
    fields = ["organisation", "function", "kind", "may_edit", "since", "until"]
    verbose_name_plural = _("fonctions, présentes et passées")


class MandateInline(PartInline):
    model = GroupMandate
    verbose_name_plural = _("mandats dans les groupes-pays")


class QualityFilter(admin.SimpleListFilter):
    title = _("qualité aujourd’hui")
    parameter_name = "qualite"

    def lookups(self, request, model_admin):
        return [*AffiliationKind.choices, ("referent", _("référent"))]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        current = Affiliation.objects.current()
        wanted = {"may_edit": True} if self.value() == "referent" else {"kind": self.value()}
        return queryset.filter(pk__in=current.filter(**wanted).values("person"))


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    change_form_template = "admin/directory/person/change_form.html"
    staff_may = STAFF_KEEPS
    list_display = ["last_name", "first_name", "functions", "email"]
    list_display_links = ["last_name", "first_name"]
    list_filter = [QualityFilter]
    search_fields = [
        "sort_key__contains",
        "first_name__unaccent__icontains",
        "email__icontains",
        "affiliations__organisation__sort_key__contains",
    ]
    search_help_text = _("Nom, prénom, adresse ou organisme, avec ou sans accents.")
    inlines = [AffiliationInline, MandateInline]
    fieldsets = [(None, {"fields": [("civility", "first_name", "last_name"), ("email", "phone")]}), TRACKING]

    def get_queryset(self, request):
        current = Affiliation.objects.current().select_related("organisation")
        return super().get_queryset(request).prefetch_related(Prefetch("affiliations", current, to_attr="present"))

    @admin.display(description=_("fonctions aujourd’hui"))
    def functions(self, person):
        return " ; ".join(self.function_of(affiliation) for affiliation in person.present)

    def function_of(self, affiliation):
        return f"{affiliation.function or affiliation.get_kind_display()}, {affiliation.organisation}"

    def has_delete_permission(self, request, obj=None):
        """Nobody is removed: their versions would keep the name for good. A person is erased, on the page that says what goes."""
        return False

    def suggestion(self, obj):
        return " – ".join(filter(None, (str(obj), self.functions(obj))))
