"""What the database refuses after a form has agreed: somebody was quicker, or two new rows contradict each other."""

from contextlib import contextmanager

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "23505": _("Une autre fiche porte déjà ces valeurs : cherchez-la, ou changez ce qui se répète."),
    "23503": _("Une fiche citée ici vient d’être supprimée : rechargez la page et choisissez-en une autre."),
}
OTHERWISE = _("La base de données refuse ces valeurs, qui se contredisent : vérifiez les dates et les doublons.")


def sentence_for(error: IntegrityError):
    """Return the message of the constraint that was broken, in words a person understands."""
    if constraint := constraint_broken(error):
        return constraint.get_violation_error_message()
    return SENTENCES.get(getattr(diagnosis_of(error), "sqlstate", None), OTHERWISE)


def constraint_broken(error: IntegrityError):
    """Return the constraint of ours that the database says was broken, or None."""
    name = getattr(diagnosis_of(error), "constraint_name", None)
    ours = (constraint for model in apps.get_models() for constraint in model._meta.constraints)
    return next((constraint for constraint in ours if constraint.name == name), None)


def diagnosis_of(error):
    return getattr(error.__cause__, "diag", None)


def saved_unless_refused(form):
    """Save a valid form in a transaction and return what it returns; None when the database refuses, which it then says."""
    try:
        with transaction.atomic():
            return form.save()
    except IntegrityError as error:
        form.add_error(None, sentence_for(error))
        return None


@contextmanager
def refusals_said():
    """Write in a savepoint; what the database refuses is raised as a ValidationError that says it in words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise ValidationError(sentence_for(error), code="refused") from error
