"""Languages are ticked, not typed."""

from django import forms

from delegations.enums import SpokenLanguage


class TicksLanguages:
    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name != "languages":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return forms.MultipleChoiceField(
            label=db_field.verbose_name,
            choices=SpokenLanguage,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
