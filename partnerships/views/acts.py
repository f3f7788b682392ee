from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from core.enums import FlagState
from partnerships import perms
from partnerships.forms.acts import ConfirmForm, DoubtForm, EndForm, PublishForm, ReopenForm
from partnerships.models import Partnership
from partnerships.views.records import record_context


@dataclass(frozen=True)
class Act:
    """A page that asks before something is done to a partnership, and the words it uses."""

    allowed: Callable
    form: type[Form]
    title: str
    text: str
    button: str
    done: str


CONFIRM = Act(
    perms.can_confirm_partnership,
    ConfirmForm,
    _("Confirmer la fiche"),
    _("Relisez la fiche. Si tout y est juste, confirmez-la : chacun verra quand elle a été vérifiée, et par qui."),
    _("Oui, la fiche est juste"),
    _("La fiche est confirmée. Merci."),
)
END = Act(
    perms.can_end_partnership,
    EndForm,
    _("Clore le partenariat"),
    _("Un partenariat clos reste dans la liste, à l’état « terminé », et peut être rouvert."),
    _("Clore le partenariat"),
    _("Le partenariat est clos."),
)
REOPEN = Act(
    perms.can_end_partnership,
    ReopenForm,
    _("Rouvrir le partenariat"),
    _("La date de fin s’efface ; les accords et les jalons restent."),
    _("Rouvrir le partenariat"),
    _("Le partenariat est rouvert."),
)
PUBLISH = Act(
    perms.can_publish_partnership,
    PublishForm,
    _("Rendre la fiche publique"),
    _("Tout le monde pourra lire la fiche, ses accords et leurs documents. Les doutes restent entre membres."),
    _("Rendre publique"),
    _("La fiche est publique."),
)


@require_http_methods(["GET", "POST"])
def partnership_act(request, pk, act):
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user).for_listing(), pk=pk)
    if not act.allowed(request.user, partnership):
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    form = act.form(sent, partnership=partnership, user=request.user)
    if form.is_valid() and form.save():
        messages.success(request, act.done)
        return redirect(partnership)
    context = {"act": act, "form": form, "partnership": partnership}
    return render(request, "partnerships/partnership_act.html", context, status=422 if form.is_bound else 200)


@require_POST
def doubt_decide(request, pk, flag_pk):
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user).for_listing(), pk=pk)
    if not perms.can_decide_doubt(request.user):
        raise PermissionDenied
    flag = get_object_or_404(partnership.flags, pk=flag_pk)
    form = DoubtForm(request.POST, flag=flag)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, _("Le doute est tranché."))
        return redirect(partnership)
    if flag.state != FlagState.OPEN:
        messages.warning(request, _("Ce doute est déjà tranché."))
        return redirect(partnership)
    context = record_context(request.user, partnership, refused_doubt=form)
    return render(request, "partnerships/partnership_detail.html", context, status=422)
