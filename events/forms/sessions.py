"""The sessions of an event: hours are typed as the clocks of the place show them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import KeepsHours, ServiceForm, WallClockField
from core.zones import zone_choices, zone_in_words
from directory.choosing import TerritoryField
from events.models import Session
from events.services import cancel_session, change_capacity, move_session

LAYOUT = (
    ("title", "kind"),
    ("starts_at", "ends_at", "time_zone"),
    ("place", "venue", "room"),
    ("capacity", "seats_per_organisation"),
    ("description",),
)
# Each is changed by an act of its own: people may hold seats
ON_CREATION = ("starts_at", "ends_at", "time_zone", "capacity", "seats_per_organisation")


def refuse_disorder(form, data):
    starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
    if not form.errors and starts_at and ends_at and ends_at <= starts_at:
        form.add_error("ends_at", _("Un temps finit après avoir commencé."))


class SessionForm(KeepsHours, forms.ModelForm):
    hours = ("starts_at", "ends_at")

    starts_at = WallClockField(label=_("Début"))
    ends_at = WallClockField(label=_("Fin"))
    time_zone = forms.ChoiceField(label=_("Heure de"))
    place = TerritoryField(label=_("Territoire"), required=False)

    class Meta:
        model = Session
        fields = [name for row in LAYOUT for name in row]
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        zone = self.instance.time_zone
        self.fields["time_zone"].choices = zone_choices("Asia/Shanghai", zone)
        for name in ON_CREATION if self.instance.pk else ():
            del self.fields[name]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        rows = [[name for name in row if name in self.fields] for row in LAYOUT]
        self.helper.layout = Layout(*(Row(*(Column(name, css_class="col-md") for name in row)) for row in rows if row))

    def clean(self):
        data = super().clean()
        self.set_hours(data, data.get("time_zone"))
        refuse_disorder(self, data)
        return data


class SessionActForm(ServiceForm):
    def __init__(self, *args, session, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.session, self.user = session, user

    def act(self, service, **values):
        return self.attempt(service, session=self.session, by=self.user, **values)


class MoveForm(KeepsHours, SessionActForm):
    hours = ("starts_at", "ends_at")

    starts_at = WallClockField(label=_("Début"))
    ends_at = WallClockField(label=_("Fin"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance = self.session
        self.show_hours(self.session.time_zone)
        for name in self.hours:
            self.fields[name].help_text = zone_in_words(self.session.time_zone)

    def clean(self):
        data = super().clean()
        self.set_hours(data, self.session.time_zone)
        refuse_disorder(self, data)
        return data

    def save(self):
        return self.act(move_session, **self.cleaned_data)


class CapacityForm(SessionActForm):
    capacity = forms.IntegerField(
        label=_("Places"), min_value=0, max_value=100_000, required=False, help_text=_("Vide : sans limite.")
    )
    seats_per_organisation = forms.IntegerField(
        label=_("Places par organisme"), min_value=1, max_value=1000, required=False, help_text=_("Vide : sans limite.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {name: getattr(self.session, name) for name in ("capacity", "seats_per_organisation")}

    def save(self):
        return self.act(change_capacity, **self.cleaned_data)


class CancelForm(SessionActForm):
    def save(self):
        return self.act(cancel_session)
