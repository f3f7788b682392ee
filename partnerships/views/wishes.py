from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.listing import FilteredListView
from core.refusals import saved_unless_refused
from partnerships import perms, services
from partnerships.contacts import contacts_of_wishes
from partnerships.filters.wishes import WishFilter
from partnerships.forms.wishes import WishForm
from partnerships.models import Partnership, PartnerWish


@method_decorator(login_not_required, name="dispatch")
class WishListView(FilteredListView):
    filterset_class = WishFilter
    template_name = "partnerships/wish_list.html"
    context_object_name = "wishes"
    paginate_by = 100  # the address of a wish is its place in this list

    def get_queryset(self):
        return PartnerWish.objects.visible_to(self.request.user).for_listing()

    def get_context_data(self, **kwargs):
        user = self.request.user
        kept = set(user.organisations_edited.values_list("organisation", flat=True)) if user.is_authenticated else set()
        edits_all = user.is_authenticated and user.edits_records
        context = super().get_context_data(can_add=edits_all or bool(kept), edits_all=edits_all, **kwargs)
        became = [wish.became_id for wish in context["wishes"] if wish.became_id]
        shown = set(Partnership.objects.visible_to(user).filter(pk__in=became).values_list("pk", flat=True))
        functions = contacts_of_wishes(context["wishes"], user)
        for wish in context["wishes"]:
            wish.functions = functions.get((wish.organisation_id, wish.contact_id), [])
            wish.may_be_edited = wish.is_open and (edits_all or wish.organisation_id in kept)
            wish.shows_partnership = wish.became_id in shown
        return context


@require_http_methods(["GET", "POST"])
def wish_add(request):
    if not perms.can_add_wish(request.user):
        raise PermissionDenied
    return wish_page(request, PartnerWish(), _("Rechercher un partenaire"))


@require_http_methods(["GET", "POST"])
@transaction.atomic
def wish_edit(request, pk):
    wish = editable_wish(request, pk)
    if not wish.is_open:
        messages.warning(request, _("Cette recherche n’est plus ouverte."))
        return redirect("partnerships:wish_list")
    return wish_page(request, wish, _("Modifier la recherche"))


@require_POST
@transaction.atomic
def wish_withdraw(request, pk):
    wish = editable_wish(request, pk)
    try:
        services.withdraw_wish(wish=wish, by=request.user)
        messages.success(request, _("La recherche est retirée."))
    except ValidationError as error:
        messages.warning(request, error.messages[0])
    return redirect("partnerships:wish_list")


def editable_wish(request, pk):
    """The wish, its row locked while a form is sent: it may be withdrawn or fulfilled at that very moment."""
    wishes = PartnerWish.objects.visible_to(request.user)
    wishes = wishes.select_for_update(of=("self",)) if request.method == "POST" else wishes
    wish = get_object_or_404(wishes, pk=pk)
    if not perms.can_edit_wish(request.user, wish):
        raise PermissionDenied
    return wish


def wish_page(request, wish, title):
    form = WishForm(request.POST if request.method == "POST" else None, instance=wish, user=request.user)
    with transaction.atomic():  # naming a territory may make its authority: not when the form is refused
        saved = form.is_valid() and saved_unless_refused(form)
        transaction.set_rollback(not saved)
    if saved:
        messages.success(request, _("La recherche est enregistrée."))
        return redirect(saved)
    context = {"form": form, "title": title, "refused": form.is_bound}
    return render(request, "partnerships/wish_form.html", context, status=422 if form.is_bound else 200)
