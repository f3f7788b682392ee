"""What is done to partnerships and wishes; each locks its row, so that two clicks cannot both win."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import DateField
from django.db.models.functions import Cast, Now
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.enums import Audience
from directory.models import CountryGroup
from partnerships.enums import ConfirmationMeans, PartnershipStatus, WishState
from partnerships.models import Partnership, PartnerWish
from partnerships.perms import can_publish_partnership


@transaction.atomic
def open_partnership(*, group, french_side, foreign_side, by, **values):
    """Find or create the one partnership of a pair in a group.

    `values` are fields of Partnership, given to a new record only; an existing one keeps its own.
    Return (partnership, created). Raise ValidationError when the pair or a value is refused.
    """
    key = {"group": group, "french_side": french_side, "foreign_side": foreign_side}
    # Two who create the same pair wait for each other on the group's row; the second finds what the first made.
    CountryGroup.objects.select_for_update(of=("self",)).get(pk=group.pk)
    if existing := Partnership.objects.filter(**key).first():
        return existing, False
    partnership = Partnership(**key, **values)
    check_countries(partnership)
    partnership.full_clean()
    partnership.save()
    return partnership, True


@transaction.atomic
def end_partnership(*, partnership, until, by):
    """Close a partnership; `until` is a FuzzyDate, or None when nobody knows the day."""
    partnership = locked(partnership)
    if not partnership.is_open:
        raise ValidationError(_("Ce partenariat est déjà terminé."), code="already_ended")
    if until and until.first > timezone.localdate():
        raise ValidationError({"until": _("Un partenariat se clôt une fois terminé : cette date est à venir.")})
    partnership.status, partnership.until = PartnershipStatus.ENDED, until
    return checked_and_saved(partnership, "status", "until_words", "until")


@transaction.atomic
def reopen_partnership(*, partnership, by, status=PartnershipStatus.ACTIVE):
    """Open an ended partnership again; its end is forgotten, its history is not."""
    partnership = locked(partnership)
    if partnership.is_open:
        raise ValidationError(_("Ce partenariat est déjà ouvert."), code="already_open")
    partnership.status, partnership.until = status, None
    return checked_and_saved(partnership, "status", "until_words", "until")


@transaction.atomic
def confirm_partnership(*, partnership, on, how, by, for_organisation=None):
    """Say that the record was true on a day, by which means, and for which organisation somebody vouches."""
    partnership = locked(partnership)
    if on > timezone.localdate():
        raise ValidationError({"on": _("Une vérification ne se date pas dans l’avenir.")})
    if partnership.confirmed_on and on < partnership.confirmed_on:
        message = _("La fiche a déjà été vérifiée plus tard, le %(day)s.")
        day = date_format(partnership.confirmed_on, "SHORT_DATE_FORMAT")
        raise ValidationError({"on": ValidationError(message, params={"day": day})})
    if how == ConfirmationMeans.AUTHORITY and for_organisation is None:
        raise ValidationError({"for_organisation": _("Dites au nom de quelle collectivité.")})
    partnership.confirmed_on, partnership.confirmed_how = on, how
    partnership.confirmed_by, partnership.confirmed_for = by, for_organisation
    return checked_and_saved(partnership, "confirmed_on", "confirmed_how", "confirmed_by", "confirmed_for")


@transaction.atomic
def publish_partnership(*, partnership, by):
    """Open a checked record to the public; only an officer may."""
    partnership = locked(partnership)
    if not can_publish_partnership(by, partnership):
        raise ValidationError(_("Seul un chargé de mission ouvre une fiche au public."), code="not_an_officer")
    if partnership.audience == Audience.PUBLIC:
        raise ValidationError(_("Cette fiche est déjà publique."), code="already_public")
    partnership.audience = Audience.PUBLIC
    return checked_and_saved(partnership, "audience")


@transaction.atomic
def fulfil_wish(*, wish, partnership, by):
    """A wish has become this partnership; the partnership must be one of the wishing organisation, in the same group."""
    wish = PartnerWish.objects.select_for_update(of=("self",)).get(pk=wish.pk)
    check_wish_is_open(wish)
    sides = {partnership.french_side_id, partnership.foreign_side_id}
    if wish.group_id != partnership.group_id or wish.organisation_id not in sides:
        message = _("Ce partenariat n’est pas celui de l’organisme qui cherchait, dans ce groupe.")
        raise ValidationError(message, code="another_pair")
    wish.state, wish.became = WishState.MET, partnership
    return checked_and_saved(wish, "state", "became")


@transaction.atomic
def withdraw_wish(*, wish, by):
    wish = PartnerWish.objects.select_for_update(of=("self",)).get(pk=wish.pk)
    check_wish_is_open(wish)
    wish.state = WishState.WITHDRAWN
    return checked_and_saved(wish, "state")


def forms_due():
    """Have the database note anew the form of the pairs of which an agreement has begun or ended since it did.

    What they read is right without it, and read faster with it.
    """
    today = Cast(Now(), DateField())  # of the database, by which it notes them
    outdated = Partnership.objects.exclude(listed_form_days__isnull=True).exclude(listed_form_days__contains=today)
    count = outdated.update(listed_form=None)
    return ngettext("%d forme notée à nouveau", "%d formes notées à nouveau", count) % count if count else ""


def check_wish_is_open(wish):
    if wish.state not in WishState.open_ones():
        raise ValidationError(_("Cette recherche n’est plus ouverte."), code="not_open")


def check_countries(partnership):
    """France on the left, abroad on the right, as far as the territories are known."""
    french, foreign = partnership.french_side.territory, partnership.foreign_side.territory
    if french and not french.is_french:
        raise ValidationError({"french_side": _("Ce côté-ci est en France : choisissez un organisme français.")})
    if foreign and foreign.is_french:
        raise ValidationError({"foreign_side": _("Ce côté-ci est à l’étranger : choisissez un organisme étranger.")})


def locked(partnership):
    return Partnership.objects.select_for_update(of=("self",)).get(pk=partnership.pk)


def checked_and_saved(record, *fields):
    record.full_clean()
    record.save(update_fields=[*fields, "updated_at"])
    return record
