from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.adapters import second_factors
from accounts.perms import can_invite, can_keep_people, owes_second_factor


@require_safe
def account(request):
    """Who one is here, and the ways to what protects the account."""
    user = request.user
    affiliations = user.current_affiliations.select_related("organisation").order_by("organisation__sort_key")
    context = {
        "person": user.person,
        "roles": sorted(str(role.label) for role in user.roles),
        "affiliations": affiliations,
        "keeps": [one.organisation for one in affiliations if can_keep_people(user, one.organisation)],
        "may_invite": can_invite(user),
        "groups": user.groups_reached,
        "factors": second_factors(user).order_by("type", "pk"),
        "codes": Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).exists(),
        "owes": owes_second_factor(user),
        "sessions": UserSession.objects.filter(user=user).count(),
    }
    return render(request, "accounts/account.html", context)
