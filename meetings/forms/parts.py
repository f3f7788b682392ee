"""The forms of the rows of minutes, one a kind; a row sent twice is written once."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.html import linebreaks, strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.enums import OrganisationKind
from meetings.enums import EntryKind
from meetings.forms.fields import OrganisationField, lines
from meetings.models import ActionItem, AgendaItem, Decision, RoundTableEntry, Section
from meetings.services import rank_after_all
from partnerships.models import Partnership, PartnerWish


class PartForm(forms.ModelForm):
    """A row of `meeting`. A new row that says exactly what another says is that row: somebody clicked twice."""

    twin = None

    def __init__(self, *args, meeting, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting, self.user = meeting, user
        self.instance.meeting = meeting
        self.helper = FormHelper()
        self.helper.form_tag = False
        for name, field in self.fields.items():
            if isinstance(field, OrganisationField) and self.instance.pk:
                self.initial[name] = getattr(self.instance, name)
        self.prepare()

    def prepare(self):
        """Say what the fields may hold in this meeting."""

    @property
    def siblings(self):
        return type(self.instance).objects.filter(meeting=self.meeting).exclude(pk=self.instance.pk)

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and self.instance.pk is None:
            self.twin = self.find_twin()

    def find_twin(self):
        said = {name: getattr(self.instance, name) for name in self._meta.fields if name != "is_internal"}
        return self.siblings.filter(**said).first()

    def save(self, commit=True):
        if self.twin:
            return self.twin
        if not self.instance.pk:
            self.instance.rank = rank_after_all(self.meeting, type(self.instance))
        return super().save(commit)


class AgendaItemForm(PartForm):
    class Meta:
        model = AgendaItem
        fields = ("title", "minutes_planned", "is_internal")


class SectionForm(PartForm):
    class Meta:
        model = Section
        fields = ("title", "body", "is_internal")

    def clean_body(self):
        """Without its script the editor is a plain text area: what holds no mark-up is taken as paragraphs."""
        body = self.cleaned_data["body"]
        if not strip_tags(body).strip():
            return ""
        return body if "<" in body else linebreaks(body, autoescape=True)

    def clean(self):
        data = super().clean()
        if not data.get("title") and not data.get("body") and not self.errors:
            self.add_error("body", _("Écrivez un titre ou un texte."))
        return data


class DecisionForm(PartForm):
    class Meta:
        model = Decision
        fields = ("kind", "text", "details", "is_internal")
        widgets = {"text": lines(3), "details": lines(3)}


class ActionForm(PartForm):
    owner = OrganisationField(label=gettext_lazy("Responsable"))

    class Meta:
        model = ActionItem
        fields = ("text", "owner", "due", "is_internal")
        widgets = {"text": lines(3)}


class EntryForm(PartForm):
    organisation = OrganisationField(
        help_text=gettext_lazy("Laissez vide pour un partenariat ou une recherche : sa fiche le dit déjà.")
    )

    class Meta:
        model = RoundTableEntry
        fields = (
            "kind",
            "partnership",
            "wish",
            "organisation",
            "label",
            "text",
            "milestone",
            "actors",
            "is_internal",
        )
        widgets = {"text": lines(4), "milestone": lines(2), "actors": lines(2)}

    def prepare(self):
        here = {"group": self.meeting.group}
        self.fields["partnership"].queryset = Partnership.objects.visible_to(self.user).filter(**here).for_listing()
        self.fields["wish"].queryset = PartnerWish.objects.visible_to(self.user).filter(**here).for_listing()

    def clean(self):
        data = super().clean()
        kind = data.get("kind")
        record = {EntryKind.PARTNERSHIP: "partnership", EntryKind.WISH: "wish"}.get(kind)
        for name in ("partnership", "wish"):
            if data.get(name) and name != record and kind:
                self.add_error(name, _("Une intervention de cette sorte n’en nomme pas : videz ce champ."))
        if record and not data.get(record) and record not in self.errors:
            self.add_error(record, _("Choisissez-en un dans la liste, ou changez la sorte d’intervention."))
        elif kind and not record and not data.get("organisation") and "organisation" not in self.errors:
            self.add_error("organisation", _("Dites de quel organisme il s’agit."))
        self.refuse_second_entry(data.get("partnership"))
        if record and data.get(record):
            data["organisation"] = whose(data[record])
        return data

    def refuse_second_entry(self, partnership):
        if partnership and self.instance.pk is None and self.is_sent_twice(partnership):
            return
        if partnership and self.siblings.filter(partnership=partnership).exists():
            self.add_error("partnership", _("Ce partenariat a déjà son intervention : modifiez-la."))

    def is_sent_twice(self, partnership):
        return self.siblings.filter(partnership=partnership, text=self.cleaned_data.get("text", "")).exists()


def whose(record):
    return record.french_side if isinstance(record, Partnership) else record.organisation


NEW_KINDS = [("", "—"), *(choice for choice in OrganisationKind.choices if choice[0] != OrganisationKind.AUTHORITY)]
