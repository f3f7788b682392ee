from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from events import perms
from events.forms.events import DatesForm, StatusForm
from events.forms.sessions import CancelForm, CapacityForm, MoveForm
from events.views.events import visible_event


@dataclass(frozen=True)
class Act:
    """A page that asks before something is done to an event or to a session of it, and the words it uses."""

    allowed: Callable
    form: type[Form]
    title: str
    text: str
    button: str
    done: str


DATES = Act(
    perms.can_edit_event,
    DatesForm,
    _("Changer les dates"),
    _("Les dates annoncées jusqu’ici restent sur la page : on se souvient de celle qu’on a lue d’abord."),
    _("Annoncer ces dates"),
    _("Les nouvelles dates sont annoncées."),
)
STATUS = Act(
    perms.can_edit_event,
    StatusForm,
    _("Changer l’état"),
    _(
        "Un événement n’est confirmé qu’à des jours exacts. S’il est reporté ou annulé, les inscrits reçoivent une lettre."
    ),
    _("Changer l’état"),
    _("L’état est changé."),
)
MOVE = Act(
    perms.can_edit_event,
    MoveForm,
    _("Déplacer un temps"),
    _("Les personnes inscrites ou en attente reçoivent le nouvel horaire par courriel."),
    _("Déplacer"),
    _("Le temps est déplacé."),
)
CAPACITY = Act(
    perms.can_manage_registrations,
    CapacityForm,
    _("Changer les places"),
    _("Les places qui se libèrent sont proposées à ceux qui attendent, dans l’ordre de la liste."),
    _("Enregistrer"),
    _("Les places sont changées."),
)
CANCEL = Act(
    perms.can_edit_event,
    CancelForm,
    _("Annuler un temps"),
    _(
        "Le temps reste au programme, barré ; ses places et sa liste d’attente sont annulées, et les personnes prévenues."
    ),
    _("Annuler ce temps"),
    _("Le temps est annulé."),
)


@require_http_methods(["GET", "POST"])
def event_act(request, pk, act):
    event = visible_event(request, pk)
    if not act.allowed(request.user):
        raise PermissionDenied
    return asked(request, act, event, act.form(sent(request), event=event, user=request.user))


@require_http_methods(["GET", "POST"])
def session_act(request, pk, session_pk, act):
    event = visible_event(request, pk)
    if not act.allowed(request.user):
        raise PermissionDenied
    session = get_object_or_404(event.sessions.select_related("event"), pk=session_pk)
    form = act.form(sent(request), session=session, user=request.user)
    return asked(request, act, event, form, session)


def sent(request):
    return request.POST if request.method == "POST" else None


def asked(request, act, event, form, session=None):
    if form.is_bound and form.is_valid() and form.save():
        messages.success(request, act.done)
        return redirect(session or event)
    context = {"act": act, "event": event, "session": session, "form": form}
    return render(request, "events/event_act.html", context, status=422 if form.is_bound else 200)
