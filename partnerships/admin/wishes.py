from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.admin import FlagInline
from core.administration import TRACKING, RecordAdmin
from core.administration.acting import act_on_each
from partnerships.admin.pairs import searched_through
from partnerships.models import PartnerWish
from partnerships.services import withdraw_wish


@admin.register(PartnerWish)
class PartnerWishAdmin(RecordAdmin):
    list_display = ["organisation", "sought", "state", "group", "audience", "updated_at"]
    list_filter = ["state", "audience", "group"]
    search_fields = ["sought__unaccent__icontains", *searched_through("organisation")]
    search_help_text = _("Nom de l’organisme, ou mots de ce qu’il cherche.")
    suggested_by = ""
    inlines = [FlagInline]
    actions = [
        act_on_each(
            "withdraw",
            _("Retirer les recherches choisies"),
            lambda wish, by: withdraw_wish(wish=wish, by=by),
            lambda n: ngettext("%d recherche est retirée.", "%d recherches sont retirées.", n) % n,
        )
    ]
    fieldsets = [
        (None, {"fields": ["group", "organisation", "sought", "text", "themes"]}),
        (
            _("Suite donnée"),
            {
                "fields": ["state", "became", "audience"],
                "description": _(
                    "Une recherche n’est jamais comptée comme un partenariat, même quand elle en devient un."
                ),
            },
        ),
        TRACKING,
    ]
