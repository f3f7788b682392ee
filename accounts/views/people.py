"""The people of an organisation and their accounts: who may sign in for it, and who has left."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import perms, services
from accounts.models import Invitation, User
from directory.models import Affiliation, Organisation, Person


def kept_organisation(request, pk):
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    if not perms.can_keep_people(request.user, organisation):
        raise PermissionDenied
    return organisation


@require_safe
def people_list(request, pk):
    organisation = kept_organisation(request, pk)
    functions = Affiliation.objects.filter(organisation=organisation).select_related("person__user")
    present = list(functions.current().order_by("person__sort_key", "person__first_name", "pk"))
    people = [function.person_id for function in present]
    closable = set(perms.closable_accounts(request.user).filter(person__in=people).values_list("person", flat=True))
    for function in present:
        function.account = getattr(function.person, "user", None)
        function.may_be_closed = function.person_id in closable
    context = {
        "organisation": organisation,
        "functions": present,
        "past": functions.past().order_by("-until__endswith", "person__sort_key", "pk")[:20],
        "waiting": Invitation.objects.visible_to(request.user).pending().filter(organisation=organisation).count(),
    }
    return render(request, "accounts/people_list.html", context)


@require_http_methods(["GET", "POST"])
def departure(request, pk, person_pk):
    organisation = kept_organisation(request, pk)
    there = Affiliation.objects.current().filter(organisation=organisation).order_by().values("person")
    person = get_object_or_404(Person.objects.filter(pk__in=there), pk=person_pk)
    if request.method == "POST":
        try:
            services.leave_organisation(person=person, organisation=organisation, by=request.user)
            said = _("%(person)s n’a plus de fonction ici, et ne voit plus rien au nom de l’organisme.")
            messages.success(request, said % {"person": person})
        except ValidationError as error:
            messages.warning(request, error.messages[0])
        if not perms.can_keep_people(User.objects.get(pk=request.user.pk), organisation):
            return redirect("accounts:account")  # a referent who has left
        return redirect("accounts:people_list", organisation.pk)
    context = {"organisation": organisation, "person": person}
    return render(request, "accounts/departure.html", context)


@require_http_methods(["GET", "POST"])
def account_close(request, pk):
    if not perms.is_team(request.user):
        raise PermissionDenied
    account = get_object_or_404(User.objects.select_related("person").filter(is_active=True), pk=pk)
    if not perms.can_close_account(request.user, account):
        raise PermissionDenied
    if request.method == "POST":
        services.close_account(account=account, by=request.user)
        messages.success(request, _("Le compte est clos ; ses sessions sont fermées."))
        return redirect(people_around(account))
    return render(request, "accounts/account_close.html", {"account": account, "back": people_around(account)})


def people_around(account):
    """Where one goes on: the people of an organisation of theirs, if they have any."""
    organisation = account.current_affiliations.values_list("organisation", flat=True).first()
    return reverse("accounts:people_list", args=[organisation]) if organisation else reverse("accounts:invitation_list")
