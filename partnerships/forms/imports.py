from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.forms import Attempts, ServiceForm
from core.uploads import validate_size
from directory.models import CountryGroup
from partnerships.enums import RowOutcome
from partnerships.imports.applying import apply_table
from partnerships.imports.checking import LEAVE_OUT, answer_names
from partnerships.imports.columns import FIELDS
from partnerships.imports.reading import read_table
from partnerships.imports.showing import previews
from partnerships.imports.storing import choose_columns, store_table
from partnerships.imports.tables import UnreadableTable
from partnerships.imports.undoing import undo_table

LINES_NAMED = 5


class TableForm(Attempts, forms.Form):
    group = forms.ModelChoiceField(CountryGroup.objects.all(), label=_("Groupe-pays"), empty_label=None)
    file = forms.FileField(
        label=_("Tableau"),
        validators=[validate_size],
        help_text=_("XLSX ou CSV, une ligne par partenariat, de 50 000 lignes et 20 Mo au plus."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("submit", _("Lire le tableau")))

    def save(self, *, by):
        """Return the TableImport, or None when the file is refused."""
        file = self.cleaned_data["file"]
        try:
            table = read_table(file.read())
            return self.attempt(store_table, table=table, group=self.cleaned_data["group"], name=file.name, by=by)
        except UnreadableTable as error:
            self.add_error("file", str(error))


class ColumnsForm(Attempts, forms.Form):
    """For each field of a partnership, the column of the file that holds it."""

    def __init__(self, *args, table_import, **kwargs):
        super().__init__(*args, **kwargs)
        self.table_import = table_import
        columns = [("", _("– aucune –"))]
        columns += [(str(at), f"{name} ({said})") for at, (name, said) in enumerate(previews(table_import))]
        for name, (label, _words) in FIELDS.items():
            chosen = table_import.mapping.get(name, "")
            self.fields[name] = forms.ChoiceField(label=label, choices=columns, required=False, initial=str(chosen))
        self.fields["keep"] = forms.BooleanField(
            label=_("Retenir ces colonnes pour le prochain tableau qui aura les mêmes titres"),
            required=False,
            initial=table_import.keeps_mapping,
        )
        self.helper = FormHelper()
        self.helper.form_tag = False

    def save(self, *, by):
        said = dict(self.cleaned_data)
        keep = said.pop("keep")
        mapping = {name: int(at) for name, at in said.items() if at}
        return self.attempt(choose_columns, table_import=self.table_import, mapping=mapping, keep=keep, by=by)


class NamesForm(Attempts, forms.Form):
    """Which is meant by each name that designates several; what is not answered is asked again."""

    def __init__(self, *args, table_import, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.table_import, self.labels = table_import, {}
        for at, question in enumerate(questions):
            name = f"name_{at}"
            self.labels[name] = question.label
            # What was asked may be asked no more when the answer comes: it says itself what it is about.
            self.fields[f"label_{at}"] = forms.CharField(
                initial=question.label, widget=forms.HiddenInput, required=False, max_length=2000
            )
            self.fields[name] = forms.ChoiceField(
                label=f"« {question.said} »",
                choices=[*question.choices, (LEAVE_OUT, _("aucun : laisser ces lignes de côté"))],
                widget=forms.RadioSelect,
                required=False,
                help_text=lines_in_words(question.lines),
            )
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self):
        for at, label in enumerate(self.labels.values()):
            if self.cleaned_data.get(f"label_{at}", label) != label:
                raise ValidationError(_("Les choix à faire ont changé entre-temps : les voici, recommencez."))
        said = self.cleaned_data
        self.answered = {label: said[name] for name, label in self.labels.items() if said.get(name)}

    def save(self, *, by):
        return self.attempt(answer_names, table_import=self.table_import, answers=self.answered, by=by)


def lines_in_words(lines):
    shown = ", ".join(map(str, lines[:LINES_NAMED])) + ("…" if len(lines) > LINES_NAMED else "")
    return ngettext("%(count)d ligne : %(lines)s", "%(count)d lignes : %(lines)s", len(lines)) % {
        "count": len(lines),
        "lines": shown,
    }


class ApplyForm(ServiceForm):
    def save(self, *, table_import, by):
        return self.attempt(apply_table, table_import=table_import, by=by)


class UndoForm(ServiceForm):
    def save(self, *, table_import, by):
        return self.attempt(undo_table, table_import=table_import, by=by)


class RowsForm(forms.Form):
    """Which lines the review shows; an unknown word shows them all."""

    effet = forms.ChoiceField(choices=[*RowOutcome.choices, ("doubted", _("avec un doute")), ("left", _("laissées"))])
