from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import TimestampedModel
from core.search import Unaccented
from core.wording import labelled
from directory.enums import MandateRole
from directory.models.organisations import Organisation
from directory.models.people import Person
from directory.models.territories import always, some_day


class CountryGroupQuerySet(models.QuerySet):
    def visible_to(self, user):
        """That a group exists is public."""
        return self

    def with_member(self, organisations):
        """The groups of which one of `organisations` (ids or a subquery) is a member today."""
        today = timezone.localdate()
        current = GroupMembership.objects.filter(organisation__in=organisations, period__contains=today)
        return self.filter(pk__in=current.values("group"))

    def with_member_count(self):
        current = Q(memberships__period__contains=timezone.localdate())
        return self.annotate(member_count=models.Count("memberships", filter=current))


@tracked()
class CountryGroup(TimestampedModel):
    slug = models.SlugField(_("identifiant"), max_length=40, unique=True)
    name = models.CharField(_("nom"), max_length=120)
    country = models.CharField(_("pays"), max_length=2, help_text=_("Code ISO à deux lettres, par exemple CN."))
    description = models.TextField(_("présentation"), blank=True)
    partners = models.ManyToManyField(
        Organisation,
        verbose_name=_("organismes associés"),
        blank=True,
        related_name="groups_supported",
        help_text=_("Ceux qui animent le groupe avec CUF, par exemple Régions de France."),
    )
    sort_key = models.GeneratedField(
        expression=Unaccented("name"), output_field=models.TextField(), db_persist=True, verbose_name=_("clé de tri")
    )

    objects = CountryGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("groupe-pays")
        verbose_name_plural = _("groupes-pays")
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("directory:group_detail", args=[self.slug])


class CurrentQuerySet(models.QuerySet):
    def current(self, on=None):
        return self.filter(period__contains=on or timezone.localdate())

    def past(self, on=None):
        """What is over, the latest first."""
        return self.filter(period__endswith__lte=on or timezone.localdate()).order_by("-period__endswith", "pk")


@tracked()
class GroupMembership(TimestampedModel):
    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisme"), on_delete=models.PROTECT, related_name="memberships"
    )
    period = DateRangeField(_("période"), default=always)

    objects = CurrentQuerySet.as_manager()

    class Meta:
        verbose_name = _("adhésion au groupe")
        verbose_name_plural = _("adhésions au groupe")
        ordering = ["organisation__sort_key", "pk"]
        constraints = [
            ExclusionConstraint(
                name="directory_groupmembership_once_at_a_time",
                expressions=[
                    ("group", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Cet organisme est déjà membre du groupe à ces dates."),
            ),
            some_day("directory_groupmembership_some_day", "period"),
        ]

    def __str__(self):
        return f"{self.organisation} – {self.group}"


@tracked()
class GroupMandate(TimestampedModel):
    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.CASCADE, related_name="mandates"
    )
    person = models.ForeignKey(Person, verbose_name=_("personne"), on_delete=models.PROTECT, related_name="mandates")
    role = models.CharField(_("mandat"), max_length=10, choices=MandateRole)
    period = DateRangeField(_("période"), default=always)

    objects = CurrentQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandat")
        verbose_name_plural = _("mandats")
        ordering = ["role", "pk"]
        constraints = [
            ExclusionConstraint(
                name="directory_groupmandate_one_chair_at_a_time",
                expressions=[("group", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=Q(role=MandateRole.CHAIR),
                violation_error_message=_("Le groupe a déjà une présidence à ces dates."),
            ),
            some_day("directory_groupmandate_some_day", "period"),
        ]

    def __str__(self):
        return labelled(self.get_role_display(), self.person)
