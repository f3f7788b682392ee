"""Campaigns of verification, as the team prepares, sends and follows them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.numbers import record_number
from core.refusals import saved_unless_refused
from partnerships import perms
from partnerships.enums import Freshness
from partnerships.forms.campaigns import AuthoritiesForm, CampaignForm
from partnerships.models import Partnership, VerificationCampaign, VerificationRequest
from partnerships.verification import campaigns
from partnerships.verification.links import why_over
from partnerships.verification.people import candidates, referents_of

PAGE = 25


@require_safe
def campaign_list(request):
    if not perms.can_read_campaigns(request.user):
        raise PermissionDenied
    found = VerificationCampaign.objects.visible_to(request.user).for_listing()
    page = Paginator(found, PAGE).get_page(record_number(request.GET.get("page", "")) or 1)
    open_ones = Partnership.objects.visible_to(request.user).open().with_freshness_known()
    stale = {which: open_ones.filter(verified=which).count() for which in (Freshness.STALE, Freshness.NEVER)}
    context = {"page_obj": page, "campaigns": page.object_list, "stale": stale, "may_run": may_run(request)}
    return render(request, "partnerships/campaigns/campaign_list.html", context)


@require_http_methods(["GET", "POST"])
def campaign_add(request):
    return campaign_page(request, VerificationCampaign(), _("Préparer une campagne de vérification"))


@require_http_methods(["GET", "POST"])
def campaign_edit(request, pk):
    campaign = run_campaign(request, pk)
    if campaign.closed_at:
        messages.warning(request, _("Cette campagne est close : elle ne se modifie plus."))
        return redirect(campaign)
    return campaign_page(request, campaign, _("Modifier la campagne"))


def campaign_page(request, campaign, title):
    if not may_run(request):
        raise PermissionDenied
    sending = request.method == "POST"
    form = CampaignForm(request.POST if sending else None, instance=campaign)
    is_new = not campaign.pk
    saved = form.is_valid() and saved_unless_refused(form)
    if saved:
        return redirect("partnerships:campaign_choose", saved.pk) if is_new else redirect(saved)
    known = VerificationCampaign.objects.filter(pk=campaign.pk).first()  # a refused form has written on the other
    context = {"form": form, "title": title, "campaign": known, "refused": sending}
    return render(request, "partnerships/campaigns/campaign_form.html", context, status=422 if sending else 200)


@require_http_methods(["GET", "POST"])
def campaign_choose(request, pk):
    campaign = run_campaign(request, pk)
    if not campaign.is_draft:
        messages.warning(request, _("Cette campagne est déjà envoyée : ses destinataires ne changent plus."))
        return redirect(campaign)
    sending = request.method == "POST"
    form = AuthoritiesForm(request.POST if sending else None, campaign=campaign)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, _("Les destinataires sont enregistrés. Rien n’est encore envoyé."))
        return redirect(campaign)
    context = {"campaign": campaign, "form": form}
    return render(request, "partnerships/campaigns/campaign_choose.html", context, status=422 if sending else 200)


@require_safe
def campaign_detail(request, pk):
    campaign = get_object_or_404(VerificationCampaign.objects.visible_to(request.user).for_listing(), pk=pk)
    asked = list(campaign.requests.for_listing())
    known = {one.organisation.pk: one for one in candidates(campaign.group)}
    people = referents_of(one.organisation_id for one in asked)
    for one in asked:
        one.candidate, one.referents = known.get(one.organisation_id), people.get(one.organisation_id, ())
        one.may_be_asked_again = bool(one.referents) and not one.answered_at and not why_over(campaign)
    context = {
        "campaign": campaign,
        "requests": asked,
        "unreachable": [one for one in asked if not one.referents],
        "may_run": may_run(request),
    }
    return render(request, "partnerships/campaigns/campaign_detail.html", context)


@require_POST
def campaign_send(request, pk):
    campaign = run_campaign(request, pk)
    try:
        written, left = campaigns.send_campaign(campaign=campaign, by=request.user)
    except ValidationError as error:
        messages.warning(request, error.messages[0])
        return redirect(campaign)
    said = ngettext("La lettre part à %d collectivité.", "La lettre part à %d collectivités.", written) % written
    messages.success(request, said)
    if left:
        said = ngettext("%d n’a personne à qui écrire.", "%d n’ont personne à qui écrire.", left) % left
        messages.warning(request, said)
    return redirect(campaign)


@require_POST
def campaign_close(request, pk):
    campaign = run_campaign(request, pk)
    return acted(request, campaign, campaigns.close_campaign, {"campaign": campaign}, _("La campagne est close."))


@require_POST
def verification_resend(request, pk):
    asked = get_object_or_404(VerificationRequest.objects.visible_to(request.user).for_listing(), pk=pk)
    if not may_run(request):
        raise PermissionDenied
    said = _("La lettre repart à %(organisation)s, avec un nouveau lien.") % {"organisation": asked.organisation}
    return acted(request, asked.campaign, campaigns.resend_request, {"request": asked}, said)


def run_campaign(request, pk):
    campaign = get_object_or_404(VerificationCampaign.objects.visible_to(request.user).select_related("group"), pk=pk)
    if not may_run(request):
        raise PermissionDenied
    return campaign


def may_run(request):
    return perms.can_run_campaign(request.user)


def acted(request, back, service, values, said):
    try:
        service(**values, by=request.user)
        messages.success(request, said)
    except ValidationError as error:
        messages.warning(request, error.messages[0])
    return redirect(back)
