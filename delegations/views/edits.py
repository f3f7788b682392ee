from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from core.numbers import record_number
from core.refusals import saved_unless_refused
from delegations import perms
from delegations.enums import DelegationState
from delegations.forms.records import AddForm, EditForm
from delegations.models import Delegation
from delegations.services import change_state
from delegations.views.records import visible_record

AT_ONCE = 100  # requests set aside by one click


@require_http_methods(["GET", "POST"])
def delegation_add(request):
    if not perms.can_add_delegation(request.user):
        raise PermissionDenied
    sending = request.method == "POST"
    form = AddForm(request.POST if sending else None, user=request.user)
    if form.is_valid() and (added := form.save()):
        delegation, created = added
        done = _("La délégation est enregistrée sous la référence %(reference)s.")
        known = _("Cette délégation est déjà enregistrée : la voici, une seule fois.")
        (messages.success if created else messages.info)(
            request, (done if created else known) % {"reference": delegation.reference}
        )
        return redirect(delegation)
    context = {"form": form, "refused": sending, "is_member": form.is_member}
    return render(request, "delegations/delegation_add.html", context, status=422 if sending else 200)


@require_http_methods(["GET", "POST"])
def delegation_edit(request, pk):
    sending, saved = request.method == "POST", None
    visible = Delegation.objects.visible_to(request.user)
    with transaction.atomic():
        # Locked while it is saved, so that of two forms sent at once the second sees the version of the first.
        delegation = get_object_or_404(visible.select_for_update(of=("self",)) if sending else visible, pk=pk)
        if not perms.can_edit_delegation(request.user):
            raise PermissionDenied
        form = EditForm(request.POST if sending else None, instance=delegation, user=request.user)
        saved = form.is_valid() and saved_unless_refused(form)
        transaction.set_rollback(sending and not saved)
    if saved:
        messages.success(request, _("La fiche est enregistrée."))
        return redirect(saved)
    context = {"card": visible_record(request.user, pk), "form": form, "refused": sending}
    return render(request, "delegations/delegation_edit.html", context, status=422 if sending else 200)


@require_POST
def delegations_dismiss(request):
    """Refuse the doubtful requests that are ticked; nobody is written to, and what somebody else has settled is left alone."""
    if not perms.can_read_queue(request.user):
        raise PermissionDenied
    ticked = [record_number(value) for value in request.POST.getlist("delegation")[:AT_ONCE]]
    doubtful = Delegation.objects.filter(is_suspect=True, state=DelegationState.RECEIVED)
    count = sum(dismissed(one, request.user) for one in doubtful.filter(pk__in=[pk for pk in ticked if pk]))
    if count:
        said = ngettext("%(count)d demande est écartée.", "%(count)d demandes sont écartées.", count)
        messages.success(request, said % {"count": count})
    else:
        messages.warning(request, _("Aucune demande n’est écartée : cochez celles qui doivent l’être."))
    return redirect(f"{request.path.removesuffix('ecarter/')}?suspect=oui")


def dismissed(delegation, by):
    try:
        change_state(delegation=delegation, to=DelegationState.REFUSED, by=by, reason=_("Demande douteuse, écartée."))
    except ValidationError:  # settled meanwhile
        return False
    return True
