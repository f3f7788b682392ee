from datetime import timedelta

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.forms import take_refusal
from core.zones import moment_at, zone_choices
from delegations import services
from delegations.enums import Interpreter, StopState
from delegations.forms.acts import ActForm
from delegations.forms.fields import day, hour, lines
from directory.choosing import TerritoryField, any_organisation

HOURS = {"starts_at": "starts", "ends_at": "ends", "time_zone": "time_zone"}  # a field of Stop → where it is typed
ROWS = (
    ("title",),
    ("day", "starts", "ends", "time_zone"),
    ("host", "place"),
    ("venue",),
    ("interpreter", "contact", "state"),
    ("notes",),
)
STATES = [(state, state.label) for state in StopState if state != StopState.CANCELLED]


class VisitForm(ActForm):
    first_day = day(_("Premier jour"), required=False)
    last_day = day(_("Dernier jour"), required=False, help_text=_("Videz les deux si la visite n’a plus de date."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"first_day": self.delegation.first_day, "last_day": self.delegation.last_day}

    def save(self):
        return self.act(services.date_visit, delegation=self.delegation, **self.cleaned_data)


class StopForm(ActForm):
    """One stop; its hours are typed as the clocks of its place show them."""

    title = forms.CharField(label=_("Intitulé"), max_length=200)
    day = day(_("Jour"))
    starts = hour(_("De"))
    ends = hour(_("À"), help_text=_("Minuit s’écrit 00:00."))
    time_zone = forms.ChoiceField(label=_("Heure de"))
    host = any_organisation(label=_("Hôte"), required=False)
    place = TerritoryField(label=_("Ville ou territoire"), required=False)
    venue = forms.CharField(label=_("Lieu, adresse"), max_length=300, required=False)
    interpreter = forms.ChoiceField(label=_("Interprète"), choices=Interpreter.choices)
    state = forms.ChoiceField(label=_("État"), choices=STATES)
    contact = forms.CharField(
        label=_("Contact sur place"), max_length=200, required=False, help_text=_("Visible de CUF seulement.")
    )
    notes = lines(_("Précisions"), rows=3, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zone_choices(self.delegation.time_zone, "Asia/Shanghai")
        self.fields["host"].suggest()
        self.helper.layout = Layout(*(Row(*(Column(name, css_class="col-md") for name in row)) for row in ROWS))
        if self.delegation.visit:
            bounds = {"min": self.delegation.first_day.isoformat(), "max": self.delegation.last_day.isoformat()}
            self.fields["day"].widget.attrs |= bounds
        self.initial |= (
            values_of(self.part)
            if self.part
            else {
                "time_zone": self.delegation.time_zone,
                "day": self.delegation.first_day,
            }
        )

    def clean(self):
        """Turn the day and the hours into moments, each refusal at the hour it is about."""
        data = self.cleaned_data
        if self.errors.keys() & {"day", "starts", "ends", "time_zone"}:
            return
        data["starts_at"] = self.moment("starts", data["day"])
        data["ends_at"] = self.moment("ends", self.last_day(data))

    def last_day(self, data):
        """What ends at midnight ends the day after it began."""
        ends_at_midnight = (data["ends"].hour, data["ends"].minute) == (0, 0)
        return data["day"] + timedelta(days=1) if ends_at_midnight else data["day"]

    def moment(self, name, day):
        try:
            return moment_at(day, self.cleaned_data[name], self.cleaned_data["time_zone"])
        except ValidationError as error:
            self.add_error(name, error)

    def attempt(self, service, /, **values):
        try:
            return service(**values)
        except ValidationError as error:
            take_refusal(self, at_its_hour(error))

    def save(self):
        values = {name: value for name, value in self.cleaned_data.items() if name not in ("day", "starts", "ends")}
        if self.part:
            return self.act(services.change_stop, stop=self.part, **values)
        return self.act(services.plan_stop, delegation=self.delegation, **values)


def at_its_hour(error):
    """The same refusal, under the names of this form."""
    if not hasattr(error, "error_dict"):
        return error
    return ValidationError({HOURS.get(name, name): errors for name, errors in error.error_dict.items()})


def values_of(stop):
    same = ("title", "time_zone", "host", "place", "venue", "interpreter", "contact", "notes", "state")
    hours = {"day": stop.starts.date(), "starts": stop.starts.time(), "ends": stop.ends.time()}
    return {name: getattr(stop, name) for name in same} | hours


class StopCancelForm(ActForm):
    reason = forms.CharField(label=_("Pourquoi"), max_length=300)

    def save(self):
        return self.act(services.cancel_stop, stop=self.part, **self.cleaned_data)
