from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint, fuzzy_order_constraint
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


class Person(TimestampedModel):
    civility = models.CharField(_("civilité"), max_length=20, blank=True)
    first_name = models.CharField(_("prénom"), max_length=80, blank=True)
    last_name = models.CharField(pgettext_lazy("personne", "nom"), max_length=80)
    email = models.EmailField(_("adresse électronique"), blank=True, help_text=_("Visible de CUF seulement."))
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

    def __str__(self):
        return f"{self.first_name} {self.last_name}".strip()


class AffiliationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """An elected function is public; the others are for the members of the network."""
        if user.is_authenticated and user.in_network:
            return self
        return self.filter(kind=AffiliationKind.ELECTED)

    def current(self, on=None):
        """What has begun, or may have begun, and is not over on a day; an end known to the month lasts to its last day."""
        day = on or timezone.localdate()
        begun = Q(since__isnull=True) | Q(since__startswith__lte=day)
        return self.filter(begun, Q(until__isnull=True) | Q(until__endswith__gt=day))

    def past(self, on=None):
        return self.filter(until__endswith__lte=on or timezone.localdate())

    def for_listing(self):
        return self.select_related("person").order_by("kind", "person__sort_key", "person__first_name", "pk")


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

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        verbose_name = _("fonction")
        verbose_name_plural = _("fonctions")
        ordering = ["person", "-since__startswith", "pk"]
        constraints = [
            fuzzy_date_constraint("directory_affiliation_since_some_day", "since"),
            fuzzy_date_constraint("directory_affiliation_until_some_day", "until"),
            fuzzy_order_constraint("directory_affiliation_dates_in_order", "since", "until"),
        ]

    def __str__(self):
        return f"{self.person}, {self.function or self.get_kind_display()}, {self.organisation}"
