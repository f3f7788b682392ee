from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from accounts.perms import can_merge_records
from directory.goals import goals_named
from directory.merging.addresses import moved_permanently
from partnerships import perms
from partnerships.contacts import contacts_of
from partnerships.forms.acts import DoubtForm
from partnerships.means import by_place
from partnerships.models import Partnership, PartnerWish
from partnerships.timeline import timeline_of


@require_safe
@login_not_required
def partnership_detail(request, pk):
    visible = Partnership.objects.visible_to(request.user)
    partnership = visible.for_listing().prefetch_related("themes").filter(pk=pk).first()
    if partnership is None:
        return moved_permanently(Partnership, pk, request.user)
    return render(request, "partnerships/partnership_detail.html", record_context(request.user, partnership))


def record_context(user, partnership, refused_doubt=None):
    """What the record page shows; `refused_doubt` is the bound form of a decision that was not taken."""
    today = timezone.localdate()
    events = list(partnership.events.visible_to(user))
    # That a delegation concerns this pair says who sends it: those who know only that it exists are not told
    delegations = list(partnership.delegations.readable_at("summary", user))
    projects = list(partnership.projects.prefetch_related("themes"))
    return {
        "partnership": partnership,
        "agreements": partnership.agreements.with_force().select_related("replaces"),
        "participants": partnership.participants.select_related("organisation"),
        "contacts": contacts_of(partnership, user),
        "timeline": timeline_of(partnership, user, events, delegations, projects),
        "places": by_place(projects),
        "coming": [event for event in events[::-1] if event.day.last >= today],
        "delegations": delegations,
        "goals": goals_of(partnership),
        "wish": PartnerWish.objects.visible_to(user).filter(became=partnership).select_related("organisation").first(),
        "doubts": doubts_of(partnership, user, refused_doubt),
        "may": {
            "edit": perms.can_edit_partnership(user, partnership),
            "confirm": perms.can_confirm_partnership(user, partnership),
            "publish": perms.can_publish_partnership(user, partnership),
            "see_all": user.is_authenticated and user.sees_all,
            "merge": can_merge_records(user),
            "see_audience": user.is_authenticated and user.in_network,
        },
    }


def goals_of(partnership):
    """The goals of sustainable development that its themes serve, each once."""
    return goals_named({number for theme in partnership.themes.all() for number in theme.sdgs})


def doubts_of(partnership, user, refused=None):
    """The open doubts, each with the form that decides it for those who may; none for the public."""
    if not perms.can_read_doubts(user):
        return []
    flags = partnership.flags.open().order_by("created_at", "pk")
    decides = perms.can_decide_doubt(user)
    forms = {refused.flag.pk: refused} if refused else {}
    return [{"flag": flag, "form": forms.get(flag.pk, DoubtForm(flag=flag)) if decides else None} for flag in flags]


@require_safe
@login_not_required
def agreement_document(request, pk, agreement_pk):
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), pk=pk)
    agreement = get_object_or_404(partnership.agreements.exclude(file=""), pk=agreement_pk)
    try:
        document = agreement.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = slugify(f"{agreement} {partnership}") + ".pdf"
    response = FileResponse(document, as_attachment=True, filename=name, content_type="application/pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
