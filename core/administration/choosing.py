"""Fields that choose another record: always by typing, and without one query for each row that shows a choice."""

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

from core.numbers import record_number
from core.placing import RefusedInPlace


class SafeChoice:
    """What was typed in place of a number is shown as no choice: Django would ask the database for it."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [one for one in value if record_number(one) is not None], attr)


class KnownChoice(SafeChoice, AutocompleteSelect):
    """Writes the label of the record that the form already holds; asks the database only for another one."""

    known = None

    def optgroups(self, name, value, attr=None):
        if self.known is None or list(value) != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.known)
        return [(None, [*blank, self.create_option(name, self.known.pk, label, True, len(blank))], 0)]


class ManyChoices(SafeChoice, AutocompleteSelectMultiple):
    pass


class RecordForm(RefusedInPlace, forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownChoice) and getattr(self.instance, f"{name}_id", None):
                # The rows of an inline are peers: the first to ask fetches the related records of all.
                widget.known = getattr(self.instance, name)


class ChosenByTyping:
    """Every relation to a model that can be searched is chosen by typing."""

    form = RecordForm

    def get_autocomplete_fields(self, request):
        opts = self.model._meta
        related = [field for field in (*opts.fields, *opts.many_to_many) if field.is_relation]
        return [
            field.name
            for field in related
            if self.admin_site.is_registered(field.related_model)
            and self.admin_site.get_model_admin(field.related_model).search_fields
        ]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return super().formfield_for_foreignkey(
            db_field, request, **self.choosing(KnownChoice, db_field, request, kwargs)
        )

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(
            db_field, request, **self.choosing(ManyChoices, db_field, request, kwargs)
        )

    def choosing(self, widget, db_field, request, options):
        if "widget" in options or db_field.name not in self.get_autocomplete_fields(request):
            return options
        return {**options, "widget": widget(db_field, self.admin_site, using=options.get("using"))}


class Suggestions(AutocompleteJsonView):
    """The best matches first, each with what tells it from its namesakes."""

    def get_queryset(self):
        found = super().get_queryset()
        return self.model_admin.best_first(found, self.term) if self.term else found

    def serialize_result(self, obj, to_field_name):
        return {"id": str(getattr(obj, to_field_name)), "text": self.model_admin.suggestion(obj)}
