"""What authorities answered, field by field: CUF accepts or refuses each correction."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from partnerships import perms
from partnerships.enums import RequestState
from partnerships.forms.verification import DecisionForm
from partnerships.models import Partnership, VerificationRequest
from partnerships.verification import answers
from partnerships.verification.people import people_at
from partnerships.verification.values import names_known


@require_safe
def verification_review(request, pk):
    return review_page(request, visible_request(request, pk))


@require_POST
def verification_decide(request, pk, answer_pk):
    asked = visible_request(request, pk)
    if not perms.can_run_campaign(request.user):
        raise PermissionDenied
    answer = get_object_or_404(answers_of(asked), pk=answer_pk)
    form = DecisionForm(request.POST, answer=answer, **known_to(asked))
    if not form.waiting:
        messages.warning(request, _("Les corrections de cette fiche sont déjà décidées."))
        return redirect(asked)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, _("C’est décidé : la fiche et son historique le disent."))
        return redirect(f"{asked.get_absolute_url()}#fiche-{answer.pk}")
    return review_page(request, asked, refused=form)


@require_POST
def verification_settle(request, pk):
    asked = visible_request(request, pk)
    if not perms.can_run_campaign(request.user):
        raise PermissionDenied
    try:
        answers.settle_request(request=asked, by=request.user)
        messages.success(request, _("La réponse est traitée."))
    except ValidationError as error:
        messages.warning(request, error.messages[0])
        return redirect(asked)
    return redirect(asked.campaign)


def visible_request(request, pk):
    return get_object_or_404(VerificationRequest.objects.visible_to(request.user).for_listing(), pk=pk)


def answers_of(asked):
    pairs = Partnership.objects.for_listing().prefetch_related("themes", "contacts")
    return asked.answers.prefetch_related("changes__decided_by__person", Prefetch("partnership", queryset=pairs))


def review_page(request, asked, refused=None):
    known, may_decide = known_to(asked), perms.can_run_campaign(request.user)
    forms = [
        refused if refused and refused.answer.pk == answer.pk else DecisionForm(answer=answer, **known)
        for answer in answers_of(asked)
    ]
    context = {
        "asked": asked,
        "forms": forms,
        "exact": [form.answer for form in forms if form.answer.is_exact],
        "changed": [form for form in forms if not form.answer.is_exact],
        "may_decide": may_decide,
        "may_settle": may_decide and asked.state == RequestState.ANSWERED and not any(form.waiting for form in forms),
    }
    return render(request, "partnerships/verification/review.html", context, status=422 if refused else 200)


def known_to(asked):
    """Those who may be contacts of the authority, and the names behind the numbers that its answer holds."""
    people = people_at(asked.organisation_id)
    return {"people": people, "names": names_known(people)}
