"""What an authority says that it can host."""

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.dates import FuzzyDate, UnreadableDate, read, write
from core.wording import labelled
from delegations.forms.fields import ThemesField, lines, spoken_languages
from delegations.models import ClosedPeriod, HostingProfile

AT_MOST = 50


class HostingProfileForm(forms.ModelForm):
    """The closed periods are typed one a line, each with its reason after a colon: « août 2027 : congés »."""

    themes = ThemesField()
    languages = spoken_languages()
    closed = lines(
        _("Périodes de fermeture"),
        required=False,
        help_text=_("Une par ligne, la raison après deux points si vous voulez : « août 2027 : congés »."),
    )

    class Meta:
        model = HostingProfile
        fields = ["capacity_per_month", "languages", "note", "closed", "themes"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].show_tree()
        if self.instance.pk:
            self.initial["closed"] = "\n".join(in_words(period) for period in self.instance.closed_periods.all())
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_closed(self):
        """A list of (FuzzyDate, label), in order; the line that cannot be read is named, and so are two that overlap."""
        written = [line.strip() for line in self.cleaned_data["closed"].splitlines() if line.strip()]
        if len(written) > AT_MOST:
            raise ValidationError(_("Pas plus de %(most)s périodes."), params={"most": AT_MOST}, code="too_many")
        periods = sorted(period_in(line) for line in written)
        for (earlier, _label), (later, _other) in zip(periods, periods[1:], strict=False):
            if later.first <= earlier.last:
                message = _("« %(later)s » recouvre en partie « %(earlier)s » : corrigez l’une des deux.")
                params = {"later": write(later), "earlier": write(earlier)}
                raise ValidationError(message, params=params, code="overlap")
        return periods

    @transaction.atomic
    def save(self):
        profile = super().save()
        profile.closed_periods.all().delete()
        for days, label in self.cleaned_data["closed"]:
            ClosedPeriod.objects.create(profile=profile, period=days.as_range, label=label)
        return profile


def period_in(line):
    days, _colon, label = line.partition(":")
    try:
        return read(days.strip()), ClosedPeriod._meta.get_field("label").clean(label.strip(), None)
    except (UnreadableDate, ValidationError) as error:
        reasons = getattr(error, "messages", None) or [error.message]
        raise ValidationError(labelled(line, " ".join(map(str, reasons))), code="unreadable") from None


def in_words(period):
    days = write(FuzzyDate.from_range(period.period))
    return f"{days} : {period.label}" if period.label else days
