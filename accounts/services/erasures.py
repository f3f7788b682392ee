"""Asking that what is held about somebody be erased, and the answer; the erasing itself crosses every app."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import ErasureState
from accounts.models import Erasure
from core.history import explained
from core.refusals import refusals_said


def erasures_of(record):
    return Erasure.objects.filter(content_type=ContentType.objects.get_for_model(record), object_id=record.pk)


@refusals_said()
def ask_erasure(*, record, by=None):
    """Note that the erasure of `record` is asked; ValidationError when one waits already."""
    content_type = ContentType.objects.get_for_model(record)
    erasure = Erasure(content_type=content_type, object_id=record.pk, asked_by=by)
    erasure.full_clean()
    erasure.save()
    return erasure


@explained
@transaction.atomic
def refuse_erasure(*, erasure, reason, by):
    """Say no, and why: the person reads it. ValidationError when it was decided already or the reason is missing."""
    erasure = waiting_erasure(erasure)
    if not reason.strip():
        raise ValidationError({"reason": _("Dites pourquoi : la personne le lira.")}, code="reason_missing")
    return decided(erasure, ErasureState.REFUSED, by, reason=reason.strip())


def waiting_erasure(erasure):
    """The request as it stands, locked; ValidationError when somebody else was quicker."""
    erasure = Erasure.objects.select_for_update(of=("self",)).get(pk=erasure.pk)
    if erasure.state != ErasureState.ASKED:
        raise ValidationError(_("Cette demande est déjà décidée."), code="already_decided")
    return erasure


def decided(erasure, state, by, *, at=None, **said):
    erasure.state, erasure.decided_by, erasure.decided_at = state, by, at or timezone.now()
    for name, value in said.items():
        setattr(erasure, name, value)
    erasure.full_clean()
    erasure.save()
    return erasure
