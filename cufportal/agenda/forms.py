from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from core.enums import Audience
from core.forms import Attempts, ServiceForm
from core.zones import HOME, zone_choices
from directory.models import CountryGroup, Organisation, Theme
from directory.themes import ThemeTree
from events import services
from events.models import AgendaEntry

LAYOUT = (
    ("title",),
    ("group", "organisation"),
    ("first_day", "last_day"),
    ("starts_at", "ends_at", "time_zone"),
    ("place", "url"),
    ("description",),
    ("themes",),
    ("audience",),
)
NOT_EXACT = _("Une heure demande un jour exact : retirez l’heure, ou écrivez un jour, par exemple 14/09/2027.")
NO_SUCH_HOUR = _("Cette heure n’existe pas ce jour-là : on passe à l’heure d’été. Avancez d’une heure.")


def hour_input():
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class EntryForm(Attempts, forms.ModelForm):
    """A date for the shared agenda; members write for the groups and organisations that are theirs."""

    time_zone = forms.ChoiceField(label=_("Heure de"), initial=HOME)

    class Meta:
        model = AgendaEntry
        fields = [name for row in LAYOUT for name in row]
        widgets = {
            "starts_at": hour_input(),
            "ends_at": hour_input(),
            "description": forms.Textarea(attrs={"rows": 4}),
            "themes": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["time_zone"].choices = zone_choices("Asia/Shanghai", self.instance.time_zone)
        self.fields["themes"].choices = ThemeTree().indented_choices()
        self.fields["themes"].queryset = Theme.objects.all()
        # That of the entry too: staff who correct what a member proposed would else take its organisation away.
        own = Organisation.objects.filter(pk__in={*user.organisation_ids, self.instance.organisation_id} - {None})
        self.fields["organisation"] = forms.ModelChoiceField(
            own, label=_("Au nom de"), required=False, empty_label=_("personne en particulier")
        )
        groups = CountryGroup.objects.all()
        self.fields["group"] = forms.ModelChoiceField(
            groups if user.sees_all else groups.filter(pk__in=user.group_ids), label=_("Groupe-pays"), empty_label=None
        )
        self.fields["audience"].choices = [
            choice for choice in Audience.choices if user.sees_all or choice[0] != Audience.INTERNAL
        ]
        if not own.exists():
            del self.fields["organisation"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        rows = [[name for name in row if name in self.fields] for row in LAYOUT]
        self.helper.layout = Layout(*(Row(*(Column(name, css_class="col-sm") for name in row)) for row in rows))

    def clean(self):
        data = super().clean()
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last.last < first.first:
            self.add_error("last_day", _("Le dernier jour ne précède pas le premier."))
        if data.get("ends_at") and not data.get("starts_at") and "starts_at" not in self.errors:
            self.add_error("starts_at", _("Une heure de fin demande une heure de début."))
        if data.get("starts_at") and first and "last_day" not in self.errors:
            self.check_hours(data, first, last)
        return data

    def check_hours(self, data, first, last):
        days = {"starts_at": first, "ends_at": last or first}
        if not all(day.is_exact for day in days.values()):
            self.add_error("starts_at", NOT_EXACT)
            return
        for name, day in days.items():
            if data.get(name) and "time_zone" in data and not exists(day.first, data[name], data["time_zone"]):
                self.add_error(name, NO_SUCH_HOUR)
        one_day = days["starts_at"].same_days(days["ends_at"])
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")  # an hour refused above is there no more
        if one_day and starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("L’heure de fin suit celle du début."))

    def clean_last_day(self):
        """What lasts one day has no last day; people give the same twice."""
        last = self.cleaned_data["last_day"]
        first = self.cleaned_data.get("first_day")
        return None if last and first and last.is_exact and last.same_days(first) else last

    def save(self):
        service = services.change_entry if self.instance.pk else services.propose_entry
        return self.attempt(service, entry=self.instance, by=self.user, themes=self.cleaned_data["themes"])


def exists(day, hour, zone):
    """Whether clocks of `zone` show that hour on that day: not in the hour that summer time leaves out."""
    local = datetime.combine(day, hour, ZoneInfo(zone))
    return local.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local.replace(tzinfo=None)


class EntryActForm(ServiceForm):
    def __init__(self, *args, entry, user, service, **kwargs):
        super().__init__(*args, **kwargs)
        self.entry, self.user, self.service = entry, user, service

    def save(self):
        return self.attempt(self.service, entry=self.entry, by=self.user, **self.cleaned_data)


class EntryReasonForm(EntryActForm):
    reason = forms.CharField(label=_("Pourquoi"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
