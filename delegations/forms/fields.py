"""Fields that several forms of the delegations share."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from core.dates.fuzzy import FIRST_DAY, LAST_DAY, OUT_OF_BOUNDS
from delegations.enums import SpokenLanguage
from directory.models import Theme
from directory.themes import ThemeTree


def day(label, **options):
    """A day after which there is another: what lasts until midnight ends on it."""
    return forms.DateField(
        label=label,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        validators=[MinValueValidator(FIRST_DAY, OUT_OF_BOUNDS), MaxValueValidator(LAST_DAY, OUT_OF_BOUNDS)],
        **options,
    )


def hour(label, **options):
    return forms.TimeField(label=label, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}), **options)


def lines(label, rows=4, **options):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=10_000, **options)


def spoken_languages():
    return forms.MultipleChoiceField(
        label=_("Langues parlées"),
        choices=SpokenLanguage.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ThemesField(forms.ModelMultipleChoiceField):
    """The themes as boxes, in the order of their tree, which the form asks for once by `show_tree`."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(Theme.objects.all(), label=_("Thèmes"), required=False, **kwargs)

    def show_tree(self):
        self.choices = ThemeTree().indented_choices()
