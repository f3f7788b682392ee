from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import BaseTemporalField
from django.utils.translation import gettext_lazy as _

from core.dates import FuzzyDate, UnreadableDate, read, write
from core.zones import moment_at

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


def take_refusal(form, error):
    """Give a form the refusals of a service: what names one of its fields beside it, the rest on top."""
    refused = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
    for field, messages in refused.items():
        form.add_error(field if field in form.fields else None, messages)


class Attempts:
    """Hands values to a service and takes back the service's refusals as errors of the form."""

    def attempt(self, service, /, **values):
        try:
            return service(**values)
        except ValidationError as error:
            return take_refusal(self, error)


class ServiceForm(Attempts, forms.Form):
    """The form of an act: its tag and its buttons stand in the page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False


class WallClockField(BaseTemporalField):
    """A day and an hour as the clocks of a place show them: a datetime without a zone, which the form then gives it."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    input_formats = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%d/%m/%Y %Hh%M")
    default_error_messages = {
        "invalid": _("Écrivez le jour et l’heure ainsi : 13/12/2027 09:30."),
        "year": _("L’année va de 1900 à 2999 : corrigez-la."),
    }

    def to_python(self, value):
        if value in self.empty_values:
            return None
        moment = value if isinstance(value, datetime) else super().to_python(value)
        if not 1900 <= moment.year <= 2999:
            raise ValidationError(self.error_messages["year"], code="year")
        return moment.replace(tzinfo=None)

    def strptime(self, value, format):
        return datetime.strptime(value, format)  # noqa: DTZ007 - the form knows the zone


class KeepsHours:
    """A form whose `hours` are typed as the clocks of a zone show them and kept as moments; a clock that never shows the
    hour, or shows it twice, is refused beside it."""

    hours = ()

    def show_hours(self, zone):
        for name in self.hours:
            moment = getattr(self.instance, name)
            self.initial[name] = moment and moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    def set_hours(self, data, zone):
        for name in self.hours:
            if data.get(name) and not zone:
                data[name] = data[name].replace(tzinfo=UTC)  # the zone is refused, and the form with it
            elif data.get(name):
                try:
                    data[name] = moment_at(data[name].date(), data[name].time(), zone)
                except ValidationError as error:
                    self.add_error(name, error)
