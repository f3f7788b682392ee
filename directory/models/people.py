from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.enums import Audience
from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint, fuzzy_order_constraint
from core.history import tracked
from core.models import TimestampedModel
from core.search import Unaccented
from directory.enums import AffiliationKind
from directory.models.organisations import Organisation


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Members see the people of the network; a visitor sees those who hold an elected function."""
        if user.is_authenticated and (user.sees_all or user.in_network):
            return self
        return self.filter(affiliations__kind=AffiliationKind.ELECTED).distinct()


@tracked()
class Person(TimestampedModel):
    civility = models.CharField(_("civilité"), max_length=20, blank=True)
    first_name = models.CharField(_("prénom"), max_length=80, blank=True)
    last_name = models.CharField(pgettext_lazy("personne", "nom"), max_length=80)
    email = models.EmailField(_("adresse électronique"), blank=True)
    email_audience = models.CharField(
        _("adresse visible de"),
        max_length=10,
        choices=Audience,
        default=Audience.INTERNAL,
        db_default=Audience.INTERNAL,
    )
    phone = models.CharField(_("téléphone"), max_length=40, blank=True, default="", db_default="")
    phone_audience = models.CharField(
        _("téléphone visible de"),
        max_length=10,
        choices=Audience,
        default=Audience.INTERNAL,
        db_default=Audience.INTERNAL,
    )
    erased_at = models.DateTimeField(_("effacée le"), null=True, blank=True, editable=False)
    sort_key = models.GeneratedField(
        expression=Unaccented("last_name"),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("clé de tri"),
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("personne")
        verbose_name_plural = _("personnes")
        ordering = ["sort_key", "first_name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="directory_person_erased_holds_nothing",
                condition=Q(erased_at__isnull=True) | Q(civility="", first_name="", last_name="", email="", phone=""),
                violation_error_message=_("Une personne effacée ne porte plus ni nom, ni coordonnées."),
            ),
            models.CheckConstraint(
                name="directory_person_has_a_name",
                condition=Q(erased_at__isnull=False) | ~Q(last_name=""),
                violation_error_message=_("Indiquez le nom de la personne."),
            ),
        ]

    def __str__(self):
        return f"{self.first_name} {self.last_name}".strip() or str(_("personne effacée"))


class AffiliationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """An elected function is public; the others are for the members of the network."""
        if user.is_authenticated and user.in_network:
            return self
        return self.filter(kind=AffiliationKind.ELECTED)

    def current(self, on=None):
        """What has begun, or may have begun, and is not over on a day; an end known to the month lasts to its last day.

        Without a day, at this very moment: who left this morning was there today, and is there no more.
        """
        day = on or timezone.localdate()
        begun = Q(since__isnull=True) | Q(since__startswith__lte=day)
        there = self.filter(begun, Q(until__isnull=True) | Q(until__endswith__gt=day))
        return there if on else there.filter(left_at__isnull=True)

    def past(self, on=None):
        over = Q(until__endswith__lte=on or timezone.localdate())
        return self.filter(over if on else over | Q(left_at__isnull=False))

    def for_listing(self):
        return self.select_related("person").order_by("kind", "person__sort_key", "person__first_name", "pk")


@tracked()
class Affiliation(TimestampedModel):
    """What a person does in an organisation, and from when to when."""

    person = models.ForeignKey(
        Person, verbose_name=_("personne"), on_delete=models.CASCADE, related_name="affiliations"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisme"), on_delete=models.PROTECT, related_name="affiliations"
    )
    function = models.CharField(_("fonction"), max_length=200, blank=True)
    kind = models.CharField(_("qualité"), max_length=10, choices=AffiliationKind, default=AffiliationKind.TECHNICAL)
    may_edit = models.BooleanField(
        _("référent"), default=False, help_text=_("Tient à jour les fiches de son organisme.")
    )
    since_words = FuzzyWordsField()
    since = FuzzyDateField(_("depuis"), null=True, blank=True)
    until_words = FuzzyWordsField()
    until = FuzzyDateField(_("jusqu’à"), null=True, blank=True)
    left_at = models.DateTimeField(
        _("départ dit le"),
        null=True,  # most functions end on a day that was known beforehand
        blank=True,
        editable=False,
        help_text=_("Le moment où il a été dit que la personne n’est plus là : ses droits cessent aussitôt."),
    )

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        verbose_name = _("fonction")
        verbose_name_plural = _("fonctions")
        ordering = ["person", "-since__startswith", "pk"]
        constraints = [
            fuzzy_date_constraint("directory_affiliation_since_some_day", "since"),
            fuzzy_date_constraint("directory_affiliation_until_some_day", "until"),
            fuzzy_order_constraint("directory_affiliation_dates_in_order", "since", "until"),
            models.CheckConstraint(
                name="directory_affiliation_left_means_ended",
                condition=Q(left_at__isnull=True) | Q(until__isnull=False),
                violation_error_message=_(
                    "Cette personne a quitté l’organisme : si elle y revient, notez une nouvelle fonction."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.function or self.get_kind_display()}, {self.organisation}"

    def clean(self):
        """Whoever was erased is nobody: no form and no version gives them a function again."""
        if self.person_id and self.person.erased_at:
            raise ValidationError(_("Cette personne est effacée."), code="erased")
