"""The page of somebody who is invited, reached by a secret link, without an account."""

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts import services
from accounts.forms.invitations import AcceptForm
from accounts.links import DeadInvitation, invitation_of
from core.links import BadLink

GONE, NOT_FOUND, REFUSED = 410, 404, 403


@sensitive_post_parameters()
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation_accept(request, token):
    try:
        invitation = invitation_of(token)
        speak(request, invitation.language)
        return answer(request, token, invitation)
    except BadLink as error:
        return dead_link(request, error)


def answer(request, token, invitation):
    account = services.account_of(invitation.email)
    if account and not account.is_active:
        raise DeadInvitation(_("Le compte de cette adresse est fermé : écrivez à Cités Unies France."), invitation)
    if request.user.is_authenticated and request.user != account:
        return shown(request, invitation, status=REFUSED if request.method == "POST" else 200, stranger=True)
    if account:
        return accept_with_account(request, token, invitation)
    return accept_with_password(request, token, invitation)


def accept_with_account(request, token, invitation):
    """The account of the address accepts, once its owner has signed in with it."""
    if request.method != "POST" or not request.user.is_authenticated:
        return shown(request, invitation, known=True, status=REFUSED if request.method == "POST" else 200)
    services.join_with_account(token=token, by=request.user)
    messages.success(request, _("L’invitation est acceptée."))
    return redirect("accounts:account")


def accept_with_password(request, token, invitation):
    form = AcceptForm(request.POST if request.method == "POST" else None, invitation=invitation)
    if request.method != "POST":
        return shown(request, invitation, form=form)
    user = form.is_valid() and form.save(token=token)
    if not user:
        return shown(request, invitation, form=form, status=422)
    return perform_login(request, user, email=user.email)


def shown(request, invitation, *, status=200, **context):
    return render(request, "accounts/invitation_accept.html", {"invitation": invitation, **context}, status=status)


def dead_link(request, error):
    """A link that was made here is gone; of any other nothing is known."""
    mine = isinstance(error, DeadInvitation) and error.invitation and error.invitation.accepted_by_id == request.user.pk
    if mine and request.user.is_authenticated:  # a second click
        return redirect("accounts:account")
    context = {"reason": str(error), "gone": isinstance(error, DeadInvitation)}
    return render(request, "accounts/invitation_dead.html", context, status=GONE if context["gone"] else NOT_FOUND)


def speak(request, language):
    """The page comes in the language of the letter, unless its reader has chosen another."""
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()
