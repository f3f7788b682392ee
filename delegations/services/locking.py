"""Whoever writes a delegation, or what belongs to it, first locks its row: two acts at once come one after the other."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.refusals import refusals_said
from delegations.models import Delegation


def locked_delegation(delegation):
    """Return the row as it stands now, locked; `delegation` may be the record or its key."""
    return Delegation.objects.select_for_update(of=("self",)).get(pk=getattr(delegation, "pk", delegation))


def refuse_unless(allowed, sentence, code="not_allowed"):
    if not allowed:
        raise ValidationError(sentence, code=code)


def refuse_out_of_state(delegation, states):
    """Raise ValidationError unless the delegation is in one of `states`."""
    if delegation.state not in states:
        message = _("La délégation %(reference)s est dans l’état « %(state)s » : cela ne se fait plus, ou pas encore.")
        raise ValidationError(
            message % {"reference": delegation.reference, "state": delegation.get_state_display()},
            code="wrong_state",
        )


def checked_and_saved(record, *fields):
    """Check the record and write it, `fields` alone when given; what the database refuses comes back in words."""
    with refusals_said():
        record.full_clean()
        # A record made elsewhere may carry old values of other fields
        record.save(update_fields=[*fields, "updated_at"] if fields else None)
    return record
