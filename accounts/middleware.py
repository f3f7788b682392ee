"""What holds for whoever has an account: with which eyes they look, the second factor that they owe, pages no browser keeps."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from accounts.adapters import second_factors
from accounts.perms import owes_second_factor
from accounts.seeing import seeing_of
from core.middleware import SAFE

# What one needs to make a second factor, to leave, and what everybody may read.
OPEN = {
    "account_logout",
    "account_reauthenticate",
    "accounts:seeing_leave",
    "cufportal:accessibility",
    "cufportal:legal",
    "cufportal:privacy",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "set_language",
}
ACCOUNTS = "compte/"


class NotKeptMiddleware:
    """Codes, addresses and secrets of the pages of an account stay in no browser and in no proxy."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.resolver_match and request.resolver_match.route.startswith(ACCOUNTS):
            add_never_cache_headers(response)
        return response


# Where one who looks as somebody else is oneself again: to leave, to look as another, to read in another language.
ONESELF = {"accounts:seeing", "accounts:seeing_leave", "account_logout", "set_language"}
# Pages about the person who is signed in; nobody is signed in as a role.
PERSONAL = ("accounts:", "account_", "mfa_", "usersessions_", "cufportal:my_", "cufportal:erasure_ask")


class SeeingMiddleware:
    """After the one that knows who is signed in, and before all that ask what they may: see `accounts.seeing`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # Programs that ask for calendars have no session: theirs is not looked for
        request.seeing = seeing_of(request) if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        if request.seeing and request.method in SAFE:  # what is sent is refused below, in the name of who sent it
            request.user = request.seeing.reader
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.seeing is None:
            return None
        name = request.resolver_match.view_name
        if name in ONESELF:
            request.user = request.seeing.by
            return None
        request.user = request.seeing.reader
        why = refusal(request.method, name, request.user)
        return why and render(request, "accounts/seeing_refused.html", {"why": why}, status=403)


def refusal(method, name, reader):
    """Why who looks as `reader` does not get a page, None when they do."""
    if name.startswith("admin:"):
        return "admin"
    if method not in SAFE:
        return "act"
    return "personal" if reader.is_authenticated and name.startswith(PERSONAL) else None


class SecondFactorMiddleware:
    """After the one that knows who is signed in. Until the factor is made, its owner reaches the pages where it is made,
    and nothing else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        user = request.seeing.by if request.seeing else request.user
        if request.resolver_match.view_name in OPEN or not owes_second_factor(user):
            return None
        if second_factors(user).exists():
            return None
        messages.info(
            request, _("Votre rôle demande un second facteur : ajoutez une application ou une clé de sécurité.")
        )
        return redirect("mfa_index")
