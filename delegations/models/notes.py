"""What the requester adds to their request afterwards, by the link to its follow-up."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from delegations.models.delegations import NO_PASSPORT, Delegation
from delegations.models.querysets import PartQuerySet

LONGEST_NOTE = 4000


@tracked()
class RequesterNote(models.Model):
    """One message, kept as it was written."""

    delegation = models.ForeignKey(
        Delegation, verbose_name=_("délégation"), on_delete=models.CASCADE, related_name="requester_notes"
    )
    text = models.TextField(_("message du demandeur"), max_length=LONGEST_NOTE, validators=NO_PASSPORT)
    at = models.DateTimeField(_("le"), default=timezone.now)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("message du demandeur")
        verbose_name_plural = _("messages du demandeur")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="delegations_requesternote_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Écrivez votre message."),
            ),
        ]

    def __str__(self):
        return self.text[:80]
