from django.contrib import messages
from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import ListView

from meetings.forms.corrections import values_read
from meetings.forms.imports import CorrectionForm, ImportForm
from meetings.minutes.importing import accept_proposal, apply_import, reject_proposal
from meetings.minutes.reviewing import source_lines
from meetings.models import MinutesImport
from meetings.perms import can_write_minutes


class ImportListView(UserPassesTestMixin, ListView):
    template_name = "meetings/import_list.html"
    context_object_name = "imports"
    paginate_by = 25
    raise_exception = True

    def test_func(self):
        return can_write_minutes(self.request.user)

    def get_queryset(self):
        return MinutesImport.objects.visible_to(self.request.user).for_listing()


@require_http_methods(["GET", "POST"])
def import_add(request):
    if not can_write_minutes(request.user):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and (minutes_import := form.save(by=request.user)):
        return redirect(minutes_import)
    return render(request, "meetings/import_add.html", {"form": form}, status=422 if form.is_bound else 200)


def visible_import(request, pk):
    return get_object_or_404(MinutesImport.objects.visible_to(request.user).select_related("group", "meeting"), pk=pk)


def visible_proposal(request, pk, rank):
    return get_object_or_404(visible_import(request, pk).proposals.select_related("minutes_import__meeting"), rank=rank)


def place_in_review(proposal, following=False):
    """The review's address with a proposal lit: the decided one, or the next that waits."""
    if following:
        waiting = proposal.minutes_import.proposals.pending()
        proposal = waiting.filter(rank__gt=proposal.rank).first() or waiting.first() or proposal
    review = reverse("meetings:import_review", args=[proposal.minutes_import_id])
    return f"{review}?proposition={proposal.rank}#proposition-{proposal.rank}"


@require_http_methods(["GET"])
def import_review(request, pk):
    minutes_import = visible_import(request, pk)
    return render(
        request, "meetings/import_review.html", review_context(minutes_import, request.GET.get("proposition"))
    )


def review_context(minutes_import, wanted=None, form=None):
    proposals = list(minutes_import.proposals.select_related("decided_by__person"))
    waiting = [proposal for proposal in proposals if proposal.is_pending]
    by_rank = {str(proposal.rank): proposal for proposal in proposals}
    current = by_rank.get(wanted) or (waiting or proposals or [None])[0]
    return {
        "minutes_import": minutes_import,
        "proposals": proposals,
        "waiting_count": len(waiting),
        "certain_count": sum(proposal.is_certain for proposal in waiting),
        "current": current,
        "values": list(values_read(current)) if current else [],
        "form": form or (current and current.is_pending and CorrectionForm(proposal=current)),
        "pages": source_lines(minutes_import.pages, proposals, current),
    }


@require_POST
def import_accept_certain(request, pk):
    minutes_import = visible_import(request, pk)
    report = apply_import(minutes_import=minutes_import, which="certain", by=request.user)
    messages.success(request, report.headline)
    for line in report.details:
        messages.warning(request, line)
    return redirect(minutes_import)


def decided(request, proposal, act):
    """Carry out a decision and go to the next proposal; a refusal is said and leaves the proposal waiting."""
    try:
        act(proposal=proposal, by=request.user)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
        return redirect(place_in_review(proposal))
    return redirect(place_in_review(proposal, following=True))


@require_POST
def proposal_accept(request, pk, rank):
    return decided(request, visible_proposal(request, pk, rank), accept_proposal)


@require_POST
def proposal_reject(request, pk, rank):
    return decided(request, visible_proposal(request, pk, rank), reject_proposal)


@require_POST
def proposal_correct(request, pk, rank):
    proposal = visible_proposal(request, pk, rank)
    form = CorrectionForm(request.POST, proposal=proposal)
    if form.is_valid() and form.save(by=request.user):
        return redirect(place_in_review(proposal, following=True))
    return render(
        request,
        "meetings/import_review.html",
        review_context(proposal.minutes_import, str(proposal.rank), form),
        status=422,
    )
