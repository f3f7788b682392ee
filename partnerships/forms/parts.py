"""The rows that make up a record: agreements, milestones, participants; a blank row each time to add one."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.dates import write
from directory.choosing import any_organisation
from partnerships.models import Agreement, Milestone, Participant, Partnership

DAY = {"attrs": {"type": "date"}, "format": "%Y-%m-%d"}


def dated(agreement):
    return f"{agreement}, {write(agreement.signed)}" if agreement.signed else str(agreement)


def columns(*names, width=4):
    return Row(*(Column(name, css_class=f"col-md-{width}") for name in names))


class PartForm(forms.ModelForm):
    """One row; `rows` is its layout."""

    rows = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    @property
    def is_filled(self):
        return bool(self.instance.pk) or (self.is_bound and self.has_changed())

    def add_layout(self):
        """Once the formset has given the form its hidden fields and its box for deleting."""
        hidden = [name for name, field in self.fields.items() if field.widget.is_hidden]
        delete = ["DELETE"] if "DELETE" in self.fields and self.instance.pk else []
        self.helper.layout = Layout(*hidden, *self.rows, *delete)


class AgreementForm(PartForm):
    rows = (
        columns("form", "signed", "provisional_amount"),
        columns("deliberated_on", "transmitted_on", "replaces"),
        columns("since", "until", "file"),
        Div("object"),
    )

    class Meta:
        model = Agreement
        fields = [
            "form",
            "object",
            "provisional_amount",
            "deliberated_on",
            "signed",
            "transmitted_on",
            "since",
            "until",
            "file",
            "replaces",
        ]
        widgets = {
            "object": forms.Textarea(attrs={"rows": 2}),
            "deliberated_on": forms.DateInput(**DAY),
            "transmitted_on": forms.DateInput(**DAY),
            "file": forms.FileInput(attrs={"accept": "application/pdf"}),
        }

    def __init__(self, *args, siblings, **kwargs):
        super().__init__(*args, **kwargs)
        others = [agreement for agreement in siblings if agreement.pk != self.instance.pk]
        self.fields["replaces"].queryset = Agreement.objects.filter(pk__in=[agreement.pk for agreement in others])
        self.fields["replaces"].choices = [("", _("rien")), *((agreement.pk, dated(agreement)) for agreement in others)]
        self.fields["since"].help_text = self.fields["until"].help_text = ""  # said once, beside the day it was signed
        if self.instance.file:
            self.fields["file"].help_text = _("Un document est enregistré ; en choisir un autre le remplace.")


class MilestoneForm(PartForm):
    rows = (columns("when", "kind"), Div("text"))

    class Meta:
        model = Milestone
        fields = ["when", "kind", "text"]


class ParticipantForm(PartForm):
    rows = (columns("organisation", "role", width=6),)
    organisation = any_organisation(label=_("Organisme"))

    class Meta:
        model = Participant
        fields = ["organisation", "role"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["organisation"] = self.instance.organisation


class PartFormSet(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Supprimer cette ligne")
        form.add_layout()


class AgreementFormSet(PartFormSet):
    """An agreement leaves only with what replaced it, or once nothing says any more that it was replaced."""

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "siblings": self.siblings}

    @cached_property
    def siblings(self):
        return list(self.instance.agreements.all())

    def clean(self):
        super().clean()
        leaving = {form.instance.pk for form in self.deleted_forms}
        successors = {}
        for form in self.forms:
            replaced = form.cleaned_data.get("replaces") if hasattr(form, "cleaned_data") else None
            if replaced and form not in self.deleted_forms:
                successors[form.instance.pk] = replaced.pk
                if replaced.pk in leaving:
                    form.add_error("replaces", _("Vous supprimez cet accord : choisissez-en un autre, ou aucun."))
        if has_loop(successors):
            raise ValidationError(_("Deux accords ne se remplacent pas l’un l’autre."), code="loop")

    def save(self, commit=True):
        changed = super().save(commit=False)
        for agreement in changed:
            agreement.save()
        leaving = [agreement.pk for agreement in self.deleted_objects]
        Agreement.objects.filter(pk__in=leaving).update(replaces=None)
        for agreement in self.deleted_objects:
            agreement.delete()
        transaction.on_commit(self.clear_files)
        return changed

    def clear_files(self):
        """What no agreement keeps any more leaves the disk, once the rows say so for good."""
        for form in self.initial_forms:
            document = form.initial.get("file")
            if document and ("file" in form.changed_data or form in self.deleted_forms):
                document.storage.delete(document.name)


def has_loop(successors):
    for start in successors:
        seen, step = set(), start
        while step in successors and step not in seen:
            seen.add(step)
            step = successors[step]
        if step in seen:
            return True
    return False


def part_formsets(partnership, data=None, files=None):
    """The formsets of a record's parts, each with the title of its section."""
    kinds = [
        ("agreements", _("Accords"), Agreement.objects.all(), AgreementForm, AgreementFormSet),
        ("milestones", _("Jalons"), Milestone.objects.all(), MilestoneForm, PartFormSet),
        (
            "participants",
            _("Organismes associés"),
            Participant.objects.select_related("organisation"),
            ParticipantForm,
            PartFormSet,
        ),
    ]
    built = []
    for prefix, title, rows, form, base in kinds:
        kind = forms.inlineformset_factory(Partnership, rows.model, form=form, formset=base, extra=1, can_delete=True)
        built.append(kind(data, files, instance=partnership, prefix=prefix, queryset=rows))
        built[-1].title = title
    return built
