from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.numbers import record_number
from partnerships import perms, services
from partnerships.forms.parts import part_formsets
from partnerships.forms.records import PartnershipAddForm, PartnershipEditForm
from partnerships.models import Partnership, PartnerWish


@require_http_methods(["GET", "POST"])
def partnership_add(request):
    if not perms.can_add_partnership(request.user):
        raise PermissionDenied
    wish, sending = wish_asked(request), request.method == "POST"
    initial = {"french_side": wish.organisation, "group": wish.group} if wish else {}
    form = PartnershipAddForm(request.POST if sending else None, user=request.user, initial=initial)
    if sending and (added := add(form, wish, request.user)):
        partnership, created = added
        done = _("Le partenariat est enregistré.")
        known = _("Ce partenariat existe déjà : voici sa fiche, rien n’y a été changé.")
        (messages.success if created else messages.info)(request, done if created else known)
        return redirect(partnership)
    context = {"form": form, "wish": wish, "refused": sending}
    return render(request, "partnerships/partnership_add.html", context, status=422 if sending else 200)


def wish_asked(request):
    """The wish that this partnership fulfils, named in the address by its number."""
    number = record_number(request.GET.get("recherche", ""))
    if number is None:
        return None
    return get_object_or_404(PartnerWish.objects.visible_to(request.user).open().for_listing(), pk=number)


def add(form, wish, by):
    """Both or nothing: the partnership, and the wish it fulfils."""
    with transaction.atomic():
        added = form.save(by=by) if form.is_valid() else None
        if added and wish and not form.attempt(services.fulfil_wish, wish=wish, partnership=added[0], by=by):
            added = None
        transaction.set_rollback(not added)
    return added


@require_http_methods(["GET", "POST"])
def partnership_edit(request, pk):
    sending = request.method == "POST"
    visible = Partnership.objects.visible_to(request.user)
    with transaction.atomic():
        # Locked while it is saved, so that of two forms sent at once the second sees the version of the first.
        partnership = get_object_or_404(visible.select_for_update(of=("self",)) if sending else visible, pk=pk)
        if not perms.can_edit_partnership(request.user, partnership):
            raise PermissionDenied
        form = PartnershipEditForm(request.POST if sending else None, instance=partnership, user=request.user)
        formsets = part_formsets(partnership, request.user, *((request.POST, request.FILES) if sending else ()))
        saved = sending and save_all(form, *formsets)
        transaction.set_rollback(sending and not saved)
    if saved:
        messages.success(request, _("La fiche est enregistrée."))
        return redirect(partnership)
    context = {"partnership": visible.for_listing().get(pk=pk), "form": form, "formsets": formsets, "refused": sending}
    return render(request, "partnerships/partnership_edit.html", context, status=422 if sending else 200)


def save_all(*parts):
    """Save all or none; each says its own errors."""
    answers = [part.is_valid() for part in parts]
    if not all(answers):
        return False
    for part in parts:
        part.save()
    return True
