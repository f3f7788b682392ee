from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from directory.models import Person
from meetings.finding import make_organisation, organisation_called, person_called, unknown_organisation
from meetings.forms.fields import DATALIST
from meetings.forms.parts import NEW_KINDS, PartForm
from meetings.models import Attendance

BLANK_LINES, MOST_LINES = 4, 30


class AttendanceForm(PartForm):
    """Somebody, or an organisation as such, found in the directory by name or added to it."""

    first_name = forms.CharField(label=gettext_lazy("Prénom"), max_length=80, required=False)
    last_name = forms.CharField(label=pgettext_lazy("personne", "Nom"), max_length=80, required=False)
    organisation_name = forms.CharField(label=gettext_lazy("Organisme"), max_length=200, required=False)
    new_kind = forms.ChoiceField(
        label=gettext_lazy("Sa nature, s’il est nouveau"),
        choices=NEW_KINDS,
        required=False,
        help_text=gettext_lazy("Une association, une entreprise… que l’annuaire n’a pas encore."),
    )
    field_order = ("first_name", "last_name", "organisation_name", "new_kind", "function", "presence", "level", "role")

    class Meta:
        model = Attendance
        fields = ("function", "presence", "level", "role", "represented_by", "part", "is_internal")

    def prepare(self):
        self.fields["organisation_name"].widget.attrs |= {"list": DATALIST, "autocomplete": "off"}
        if "represented_by" in self.fields:
            self.fields["represented_by"].queryset = self.siblings.select_related("person", "organisation")
        if self.instance.pk:
            person, organisation = self.instance.person, self.instance.organisation
            self.initial |= {
                "first_name": person.first_name if person else "",
                "last_name": person.last_name if person else "",
                "organisation_name": organisation.name if organisation else "",
            }

    def clean_organisation_name(self):
        text = self.cleaned_data["organisation_name"]
        kept = self.instance.organisation
        if kept and text == kept.name:
            return kept
        return organisation_called(text) or text if text else None

    def clean(self):
        data = super().clean()
        organisation = data.get("organisation_name")
        if isinstance(organisation, str):
            organisation = self.new_organisation(organisation, data.get("new_kind"))
        if data.get("first_name") and not data.get("last_name") and "last_name" not in self.errors:
            self.add_error("last_name", _("Donnez le nom de famille."))
        if not self.errors:
            self.name_somebody(organisation)
        return data

    def new_organisation(self, name, kind):
        if not kind:
            more = _("S’il est nouveau, choisissez sa nature.")
            self.add_error("organisation_name", f"{unknown_organisation(name)} {more}")
            return None
        return make_organisation(name, kind)

    def name_somebody(self, organisation):
        data, instance = self.cleaned_data, self.instance
        instance.organisation = organisation
        instance.person = self.person_meant(organisation) if data["last_name"] else None
        if instance.person is None and organisation is None and not self.errors:
            self.add_error("last_name", _("Indiquez une personne ou un organisme."))
        if self.errors:
            return
        if self.instance.pk is None:
            self.twin = self.find_twin()
        if not self.twin:
            self.refuse_second_row()

    def refuse_second_row(self):
        person, organisation = self.instance.person, self.instance.organisation
        if person and self.siblings.filter(person=person).exists():
            self.add_error("last_name", _("Cette personne figure déjà dans la liste."))
        elif person is None and self.siblings.filter(person=None, organisation=organisation).exists():
            self.add_error("organisation_name", _("Cet organisme figure déjà dans la liste."))

    def person_meant(self, organisation):
        first_name, last_name = self.cleaned_data["first_name"], self.cleaned_data["last_name"]
        kept = self.instance.person
        if kept and (kept.first_name, kept.last_name) == (first_name, last_name):
            return kept
        try:
            found = person_called(first_name, last_name, organisation)
        except ValidationError as error:
            self.add_error("last_name", error)
            return None
        return found or self.new_person(first_name, last_name)

    def new_person(self, first_name, last_name):
        person = Person(first_name=first_name, last_name=last_name)
        person.full_clean()
        person.save()
        return person

    def find_twin(self):
        said = {name: self.cleaned_data.get(name) for name in self._meta.fields if name != "is_internal"}
        return self.siblings.filter(
            person=self.instance.person, organisation=self.instance.organisation, **said
        ).first()


class AttendanceLineForm(AttendanceForm):
    """A line of the sheet on which several people are entered at once; the rest is on the page of each row."""

    class Meta(AttendanceForm.Meta):
        fields = ("function", "presence", "level", "role", "is_internal")

    def prepare(self):
        super().prepare()
        for field in self.fields.values():
            field.help_text = ""  # said once above the lines


class AttendanceSheet(forms.BaseFormSet):
    def clean(self):
        named = set()
        for form in self.forms:
            if form.errors or form.twin or not form.has_changed():
                continue
            who = form.instance.person or form.instance.organisation
            if (type(who), who.pk) in named:
                form.add_error("last_name", _("Ce nom est déjà sur une ligne plus haut."))
            named.add((type(who), who.pk))

    def save(self):
        return [form.save() for form in self.forms if form.has_changed()]


AttendanceFormSet = forms.formset_factory(
    AttendanceLineForm, formset=AttendanceSheet, extra=BLANK_LINES, max_num=MOST_LINES, absolute_max=MOST_LINES
)
