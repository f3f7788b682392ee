"""What was signed, agreement by agreement."""

from crispy_forms.layout import Div
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.dates import write
from partnerships.forms.rows import PartForm, PartFormSet, columns
from partnerships.models import Agreement

DAY = {"attrs": {"type": "date"}, "format": "%Y-%m-%d"}


def dated(agreement):
    return f"{agreement}, {write(agreement.signed)}" if agreement.signed else str(agreement)


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
