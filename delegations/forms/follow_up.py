from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ServiceForm
from delegations import services
from delegations.models.notes import LONGEST_NOTE
from delegations.passports import refuse_passport_data


class NoteForm(ServiceForm):
    prefix = "note"
    text = forms.CharField(
        label=_("Votre message"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Une date qui change, une précision, une question. Aucune donnée de passeport."),
        error_messages={"required": _("Écrivez votre message.")},
        validators=[refuse_passport_data],
    )

    def save(self, delegation):
        return self.attempt(services.add_requester_note, delegation=delegation, text=self.cleaned_data["text"])


class WithdrawForm(ServiceForm):
    prefix = "withdraw"
    reason = forms.CharField(
        label=_("Pourquoi ? (facultatif)"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[refuse_passport_data],
    )

    def save(self, delegation):
        return self.attempt(services.withdraw_request, delegation=delegation, reason=self.cleaned_data["reason"])
