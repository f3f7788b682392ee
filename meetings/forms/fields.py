from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from meetings.finding import organisation_called, unknown_organisation

DATALIST = "organismes-connus"


class OrganisationField(forms.CharField):
    """An organisation by its name, suggested from the page's datalist; `clean` gives an Organisation or None."""

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "max_length": 200, "label": _("Organisme"), **kwargs})
        self.widget.attrs |= {"list": DATALIST, "autocomplete": "off"}

    def prepare_value(self, value):
        return getattr(value, "name", value)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        organisation = organisation_called(text)
        if organisation is None:
            raise ValidationError(unknown_organisation(text), code="unknown")
        return organisation


def day_input():
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def hour_input():
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def lines(rows):
    return forms.Textarea(attrs={"rows": rows})
