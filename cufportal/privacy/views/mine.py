"""What people see, correct, take away and ask about the data that are held about them: « Mes données »."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import Consent, Erasure
from accounts.services import ask_erasure, erasures_of, give_consent, withdraw_consent
from accounts.services.consents import FREE, WORDS
from cufportal.privacy.downloads import download_of
from cufportal.privacy.forms import AskForm, ContactForm
from cufportal.privacy.perms import can_decide_erasure


@never_cache
@require_http_methods(["GET", "POST"])
def my_data(request):
    person = request.user.person
    if person is None and request.method == "POST":
        raise PermissionDenied
    sending = request.method == "POST"
    form = ContactForm(request.POST if sending else None, instance=person) if person else None
    if sending and form.is_valid() and form.save(by=request.user):
        messages.success(request, _("Vos coordonnées sont enregistrées."))
        return redirect("cufportal:my_data")
    consents = Consent.objects.filter(person=person).order_by("-agreed_at", "-pk") if person else []
    context = {
        "person": person,
        "form": form,
        "consents": consents,
        "offers": offers(consents),
        "erasures": erasures_of(person) if person else [],
        "waiting": Erasure.objects.waiting().count() if can_decide_erasure(request.user) else None,
    }
    return render(request, "cufportal/privacy/my_data.html", context, status=422 if sending else 200)


def offers(consents):
    """What may be agreed to freely, in the words that will be kept, and the consent that holds."""
    held = {consent.purpose: consent for consent in consents if consent.withdrawn_at is None}
    return [{"purpose": purpose, "text": WORDS[purpose], "held": held.get(purpose)} for purpose in FREE]


@require_POST
def my_consent(request):
    """Give or withdraw one consent: the button pressed says which."""
    person, purpose = request.user.person, request.POST.get("give") or request.POST.get("withdraw")
    if person is None or purpose not in WORDS:
        raise PermissionDenied
    if request.POST.get("withdraw"):
        withdraw_consent(person=person, purpose=purpose, by=request.user)
        messages.success(request, _("Votre consentement est retiré ; la page garde la date de l’un et de l’autre."))
    elif purpose in FREE:
        give_consent(person=person, purpose=purpose, by=request.user)
        messages.success(request, _("Votre consentement est noté."))
    return redirect("cufportal:my_data")


@never_cache
@require_safe
@reauthentication_required
def my_data_page(request):
    download = download_of(request.user)
    for section in download["sections"]:
        columns = section["columns"]
        section["shown"] = [[(label, row[name]) for name, label in columns.items()] for row in section["rows"]]
    return render(request, "cufportal/privacy/download.html", {"download": download})


@never_cache
@require_safe
@reauthentication_required
def my_data_file(request):
    response = JsonResponse(download_of(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = 'attachment; filename="mes-donnees.json"'
    return response


@never_cache
@require_http_methods(["GET", "POST"])
@reauthentication_required
def erasure_ask(request):
    person = request.user.person
    if person is None:
        raise PermissionDenied
    sending = request.method == "POST"
    form = AskForm(request.POST if sending else None)
    if sending and form.is_valid() and form.attempt(ask_erasure, record=person, by=request.user):
        messages.success(request, _("Votre demande est transmise à CUF, qui vous répond en un mois au plus."))
        return redirect("cufportal:my_data")
    waits = erasures_of(person).waiting().exists()
    context = {"form": form, "waits": waits}
    return render(request, "cufportal/privacy/erasure_ask.html", context, status=422 if sending else 200)
