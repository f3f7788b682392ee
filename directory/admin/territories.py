from django.contrib import admin
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, PartInline, RecordAdmin
from core.administration.merging import Mergeable
from directory.models import Territory, TerritoryCode, TerritoryName


class TerritoryCodeInline(PartInline):
    model = TerritoryCode
    fields = ["system", "code", "valid"]
    verbose_name_plural = _("codes (INSEE, SIREN, GB/T 2260)")


class TerritoryNameInline(PartInline):
    model = TerritoryName
    fields = ["text", "language", "kind", "valid"]
    verbose_name_plural = _("noms et graphies sous lesquels on le cherche")


class CurrentFilter(admin.SimpleListFilter):
    title = _("existence")
    parameter_name = "existe"

    def lookups(self, request, model_admin):
        return [("oui", _("aujourd’hui")), ("non", _("disparu"))]

    def queryset(self, request, queryset):
        if self.value() == "oui":
            return queryset.current()
        if self.value() == "non":
            return queryset.filter(valid__endswith__lte=timezone.localdate())
        return queryset


@admin.register(Territory)
class TerritoryAdmin(Mergeable, RecordAdmin):
    list_display = ["name", "name_zh", "kind", "parent", "shown_codes", "population", "country"]
    list_filter = ["country", "level", "kind", CurrentFilter]
    search_fields = ["sort_key__contains", "name_zh__contains", "names__folded__contains", "codes__code__istartswith"]
    search_help_text = _("Nom avec ou sans accents, autre graphie, nom chinois ou code : Évreux, Nankin, 南京, 320100.")
    inlines = [TerritoryCodeInline, TerritoryNameInline]
    fieldsets = [
        (None, {"fields": ["name", ("name_zh", "name_latin"), ("country", "kind", "level"), "parent"]}),
        (
            _("Existence"),
            {
                "fields": ["valid", "successor"],
                "description": _(
                    "Un territoire qui fusionne ou disparaît reste : donnez son dernier jour et son successeur."
                ),
            },
        ),
        (_("Carte et population"), {"fields": [("latitude", "longitude"), "population"]}),
        TRACKING,
    ]

    def get_queryset(self, request):
        codes = TerritoryCode.objects.filter(territory=OuterRef("pk")).order_by("system", "code").values("code")
        return super().get_queryset(request).annotate(code_list=ArraySubquery(codes))

    @admin.display(description=_("codes"))
    def shown_codes(self, territory):
        return ", ".join(territory.code_list)

    def suggestion(self, obj):
        """« Nanjing 南京 – ville-préfecture, Jiangsu (320100) »: namesakes are many."""
        place = ", ".join(filter(None, (obj.get_kind_display(), str(obj.parent or ""))))
        codes = f" ({', '.join(obj.code_list)})" if obj.code_list else ""
        return f"{obj.name} {obj.name_zh}".strip() + f" – {place}{codes}"
