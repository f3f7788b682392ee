from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import ConsentPurpose, ErasureState
from accounts.models.users import User
from core.history import tracked
from core.models import TimestampedModel
from directory.models import Person


class ConsentQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(withdrawn_at__isnull=True)


@tracked()
class Consent(models.Model):
    """What a person agreed to, in which words, from when to when. A withdrawn consent stays: it proves what was lawful."""

    person = models.ForeignKey(Person, verbose_name=_("personne"), on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("finalité"), max_length=20, choices=ConsentPurpose)
    text = models.TextField(_("ce qui a été accepté"), help_text=_("Tel que la personne l’a lu."))
    agreed_at = models.DateTimeField(_("accepté le"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("retiré le"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        User,
        verbose_name=_("noté par"),
        on_delete=models.PROTECT,  # the person, or who heard them say so
        related_name="+",
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consentement")
        verbose_name_plural = _("consentements")
        ordering = ["person", "purpose", "-agreed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="accounts_consent_one_in_force_per_purpose",
                fields=["person", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                violation_error_message=_("Ce consentement est déjà donné."),
            ),
            models.CheckConstraint(
                name="accounts_consent_withdrawn_after_it_was_given",
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("agreed_at")),
                violation_error_message=_("Un consentement est retiré après avoir été donné."),
            ),
        ]

    def __str__(self):
        return self.get_purpose_display()


class ErasureQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=ErasureState.ASKED)

    def done(self):
        return self.filter(state=ErasureState.DONE)


@tracked()
class Erasure(TimestampedModel):
    """The wish of somebody that what is held about them be erased, and what came of it. It names nobody.

    `record` is a person, or what else holds data of somebody who is in no directory (the request of a delegation).
    """

    content_type = models.ForeignKey(
        ContentType, verbose_name=_("sorte de fiche"), on_delete=models.PROTECT, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(_("numéro de la fiche"))
    record = GenericForeignKey("content_type", "object_id")
    asked_at = models.DateTimeField(_("demandé le"), default=timezone.now)
    asked_by = models.ForeignKey(
        User,
        verbose_name=_("noté par"),
        on_delete=models.PROTECT,
        null=True,  # asked by a link, without an account
        blank=True,
        related_name="+",
    )
    state = models.CharField(_("état"), max_length=10, choices=ErasureState, default=ErasureState.ASKED)
    decided_at = models.DateTimeField(_("décidé le"), null=True, blank=True)
    decided_by = models.ForeignKey(
        User,
        verbose_name=_("décidé par"),
        on_delete=models.PROTECT,  # who decided is part of the record
        null=True,
        blank=True,
        related_name="+",
    )
    reason = models.TextField(_("raison du refus"), blank=True)
    report = models.JSONField(_("ce qui a été effacé"), default=dict, blank=True)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("effacement")
        verbose_name_plural = _("effacements")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="accounts_erasure_one_waits_per_record",
                fields=["content_type", "object_id"],
                condition=Q(state=ErasureState.ASKED),
                violation_error_message=_("L’effacement de cette fiche est déjà demandé."),
            ),
            models.CheckConstraint(
                name="accounts_erasure_decided_means_dated",
                condition=Q(state=ErasureState.ASKED, decided_at__isnull=True)
                | (~Q(state=ErasureState.ASKED) & Q(decided_at__isnull=False)),
                violation_error_message=_("Un effacement décidé porte la date de la décision, et lui seul."),
            ),
            models.CheckConstraint(
                name="accounts_erasure_refused_for_a_reason",
                condition=~Q(state=ErasureState.REFUSED) | ~Q(reason=""),
                violation_error_message=_("Dites pourquoi l’effacement est refusé : la personne le lira."),
            ),
        ]

    def __str__(self):
        return _("%(noun)s n° %(number)s") % {"noun": self.content_type.name, "number": self.object_id}
