from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.administration import TRACKING, RecordAdmin, StackedPartInline, fuzzy_column
from partnerships.admin.pairs import sides_searched
from partnerships.models import Agreement

SIGNED = [("form", "replaces"), "object", "provisional_amount"]
LEGAL = [("deliberated_on", "transmitted_on"), "signed", ("since", "until"), "file"]


class AgreementInline(StackedPartInline):
    model = Agreement
    fields = [*SIGNED, *LEGAL]
    classes = ["collapse"]
    verbose_name_plural = _("accords signés, l’un après l’autre")


@admin.register(Agreement)
class AgreementAdmin(RecordAdmin):
    list_display = ["partnership", "form", "signed_shown", "since_shown", "until_shown", "transmitted_on"]
    list_filter = ["form", "partnership__group"]
    search_fields = ["object__unaccent__icontains", *sides_searched("partnership__")]
    search_help_text = _("Nom d’un des deux côtés, ou mots de l’objet.")
    suggested_by = ""
    fieldsets = [
        (None, {"fields": ["partnership", *SIGNED]}),
        (
            _("Vie de l’accord"),
            {
                "fields": LEGAL,
                "description": _(
                    "Une convention prend effet le jour où elle est transmise au préfet (CGCT, art. L1115-1)."
                ),
            },
        ),
        TRACKING,
    ]
    signed_shown = fuzzy_column("signed", _("signé"))
    since_shown = fuzzy_column("since", _("depuis"))
    until_shown = fuzzy_column("until", _("jusqu’à"))

    def suggestion(self, obj):
        return f"{obj} – {obj.partnership}"
