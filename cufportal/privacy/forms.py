from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from accounts.services import keep_contacts
from core.forms import ServiceForm
from cufportal.privacy.erasing import erase, refuse
from directory.models import Person

PHONE = RegexValidator(
    r"^\+?[0-9 ().\-/]{6,40}$", _("Écrivez des chiffres, avec l’indicatif du pays s’il le faut : +33 1 23 45 67 89.")
)


class ContactForm(ServiceForm, forms.ModelForm):
    """What people say of themselves; the family name changes by CUF, since others know them by it."""

    class Meta:
        model = Person
        fields = ["civility", "first_name", "email", "email_audience", "phone", "phone_audience"]
        help_texts = {
            "email": _("Celle que le réseau vous connaît ; elle peut différer de celle de votre compte."),
            "email_audience": _(
                "Plus large que CUF : c’est votre accord, noté ci-dessous. Vous le retirez quand vous voulez."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone"].validators.append(PHONE)
        for name, meaning in {"first_name": "given-name", "email": "email", "phone": "tel"}.items():
            self.fields[name].widget.attrs["autocomplete"] = meaning

    def save(self, *, by):
        return self.attempt(keep_contacts, person=self.instance, by=by, **self.cleaned_data)


class AskForm(ServiceForm):
    sure = forms.BooleanField(label=_("J’ai lu ce qui sera effacé, et je demande l’effacement de mes données."))


class DecisionForm(ServiceForm):
    """The answer to a request of erasure: done, or refused with a reason."""

    ERASE, REFUSE = "erase", "refuse"
    answer = forms.ChoiceField(
        label=_("Décision"),
        choices=[(ERASE, _("effacer maintenant, sans retour")), (REFUSE, _("refuser"))],
        widget=forms.RadioSelect,
    )
    surname_alone = forms.BooleanField(
        label=_("Effacer aussi le nom de famille là où il est écrit seul"),
        required=False,
        help_text=_("Seulement s’il ne désigne rien ni personne d’autre : relisez ses mentions."),
    )
    new_versions = forms.BooleanField(
        label=_("Retirer le nom des comptes rendus publiés, qui deviennent une nouvelle version"),
        required=False,
        help_text=_("Sans cela ils restent tels qu’ils ont été diffusés : ils sont l’archive du réseau."),
    )
    reason = forms.CharField(
        label=_("Raison du refus"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("La personne la lira."),
    )

    def save(self, *, erasure, by):
        data = self.cleaned_data
        if data["answer"] == self.REFUSE:
            return self.attempt(refuse, erasure=erasure, reason=data["reason"], by=by)
        options = {"surname_alone": data["surname_alone"], "new_versions": data["new_versions"]}
        return self.attempt(erase, erasure=erasure, by=by, **options)
