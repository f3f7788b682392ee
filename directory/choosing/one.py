"""One name typed, and asked again when it says too little: candidates are shown, and the choice comes back with the name."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from directory.choosing.candidates import OFFERED, UNKNOWN, candidate_of

SUGGESTED = 500  # names the browser completes while one types


class NameWidget(forms.TextInput):
    """The name as typed and, when it was asked, the candidate chosen for that very name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.candidates = []
        self.suggestions = []

    def value_from_datadict(self, data, files, name):
        text = (data.get(name) or "").strip()
        asked_again = data.get(f"{name}_asked") == text
        return text, data.get(f"{name}_choice", "") if asked_again else ""

    def value_omitted_from_data(self, data, files, name):
        return name not in data

    def format_value(self, value):
        return value[0] if isinstance(value, tuple) else value

    def render(self, name, value, attrs=None, renderer=None):
        attrs = {**(attrs or {}), "list": f"{name}_suggestions", "autocomplete": "off"}
        context = {
            "name": name,
            "input": super().render(name, value, attrs, renderer),
            "text": self.format_value(value) or "",
            "candidates": self.candidates,
            "suggestions": self.suggestions,
        }
        return render_to_string("directory/_name_input.html", context)


class NameField(forms.Field):
    """Clean a name into the one record it means."""

    widget = NameWidget
    default_error_messages = {
        "required": _("Écrivez un nom."),
        "unknown": UNKNOWN,
        "ambiguous": _("« %(text)s » peut désigner plusieurs fiches : choisissez ci-dessous."),
        "inexact": _("Aucune fiche ne s’appelle exactement « %(text)s » : choisissez ci-dessous, ou corrigez."),
        "gone": _("Ce choix n’existe plus : écrivez le nom à nouveau."),
    }

    def __init__(self, *, lookup, **kwargs):
        super().__init__(**kwargs)
        self.lookup = lookup

    def suggest(self):
        """Fill what the browser completes; asked for by the form that shows the field, once."""
        self.widget.suggestions = list(self.lookup.records.values_list("name", flat=True)[:SUGGESTED])

    def prepare_value(self, value):
        if isinstance(value, int):
            return self.lookup.records.filter(pk=value).values_list("name", flat=True).first()
        return value.name if isinstance(value, Model) else value

    def clean(self, value):
        text, choice = value
        if choice:
            return self.lookup.settled(self.chosen(choice))
        if not text:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        return self.lookup.settled(self.resolve(text))

    def has_changed(self, initial, data):
        text, choice = data
        return bool(choice) or text != (self.prepare_value(initial) or "")

    def chosen(self, choice):
        found = self.lookup.chosen(choice)
        if found is None:
            raise ValidationError(self.error_messages["gone"], code="gone")
        return found

    def resolve(self, text):
        """The one record that bears this name; else candidates are offered, never guessed."""
        exact = self.lookup.bearing(text)
        if len(exact) == 1:
            return exact[0]
        candidates = exact or self.lookup.resembling(text)
        code = "ambiguous" if exact else "inexact" if candidates else "unknown"
        self.widget.candidates = [candidate_of(record) for record in candidates[:OFFERED]]
        raise ValidationError(self.error_messages[code], params={"text": text}, code=code)
