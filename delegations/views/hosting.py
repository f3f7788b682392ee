from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.refusals import saved_unless_refused
from delegations import perms
from delegations.enums import SpokenLanguage
from delegations.forms.hosting import HostingProfileForm
from delegations.models import HostingProfile
from directory.models import Organisation

SHOWN = 200


@require_safe
def profile_list(request):
    """What each authority says that it can host; the reader's own come first."""
    if not request.user.in_network:
        raise PermissionDenied
    profiles = HostingProfile.objects.visible_to(request.user).select_related("organisation__territory")
    profiles = profiles.prefetch_related("themes", "closed_periods")[:SHOWN]
    for profile in profiles:
        profile.spoken = [SpokenLanguage(code).label for code in profile.languages]
    own = Organisation.objects.filter(pk__in=request.user.organisations_edited).select_related("territory")
    context = {
        "profiles": profiles,
        "own": own,
        "edits_all": perms.is_officer(request.user),
    }
    return render(request, "delegations/profile_list.html", context)


@require_http_methods(["GET", "POST"])
def profile_edit(request, pk):
    """The profile of the organisation `pk`, made when it is first saved."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    if not perms.can_edit_hosting_profile(request.user, organisation):
        raise PermissionDenied
    sending, saved = request.method == "POST", None
    with transaction.atomic():
        if sending:  # two referents at once: the second waits, then changes what the first has made
            Organisation.objects.select_for_update(of=("self",)).get(pk=pk)
        profile = HostingProfile.objects.filter(organisation=organisation).first()
        profile = profile or HostingProfile(organisation=organisation)
        form = HostingProfileForm(request.POST if sending else None, instance=profile)
        saved = form.is_valid() and saved_unless_refused(form)
        transaction.set_rollback(sending and not saved)
    if saved:
        messages.success(request, _("Le profil d’accueil est enregistré."))
        return redirect("delegations:profile_list")
    context = {"form": form, "organisation": organisation, "refused": sending}
    return render(request, "delegations/profile_edit.html", context, status=422 if sending else 200)
