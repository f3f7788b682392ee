"""What is done to a campaign: its authorities chosen, its letters sent, those who have not answered reminded, its end."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.letters import send_letter
from partnerships.enums import CampaignState, RequestState
from partnerships.models import VerificationCampaign, VerificationRequest
from partnerships.perms import can_run_campaign
from partnerships.verification.links import answer_url, why_over
from partnerships.verification.people import candidates, records_asked, referents_of

REMINDED_AFTER = [timedelta(days=14), timedelta(days=28)]
LASTS = timedelta(days=42)  # two weeks after the last reminder
NETWORK_LANGUAGE = "fr"
SUBJECT = gettext_lazy("Vos partenariats sont-ils à jour ? {title}")
REMINDER = gettext_lazy("Rappel : vos partenariats sont-ils à jour ? {title}")


@transaction.atomic
def choose_authorities(*, campaign, organisations, by):
    """Make the authorities that a draft will ask be just these, by their numbers; others of the group are refused."""
    campaign = locked_campaign(campaign, by)
    if campaign.state != CampaignState.DRAFT:
        raise ValidationError(_("Cette campagne est déjà envoyée : ses destinataires ne changent plus."), code="sent")
    offered = {candidate.organisation.pk for candidate in candidates(campaign.group)}
    chosen = set(organisations)
    if chosen - offered:
        raise ValidationError(_("Un organisme choisi n’a plus de fiche ouverte dans ce groupe : rechargez la page."))
    campaign.requests.exclude(organisation__in=chosen).delete()
    known = set(campaign.requests.values_list("organisation", flat=True))
    VerificationRequest.objects.bulk_create(
        VerificationRequest(campaign=campaign, organisation_id=number) for number in sorted(chosen - known)
    )
    return campaign


@transaction.atomic
def send_campaign(*, campaign, by):
    """Write to the referents of every authority chosen, once; the letters leave with the next tick.

    Return (authorities written to, authorities in which nobody can be). Raise ValidationError when it was sent already,
    asks nobody, or its last day is past.
    """
    campaign = locked_campaign(campaign, by)
    if not campaign.is_draft:
        raise ValidationError(_("Cette campagne est déjà envoyée."), code="sent")
    if campaign.answer_by <= timezone.localdate():
        message = _("La réponse est attendue le %(day)s : choisissez un jour à venir, puis envoyez.")
        raise ValidationError(message % {"day": campaign.answer_by.strftime("%d/%m/%Y")}, code="too_late")
    requests = list(campaign.requests.select_related("organisation"))
    if not requests:
        raise ValidationError(_("Choisissez d’abord à quelles collectivités écrire."), code="nobody")
    campaign.sent_at, campaign.sent_by = timezone.now(), by
    campaign.full_clean()
    campaign.save(update_fields=["sent_at", "sent_by", "updated_at"])
    people = referents_of(request.organisation_id for request in requests)
    written = [one for one in requests if write_to(one, campaign, people.get(one.organisation_id, ()), "asked")]
    return len(written), len(requests) - len(written)


@transaction.atomic
def resend_request(*, request, by):
    """Write again to the referents of an authority with a new link; the one sent before opens nothing any more.

    Raise ValidationError when it answered, has nobody to write to, or its campaign takes no answer.
    """
    campaign = locked_campaign(request.campaign, by)
    request = (
        VerificationRequest.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=request.pk)
    )
    if campaign.is_draft:
        raise ValidationError(_("Cette campagne n’est pas encore envoyée."), code="draft")
    if reason := why_over(campaign):
        raise ValidationError(reason, code="over")
    if request.state != RequestState.ASKED:
        raise ValidationError(_("Cette collectivité a déjà répondu."), code="answered")
    request.link_version += 1
    people = referents_of([request.organisation_id]).get(request.organisation_id, ())
    if not write_to(request, campaign, people, "asked"):
        message = _(
            "%(organisation)s n’a pas de référent à qui écrire : nommez-en un dans « Personnes », puis renvoyez."
        )
        raise ValidationError(message % {"organisation": request.organisation}, code="nobody_to_ask")
    return request


@transaction.atomic
def close_campaign(*, campaign, by):
    """Take no more answers; what was answered stays to be read."""
    campaign = locked_campaign(campaign, by)
    if not campaign.is_running:
        raise ValidationError(_("Cette campagne n’est pas en cours."), code="not_running")
    campaign.closed_at = timezone.now()
    campaign.full_clean()
    campaign.save(update_fields=["closed_at", "updated_at"])
    return campaign


@transaction.atomic
def remind_verifications(now=None):
    """Write to those who owe an answer at a moment (now unless told); return how many authorities were reminded.

    Once after each of REMINDED_AFTER since their letter; when several have gone by unnoticed, one letter is enough.
    """
    now = now or timezone.now()
    today = timezone.localdate(now)
    waiting = VerificationRequest.objects.unanswered().filter(
        owed(today),
        campaign__sent_at__isnull=False,
        campaign__closed_at__isnull=True,
        campaign__answer_by__gte=today,
    )
    # Two workers at once: the second passes by what the first is writing about.
    waiting = waiting.select_for_update(of=("self",), skip_locked=True).select_related("campaign", "organisation")
    due = list(waiting.order_by("pk"))
    people = referents_of({request.organisation_id for request in due})
    return sum(write_to(one, one.campaign, people.get(one.organisation_id, ()), "reminder", now) for one in due)


def verification_reminders_due():
    """Remind whom it is time to remind; return a sentence about it for the journal, "" when there was nobody."""
    count = remind_verifications()
    return ngettext("%d collectivité relancée", "%d collectivités relancées", count) % count if count else ""


def owed(today):
    """The condition that a reminder is due: more of their days have come than reminders were sent."""
    due = Q(pk__in=[])
    for rank, after in enumerate(REMINDED_AFTER):
        due |= Q(reminders__lte=rank, sent_at__date__lte=today - after)
    return due


def write_to(request, campaign, people, letter, now=None):
    """Write one letter to each Referent of `request`, and note it; return whether there was anybody."""
    if not people:
        return False
    now = now or timezone.now()
    if letter == "reminder":
        days = timezone.localdate(now) - timezone.localdate(request.sent_at)
        request.reminders, request.reminded_at = sum(days >= after for after in REMINDED_AFTER), now
    else:
        request.sent_at, request.reminders, request.reminded_at = now, 0, None
    request.save(update_fields=["sent_at", "link_version", "reminders", "reminded_at", "updated_at"])
    subject = REMINDER if letter == "reminder" else SUBJECT
    records = list(records_asked(campaign.group_id, request.organisation_id).for_listing().order_by("pk"))
    for one in people:
        send_letter(
            to=one.address,
            subject=format_lazy(subject, title=campaign.title),
            template=f"verification_{letter}",
            context={
                "campaign": campaign,
                "request": request,
                "records": records,
                "link": answer_url(request, one.person),
            },
            language=NETWORK_LANGUAGE,
            at_once=False,
            private=True,
        )
    return True


def locked_campaign(campaign, by):
    if not can_run_campaign(by):
        raise ValidationError(_("Seul un chargé de mission mène une campagne de vérification."), code="not_allowed")
    return VerificationCampaign.objects.select_for_update(of=("self",)).select_related("group").get(pk=campaign.pk)
