"""What officers write of an event itself; its dates and its state are changed by acts of their own."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Attempts, FuzzyDateFormField, KeepsHours, ServiceForm, WallClockField
from core.zones import zone_choices
from directory.choosing import OrganisationsField, TerritoriesField
from directory.models import Theme
from directory.themes import ThemeTree
from events.enums import EventStatus, RegistrationMode
from events.models import Event
from events.services import announce_dates, announce_event, change_event_status
from partnerships.models import Partnership

LAYOUT = (
    ("title",),
    ("group", "kind", "edition"),
    ("first_day", "last_day", "status"),
    ("previous", "time_zone", "audience"),
    ("summary",),
    ("places", "organisers"),
    ("venue",),
    ("registration", "registration_url"),
    ("registration_opens_at", "registration_closes_at"),
    ("partnerships", "themes"),
)
ON_CREATION = ("first_day", "last_day", "status")


class OneName(forms.ModelMultipleChoiceField):
    def label_from_instance(self, partnership):
        return f"{partnership.french_side.place_name} – {partnership.foreign_side.place_name}"


class EventForm(KeepsHours, Attempts, forms.ModelForm):
    hours = ("registration_opens_at", "registration_closes_at")

    time_zone = forms.ChoiceField(label=_("Fuseau horaire"))
    places = TerritoriesField(label=_("Lieux"), required=False)
    organisers = OrganisationsField(label=_("Organisateurs"), required=False)
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(), label=_("Thèmes"), required=False, widget=forms.CheckboxSelectMultiple
    )
    partnerships = OneName(
        Partnership.objects.none(),
        label=_("Partenariats concernés"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    registration_opens_at = WallClockField(label=_("Ouverture des inscriptions"), required=False)
    registration_closes_at = WallClockField(label=_("Clôture des inscriptions"), required=False)

    class Meta:
        model = Event
        fields = [name for row in LAYOUT for name in row]
        widgets = {"summary": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["time_zone"].choices = zone_choices("Asia/Shanghai", self.instance.time_zone)
        self.show_hours(self.instance.time_zone)
        self.fields["themes"].choices = ThemeTree().indented_choices()
        self.fields["partnerships"].queryset = partnerships_offered(user, self.instance)
        self.fields["previous"].queryset = Event.objects.visible_to(user).exclude(pk=self.instance.pk)
        groups = self.fields["group"].queryset[:2]
        if self.instance.pk is None and len(groups) == 1:
            self.initial.setdefault("group", groups[0])
        for name in ON_CREATION if self.instance.pk else ():
            del self.fields[name]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        rows = [[name for name in row if name in self.fields] for row in LAYOUT]
        self.helper.layout = Layout(*(Row(*(Column(name, css_class="col-md") for name in row)) for row in rows if row))

    def clean_last_day(self):
        """An event of one day has no last day; people give the same twice."""
        last_day = self.cleaned_data["last_day"]
        return None if last_day == self.cleaned_data.get("first_day") else last_day

    def clean(self):
        data = super().clean()
        self.set_hours(data, data.get("time_zone"))
        refuse_disorder(self, data)
        if data.get("registration") == RegistrationMode.EXTERNAL and not data.get("registration_url"):
            self.add_error("registration_url", _("Donnez l’adresse à laquelle on s’inscrit."))
        opens, closes = (data.get(name) for name in self.hours)
        if not self.errors and opens and closes and closes <= opens:
            self.add_error("registration_closes_at", _("Les inscriptions se ferment après avoir ouvert."))
        others = [pair for pair in data.get("partnerships") or () if pair.group_id != self.instance_group(data)]
        if others:
            self.add_error("partnerships", _("« %(pair)s » est d’un autre groupe-pays.") % {"pair": others[0]})
        return data

    def instance_group(self, data):
        return data["group"].pk if data.get("group") else None

    def save(self, commit=True):
        """Return the event, or None when it is refused."""
        if self.instance.pk:
            return super().save(commit)
        event = super().save(commit=False)
        if self.attempt(announce_event, event=event, by=self.user) is None:
            return None
        self.save_m2m()
        return event


def partnerships_offered(user, event):
    """Those of the event's group when it has one; all that the reader sees for a new one."""
    offered = Partnership.objects.visible_to(user).for_listing()
    return offered.filter(group=event.group_id) if event.pk else offered


def refuse_disorder(form, data):
    first, last = data.get("first_day"), data.get("last_day")
    if first and last and last.last < first.first:
        form.add_error("last_day", _("Le dernier jour ne précède pas le premier."))


class EventActForm(ServiceForm):
    def __init__(self, *args, event, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.event, self.user = event, user

    def act(self, service, **values):
        return self.attempt(service, event=self.event, by=self.user, **values)


class DatesForm(EventActForm):
    first_day = FuzzyDateFormField(label=_("Premier jour"))
    last_day = FuzzyDateFormField(label=_("Dernier jour"), required=False)
    reason = forms.CharField(
        label=_("Pourquoi"),
        max_length=300,
        required=False,
        help_text=_("Se lit sur la page de l’événement, à côté des dates annoncées d’abord."),
    )
    carry_sessions = forms.BooleanField(
        label=_("Déplacer ses temps d’autant de jours"),
        required=False,
        help_text=_("Aux mêmes heures ; les inscrits en sont prévenus."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"first_day": self.event.first_day, "last_day": self.event.last_day}

    def clean(self):
        data = super().clean()
        refuse_disorder(self, data)
        if data.get("last_day") == data.get("first_day"):
            data["last_day"] = None
        return data

    def save(self):
        return self.act(announce_dates, **self.cleaned_data)


class StatusForm(EventActForm):
    status = forms.ChoiceField(label=_("État"), choices=EventStatus.choices, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"status": self.event.status}

    def save(self):
        return self.act(change_event_status, **self.cleaned_data)
