from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST


@require_POST
def session_end(request, pk):
    """Close one session of one's own, on another device."""
    get_object_or_404(UserSession, user=request.user, pk=pk).end()
    messages.success(request, _("La session est fermée."))
    return redirect("usersessions_list")
