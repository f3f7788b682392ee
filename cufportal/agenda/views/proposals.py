"""What members propose to the agenda, and what CUF answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cufportal.agenda.clashes import clashes_with
from cufportal.agenda.entries import entries_between
from cufportal.agenda.forms import EntryActForm, EntryForm, EntryReasonForm
from cufportal.agenda.sources.events import MEMBER_DATES
from events import perms, services
from events.enums import EntryState
from events.models import AgendaEntry

A_DAY = timedelta(days=1)
SHOWN = 200


@dataclass(frozen=True)
class Act:
    """A page that asks before a date of the agenda changes its state, and the words it uses."""

    allowed: Callable
    from_states: tuple
    form: type[EntryActForm]
    service: Callable
    address: str
    title: str
    text: str
    done: str


ACCEPT = Act(
    lambda user, entry: perms.can_decide_entry(user),
    (EntryState.PROPOSED, EntryState.REFUSED),
    EntryActForm,
    services.accept_entry,
    "cufportal:entry_accept",
    _("Mettre dans l’agenda"),
    _("Ceux à qui elle est destinée la verront aussitôt, dans l’agenda et dans leurs abonnements."),
    _("La date est dans l’agenda."),
)
REFUSE = Act(
    lambda user, entry: perms.can_decide_entry(user),
    (EntryState.PROPOSED,),
    EntryReasonForm,
    services.refuse_entry,
    "cufportal:entry_refuse",
    _("Refuser"),
    _("Qui l’a proposée lira votre raison ; personne d’autre ne voit une date refusée."),
    _("La proposition est refusée."),
)
CANCEL = Act(
    lambda user, entry: perms.can_decide_entry(user),
    (EntryState.ACCEPTED,),
    EntryReasonForm,
    services.cancel_entry,
    "cufportal:entry_cancel",
    _("Annuler"),
    _("La date reste dans l’agenda, marquée « annulée », pour que chacun l’apprenne."),
    _("La date est annulée."),
)
WITHDRAW = Act(
    perms.can_withdraw_entry,
    (EntryState.PROPOSED,),
    EntryActForm,
    services.withdraw_entry,
    "cufportal:entry_withdraw",
    _("Retirer la proposition"),
    _("CUF n’aura plus à y répondre."),
    _("La proposition est retirée."),
)
ACTS = (ACCEPT, REFUSE, CANCEL, WITHDRAW)


@require_safe
def entry_list(request):
    """For staff what waits for an answer, for everybody what they proposed."""
    if not perms.can_propose_entry(request.user):
        raise PermissionDenied
    visible = AgendaEntry.objects.visible_to(request.user).for_listing()
    decides = perms.can_decide_entry(request.user)
    waiting = visible.filter(state=EntryState.PROPOSED).order_by("created_at", "pk") if decides else visible.none()
    context = {
        "can_decide": decides,
        "waiting": waiting[:SHOWN],
        "own": visible.filter(proposed_by=request.user).order_by("-created_at", "-pk")[:SHOWN],
    }
    return render(request, "cufportal/agenda/entry_list.html", context)


@login_not_required
@require_safe
def entry_detail(request, pk):
    user = request.user
    entry = get_object_or_404(AgendaEntry.objects.visible_to(user).for_listing().prefetch_related("themes"), pk=pk)
    knows_state = user.is_authenticated and (user.sees_all or entry.proposed_by_id == user.pk)
    context = {
        "entry": entry,
        "shown": agenda_entry(entry),
        "knows_state": knows_state,
        "clashes": clashes_of(user, entry),
        "can_edit": perms.can_edit_entry(user, entry),
        "acts": [act for act in ACTS if entry.state in act.from_states and act.allowed(user, entry)],
    }
    return render(request, "cufportal/agenda/entry_detail.html", context)


def agenda_entry(entry):
    """The record as the agenda shows it."""
    rows = AgendaEntry.objects.filter(pk=entry.pk).values_list(*MEMBER_DATES.columns)
    return MEMBER_DATES.entries_of(rows)[0]


def clashes_of(user, entry):
    """What `user` may see at the same time: to be read before one proposes or accepts."""
    shown = agenda_entry(entry)
    if entry.state not in {EntryState.PROPOSED, EntryState.ACCEPTED} or not shown.is_exact:
        return []
    return clashes_with(shown, entries_between(user, shown.day.first - A_DAY, shown.day.last + A_DAY))


@require_http_methods(["GET", "POST"])
def entry_add(request):
    if not perms.can_propose_entry(request.user):
        raise PermissionDenied
    decides = perms.can_decide_entry(request.user)
    title = _("Ajouter une date") if decides else _("Proposer une date")
    done = _("La date est dans l’agenda.") if decides else _("Merci : CUF vous répondra.")
    return entry_page(request, AgendaEntry(), title, done)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def entry_edit(request, pk):
    entry = entry_of(request, pk)
    if not perms.can_edit_entry(request.user, entry):
        raise PermissionDenied
    return entry_page(request, entry, _("Modifier la date"), _("C’est enregistré."))


def entry_page(request, entry, title, done):
    form = EntryForm(request.POST if request.method == "POST" else None, instance=entry, user=request.user)
    if form.is_valid() and (saved := form.save()):
        messages.success(request, done)
        return redirect(saved)
    status = 422 if form.is_bound else 200
    return render(
        request, "cufportal/agenda/entry_form.html", {"form": form, "title": title, "entry": entry}, status=status
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def entry_act(request, pk, act):
    entry = entry_of(request, pk)
    if not act.allowed(request.user, entry):
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    form = act.form(sent, entry=entry, user=request.user, service=act.service)
    if form.is_valid() and form.save():
        messages.success(request, act.done)
        return redirect(entry)
    status = 422 if form.is_bound else 200
    return render(request, "cufportal/agenda/entry_act.html", {"act": act, "form": form, "entry": entry}, status=status)


def entry_of(request, pk):
    """The date, its row locked while a form is sent: CUF may answer at that very moment."""
    entries = AgendaEntry.objects.visible_to(request.user)
    entries = entries.select_for_update(of=("self",)) if request.method == "POST" else entries
    return get_object_or_404(entries, pk=pk)
