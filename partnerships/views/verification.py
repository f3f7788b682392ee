"""The page of an authority, reached by a secret link: its records as they stand, and what it says of them."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.links import BadLink
from core.robots import not_for_robots
from directory.themes import ThemeTree
from partnerships.enums import RequestState
from partnerships.forms.verification import EXACT, ClosingForm, RecordForm
from partnerships.verification.links import DeadVerification, asked_through
from partnerships.verification.people import people_at, records_asked

GONE, NOT_FOUND = 410, 404
ALL_EXACT = "tout_exact"  # the button that says it of every record at once


@login_not_required
@never_cache
@not_for_robots
@require_http_methods(["GET", "HEAD", "POST"])
def verification_answer(request, token):
    try:
        asked, person = asked_through(token)
    except BadLink as error:
        return dead_link(request, error)
    if asked.state != RequestState.ASKED:
        return thanks(request, asked)
    records = records_of(asked)
    forms = record_forms(request, records, people_at(asked.organisation_id))
    closing = ClosingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and answered(asked, person, forms, closing):
        return redirect(request.path)
    status = 422 if request.method == "POST" else 200
    context = {"asked": asked, "person": person, "forms": forms, "closing": closing, "refused": closing.is_bound}
    return render(request, "partnerships/verification/answer.html", context, status=status)


def answered(asked, person, forms, closing):
    valid = [form.is_valid() for form in (*forms, closing)]
    return all(valid) and closing.save(asked, person, forms)


def records_of(asked):
    records = records_asked(asked.campaign.group_id, asked.organisation_id)
    return list(
        records.for_listing()
        .prefetch_related("themes", "agreements", "contacts")
        .order_by("foreign_side__listed_key", "pk")
    )


def record_forms(request, records, people):
    themes = ThemeTree().indented_choices()
    data = said_of_all(request.POST, records) if request.method == "POST" else None
    return [RecordForm(data, partnership=record, themes=themes, people=people) for record in records]


def said_of_all(data, records):
    if ALL_EXACT not in data:
        return data
    data = data.copy()
    for record in records:
        data[f"fiche-{record.pk}-verdict"] = EXACT
    return data


def thanks(request, asked):
    """The link has served: it shows what was answered, and takes nothing more."""
    answers = asked.answers.select_related(
        "partnership__french_side__territory", "partnership__foreign_side__territory"
    ).prefetch_related("changes")
    return render(request, "partnerships/verification/answered.html", {"asked": asked, "answers": answers})


def dead_link(request, error):
    """Of a link that was made here, why it opens nothing; of any other nothing is known."""
    gone = isinstance(error, DeadVerification)
    context = {"reason": str(error), "gone": gone}
    return render(request, "partnerships/verification/dead.html", context, status=GONE if gone else NOT_FOUND)
