"""The fields that an authority may correct: how a value is kept until it is decided, how it is said, how it is written."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.dates import FuzzyDate, write
from core.history.differences import differences
from directory.models import Theme
from partnerships.enums import PartnershipForm, PartnershipStatus, VerifiedField
from partnerships.services import checked_and_saved, end_partnership, reopen_partnership

DATES = {VerifiedField.SINCE, VerifiedField.UNTIL}
CHOICES = {VerifiedField.STATUS: PartnershipStatus, VerifiedField.FORM: PartnershipForm}
LONG = 80


def kept(field, value):
    """`value` as JSON says it: a date as [first day, last day, words], themes as their numbers, "" for nothing."""
    if field == VerifiedField.THEMES:
        return sorted(value)
    if isinstance(value, FuzzyDate):
        return [value.first.isoformat(), value.last.isoformat(), value.words]
    return str(value).replace("\r\n", "\n").strip() if value else ""


def kept_of(partnership, field):
    """What the record says today, as `kept` writes it."""
    if field == VerifiedField.THEMES:
        return kept(field, [theme.pk for theme in partnership.themes.all()])
    return kept(field, getattr(partnership, field))


def value_of(field, stored):
    """The value behind what `kept` wrote, as the field of a Partnership takes it."""
    if field not in DATES or not stored:
        return None if field in DATES else stored
    first, last, words = stored
    return FuzzyDate(date.fromisoformat(first), date.fromisoformat(last), words)


def said(field, stored, theme_names):
    """In the reader's language; "" for nothing. `theme_names` gives the name of a theme by its number."""
    if not stored:
        return ""
    if field in CHOICES:
        return str(dict(CHOICES[field].choices).get(stored, stored))
    if field in DATES:
        return write(value_of(field, stored))
    if field == VerifiedField.THEMES:
        return ", ".join(theme_names.get(number, _("thème supprimé")) for number in stored)
    return stored


def passages(before, after):
    """What differs word by word between two long texts; [] where they are better read side by side."""
    return differences(before, after) if before and after and max(len(before), len(after)) > LONG else []


def write_change(*, partnership, field, stored, by):
    """Put into a locked `partnership` what was proposed, by the services that people use. ValidationError when refused."""
    value = value_of(field, stored)
    if field == VerifiedField.STATUS:
        return set_status(partnership, value, by)
    if field == VerifiedField.THEMES:
        partnership.themes.set(Theme.objects.filter(pk__in=value))
        return partnership
    if field == VerifiedField.UNTIL and partnership.is_open and value:
        message = _("Acceptez d’abord l’état « terminé » : seul un partenariat terminé porte une date de fin.")
        raise ValidationError(message, code="still_open")
    setattr(partnership, field, value)
    return checked_and_saved(partnership, *([f"{field}_words", field] if field in DATES else [field]))


def set_status(partnership, status, by):
    if status == PartnershipStatus.ENDED:
        return end_partnership(partnership=partnership, until=None, by=by)
    if not partnership.is_open:
        return reopen_partnership(partnership=partnership, by=by, status=status)
    partnership.status = status
    return checked_and_saved(partnership, "status")
