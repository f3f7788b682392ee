"""To look at the portal as a role sees it, and to leave; `accounts.middleware` does the rest."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.forms.seeing import SeeingForm
from accounts.perms import roles_seen_by
from accounts.seeing import start_seeing, stop_seeing


@never_cache
@require_http_methods(["GET", "POST"])
def seeing(request):
    if not roles_seen_by(request.user):
        raise PermissionDenied
    sending = request.method == "POST"
    form = SeeingForm(request.POST if sending else None, user=request.user)
    if form.is_valid():
        start_seeing(request, **form.cleaned_data)
        return redirect("/")
    return render(request, "accounts/seeing.html", {"form": form}, status=422 if sending else 200)


@require_POST
def seeing_leave(request):
    """Back to one's own eyes, on the same page."""
    stop_seeing(request)
    asked = request.POST.get("next", "")
    return redirect(asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()) else "/")
