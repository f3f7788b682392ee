"""Where officers read the requests of erasure and decide."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.enums import ErasureState
from accounts.models import Erasure
from accounts.services import ask_erasure, erasures_of
from cufportal.privacy.forms import DecisionForm
from cufportal.privacy.perms import can_decide_erasure
from cufportal.privacy.preview import preview_of
from cufportal.privacy.reporting import report_in_words
from directory.models import Person

PER_PAGE, SHOWN = 25, 20


def for_deciders(view):
    """An act that one may not do on a page that nobody else sees: 403 before anything is asked."""

    def checking(request, *args, **kwargs):
        if not can_decide_erasure(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(checking)


@require_safe
@for_deciders
def erasure_list(request):
    """What was asked, what waits first; and the people by name, for a request that came by mail or by telephone."""
    erasures = Erasure.objects.select_related("content_type", "decided_by__person").order_by(
        "state", "-asked_at", "-pk"
    )
    page = Paginator(erasures, PER_PAGE).get_page(request.GET.get("page"))
    text = request.GET.get("q", "").strip().replace("\x00", "")
    context = {"page_obj": page, "text": text, "people": people_named(text)[:SHOWN] if text else []}
    return render(request, "cufportal/privacy/erasure_list.html", context)


def people_named(text):
    said = Q(last_name__unaccent__icontains=text) | Q(first_name__unaccent__icontains=text) | Q(email__icontains=text)
    return Person.objects.filter(said, erased_at__isnull=True)


@require_http_methods(["GET", "POST"])
@for_deciders
@reauthentication_required(allow_get=True)
def erasure_detail(request, pk):
    erasure = get_object_or_404(Erasure.objects.select_related("content_type", "decided_by__person"), pk=pk)
    sending = request.method == "POST"
    form = DecisionForm(request.POST if sending else None)
    if sending and form.is_valid() and form.save(erasure=erasure, by=request.user):
        messages.success(request, _("La décision est appliquée."))
        return redirect("cufportal:erasure_detail", pk)
    waits = erasure.state == ErasureState.ASKED
    context = {"erasure": erasure, "form": form if waits else None, "preview": preview_of(erasure) if waits else None}
    context["changed"] = report_in_words(erasure.report)
    return render(request, "cufportal/privacy/erasure_detail.html", context, status=422 if sending else 200)


@require_http_methods(["GET", "POST"])
@for_deciders
def erasure_add(request, model, pk):
    """Note that somebody, who wrote or telephoned, wants to be erased; the decision is taken on its own page."""
    record = get_object_or_404(model, pk=pk)
    if getattr(record, "erased_at", None):
        raise Http404
    if request.method == "POST":
        erasure = erasures_of(record).waiting().first() or ask_erasure(record=record, by=request.user)
        return redirect("cufportal:erasure_detail", erasure.pk)
    return render(request, "cufportal/privacy/erasure_add.html", {"record": record, "is_person": model is Person})
