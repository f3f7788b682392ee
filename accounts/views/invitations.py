"""Invitations as those who send them see them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import perms, services
from accounts.filters import InvitationFilter
from accounts.forms.invitations import InvitationForm
from accounts.models import Invitation
from core.limits import TOO_MANY, allowed
from core.listing import FilteredListView

SENT, SENT_AGAIN = "60/h", "3/h"  # an address that is mistyped belongs to somebody


class InvitationListView(FilteredListView):
    filterset_class = InvitationFilter
    template_name = "accounts/invitation_list.html"
    context_object_name = "invitations"
    paginate_by = 50

    def get_queryset(self):
        if not perms.can_invite(self.request.user):
            raise PermissionDenied
        return Invitation.objects.visible_to(self.request.user).for_listing()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for invitation in context["invitations"]:
            may = invitation.is_open and perms.can_send_invitation(self.request.user, invitation)
            invitation.may_be_kept = may
        return context


@require_http_methods(["GET", "POST"])
def invitation_add(request):
    if not perms.can_invite(request.user):
        raise PermissionDenied
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not allowed(request, "accounts.invite", SENT, key=str(request.user.pk)):
        messages.warning(request, TOO_MANY)
        return redirect("accounts:invitation_list")
    with transaction.atomic():  # naming a territory may make its authority: not when the form is refused
        form = InvitationForm(posted, user=request.user, initial=initial_of(request))
        saved = form.is_valid() and form.save()
        transaction.set_rollback(not saved)
    if saved:
        said = _("L’invitation part à %(email)s ; elle est valable quatorze jours.")
        messages.success(request, said % {"email": saved.email})
        return redirect("accounts:invitation_list")
    context = {"form": form, "refused": form.is_bound}
    return render(request, "accounts/invitation_add.html", context, status=422 if form.is_bound else 200)


def initial_of(request):
    asked = request.GET.get("organisme", "")
    return {"organisation": int(asked)} if asked.isdecimal() and len(asked) < 12 else {}


@require_POST
def invitation_resend(request, pk):
    invitation = kept_invitation(request, pk)
    if not allowed(request, "accounts.resend", SENT_AGAIN, key=str(invitation.pk)):
        messages.warning(request, TOO_MANY)
        return redirect("accounts:invitation_list")
    return acted(request, services.resend_invitation, invitation, _("L’invitation repart, avec un nouveau lien."))


@require_POST
def invitation_revoke(request, pk):
    said = _("L’invitation est annulée : son lien n’ouvre plus rien.")
    return acted(request, services.revoke_invitation, kept_invitation(request, pk), said)


def kept_invitation(request, pk):
    invitation = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    if not perms.can_send_invitation(request.user, invitation):
        raise PermissionDenied
    return invitation


def acted(request, service, invitation, said):
    try:
        service(invitation=invitation, by=request.user)
        messages.success(request, said)
    except ValidationError as error:
        messages.warning(request, error.messages[0])
    return redirect("accounts:invitation_list")
