"""What somebody who knows said of two records that look alike: they are two, and are suggested no more."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.history import told
from directory.models import NotDuplicates


@transaction.atomic
def say_apart(*, first, second, by):
    """Note that two rows of one model are two records; said twice it is noted once."""
    if first.pk == second.pk:
        raise ValidationError(_("Une fiche n’est pas distincte d’elle-même."), code="same")
    low, high = sorted([first.pk, second.pk])
    with told(user=by.pk):
        noted, _created = NotDuplicates.objects.get_or_create(
            content_type=ContentType.objects.get_for_model(first),
            first_number=low,
            second_number=high,
            defaults={"said_by": by},
        )
    return noted


def said_apart(first, second):
    """The NotDuplicates of two rows of one model, None when nobody said it."""
    low, high = sorted([first.pk, second.pk])
    kind = ContentType.objects.get_for_model(first)
    noted = NotDuplicates.objects.select_related("said_by__person")
    return noted.filter(content_type=kind, first_number=low, second_number=high).first()
