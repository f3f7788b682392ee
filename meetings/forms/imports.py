from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.uploads import validate_size
from directory.models import CountryGroup
from meetings.forms.corrections import fields_for, match_with, sides_of, written
from meetings.minutes.importing import accept_proposal, store_import
from meetings.minutes.reading import UnreadableDocument, read_document


class ImportForm(forms.Form):
    group = forms.ModelChoiceField(CountryGroup.objects.all(), label=_("Groupe-pays"))
    file = forms.FileField(
        label=_("Document"),
        required=False,
        validators=[validate_size],
        help_text=_("Un PDF, un document Word (.docx) ou un fichier texte, de 60 pages et 20 Mo au plus."),
    )
    text = forms.CharField(label=_("… ou texte collé"), required=False, widget=forms.Textarea(attrs={"rows": 10}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("submit", _("Lire le document")))

    def clean(self):
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text", "")
        if self.errors:
            return
        if bool(file) == bool(text.strip()):
            raise ValidationError(_("Choisissez un fichier ou collez un texte, l’un des deux."))
        name = file.name if file else ""
        try:
            self.cleaned_data["document"] = read_document(file.read() if file else text.encode(), name)
        except UnreadableDocument as error:
            self.add_error("file" if file else "text", str(error))

    def save(self, *, by):
        data = self.cleaned_data
        name = data["file"].name if data["file"] else str(_("texte collé"))
        try:
            return store_import(document=data["document"], group=data["group"], name=name, by=by)
        except ValidationError as error:
            self.add_error(None, error)


class CorrectionForm(forms.Form):
    """What was read in a passage, to be put right before it is accepted."""

    def __init__(self, *args, proposal, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposal = proposal
        self.fields.update(fields_for(proposal))
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self):
        for side in sides_of(self.proposal):
            try:
                self.cleaned_data[f"match_{side}"] = match_with(
                    self.cleaned_data.get(f"match_{side}", ""), self.proposal, side
                )
            except ValidationError as error:
                self.add_error(f"match_{side}", error)

    def save(self, *, by):
        match = {side: self.cleaned_data[f"match_{side}"] for side in sides_of(self.proposal)}
        fields = {
            name: written(self.proposal.fields.get(name), self.cleaned_data[name])
            for name in self.cleaned_data
            if not name.startswith("match_")
        }
        try:
            return accept_proposal(
                proposal=self.proposal, by=by, fields=fields, match=(self.proposal.match or {}) | match
            )
        except ValidationError as error:
            self.blame(error)

    def blame(self, error):
        """Put each message of a refusal beside the field that it names, or on top."""
        named = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, messages in named.items():
            field = next((known for known in (name, f"match_{name}") if known in self.fields), None)
            self.add_error(field, messages)
