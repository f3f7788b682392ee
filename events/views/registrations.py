from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch, Q
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.listing import FilteredListView
from events import perms
from events.enums import SeatState
from events.filters import RegistrationFilter, in_reading_order
from events.forms.registrations import AnybodyForm, ColleagueForm
from events.models import Registration, Seat
from events.programme import programme_of, registration_sentence, registration_stage
from events.views.events import visible_event


@require_http_methods(["GET", "POST"])
def registration_add(request, pk):
    event, user = visible_event(request, pk), request.user
    manages = perms.can_manage_registrations(user)
    if not perms.can_ask_for_seat(user):
        raise PermissionDenied
    if registration_stage(event) != "open" and not manages:
        messages.warning(request, registration_sentence(event))
        return redirect(event)
    sending = request.method == "POST"
    form_class = AnybodyForm if manages else ColleagueForm
    form = form_class(request.POST if sending else None, user=user, days=programme_of(event, user))
    with transaction.atomic():  # naming somebody may add them: not when the form is refused
        seats = form.save() if sending and form.is_valid() else None
        transaction.set_rollback(seats is None)
    if seats is not None:
        say_what_was_taken(request, form.held, seats)
        return redirect("events:attendee_list" if manages else "events:registration_list", *([pk] if manages else []))
    context = {"event": event, "form": form, "sentence": registration_sentence(event), "manages": manages}
    return render(request, "events/registration_add.html", context, status=422 if sending else 200)


def say_what_was_taken(request, held, seats):
    """One message a session: who thought there was room learns that they wait, and at which rank."""
    for seat in seats:
        session = seat.session
        if seat.state == SeatState.CONFIRMED:
            messages.success(request, _("« %(session)s » : la place est confirmée.") % {"session": session})
        else:
            said = {"session": session, "rank": seat.rank}
            messages.warning(
                request, _("« %(session)s » est complet : inscription en liste d’attente, rang %(rank)d.") % said
            )
    for session in held:
        messages.info(request, _("« %(session)s » : cette personne y était déjà inscrite.") % {"session": session})


class RegistrationListView(FilteredListView):
    """One's own registrations, those one made and, for a referent, those of the organisation; staff find all the others
    in the list of each event."""

    filterset_class = RegistrationFilter
    template_name = "events/registration_list.html"
    context_object_name = "registrations"

    def get_queryset(self):
        user = self.request.user
        shown = Registration.objects.visible_to(user)
        if user.sees_all:
            own = Q(person=user.person_id) if user.person_id else Q(pk__in=[])
            shown = shown.filter(own | Q(registered_by=user))
        seats = Seat.objects.select_related("session").order_by("session__starts_at", "session_id", "-pk")
        rows = shown.select_related("person", "organisation", "event__group", "registered_by__person")
        rows = in_reading_order(rows.prefetch_related(Prefetch("seats", seats)), "event__")
        return rows.order_by(*rows.query.order_by, "person__sort_key", "pk")
