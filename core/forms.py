from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.dates import FuzzyDate, UnreadableDate, read, write

HELP = _("Un jour, un mois, une année ou un intervalle : 14/09/2017, décembre 2018, 2008-2009, fin octobre 2016.")


class FuzzyDateFormField(forms.Field):
    """One text input; `clean` gives a FuzzyDate or None."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        # A model field without help gives an empty one.
        self.help_text = self.help_text or HELP

    def widget_attrs(self, widget):
        return {"autocomplete": "off"}

    def prepare_value(self, value):
        return write(value) if isinstance(value, FuzzyDate) else value

    def to_python(self, value):
        if value in self.empty_values or not str(value).strip():
            return None
        if isinstance(value, FuzzyDate):
            return value
        try:
            return read(str(value))
        except UnreadableDate as error:
            raise ValidationError(error.message, code=error.code) from None

    def has_changed(self, initial, data):
        try:
            typed = self.to_python(data)
        except ValidationError:
            return True
        if typed is None or not isinstance(initial, FuzzyDate):
            return typed != initial
        # The words of another language were shown translated: the same text given back is no change.
        return typed != initial and " ".join(str(data).split()) != write(initial)
