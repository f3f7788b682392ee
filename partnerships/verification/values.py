"""The fields that an authority may correct: how a value is kept until it is decided, how it is said, how it is written.

`people` are those who may be its contacts: {number: name} of whoever has a function there (`verification.people.people_at`).
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.dates import FuzzyDate, write
from core.enums import Audience
from core.history.differences import differences
from directory.models import Theme
from partnerships.enums import PartnershipForm, PartnershipStatus, VerifiedField
from partnerships.models import PartnershipContact
from partnerships.services import checked_and_saved, end_partnership, reopen_partnership

DATES = {VerifiedField.SINCE, VerifiedField.UNTIL}
CHOICES = {VerifiedField.STATUS: PartnershipStatus, VerifiedField.FORM: PartnershipForm}
SEVERAL = {VerifiedField.THEMES, VerifiedField.CONTACTS}
LONG = 80


def kept(field, value):
    """`value` as JSON says it: a date as [first day, last day, words], themes and people as their numbers, "" for nothing."""
    if field in SEVERAL:
        return sorted(value)
    if isinstance(value, FuzzyDate):
        return [value.first.isoformat(), value.last.isoformat(), value.words]
    return str(value).replace("\r\n", "\n").strip() if value else ""


def kept_of(partnership, field, people):
    """What the record says today, as `kept` writes it; of its contacts, those of the authority alone."""
    if field == VerifiedField.THEMES:
        return kept(field, [theme.pk for theme in partnership.themes.all()])
    if field == VerifiedField.CONTACTS:
        return kept(field, [contact.person_id for contact in theirs(partnership, people)])
    return kept(field, getattr(partnership, field))


def theirs(partnership, people):
    """What CUF notes for itself is not asked of anybody."""
    contacts = (contact for contact in partnership.contacts.all() if contact.audience != Audience.INTERNAL)
    return [contact for contact in contacts if contact.person_id in people]


def names_known(people):
    """The names behind the numbers that `kept` writes, by field."""
    return {
        VerifiedField.THEMES: {theme.pk: str(theme) for theme in Theme.objects.all()},
        VerifiedField.CONTACTS: people,
    }


def value_of(field, stored):
    """The value behind what `kept` wrote, as the field of a Partnership takes it."""
    if field not in DATES or not stored:
        return None if field in DATES else stored
    first, last, words = stored
    return FuzzyDate(date.fromisoformat(first), date.fromisoformat(last), words)


def said(field, stored, names):
    """In the reader's language; "" for nothing. `names` is what `names_known` gives."""
    if not stored:
        return ""
    if field in CHOICES:
        return str(dict(CHOICES[field].choices).get(stored, stored))
    if field in DATES:
        return write(value_of(field, stored))
    if field in SEVERAL:
        gone = _("thème supprimé") if field == VerifiedField.THEMES else _("personne qui n’y a plus de fonction")
        return ", ".join(names[field].get(number, gone) for number in stored)
    return stored


def passages(before, after):
    """What differs word by word between two long texts; [] where they are better read side by side."""
    return differences(before, after) if before and after and max(len(before), len(after)) > LONG else []


def write_change(*, partnership, field, stored, people, by):
    """Put into a locked `partnership` what was proposed, by the services that people use. ValidationError when refused."""
    value = value_of(field, stored)
    if field == VerifiedField.STATUS:
        return set_status(partnership, value, by)
    if field == VerifiedField.THEMES:
        partnership.themes.set(Theme.objects.filter(pk__in=value))
        return partnership
    if field == VerifiedField.CONTACTS:
        return set_contacts(partnership, value, people)
    if field == VerifiedField.UNTIL and partnership.is_open and value:
        message = _("Acceptez d’abord l’état « terminé » : seul un partenariat terminé porte une date de fin.")
        raise ValidationError(message, code="still_open")
    setattr(partnership, field, value)
    return checked_and_saved(partnership, *([f"{field}_words", field] if field in DATES else [field]))


def set_contacts(partnership, numbers, people):
    """Name these people of the authority and no other; who has left since they were proposed is not named."""
    for contact in theirs(partnership, people):
        if contact.person_id not in numbers:
            contact.delete()
    known = set(partnership.contacts.values_list("person", flat=True))
    for number in (number for number in numbers if number in people and number not in known):
        contact = PartnershipContact(partnership=partnership, person_id=number)
        contact.full_clean()
        contact.save()
    return partnership


def set_status(partnership, status, by):
    if status == PartnershipStatus.ENDED:
        return end_partnership(partnership=partnership, until=None, by=by)
    if not partnership.is_open:
        return reopen_partnership(partnership=partnership, by=by, status=status)
    partnership.status = status
    return checked_and_saved(partnership, "status")
