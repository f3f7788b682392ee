from django import forms
from django.utils.translation import gettext as _

from events.models import Event
from meetings.forms.fields import day_input, hour_input
from meetings.forms.parts import PartForm
from meetings.models import Announcement, AnnouncementItem

BLANK_ITEMS, MOST_ITEMS = 2, 60


class ItemForm(forms.ModelForm):
    class Meta:
        model = AnnouncementItem
        fields = ("kind", "text", "day", "starts_at", "ends_at", "place")
        widgets = {"day": day_input(), "starts_at": hour_input(), "ends_at": hour_input()}

    def clean(self):
        data = super().clean()
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("Un temps finit après avoir commencé."))
        if ends_at and not starts_at and "starts_at" not in self.errors:
            self.add_error("starts_at", _("Une heure de fin demande une heure de début."))
        return data


class ItemSheet(forms.BaseInlineFormSet):
    def save_new(self, form, commit=True):
        form.instance.rank = len(self.forms) + self.forms.index(form)  # after those that stand
        return super().save_new(form, commit)


ItemFormSet = forms.inlineformset_factory(
    Announcement,
    AnnouncementItem,
    form=ItemForm,
    formset=ItemSheet,
    extra=BLANK_ITEMS,
    can_delete_extra=False,
    max_num=MOST_ITEMS,
    absolute_max=MOST_ITEMS,
)


class AnnouncementForm(PartForm):
    """An event and its programme, sent together."""

    class Meta:
        model = Announcement
        fields = ("title", "when", "place", "registration_required", "is_past", "event", "is_internal")

    def prepare(self):
        events = Event.objects.visible_to(self.user).filter(group=self.meeting.group)
        self.fields["event"].queryset = events
        self.fields["event"].help_text = _("Si l’événement a déjà sa page ; le compte rendu y mènera.")
        self.items = ItemFormSet(self.data if self.is_bound else None, instance=self.instance, prefix="items")

    def is_valid(self):
        return all([super().is_valid(), self.items.is_valid()])

    def save(self, commit=True):
        event = super().save(commit)
        if not self.twin:
            self.items.instance = event
            self.items.save(commit)
        return event
