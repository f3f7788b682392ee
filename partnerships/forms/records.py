from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.enums import Audience
from core.forms import Attempts
from directory.choosing import foreign_organisations, french_organisations
from directory.models import CountryGroup, Theme
from directory.themes import ThemeTree
from partnerships import services
from partnerships.enums import PartnershipStatus
from partnerships.models import Partnership

OPEN_STATUSES = [choice for choice in PartnershipStatus.choices if choice[0] != PartnershipStatus.ENDED]
SHORT = ("status", "form_stated", "since", "until")


class PartnershipFields(forms.ModelForm):
    """What is said of a partnership itself, on creation and afterwards."""

    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(), label=_("Thèmes"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Partnership
        fields = [*SHORT, "title", "summary", "themes", "audience", "source"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 4}), "source": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["themes"].choices = ThemeTree().indented_choices()
        self.fields["status"].choices = OPEN_STATUSES
        self.fields["audience"].choices = self.audiences()
        # Closing and opening again are acts of their own; who may see a record is said by officers.
        for name in self.not_asked():
            del self.fields[name]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = self.layout()

    def not_asked(self):
        asked = {"status": self.instance.is_open, "until": not self.instance.is_open}
        asked |= {"audience": self.user.edits_records, "themes": bool(self.fields["themes"].choices)}
        return [name for name, wanted in asked.items() if not wanted]

    def audiences(self):
        """A record becomes public by an act of its own, once it has been checked."""
        public = self.instance.audience == Audience.PUBLIC
        return [choice for choice in Audience.choices if public or choice[0] != Audience.PUBLIC]

    def layout(self):
        short = [Column(name, css_class="col-md-4") for name in SHORT if name in self.fields]
        long = [name for name in ("title", "summary", "audience", "source", "themes") if name in self.fields]
        return Layout(Row(*short), *long)


class PartnershipAddForm(Attempts, PartnershipFields):
    """A new pair; when it is known already, the record that exists is found instead of a second one."""

    group = forms.ModelChoiceField(CountryGroup.objects.all(), label=_("Groupe-pays"), empty_label=None)
    french_side = french_organisations(label=_("Côté français"))
    foreign_side = foreign_organisations(label=_("Côté étranger"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("french_side", "foreign_side"):
            self.fields[name].suggest()

    def layout(self):
        sides = Row(Column("french_side", css_class="col-md-6"), Column("foreign_side", css_class="col-md-6"))
        return Layout("group", sides, *super().layout())

    def save(self, by):
        """Return (partnership, created), or None when the service refuses."""
        values = dict(self.cleaned_data)
        themes = values.pop("themes", [])
        opened = self.attempt(services.open_partnership, by=by, **values)
        if opened and opened[1]:
            opened[0].themes.set(themes)
        return opened


class PartnershipEditForm(PartnershipFields):
    """Refuses to overwrite what somebody else changed since the page was opened."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.updated_at.isoformat()

    def layout(self):
        return Layout("version", *super().layout())

    def clean(self):
        if self.cleaned_data.get("version") != self.initial["version"]:
            raise ValidationError(
                _("Quelqu’un a modifié cette fiche depuis que vous l’avez ouverte : rouvrez-la et recommencez."),
                code="changed_meanwhile",
            )
        return super().clean()
