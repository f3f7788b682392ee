"""What is done to a delegation: each act is a page that asks, then does it by a service, or says why it cannot."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import Form
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.refusals import saved_unless_refused
from delegations.enums import DelegationState
from delegations.forms.acts import MoveForm
from delegations.models import Delegation
from delegations.states import actor_of, transition_between
from delegations.views.records import visible_record


@dataclass(frozen=True)
class Act:
    """The words of a page that asks before something is done, and who may do it."""

    allowed: Callable  # (user, delegation, part)
    form: type[Form]
    title: str | Promise
    text: str | Promise
    button: str | Promise
    done: str | Promise
    parts: Callable | None = None  # the rows of a delegation of which the act concerns one
    anchor: str = ""
    beside: str = ""  # a template shown beside the form
    context: Callable | None = None  # (delegation, part) → what it needs

    @property
    def fragment(self):
        return f"#{self.anchor}" if self.anchor else ""


@require_http_methods(["GET", "POST"])
def delegation_act(request, pk, act, part_pk=None):
    sending, saved = request.method == "POST", None
    with transaction.atomic():  # naming a territory may make its authority: not when the form is refused
        card, part = subject_of(request.user, pk, act, part_pk, locked=sending)
        data = (request.POST, request.FILES) if sending else ()
        form = act.form(*data, delegation=card.delegation, user=request.user, part=part)
        saved = form.is_valid() and saved_unless_refused(form)
        transaction.set_rollback(sending and not saved)
    if saved:
        messages.success(request, act.done)
        return redirect(f"{card.delegation.get_absolute_url()}{act.fragment}")
    card, part = subject_of(request.user, pk, act, part_pk)  # as it stands: a refused form has written on it
    context = act.context(card.delegation, part) if act.context else {}
    context |= {"act": act, "form": form, "card": card, "part": part}
    return render(request, "delegations/act.html", context, status=422 if sending else 200)


def subject_of(user, pk, act, part_pk, locked=False):
    """The card of the delegation and the row that the act concerns; locked, so that of two acts at once one comes first."""
    if locked:
        Delegation.objects.select_for_update().filter(pk=pk).first()
    card = visible_record(user, pk)
    part = None
    if act.parts:
        rows = act.parts(card.delegation)
        part = get_object_or_404(rows.visible_to(user), pk=part_pk)
    if not act.allowed(user, card.delegation, part):
        raise PermissionDenied
    return card, part


@require_http_methods(["GET", "POST"])
def delegation_move(request, pk, to):
    """Take the delegation one step on the table of states; what the table does not know from here is said, and nothing done."""
    if to not in DelegationState.values:
        raise Http404
    delegation, actor = visible_record(request.user, pk).delegation, actor_of(request.user)
    step = transition_between(delegation.state, to)
    if actor is None or step is not None and actor not in step.actors:
        raise PermissionDenied
    if step is None:
        said = _("La délégation est maintenant à l’état « %(state)s » : vérifiez ce qui reste à faire.")
        messages.warning(request, said % {"state": delegation.get_state_display()})
        return redirect(delegation)
    return delegation_act(request, pk, move_act(step))


def move_act(step):
    words = _("La délégation passe de « %(source)s » à « %(target)s ».")
    text = words % {"source": step.source.label, "target": step.target.label}
    return Act(
        lambda user, delegation, part: True,  # the table has said so
        partial(MoveForm, step=step),
        title=step.verb,
        text=text,
        button=step.verb,
        done=_("La délégation est à l’état « %(state)s ».") % {"state": step.target.label},
        context=lambda delegation, part: {"missing": step.refusals(delegation)},
    )
