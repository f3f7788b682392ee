from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.enums import FlagState
from core.history import explained
from core.models import ReviewFlag


def raise_flag(*, record, code, message, raised_by):
    """Note a doubt on `record`; the same doubt is noted once, and one already decided is not opened again."""
    flag, _created = ReviewFlag.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        code=code,
        message=message,
        defaults={"raised_by": raised_by},
    )
    return flag


@explained
@transaction.atomic
def decide_flag(*, flag, state, reason, by):
    """Resolve or dismiss an open doubt; raise ValidationError when somebody else was quicker or no reason is given."""
    flag = ReviewFlag.objects.select_for_update(of=("self",)).get(pk=flag.pk)
    if flag.state != FlagState.OPEN:
        raise ValidationError(_("Ce doute est déjà tranché."), code="already_decided")
    if not reason.strip():
        raise ValidationError({"reason": _("Dites en quelques mots pourquoi.")}, code="reason_missing")
    flag.state, flag.reason = state, reason.strip()
    flag.decided_by, flag.decided_at = by, timezone.now()
    flag.full_clean()
    flag.save(update_fields=["state", "reason", "decided_by", "decided_at", "updated_at"])
    return flag
