from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from delegations import perms
from delegations.cards import cards_of
from delegations.models import Commitment, Delegation, Outcome, StateChange
from delegations.offers import answerable, consulted, offers_for
from delegations.path import path_of
from delegations.services import steps_offered
from delegations.states import FORWARD
from partnerships.models import Partnership

NAMES_NEEDED = ("sender__territory__parent", "sender_territory__parent", "group", "outcome", "received_by__person")


def visible_record(user, pk):
    """The card of the delegation, with its detail for `user`; 404 when it is not theirs to know."""
    visible = Delegation.objects.visible_to(user).with_detail_for(user).select_related(*NAMES_NEEDED)
    return cards_of([get_object_or_404(visible.prefetch_related("themes"), pk=pk)], user)[0]


@require_safe
@login_not_required
def delegation_detail(request, pk):
    card = visible_record(request.user, pk)
    return render(request, "delegations/delegation_detail.html", record_context(request.user, card))


def record_context(user, card):
    """What the record page shows to `user`: each part asks its own `visible_to`."""
    delegation, may = card.delegation, offers_for(card.delegation, user)
    changes = StateChange.objects.visible_to(user).filter(delegation=delegation).select_related("by__person")
    outcomes = Outcome.objects.visible_to(user).filter(delegation=delegation).select_related("written_by__person")
    # The pair names the sender and a host: told with the summary, as the page of the partnership does.
    partnerships = Partnership.objects.visible_to(user).filter(pk=delegation.partnership_id).for_listing()
    partnership = partnerships.first() if card.is_summarised else None
    return {
        "card": card,
        "delegation": delegation,
        "may": may,
        **steps_of(delegation, user),
        "path": path_of(delegation, changes),
        "changes": changes if may["read_internal"] else [],
        "approaches": approaches_of(delegation, card, user),
        "opinions": opinions_of(delegation, user),
        "days": programme_of(delegation, user),
        "outcome": outcomes.first(),
        "commitments": commitments_of(delegation, user),
        "documents": delegation.documents.visible_to(user),
        "partnership": partnership,
        "doubts": delegation.flags.open().order_by("created_at", "pk") if may["read_internal"] else [],
        "wished_differs": bool(delegation.visit and delegation.wished),
    }


def steps_of(delegation, user):
    """The steps that the table of states opens: those that can be taken, and what is missing for the others."""
    offered = steps_offered(delegation, user) if user.is_authenticated else []
    return {
        "forward": [step for step, missing in offered if not missing and step in FORWARD],
        "others": [step for step, missing in offered if not missing and step not in FORWARD],
        "missing": [(step, missing) for step, missing in offered if missing],
    }


def approaches_of(delegation, card, user):
    """The approaches that the reader may read, each saying whether they may answer it now."""
    theirs = answerable(delegation, user)
    for approach in card.asked:
        approach.may_be_answered = approach.organisation_id in theirs
    return card.asked


def opinions_of(delegation, user):
    opinions = list(delegation.opinions.visible_to(user).select_related("organisation"))
    theirs = consulted(delegation, user)
    for opinion in opinions:
        opinion.may_be_given = opinion.organisation_id in theirs
    return opinions


def programme_of(delegation, user):
    """The stops day by day, each day that of its own place: [(day, [stop, …]), …]."""
    stops = delegation.stops.visible_to(user).for_listing()
    return [(day, list(kept)) for day, kept in groupby(stops, key=lambda stop: stop.starts.date())]


def commitments_of(delegation, user):
    commitments = Commitment.objects.visible_to(user).filter(outcome__delegation=delegation)
    commitments = list(commitments.select_related("organisation"))
    kept = set(user.organisations_edited.values_list("organisation", flat=True)) if user.is_authenticated else set()
    for commitment in commitments:
        commitment.may_be_settled = perms.is_staff(user) or commitment.organisation_id in kept
    return commitments


@require_safe
@login_not_required
def delegation_document(request, pk, part_pk):
    delegation = get_object_or_404(Delegation.objects.visible_to(request.user), pk=pk)
    document = get_object_or_404(delegation.documents.visible_to(request.user), pk=part_pk)
    try:
        content = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = slugify(f"{delegation.reference} {document.title}") + ".pdf"
    response = FileResponse(content, as_attachment=True, filename=name, content_type="application/pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
