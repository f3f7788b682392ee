from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import Attempts
from partnerships.models import VerificationCampaign
from partnerships.verification import campaigns
from partnerships.verification.people import candidates


def six_weeks_hence():
    return timezone.localdate() + campaigns.LASTS


class CampaignForm(forms.ModelForm):
    """A campaign that was sent keeps its group: its authorities are those of that group."""

    class Meta:
        model = VerificationCampaign
        fields = ["group", "title", "answer_by", "message"]
        widgets = {
            "answer_by": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "message": forms.Textarea(attrs={"rows": 6}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].empty_label = None
        if self.instance.pk:
            del self.fields["group"]
        else:
            self.initial["answer_by"] = six_weeks_hence()
        self.helper = FormHelper()
        self.helper.form_tag = False

    def _get_validation_exclusions(self):
        # What an edited campaign does not ask any more still counts: another may bear the same title in its group.
        return super()._get_validation_exclusions() - {"group"}

    def clean_answer_by(self):
        day = self.cleaned_data["answer_by"]
        if day <= timezone.localdate() and "answer_by" in self.changed_data:
            raise ValidationError(_("Laissez le temps de répondre : choisissez un jour à venir."))
        return day


class AuthoritiesForm(Attempts, forms.Form):
    """The authorities of a draft, drawn as a table; what is stale is ticked until somebody has chosen."""

    organisations = forms.TypedMultipleChoiceField(
        label=_("Collectivités"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("Un organisme choisi n’a plus de fiche ouverte dans ce groupe : rechargez la page.")
        },
    )

    def __init__(self, *args, campaign, **kwargs):
        super().__init__(*args, **kwargs)
        self.campaign, self.candidates = campaign, candidates(campaign.group)
        self.fields["organisations"].choices = [(one.organisation.pk, str(one.organisation)) for one in self.candidates]
        known = set(campaign.requests.values_list("organisation", flat=True))
        stale = {one.organisation.pk for one in self.candidates if one.stale}
        self.initial["organisations"] = known or stale

    @property
    def rows(self):
        """Pairs (Candidate, whether it is ticked)."""
        ticked = {str(value) for value in self["organisations"].value() or ()}
        return [(one, str(one.organisation.pk) in ticked) for one in self.candidates]

    def save(self, by):
        chosen = self.cleaned_data["organisations"]
        return self.attempt(campaigns.choose_authorities, campaign=self.campaign, organisations=chosen, by=by)
