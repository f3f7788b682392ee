from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.refusals import saved_unless_refused
from events import perms
from events.forms.events import EventForm
from events.forms.sessions import SessionForm
from events.models import Event, Session
from events.views.events import visible_event


def editable_event(request, pk):
    """The event, its row locked while a form is sent, so that of two forms the second sees what the first changed."""
    sending = request.method == "POST"
    event = visible_event(request, pk, Event.objects.select_for_update(of=("self",)) if sending else None)
    if not perms.can_edit_event(request.user):
        raise PermissionDenied
    return event


def saved(form):
    """What the form saves; what it made on the way, an authority on first use, is unmade when it is refused."""
    with transaction.atomic():
        found = form.is_valid() and saved_unless_refused(form)
        transaction.set_rollback(not found)
    return found


def form_page(request, form, title, event=None):
    context = {"form": form, "title": title, "event": event}
    return render(request, "events/event_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def event_add(request):
    if not perms.can_edit_event(request.user):
        raise PermissionDenied
    form = EventForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and (event := saved(form)):
        messages.success(request, _("L’événement est enregistré. Ajoutez maintenant les temps de son programme."))
        return redirect(event)
    return form_page(request, form, _("Ajouter un événement"))


@require_http_methods(["GET", "POST"])
@transaction.atomic
def event_edit(request, pk):
    event = editable_event(request, pk)
    form = EventForm(request.POST if request.method == "POST" else None, instance=event, user=request.user)
    if form.is_bound and saved(form):
        messages.success(request, _("C’est enregistré."))
        return redirect(event)
    return form_page(request, form, _("Modifier la fiche"), Event.objects.get(pk=pk))


@require_http_methods(["GET", "POST"])
@transaction.atomic
def session_add(request, pk):
    event = editable_event(request, pk)
    session = Session(event=event, time_zone=event.time_zone)
    form = SessionForm(request.POST if request.method == "POST" else None, instance=session)
    if form.is_bound and (added := saved(form)):
        messages.success(request, _("« %(session)s » est au programme.") % {"session": added})
        return redirect(added)
    return form_page(request, form, _("Ajouter un temps"), event)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def session_edit(request, pk, session_pk):
    event = editable_event(request, pk)
    session = get_object_or_404(event.sessions, pk=session_pk)
    form = SessionForm(request.POST if request.method == "POST" else None, instance=session)
    if form.is_bound and (edited := saved(form)):
        messages.success(request, _("C’est enregistré."))
        return redirect(edited)
    return form_page(request, form, _("Modifier un temps"), event)
