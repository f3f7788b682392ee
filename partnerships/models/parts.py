from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audiences import audience_reaches
from core.enums import Audience
from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint
from core.history import tracked
from core.models import TimestampedModel
from directory.models import Affiliation, Organisation, Person
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


class ContactQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those named for an audience that the reader belongs to, on a record that they see."""
        seen = Partnership.objects.visible_to(user).order_by().values("pk")
        return self.filter(contacts_reaching(user), partnership__in=seen)


def contacts_reaching(user):
    """What its audience opens; and to a referent the contacts of their own records, CUF's internal ones excepted."""
    reached = audience_reaches(user, group="partnership__group")
    if user.is_authenticated and not user.sees_all:
        mine = user.edited_ids
        own = Q(partnership__french_side__in=mine) | Q(partnership__foreign_side__in=mine)
        reached |= own & ~Q(audience=Audience.INTERNAL)
    return reached


@tracked()
class PartnershipContact(TimestampedModel):
    """Whom to write to about a partnership. A person, not one of their functions: those come and go, and who holds none at
    either side any more is shown no more."""

    partnership = models.ForeignKey(
        Partnership, verbose_name=_("partenariat"), on_delete=models.CASCADE, related_name="contacts"
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("personne"),
        on_delete=models.CASCADE,  # nobody is left to write to
        related_name="partnership_contacts",
    )
    audience = models.CharField(_("visible de"), max_length=10, choices=Audience, default=Audience.GROUP)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact du partenariat")
        verbose_name_plural = _("contacts du partenariat")
        ordering = ["person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_partnershipcontact_named_once",
                fields=["partnership", "person"],
                violation_error_message=_("Cette personne est déjà un contact de ce partenariat."),
            ),
        ]

    def __str__(self):
        return str(self.person)

    def clean(self):
        """Whoever leaves afterwards stays noted, and is shown no more: the rest of the record can still be saved."""
        chosen_now = self._state.adding and self.person_id and self.partnership_id
        if chosen_now and not people_of(self.partnership).filter(person=self.person_id).exists():
            message = _("Cette personne n’a aujourd’hui de fonction dans aucun organisme de ce partenariat.")
            raise ValidationError({"person": message}, code="elsewhere")


def people_of(partnership):
    """The functions held today in the two sides and in the organisations that take part."""
    ours = Q(pk__in=[partnership.french_side_id, partnership.foreign_side_id])
    ours |= Q(participations__partnership=partnership)
    organisations = Organisation.objects.filter(ours).order_by().values("pk")
    return Affiliation.objects.current().filter(organisation__in=organisations, person__erased_at__isnull=True)
