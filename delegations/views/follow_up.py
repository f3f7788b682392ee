"""The page of a requester, reached by a secret link: where the request stands, and what they may still do."""

from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.services import ask_erasure
from core.links import BadLink
from core.robots import not_for_robots
from delegations.enums import DelegationState
from delegations.forms.follow_up import NoteForm, WithdrawForm
from delegations.links import delegation_of, follow_path
from delegations.services.notes import takes_notes
from delegations.standings import STANDINGS, standing_after, steps_of
from delegations.states import actor_of, transitions_for
from delegations.views.languages import language_of_link, spoken_with
from delegations.views.requests import SeeOther

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def by_secret_link(view):
    """Call `view` with the delegation of a link, in its requester's language; nobody keeps, indexes or passes on the page."""

    @wraps(view)
    def opening(request, token):
        try:
            delegation = delegation_of(token)
        except BadLink:
            # Whoever holds a link that says nothing may read any of the three.
            languages = sorted(LANGUAGES, key=lambda code: code != get_language())
            return render(request, "delegations/requests/link_dead.html", {"languages": languages}, status=404)
        with spoken_with(request, delegation.language):
            response = view(request, delegation)
            response.headers["Content-Language"] = get_language()
        return response

    return login_not_required(never_cache(not_for_robots(opening)))


@require_safe
@language_of_link
@by_secret_link
def request_follow(request, delegation):
    return follow_page(request, delegation)


@require_POST
@by_secret_link
def request_note(request, delegation):
    form = NoteForm(request.POST)
    if form.is_valid() and form.save(delegation):
        messages.success(request, _("Votre message est ajouté à la demande."))
        return SeeOther(follow_path(delegation))
    return follow_page(request, delegation, note_form=form, status=422)


@require_POST
@by_secret_link
def request_withdraw(request, delegation):
    form = WithdrawForm(request.POST)
    if form.is_valid() and form.save(delegation):
        messages.success(request, _("Vous avez renoncé à cette demande."))
        return SeeOther(follow_path(delegation))
    return follow_page(request, delegation, withdraw_form=form, status=422)


@require_POST
@by_secret_link
def request_erase(request, delegation):
    """Whoever has no account asks here that their name and contacts be erased; CUF decides."""
    try:
        ask_erasure(record=delegation)
    except ValidationError as error:
        messages.info(request, " ".join(error.messages))
    else:
        messages.success(
            request, _("Votre demande d’effacement est transmise à CUF, qui vous répond en un mois au plus.")
        )
    return SeeOther(follow_path(delegation))


def follow_page(request, delegation, *, note_form=None, withdraw_form=None, status=200):
    changes = list(delegation.changes.order_by("pk"))
    context = {
        "delegation": delegation,
        "token": request.resolver_match.kwargs["token"],
        "standing": standing_after(changes[-1]) if changes else STANDINGS[delegation.state],
        "steps": steps_of(delegation.state),
        "messages_told": [change for change in reversed(changes) if change.message],
        "notes": delegation.requester_notes.all(),
        "stops": programme_of(delegation),
        "note_form": (note_form or NoteForm()) if takes_notes(delegation) else None,
        "withdraw_form": (withdraw_form or WithdrawForm()) if may_withdraw(delegation) else None,
    }
    return render(request, "delegations/requests/request_follow.html", context, status=status)


def may_withdraw(delegation):
    steps = transitions_for(actor_of(None), delegation.state)
    return any(step.target == DelegationState.CANCELLED for step in steps)


def programme_of(delegation):
    """The stops, once the visit is scheduled: until then hosts may still decline, which is not told."""
    if delegation.state not in DelegationState.dated_ones():
        return []
    return list(delegation.stops.live().for_listing())
