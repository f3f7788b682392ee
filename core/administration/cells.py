from django.forms.models import BaseInlineFormSet


class NamedCells(BaseInlineFormSet):
    """Rows of a table whose fields say their name to those who hear them: the heading of a column is not a label."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            # The admin wraps the list of a relation; the wrapper has no attributes of its own.
            widget = getattr(field.widget, "widget", field.widget)
            if not widget.is_hidden and field.label:
                widget.attrs.setdefault("aria-label", field.label)
