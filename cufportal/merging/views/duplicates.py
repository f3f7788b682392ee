"""The records that look like one entered twice, until somebody merges them or says that they are two."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cufportal.merging.suggesting import WORDS, similar
from cufportal.merging.views.doors import for_mergers, kind_or_404, record_or_404, tabs
from directory.merging.apart import say_apart

PER_PAGE = 25


@require_safe
@for_mergers
def duplicate_list(request, kind):
    kind = kind_or_404(kind)
    page = Paginator(similar(kind.model), PER_PAGE).get_page(request.GET.get("page"))
    pairs = [(pair, WORDS[pair.why]) for pair in page]
    context = {"kind": kind.slug, "page_obj": page, "pairs": pairs, "tabs": tabs()}
    return render(request, "cufportal/merging/duplicate_list.html", context)


@require_POST
@for_mergers
def say_two(request, kind, pk, other):
    kind = kind_or_404(kind)
    first, second = (record_or_404(request.user, kind, number) for number in (pk, other))
    if first != second:
        say_apart(first=first, second=second, by=request.user)
        messages.success(request, _("C’est noté : ces deux fiches sont distinctes, et ne seront plus proposées."))
    return redirect("cufportal:duplicate_list", kind.slug)
