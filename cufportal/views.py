from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.enums import LegalKind
from core.models import LegalPage
from cufportal import searching
from cufportal.home import figures, next_dates
from cufportal.map_pairs import map_of
from cufportal.retention import table_in_words
from cufportal.tasks import tasks
from partnerships.listing import PartnershipListing
from partnerships.models import Partnership
from partnerships.models.querysets import PAIR, read_forms

RECENT = 6
DRAWN = 500  # pairs at once; beyond, nobody could tell one curve from another


@require_safe
@login_not_required
def home(request):
    partnerships = Partnership.objects.visible_to(request.user)
    drawn = partnerships.open().filter(foreign_side__listed_country="CN").for_rows().order_by(*PAIR)[:DRAWN]
    read_forms(drawn)
    context = {
        "drawing": map_of(drawn),
        "figures": figures(partnerships),
        "tasks": tasks(request.user),
        "dates": next_dates(request.user),
        "recent": partnerships.first_listed(RECENT, ["-updated_at", "-pk"]),
    }
    return render(request, "cufportal/home.html", context)


@method_decorator(login_not_required, name="dispatch")
class PartnershipMap(PartnershipListing):
    """The same result as the list, drawn; what is over is drawn only when it is asked for."""

    template_name = "cufportal/map.html"
    http_method_names = ["get", "head", "options"]
    paginate_by = DRAWN

    def get_queryset(self):
        shown = super().get_queryset()
        return shown if self.request.GET.get("status") else shown.open()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"drawing": map_of(context["partnerships"])}


@require_safe
@login_not_required
def search(request):
    asked = searching.read(request.GET.get("q", ""))
    answers = searching.search(request.user, asked)
    context = {
        "text": asked.text,
        "is_cut": asked.is_cut,
        "asks": bool(asked.told),
        "answers": answers,
        "resembling": searching.resembling(request.user, asked) if asked.told and not answers else [],
        "longest": searching.MAX_WORDS,
    }
    return render(request, "cufportal/search.html", context)


@require_safe
@login_not_required
def legal_page(request, kind):
    """One of the pages that the law wants, in the reader's language if CUF wrote it, else in French."""
    page = LegalPage.objects.best_for(kind, get_language())
    if page is None:
        raise Http404
    context = {"legal_page": page, "durations": table_in_words() if kind == LegalKind.PRIVACY else []}
    return render(request, "cufportal/legal_page.html", context)
