"""What a person agrees to, in the words they read, and takes back when they like."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.enums import ConsentPurpose
from accounts.models import Consent
from core.enums import Audience
from directory.models import Person

# What is read before agreeing, and kept with the consent. {who} is to whom it is shown.
WORDS = {
    ConsentPurpose.EMAIL_SHOWN: gettext_lazy("J’accepte que mon adresse électronique soit montrée : {who}."),
    ConsentPurpose.PHONE_SHOWN: gettext_lazy("J’accepte que mon téléphone soit montré : {who}."),
    ConsentPurpose.MAILINGS: gettext_lazy(
        "J’accepte de recevoir les lettres d’information du groupe. Les lettres qui me concernent (inscriptions, demandes, "
        "compte) me parviennent de toute façon."
    ),
    ConsentPurpose.PORTRAIT: gettext_lazy(
        "J’accepte de figurer dans les photographies des rencontres que Cités Unies France et ses membres publient."
    ),
}
CONTACTS = {"email": ConsentPurpose.EMAIL_SHOWN, "phone": ConsentPurpose.PHONE_SHOWN}
FREE = [ConsentPurpose.MAILINGS, ConsentPurpose.PORTRAIT]  # the others follow the audience that is chosen


@transaction.atomic
def give_consent(*, person, purpose, by, text=""):
    """Note that `person` agrees, in the words of WORDS unless told; giving it twice changes nothing."""
    locked_person(person)
    text = text or str(WORDS[ConsentPurpose(purpose)])
    kept = Consent.objects.in_force().filter(person=person, purpose=purpose).first()
    if kept and kept.text == text:
        return kept
    if kept:
        withdraw_consent(person=person, purpose=purpose, by=by)
    consent = Consent(person=person, purpose=purpose, text=text, recorded_by=by)
    consent.full_clean()
    consent.save()
    return consent


@transaction.atomic
def withdraw_consent(*, person, purpose, by):
    """Take a consent back; it stays, with its two dates. What rested on it ends: a contact goes back to CUF alone."""
    person = locked_person(person)
    for name, shown in CONTACTS.items():
        if shown == purpose and getattr(person, f"{name}_audience") != Audience.INTERNAL:
            setattr(person, f"{name}_audience", Audience.INTERNAL)
            person.save(update_fields=[f"{name}_audience", "updated_at"])
    consents = Consent.objects.in_force().filter(person=person, purpose=purpose)
    return consents.update(withdrawn_at=timezone.now())


@transaction.atomic
def keep_contacts(*, person, by, **values):
    """Write what a person says of themselves (`civility`, `first_name`, `email`, `phone`) and who sees each contact
    (`email_audience`, `phone_audience`): wider than CUF, that is a consent. Raise ValidationError."""
    person = locked_person(person)
    if person.erased_at:
        raise ValidationError(_("Cette personne est effacée."), code="erased")
    for name, value in values.items():
        setattr(person, name, value)
    person.full_clean()
    person.save()
    for name, purpose in CONTACTS.items():
        audience = Audience(getattr(person, f"{name}_audience"))
        if audience == Audience.INTERNAL or not getattr(person, name):
            withdraw_consent(person=person, purpose=purpose, by=by)
        else:
            give_consent(person=person, purpose=purpose, by=by, text=WORDS[purpose].format(who=audience.label))
    person.refresh_from_db()
    return person


def locked_person(person):
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
