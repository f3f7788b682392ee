from django.contrib import admin
from django.contrib.contenttypes.admin import GenericTabularInline
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.administration.access import ReadOnly
from core.administration.acting import act_on_each
from core.administration.deleting import linked
from core.administration.records import RecordAdmin, Shared
from core.enums import FlagState
from core.letters import resend_letter
from core.models import LegalPage, Letter, ReviewFlag
from core.services import decide_flag


def deciding(name, description, state):
    return act_on_each(
        name,
        description,
        lambda flag, by, reason: decide_flag(flag=flag, state=state, reason=reason, by=by),
        lambda n: ngettext("%d doute tranché.", "%d doutes tranchés.", n) % n,
        permission="decide",
        asks_reason=True,
    )


class StateFilter(admin.SimpleListFilter):
    """The queue shows what is left to decide; the rest is one click away."""

    title = _("état")
    parameter_name = "etat"

    def lookups(self, request, model_admin):
        return [("tous", _("Tous")), *FlagState.choices]

    def choices(self, changelist):
        return list(super().choices(changelist))[1:]

    def value(self):
        return super().value() or FlagState.OPEN.value

    def queryset(self, request, queryset):
        return queryset if self.value() == "tous" else queryset.filter(state=self.value())


@admin.register(ReviewFlag)
class ReviewFlagAdmin(ReadOnly, RecordAdmin):
    list_display = ["message", "about", "code", "state", "raised_by", "created_at"]
    list_filter = [StateFilter, "code", ("content_type", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["message__icontains", "code__icontains", "raised_by__icontains"]
    search_help_text = _("Mots du doute, code ou règle qui l’a soulevé.")
    fieldsets = [
        (None, {"fields": ["message", "about", "code", "raised_by", "created_at"]}),
        (_("Décision"), {"fields": ["state", "reason", "decided_by", "decided_at"]}),
    ]
    actions = [
        deciding("resolve", _("Résoudre les doutes choisis"), FlagState.RESOLVED),
        deciding("dismiss", _("Écarter les doutes choisis"), FlagState.DISMISSED),
    ]
    whole_list = {"etat": "tous"}
    suggested_by = ""

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("record")

    def suggestion(self, obj):
        return f"{obj.message} – {obj.record}" if obj.record else obj.message

    def has_decide_permission(self, request):
        return self.may(request, "decide")

    @admin.display(description=_("Fiche"))
    def about(self, flag):
        if flag.record is None:
            return _("La fiche n’existe plus.")
        return linked(flag.record)


class FlagInline(ReadOnly, Shared, GenericTabularInline):
    """The doubts about a record, on its own page."""

    model = ReviewFlag
    fields = ["message", "state", "raised_by", "reason"]
    readonly_fields = fields
    extra = 0
    show_change_link = True
    classes = ["collapse"]


class LetterStateFilter(admin.SimpleListFilter):
    title = _("état")
    parameter_name = "etat"

    def lookups(self, request, model_admin):
        return [("waiting", _("à envoyer")), ("sent", _("envoyées")), ("given_up", _("abandonnées"))]

    def queryset(self, request, queryset):
        return getattr(queryset, self.value())() if self.value() in dict(self.lookup_choices) else queryset


@admin.register(Letter)
class LetterAdmin(ReadOnly, RecordAdmin):
    list_display = ["subject", "to", "state", "attempts", "created_at"]
    list_filter = [LetterStateFilter]
    search_fields = ["subject__icontains", "to__icontains"]
    search_help_text = _("Mots de l’objet ou adresse.")
    suggested_by = ""
    readonly_fields = ()
    actions = [
        act_on_each(
            "resend",
            _("Renvoyer les lettres choisies"),
            lambda letter, by: resend_letter(letter=letter),
            lambda n: ngettext("%d lettre part à nouveau.", "%d lettres partent à nouveau.", n) % n,
            permission="resend",
        )
    ]
    facts = [
        "to",
        "subject",
        "state",
        "language",
        "is_private",
        "created_at",
        "sent_at",
        "attempts",
        "next_try_at",
        "last_error",
    ]

    def get_fields(self, request, obj=None):
        """A text may hold a link that lets its reader act: it is for those who may do so anyway; one that opens an account
        is for nobody here."""
        shown = self.may(request, "read") and not (obj and obj.is_private)
        return [*self.facts, "body"] if shown else self.facts

    def suggestion(self, obj):
        return f"{obj.subject} – {obj.to}"

    def has_resend_permission(self, request):
        return self.may(request, "resend")

    @admin.display(description=_("État"))
    def state(self, letter):
        if letter.sent_at:
            return _("envoyée")
        return _("abandonnée") if letter.is_given_up else _("à envoyer")


class ToCompleteFilter(admin.SimpleListFilter):
    title = _("à compléter")
    parameter_name = "a_completer"

    def lookups(self, request, model_admin):
        return [("oui", _("oui"))]

    def queryset(self, request, queryset):
        return queryset.to_complete() if self.value() == "oui" else queryset


@admin.register(LegalPage)
class LegalPageAdmin(RecordAdmin):
    """Officers correct these pages; none is added or removed, since every page of the site leads to them."""

    list_display = ["title", "kind", "language", "to_complete", "updated_at"]
    list_filter = [ToCompleteFilter, "kind", "language"]
    search_fields = ["title__unaccent__icontains", "body__unaccent__icontains"]
    search_help_text = _("Mots du titre ou du texte.")
    fields = ["title", "body", "updated_at"]
    readonly_fields = ["updated_at"]
    suggested_by = ""

    @admin.display(description=_("à compléter"), boolean=True)
    def to_complete(self, page):
        return page.is_to_complete

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def view_on_site(self, page):
        return f"/{page.kind}/"
