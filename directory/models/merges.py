from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import tracked

LONGEST_NAME = 300


def kind_of_record():
    return models.ForeignKey(ContentType, verbose_name=_("sorte de fiche"), on_delete=models.PROTECT, related_name="+")


def account(label):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=label,
        on_delete=models.PROTECT,  # who decided is part of the record
        null=True,
        blank=True,
        related_name="+",
    )


class MergeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Merges are the work of those who edit the records."""
        return self if user.is_authenticated and user.edits_records else self.none()

    def for_listing(self):
        return self.select_related("content_type", "merged_by__person", "undone_by__person")


@tracked(exclude=("steps",))
class Merge(models.Model):
    """Two records of one sort that were one: which was kept, who said so, and what was written, so as to take it back."""

    content_type = kind_of_record()
    kept_number = models.PositiveBigIntegerField(_("numéro de la fiche gardée"))
    kept_name = models.CharField(_("fiche gardée"), max_length=LONGEST_NAME)
    absorbed_number = models.PositiveBigIntegerField(_("numéro de la fiche absorbée"))
    absorbed_name = models.CharField(_("fiche absorbée"), max_length=LONGEST_NAME)
    reason = models.TextField(_("raison"))
    merged_by = account(_("fusionné par"))
    merged_at = models.DateTimeField(_("fusionné le"), default=timezone.now)
    steps = models.JSONField(
        _("ce qui a été écrit"),
        default=list,
        blank=True,
        help_text=_("De quoi tout remettre en place, dans l’ordre ; vidé quand la fusion ne s’annule plus."),
    )
    undone_by = account(_("annulé par"))
    undone_at = models.DateTimeField(_("annulé le"), null=True, blank=True)
    undone_reason = models.TextField(_("raison de l’annulation"), blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("fusion")
        verbose_name_plural = _("fusions")
        ordering = ["-merged_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="directory_merge_two_records",
                condition=~Q(kept_number=F("absorbed_number")),
                violation_error_message=_("Une fiche ne se fusionne pas avec elle-même : choisissez-en une autre."),
            ),
            models.CheckConstraint(
                name="directory_merge_for_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Dites en quelques mots pourquoi ces deux fiches n’en font qu’une."),
            ),
            models.CheckConstraint(
                name="directory_merge_undone_means_dated",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True, undone_reason="")
                | (Q(undone_at__isnull=False) & ~Q(undone_reason="")),
                violation_error_message=_("Une fusion annulée dit quand et pourquoi, et elle seule."),
            ),
        ]

    def __str__(self):
        return f"{self.absorbed_name} → {self.kept_name}"

    def get_absolute_url(self):
        return reverse("cufportal:merge_detail", args=[self.pk])

    @property
    def is_undone(self):
        return self.undone_at is not None

    @property
    def can_be_undone(self):
        return not self.is_undone and bool(self.steps)


@tracked()
class AbsorbedRecord(models.Model):
    """A record that is no more since a merge, and the one into which it was folded: its old address leads there."""

    merge = models.ForeignKey(Merge, verbose_name=_("fusion"), on_delete=models.CASCADE, related_name="records")
    content_type = kind_of_record()
    number = models.PositiveBigIntegerField(_("ancien numéro"))
    name = models.CharField(_("fiche absorbée"), max_length=LONGEST_NAME)
    into_number = models.PositiveBigIntegerField(_("numéro de la fiche gardée"))
    into = GenericForeignKey("content_type", "into_number")
    holds = models.BooleanField(_("tient"), default=True, help_text=_("Faux une fois la fusion annulée."))

    class Meta:
        verbose_name = _("fiche absorbée")
        verbose_name_plural = _("fiches absorbées")
        ordering = ["pk"]
        indexes = [models.Index(name="directory_absorbed_into", fields=["content_type", "into_number"])]
        constraints = [
            models.UniqueConstraint(
                name="directory_absorbedrecord_in_one_record",
                fields=["content_type", "number"],
                condition=Q(holds=True),
                violation_error_message=_("Cette fiche est déjà absorbée par une autre."),
            ),
        ]

    def __str__(self):
        return self.name


@tracked()
class NotDuplicates(models.Model):
    """Two records that look alike, and of which somebody who knows said that they are two: they are suggested no more."""

    content_type = kind_of_record()
    first_number = models.PositiveBigIntegerField(_("numéro de la première fiche"))
    second_number = models.PositiveBigIntegerField(_("numéro de la seconde fiche"))
    said_by = account(_("dit par"))
    said_at = models.DateTimeField(_("dit le"), default=timezone.now)

    class Meta:
        verbose_name = _("fiches distinctes")
        verbose_name_plural = _("fiches distinctes")
        ordering = ["-said_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="directory_notduplicates_said_once",
                fields=["content_type", "first_number", "second_number"],
                violation_error_message=_("Il est déjà noté que ces deux fiches sont distinctes."),
            ),
            models.CheckConstraint(
                name="directory_notduplicates_in_order",
                condition=Q(first_number__lt=F("second_number")),
                violation_error_message=_("Deux fiches distinctes se notent la plus petite d’abord."),
            ),
        ]

    def __str__(self):
        return f"{self.first_number} ≠ {self.second_number}"
