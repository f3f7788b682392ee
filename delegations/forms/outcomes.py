from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import FuzzyDateFormField
from delegations import services
from delegations.enums import CommitmentState
from delegations.forms.acts import ActForm
from delegations.forms.fields import day, lines
from directory.choosing import any_organisation


class OutcomeForm(ActForm):
    summary = lines(_("Ce qu’il est sorti de la visite"), rows=8)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if hasattr(self.delegation, "outcome"):
            self.initial["summary"] = self.delegation.outcome.summary

    def save(self):
        return self.act(services.write_outcome, delegation=self.delegation, **self.cleaned_data)


class CommitmentForm(ActForm):
    organisation = any_organisation(label=_("Qui s’engage"), required=False)
    by_whom = forms.CharField(
        label=_("ou, hors de l’annuaire"), max_length=200, required=False, help_text=_("Si l’organisme n’y est pas.")
    )
    text = lines(_("À quoi"), rows=3)
    due = FuzzyDateFormField(label=_("Pour quand"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].suggest()

    def clean(self):
        named = self.cleaned_data.get("organisation") or self.cleaned_data.get("by_whom")
        if not named and "organisation" not in self.errors:
            self.add_error("organisation", _("Dites qui s’engage : un organisme, ou son nom."))

    def save(self):
        return self.act(services.add_commitment, delegation=self.delegation, **self.cleaned_data)


class SettleForm(ActForm):
    state = forms.ChoiceField(
        label=_("Où il en est"),
        choices=[(state, state.label.capitalize()) for state in CommitmentState],
        widget=forms.RadioSelect,
    )
    settled_on = day(_("Réglé le"), required=False, help_text=_("Vide : aujourd’hui."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"state": self.part.state, "settled_on": self.part.settled_on}
        self.fields["settled_on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def save(self):
        state, on = self.cleaned_data["state"], self.cleaned_data["settled_on"]
        return self.act(services.settle_commitment, commitment=self.part, state=state, on=on)
