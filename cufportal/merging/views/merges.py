"""The merges that were done, what each of them did, and taking one back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cufportal.merging.forms import UndoMergeForm
from cufportal.merging.telling import told
from cufportal.merging.views.doors import for_mergers, tabs
from directory.merging.undoing import obstacles
from directory.models import Merge

PER_PAGE = 25


@require_safe
@for_mergers
def merge_list(request):
    merges = Merge.objects.visible_to(request.user).for_listing().defer("steps")
    page = Paginator(merges, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "cufportal/merging/merge_list.html", {"page_obj": page, "tabs": tabs()})


@require_safe
@for_mergers
def merge_detail(request, pk):
    merge = get_object_or_404(Merge.objects.visible_to(request.user).for_listing(), pk=pk)
    context = {"merge": merge, "told": told(merge), "records": merge.records.prefetch_related("into")}
    return render(request, "cufportal/merging/merge_detail.html", context)


@require_http_methods(["GET", "POST"])
@for_mergers
def merge_undo(request, pk):
    merge = get_object_or_404(Merge.objects.visible_to(request.user).for_listing(), pk=pk)
    form = UndoMergeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (undone := form.save(merge=merge, by=request.user)):
        messages.success(request, _("La fusion est annulée : les deux fiches sont comme avant."))
        return redirect(undone)
    found = obstacles(merge, lock=False) if merge.can_be_undone and not form.is_bound else []
    context = {"merge": merge, "form": form, "obstacles": found}
    return render(request, "cufportal/merging/merge_undo.html", context, status=422 if form.is_bound else 200)
