"""What the database refuses after a form has agreed: somebody was quicker, or two new rows contradict each other."""

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


def saved_unless_refused(form):
    """Save a valid form in a transaction and return what it returns; None when the database refuses, which it then says."""
    try:
        with transaction.atomic():
            return form.save()
    except IntegrityError as error:
        form.add_error(None, sentence_for(error))
        return None
