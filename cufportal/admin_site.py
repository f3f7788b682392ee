"""The administration, arranged as the staff of CUF think, behind the portal's own sign-in page."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models.base import ModelBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from core.administration.choosing import Suggestions
from core.wording import labelled
from cufportal import admin_search
from cufportal.queues import QUEUES, waiting

# The parts in the order of the work, and in each the records in the order they are looked for.
PARTS = {
    "core": (_("À revoir"), ["ReviewFlag", "Letter", "LegalPage"]),
    "partnerships": (
        _("Partenariats"),
        [
            *("Partnership", "PartnerWish", "Agreement"),
            *("VerificationCampaign", "VerificationRequest", "ProposedChange", "TableImport", "WorkbookOrder"),
        ],
    ),
    "meetings": (
        _("Réunions"),
        [
            "Meeting",
            "MinutesImport",
            "Proposal",
            "ActionItem",
            "Decision",
            "RoundTableEntry",
            "Announcement",
            "Section",
            "Attendance",
        ],
    ),
    "events": (
        _("Événements"),
        ["Event", "Session", "Registration", "Seat", "PlanStep", "Lesson", "AgendaEntry"],
    ),
    "delegations": (_("Délégations"), ["Delegation", "Approach", "Outcome", "HostingProfile"]),
    "directory": (_("Réseau"), ["Organisation", "Person", "CountryGroup", "Territory", "Theme", "Merge"]),
    "accounts": (_("Comptes"), ["User", "Invitation", "Erasure"]),
}


RECENT = 12  # acts of the team on the first page


class PortalAdminSite(admin.AdminSite):
    site_title = site_header = _("Groupes-pays")
    index_title = _("Administration des groupes-pays")
    site_url = "/"

    def register(self, model_or_iterable, admin_class=None, **options):
        # Other libraries register tables that the staff has no use for; roles and addresses are kept with the account.
        models = [model_or_iterable] if isinstance(model_or_iterable, ModelBase) else model_or_iterable
        super().register([model for model in models if model._meta.app_label in PARTS], admin_class, **options)

    def has_permission(self, request):
        """The team, by role: a member who was ticked as staff by mistake stays outside."""
        return super().has_permission(request) and request.user.sees_all

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request, extra_context=None):
        """Send to the portal's own page, so that a second factor asked there is never skipped here."""
        asked = request.GET.get(REDIRECT_FIELD_NAME, "")
        safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
        target = asked if safe else reverse("admin:index", current_app=self.name)
        if self.has_permission(request):
            return redirect(target)
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(target, reverse(settings.LOGIN_URL))

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    def index(self, request, extra_context=None):
        mine = [queue for queue in QUEUES if self.get_model_admin(queue.model).has_view_permission(request)]
        journal = LogEntry.objects.select_related("content_type", "user__person").order_by("-action_time", "-pk")
        context = {"waiting": waiting(mine), "journal": journal[:RECENT], "subtitle": None}
        return super().index(request, {**context, **(extra_context or {})})

    def get_urls(self):
        return [path("recherche/", self.admin_view(self.search), name="search"), *super().get_urls()]

    def search(self, request):
        text = admin_search.cleaned(request.GET.get("q", ""))
        # What is asked is rather a record than a doubt or a letter about one.
        models = sorted(self._registry, key=lambda model: (model._meta.app_label == "core", *self.place_of(model)))
        answers = admin_search.search(request, map(self.get_model_admin, models), text) if text else []
        title = labelled(_("Recherche"), text) if text else _("Recherche")
        context = {**self.each_context(request), "title": title, "text": text, "answers": answers}
        return TemplateResponse(request, "admin/search.html", context)

    def place_of(self, model):
        label = model._meta.app_label
        return list(PARTS).index(label), place_in(PARTS[label][1], model._meta.object_name)

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        found = self._build_app_dict(request, app_label)
        parts = []
        for label, (name, order) in PARTS.items():
            if label in found:
                models = sorted(found[label]["models"], key=lambda model: place_in(order, model["object_name"]))
                parts.append({**found[label], "name": name, "models": models})
        return parts


def place_in(order, name):
    return order.index(name) if name in order else len(order)
