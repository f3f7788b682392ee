from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from core.enums import FlagState


class TimestampedModel(models.Model):
    created_at = models.DateTimeField(_("créé le"), auto_now_add=True, db_default=Now())
    updated_at = models.DateTimeField(_("modifié le"), auto_now=True, db_default=Now())

    class Meta:
        abstract = True


def refuse_loop(record, link, message):
    """Raise ValidationError on `link` when the records it leads to come round again.

    A constraint sees one step only, and already refuses the record that leads to itself.
    """
    step, seen = getattr(record, link), {record.pk}
    if step is None or step.pk == record.pk:
        return
    while step is not None:
        if step.pk in seen:
            raise ValidationError({link: message}, code="loop")
        seen.add(step.pk)
        step = getattr(step, link)


class ReviewFlagQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=FlagState.OPEN)

    def about(self, record):
        return self.filter(content_type=ContentType.objects.get_for_model(record), object_id=record.pk)


class ReviewFlag(TimestampedModel):
    """A doubt about a record: what one source says and what another says, until a person decides."""

    content_type = models.ForeignKey(
        ContentType, verbose_name=_("sorte de fiche"), on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(_("numéro de la fiche"))
    record = GenericForeignKey("content_type", "object_id")
    code = models.SlugField(_("code"), max_length=60)
    message = models.TextField(_("doute"))
    raised_by = models.CharField(_("soulevé par"), max_length=120, help_text=_("La règle ou l’import qui l’a soulevé."))
    state = models.CharField(_("état"), max_length=10, choices=FlagState, default=FlagState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("tranché par"),
        on_delete=models.PROTECT,  # who decided is part of the record
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("tranché le"), null=True, blank=True)
    reason = models.TextField(_("raison"), blank=True)

    objects = ReviewFlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("doute")
        verbose_name_plural = _("doutes")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(name="core_reviewflag_record", fields=["content_type", "object_id"])]
        constraints = [
            models.UniqueConstraint(
                name="core_reviewflag_said_once",
                fields=["content_type", "object_id", "code", "message"],
                violation_error_message=_("Ce doute est déjà noté sur cette fiche."),
            ),
            models.CheckConstraint(
                name="core_reviewflag_decided_means_dated",
                condition=Q(state=FlagState.OPEN, decided_at__isnull=True)
                | (~Q(state=FlagState.OPEN) & Q(decided_at__isnull=False)),
                violation_error_message=_("Un doute tranché porte la date de la décision, et lui seul."),
            ),
        ]

    def __str__(self):
        return self.message
