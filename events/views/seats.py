from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events import perms, services
from events.models import Seat


@require_POST
def seat_confirm(request, pk):
    seat = seat_held(request, pk)
    try:
        services.confirm_seat(seat=seat, by=request.user)
        messages.success(request, _("« %(session)s » : la place est confirmée.") % {"session": seat.session})
    except ValidationError as error:
        say(request, error)
    return HttpResponseRedirect(back(request))


@require_POST
def seat_cancel(request, pk):
    seat = seat_held(request, pk)
    if not seat.is_live:
        messages.info(request, _("« %(session)s » : cette place était déjà rendue.") % {"session": seat.session})
        return HttpResponseRedirect(back(request))
    if seat.session.has_begun and not perms.can_manage_registrations(request.user):
        messages.warning(request, _("« %(session)s » a commencé : il est trop tard.") % {"session": seat.session})
        return HttpResponseRedirect(back(request))
    try:
        services.cancel_seat(seat=seat, by=request.user)
        messages.success(request, _("« %(session)s » : la place est rendue. Merci.") % {"session": seat.session})
    except ValidationError as error:
        say(request, error)
    return HttpResponseRedirect(back(request))


def seat_held(request, pk):
    """The seat of a registration that one sees, and may change."""
    seat = get_object_or_404(Seat.objects.visible_to(request.user).for_listing(), pk=pk)
    if not perms.can_change_seat(request.user, seat):
        raise PermissionDenied
    return seat


def back(request):
    """The page the act was sent from."""
    asked = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    return asked if safe and asked.startswith("/") else reverse("events:registration_list")


def say(request, error):
    for message in error.messages:
        messages.warning(request, message)
