from django.db import models
from django.utils.translation import gettext_lazy as _

from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint
from core.history import tracked
from core.models import TimestampedModel
from directory.models import Organisation
from partnerships.enums import MilestoneKind, ParticipantRole
from partnerships.models.partnerships import Partnership


@tracked()
class Participant(models.Model):
    partnership = models.ForeignKey(
        Partnership, verbose_name=_("partenariat"), on_delete=models.CASCADE, related_name="participants"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisme"), on_delete=models.PROTECT, related_name="participations"
    )
    role = models.CharField(_("rôle"), max_length=10, choices=ParticipantRole, default=ParticipantRole.ASSOCIATE)

    class Meta:
        verbose_name = _("organisme associé")
        verbose_name_plural = _("organismes associés")
        ordering = ["role", "organisation__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_participant_once_per_role",
                fields=["partnership", "organisation", "role"],
                violation_error_message=_("Cet organisme a déjà ce rôle dans le partenariat."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation} ({self.get_role_display()})"


@tracked()
class Milestone(TimestampedModel):
    partnership = models.ForeignKey(
        Partnership, verbose_name=_("partenariat"), on_delete=models.CASCADE, related_name="milestones"
    )
    when_words = FuzzyWordsField()
    when = FuzzyDateField(_("quand"), null=True, blank=True, help_text=_("Vide si la date n’est pas encore connue."))
    kind = models.CharField(_("sorte"), max_length=12, choices=MilestoneKind, default=MilestoneKind.OTHER)
    text = models.CharField(_("jalon"), max_length=300)
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)

    class Meta:
        verbose_name = _("jalon")
        verbose_name_plural = _("jalons")
        ordering = ["when__startswith", "pk"]
        constraints = [
            fuzzy_date_constraint("partnerships_milestone_when_some_day", "when"),
            models.UniqueConstraint(
                name="partnerships_milestone_said_once",
                fields=["partnership", "text"],
                violation_error_message=_("Ce jalon est déjà noté."),
            ),
        ]

    def __str__(self):
        return self.text
