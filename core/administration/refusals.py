"""What the database refuses after the form has agreed: a constraint between two new rows, or somebody who was quicker."""

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "23505": _("Une autre fiche porte déjà ces valeurs : cherchez-la, ou changez ce qui se répète."),
    "23503": _("Une fiche citée ici vient d’être supprimée : rechargez la page et choisissez-en une autre."),
}
OTHERWISE = _("La base de données refuse ces valeurs, qui se contredisent : vérifiez les dates et les doublons.")


def sentence_for(error: IntegrityError):
    """Return the message of the constraint that was broken, in words a person understands."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return constraint.get_violation_error_message()
    return SENTENCES.get(getattr(diagnosis, "sqlstate", None), OTHERWISE)


class RefusedForm:
    """A form that knows what the database answered, so that the page comes back with its values and the reason."""

    refusal = None

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned


class SaysWhyRefused:
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as error:
            request.refusal = sentence_for(error)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return type(form.__name__, (RefusedForm, form), {"refusal": refusal}) if refusal else form
