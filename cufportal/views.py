from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.enums import LegalKind
from core.models import LegalPage
from cufportal import searching
from cufportal.home import figures, next_dates
from cufportal.map_pairs import map_of
from cufportal.retention import table_in_words
from cufportal.tasks import tasks
from partnerships.models import Partnership

RECENT = 6


@require_safe
@login_not_required
def home(request):
    partnerships = Partnership.objects.visible_to(request.user).for_listing()
    context = {
        "drawing": map_of(partnerships.open()),
        "figures": figures(Partnership.objects.visible_to(request.user)),
        "tasks": tasks(request.user),
        "dates": next_dates(request.user),
        "recent": partnerships.order_by("-updated_at", "-pk")[:RECENT],
    }
    return render(request, "cufportal/home.html", context)


@require_safe
@login_not_required
def partnership_map(request):
    """The map, and under it the whole list that it draws."""
    partnerships = Partnership.objects.visible_to(request.user).open().for_listing()
    return render(request, "cufportal/map.html", {"drawing": map_of(partnerships), "partnerships": partnerships})


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
