"""Two records beside each other: what would move, what would be folded, and the decision."""

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cufportal.merging.forms import MergeForm, OtherForm
from cufportal.merging.kinds import KINDS
from cufportal.merging.showing import shown
from cufportal.merging.suggesting import others_like
from cufportal.merging.views.doors import for_mergers, kind_or_404, record_or_404
from directory.merging.apart import said_apart
from directory.merging.planning import Plan
from directory.models import AbsorbedRecord


@require_safe
@for_mergers
def merge_choose(request, kind, pk):
    """The page of a record leads here: which other one is it?"""
    kind = kind_or_404(kind)
    record = record_or_404(request.user, kind, pk)
    form = OtherForm(request.GET if "autre" in request.GET else None, record=record)
    if form.is_bound and form.is_valid():
        return redirect("cufportal:merge", kind.slug, record.pk, form.cleaned_data["autre"].pk)
    context = {"kind": kind.slug, "record": record, "form": form, "others": others_like(record)}
    return render(request, "cufportal/merging/choose.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_mergers
def merge(request, kind, pk, other):
    """`pk` is kept, `other` absorbed."""
    kind = kind_or_404(kind)
    if done := merge_already_done(kind.model, pk, other):
        return redirect(done)
    kept, absorbed = (record_or_404(request.user, kind, number) for number in (pk, other))
    if kept == absorbed:
        return redirect("cufportal:merge_choose", kind.slug, pk)
    form = MergeForm(request.POST if request.method == "POST" else None, plan=Plan(kept, absorbed, KINDS))
    if form.is_bound and form.is_valid() and (merged := form.save(by=request.user)):
        messages.success(request, _("Les deux fiches n’en font plus qu’une ; l’ancienne adresse y mène."))
        return redirect(merged)
    context = {"kind": kind.slug, "plan": form.plan, "form": form, "apart": said_apart(kept, absorbed)}
    context["shown"] = shown(form.plan, request.user)
    return render(request, "cufportal/merging/merge.html", context, status=422 if form.is_bound else 200)


def merge_already_done(model, kept, absorbed):
    """The merge of this very pair, for who presses twice or comes back by the browser."""
    kind = ContentType.objects.get_for_model(model)
    pair = {"content_type": kind, "number": absorbed, "into_number": kept, "holds": True}
    done = AbsorbedRecord.objects.filter(**pair).select_related("merge").first()
    return done and done.merge
