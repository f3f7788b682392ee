from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, RecordAdmin
from directory.models import Theme


@admin.register(Theme)
class ThemeAdmin(RecordAdmin):
    list_display = ["name", "parent", "name_en", "name_zh", "shown_sdgs"]
    search_fields = ["sort_key__contains", "name_en__icontains", "name_zh__contains", "synonyms__icontains"]
    search_help_text = _("Nom dans une des trois langues, ou synonyme.")
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        (None, {"fields": ["name", ("name_en", "name_zh"), "slug", "parent"]}),
        (
            _("Recherche et classement"),
            {
                "fields": ["synonyms", "sdgs", "source"],
                "description": _("Les synonymes, séparés par des virgules, sont trouvés par la recherche."),
            },
        ),
        TRACKING,
    ]

    @admin.display(description=_("ODD"))
    def shown_sdgs(self, theme):
        return ", ".join(map(str, theme.sdgs))
