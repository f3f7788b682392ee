"""In the administration, what the database refuses comes back with the page and its values."""

from django.db import IntegrityError, transaction

from core.placing import place_of
from core.refusals import constraint_broken, sentence_for


class RefusedForm:
    """A form that knows what the database answered, so that the page comes back with its values and the reason."""

    refusal = broken = None

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(self.place(), self.refusal)
        return cleaned

    def place(self):
        """The field that is to change; None where the refusal is about a row of an inline: which one is not said."""
        model = self._meta.model
        return place_of(self.broken, model, self.fields) if self.broken in model._meta.constraints else None


class SaysWhyRefused:
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as error:
            request.refusal, request.broken = sentence_for(error), constraint_broken(error)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        if not refusal:
            return form
        return type(form.__name__, (RefusedForm, form), {"refusal": refusal, "broken": request.broken})
