"""What the two sides carry out together, project by project."""

from crispy_forms.layout import Div
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from directory.models import Theme
from directory.themes import ThemeTree
from partnerships.forms.rows import PartForm, PartFormSet, columns
from partnerships.models import Project
from partnerships.models.projects import MEANS

UNKNOWN_IS_EMPTY = _("Vide si ce n’est pas connu ; 0 s’il n’y a rien.")


class ProjectForm(PartForm):
    rows = (
        Div("title"),
        columns("place", "since", "until"),
        columns("french_euros", "french_days", width=6),
        columns("foreign_euros", "foreign_days", width=6),
        Div("summary"),
        Div("themes"),
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(), label=_("Thèmes"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Project
        fields = ["title", "place", "since", "until", *MEANS, "summary", "themes"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, themes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].choices = themes
        for name in MEANS:
            self.fields[name].help_text = UNKNOWN_IS_EMPTY
        self.fields["until"].help_text = ""  # said once, beside the beginning


class ProjectFormSet(PartFormSet):
    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "themes": self.themes}

    @cached_property
    def themes(self):
        """Read once for all the rows."""
        return ThemeTree().indented_choices()
