"""The request for a visit: anybody may send one, without an account."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.forms import take_refusal
from core.limits import allowed
from delegations import services
from delegations.forms.requests import RequestForm
from delegations.forms.sending import TOKEN, TRAP, new_token, sending_of
from delegations.links import follow_path
from delegations.services.sending import already_sent
from delegations.views.languages import language_of_link


@dataclass(frozen=True)
class Limit:
    """How many requests come from one address; a consulate or a network of offices may send several."""

    rate: str
    field: str  # the address that was typed; empty, the one it comes from
    seconds: int
    text: Promise


LIMITS = [
    Limit("20/h", "", 3600, _("Trop de demandes sont parties de votre réseau. Réessayez dans une heure.")),
    Limit("5/d", "contact_email", 86_400, _("Cinq demandes portent ce courriel aujourd’hui. Réessayez demain.")),
]


class SeeOther(HttpResponseRedirect):
    """Whoever reloads the page that follows sends nothing again."""

    status_code = 303


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@language_of_link
def request_add(request):
    if request.method != "POST":
        return form_page(request, RequestForm(), new_token())
    form, sending = RequestForm(request.POST), sending_of(request.POST)
    if form.is_valid() and (response := sent(request, form, sending)):
        return response
    # Whoever corrects a page keeps its key, so that they are not taken for somebody quick.
    return form_page(request, form, request.POST[TOKEN] if sending.key else new_token(), status=422)


def sent(request, form, sending):
    """Send a form that is filled as it should be; None when the service refuses it, which the form then says."""
    data = form.delegation_values()
    if not already_sent(data=data, sending_key=sending.key) and (limit := limit_reached(request, data)):
        return limited_page(request, form, limit)
    data["sender_territory"] = form.territory()
    try:
        delegation, is_new = services.send_request(data=data, sending_key=sending.key, suspicion=sending.suspicion)
    except ValidationError as error:
        return take_refusal(form, error)
    if is_new:
        messages.success(request, _("Votre demande est envoyée. Gardez l’adresse de cette page : elle est à vous."))
    else:
        messages.info(
            request,
            _(
                "Cette demande nous était déjà parvenue : elle n’est notée qu’une fois. Pour y changer quelque chose, écrivez-le plus bas."
            ),
        )
    return SeeOther(follow_path(delegation))


def limit_reached(request, data):
    """The Limit that one more request passes, None when there is room."""
    for limit in LIMITS:
        if not allowed(request, "delegations.request", limit.rate, data[limit.field] if limit.field else ""):
            return limit
    return None


def limited_page(request, form, limit):
    sent_again = [(name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"]
    context = {"form": form, "limit": limit, "sent": sent_again}
    response = render(request, "delegations/requests/request_limited.html", context, status=429)
    response.headers["Retry-After"] = str(limit.seconds)
    return response


def form_page(request, form, token, status=200):
    context = {"form": form, "token": token, "token_name": TOKEN, "trap_name": TRAP}
    return render(request, "delegations/requests/request_form.html", context, status=status)
