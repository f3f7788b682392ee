from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext as _

from meetings.forms.fields import day_input, hour_input, lines
from meetings.models import Meeting

LAYOUT = (
    ("title",),
    ("group", "kind"),
    ("first_day", "last_day", "starts_at", "ends_at"),
    ("mode", "time_zone"),
    ("venue", "address"),
    ("access",),
    ("introduction",),
    ("genre", "audience"),
    ("is_cancelled",),
)


class MeetingForm(forms.ModelForm):
    """The heading of a meeting; what is wrong is said beside the field to put right."""

    class Meta:
        model = Meeting
        fields = (
            "group",
            "kind",
            "title",
            "first_day",
            "last_day",
            "starts_at",
            "ends_at",
            "time_zone",
            "mode",
            "venue",
            "address",
            "access",
            "introduction",
            "genre",
            "audience",
            "is_cancelled",
        )
        widgets = {
            "first_day": day_input(),
            "last_day": day_input(),
            "starts_at": hour_input(),
            "ends_at": hour_input(),
            "introduction": lines(5),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        if self.instance.pk is None:
            del self.fields["is_cancelled"]  # what is not announced yet is not called off
        rows = [row for row in LAYOUT if row[0] in self.fields]
        self.helper.layout = Layout(*(Row(*(Column(name, css_class="col-sm") for name in row)) for row in rows))
        groups = self.fields["group"].queryset[:2]
        if self.instance.pk is None and len(groups) == 1:
            self.initial.setdefault("group", groups[0])
        if self.instance.pk and self.instance.entries.exists():
            self.fields["group"].disabled = True
            self.fields["group"].help_text = _("Le tour de table nomme des partenariats de ce groupe.")

    def clean(self):
        data = super().clean()
        first_day, last_day = data.get("first_day"), data.get("last_day")
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if first_day and last_day and last_day < first_day:
            self.add_error("last_day", _("Le dernier jour ne précède pas le premier."))
        if ends_at and not starts_at and "starts_at" not in self.errors:
            self.add_error("starts_at", _("Une heure de fin demande une heure de début."))
        is_one_day = not last_day or last_day == first_day
        if starts_at and ends_at and is_one_day and ends_at <= starts_at:
            self.add_error("ends_at", _("La réunion finit après avoir commencé."))
        if not self.errors and self.same_meeting().exists():
            self.add_error("title", _("Cette réunion est déjà enregistrée pour ce groupe et ce jour."))

    def clean_last_day(self):
        """A meeting of one day has no last day; people give the same twice."""
        last_day = self.cleaned_data["last_day"]
        return None if last_day == self.cleaned_data.get("first_day") else last_day

    def same_meeting(self):
        key = {name: self.cleaned_data[name] for name in ("group", "first_day", "title")}
        return Meeting.objects.filter(**key).exclude(pk=self.instance.pk)
