"""The link by which a referent answers for an authority, without a password and for that purpose alone."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.addresses import absolute
from core.links import BadLink, make_link_token, not_ours, read_link_token
from directory.models import Person
from partnerships.models import VerificationRequest
from partnerships.verification.people import referents_of

PURPOSE = "partnerships.verification"


class DeadVerification(BadLink):
    """The link was made here, and does not open anything any more."""


def answer_token(request, person):
    """The same letter always holds the same link; a newer version makes those sent before void."""
    return make_link_token(PURPOSE, request.pk, person.pk, request.link_version, at=request.sent_at)


def answer_path(request, person):
    return reverse("partnerships:verification_answer", args=[answer_token(request, person)])


def answer_url(request, person):
    return absolute(answer_path(request, person))


def asked_through(token):
    """Return (VerificationRequest, Person) of a link.

    Raise DeadVerification when it was replaced, or its reader keeps these records no more, or, for a request without its
    answer, the campaign takes none any more; BadLink when it was not made here, was cut or altered.
    """
    parts = read_link_token(PURPOSE, token)
    if len(parts) != 3:
        raise not_ours()
    request = VerificationRequest.objects.for_listing().filter(pk=parts[0]).first()
    person = Person.objects.filter(pk=parts[1]).first()
    if reason := why_dead(request, person, parts[2]):
        raise DeadVerification(reason)
    return request, person


def why_dead(request, person, version):
    if request is None or person is None:
        return _("Cette demande a été retirée.")
    if request.link_version != version:
        return _("Un lien plus récent a remplacé celui-ci : ouvrez le dernier courriel reçu.")
    people = [
        referent.person.pk for referent in referents_of([request.organisation_id]).get(request.organisation_id, ())
    ]
    if person.pk not in people:  # who has left opens nothing by a letter of before
        return _("Vous n’êtes plus noté comme référent de cette collectivité.")
    return "" if request.answered_at else why_over(request.campaign)


def why_over(campaign):
    """Why a campaign takes no answer, "" when it does."""
    if campaign.closed_at:
        day = date_format(timezone.localdate(campaign.closed_at), "DATE_FORMAT")
        return _("Cette campagne de vérification est close depuis le %(day)s.") % {"day": day}
    if campaign.answer_by < timezone.localdate():
        day = date_format(campaign.answer_by, "DATE_FORMAT")
        return _("Ce lien a expiré : la réponse était attendue le %(day)s.") % {"day": day}
    return ""
