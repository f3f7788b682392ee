"""What the forms of the parts of a record share: one row each, and a blank one to add another."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _


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


class PartFormSet(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Supprimer cette ligne")
        form.add_layout()
