from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import TimestampedModel
from delegations.enums import SpokenLanguage
from delegations.models.delegations import NO_PASSPORT
from delegations.models.querysets import signed_in
from directory.models import Organisation, Theme


class HostingProfileQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The network knows what each authority can host."""
        return self if signed_in(user) and user.in_network else self.none()


@tracked()
class HostingProfile(TimestampedModel):
    """What an authority can host: on which themes, how often, in which languages; CUF asks those who can."""

    organisation = models.OneToOneField(
        Organisation, verbose_name=_("organisme"), on_delete=models.CASCADE, related_name="hosting_profile"
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("thèmes"), blank=True, related_name="hosting_profiles")
    capacity_per_month = models.PositiveSmallIntegerField(
        _("délégations par mois, au plus"), null=True, blank=True, help_text=_("Vide s’il n’est pas connu.")
    )
    languages = ArrayField(
        models.CharField(max_length=2, choices=SpokenLanguage),
        verbose_name=_("langues parlées"),
        default=list,
        blank=True,
    )
    note = models.TextField(_("précisions"), blank=True, validators=NO_PASSPORT)

    objects = HostingProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("profil d’accueil")
        verbose_name_plural = _("profils d’accueil")
        ordering = ["organisation__sort_key", "pk"]

    def __str__(self):
        return str(self.organisation)


@tracked()
class ClosedPeriod(models.Model):
    """Days on which an authority hosts nobody: holidays, elections."""

    profile = models.ForeignKey(
        HostingProfile, verbose_name=_("profil d’accueil"), on_delete=models.CASCADE, related_name="closed_periods"
    )
    period = DateRangeField(_("période"))
    label = models.CharField(_("motif"), max_length=120, blank=True, validators=NO_PASSPORT)

    class Meta:
        verbose_name = _("période de fermeture")
        verbose_name_plural = _("périodes de fermeture")
        ordering = ["period", "pk"]
        constraints = [
            models.CheckConstraint(
                name="delegations_closedperiod_some_days",
                condition=Q(period__isempty=False, period__lower_inf=False, period__upper_inf=False),
                violation_error_message=_("Une période de fermeture a un premier et un dernier jour."),
            ),
            ExclusionConstraint(
                name="delegations_closedperiod_said_once",
                expressions=[("profile", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                violation_error_message=_("Une autre fermeture couvre déjà une partie de ces jours."),
            ),
        ]

    def __str__(self):
        return self.label
