from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from meetings.services import carry_action, complete_action, drop_action, reopen_action
from meetings.views.parts import PARTS, part_url
from meetings.views.writing import acting, say_refusal


def day_asked(request):
    """The day on which an action was done, today unless told; ValidationError when it is not a date."""
    text = request.POST.get("on", "")
    try:
        day = parse_date(text) if text else timezone.localdate()
    except ValueError:  # shaped as a date, but no day: 2017-02-30
        day = None
    if day is None:
        raise ValidationError(_("« %(text)s » n’est pas une date.") % {"text": text[:20]})
    return day


def completed(action, request):
    complete_action(action=action, on=day_asked(request), by=request.user)
    return _("L’action est faite.")


def dropped(action, request):
    drop_action(action=action, by=request.user)
    return _("L’action est abandonnée.")


def reopened(action, request):
    reopen_action(action=action, by=request.user)
    return _("L’action est de nouveau à faire.")


def carried(action, request):
    later = carry_action(action=action, by=request.user).meeting
    return _("L’action est reprise à la réunion du %(day)s.") % {"day": date_format(later.first_day, "DATE_FORMAT")}


ACTS = {"faite": completed, "abandonner": dropped, "rouvrir": reopened, "reprendre": carried}


@acting(published_too=True)
def action_act(request, meeting, row, act):
    """What becomes of an action goes on after the minutes are published; a refusal is said and changes nothing."""
    if act not in ACTS:
        raise Http404
    action = get_object_or_404(meeting.actions.select_related("meeting__group", "owner"), pk=row)
    try:
        messages.success(request, ACTS[act](action, request))
    except ValidationError as error:
        say_refusal(request, error)
    from_list = request.POST.get("retour") == "liste"
    return redirect(
        part_url(meeting, PARTS["actions"], action) if from_list else f"{meeting.get_absolute_url()}#actions"
    )
