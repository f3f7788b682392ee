"""The programme of a visit, and what came of it."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Case, F, Func, Q, When
from django.utils.translation import gettext_lazy as _

from core.constraints import TriggerConstraint
from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint
from core.history import tracked
from core.models import TimestampedModel
from core.wording import labelled
from core.zones import TimeZoneField
from delegations.enums import CommitmentState, Detail, Interpreter, StopState
from delegations.models.delegations import NO_PASSPORT, Delegation
from delegations.models.querysets import PartQuerySet
from directory.models import Organisation, Territory

# Locks the visit: two who write at once, one its days, the other a stop, see each other.
WITHIN_ITS_VISIT = """NEW.state = 'cancelled' OR EXISTS (
    SELECT FROM delegations_delegation AS delegation WHERE delegation.id = NEW.delegation_id
        AND (NEW.starts_at AT TIME ZONE NEW.time_zone)::date >= delegation.first_day
        AND (NEW.ends_at AT TIME ZONE NEW.time_zone - interval '1 microsecond')::date <= delegation.last_day
    FOR SHARE)"""


class StopQuerySet(PartQuerySet):
    def live(self):
        return self.exclude(state=StopState.CANCELLED)

    def for_listing(self):
        return self.select_related("delegation", "host__territory", "place")


@tracked()
class Stop(TimestampedModel):
    """Where the delegation is received, from when to when; it is never at two places at once."""

    delegation = models.ForeignKey(
        Delegation, verbose_name=_("délégation"), on_delete=models.CASCADE, related_name="stops"
    )
    title = models.CharField(_("intitulé"), max_length=200, validators=NO_PASSPORT)
    host = models.ForeignKey(
        Organisation,
        verbose_name=_("hôte"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegation_stops",
    )
    place = models.ForeignKey(
        Territory,
        verbose_name=_("territoire"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegation_stops",
    )
    venue = models.CharField(_("lieu"), max_length=300, blank=True, validators=NO_PASSPORT)
    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"))
    time_zone = TimeZoneField(_("fuseau horaire"))
    during = models.GeneratedField(
        # Without the condition the database would refuse hours in disorder by an error of its own.
        expression=Case(When(ends_at__gt=F("starts_at"), then=Func("starts_at", "ends_at", function="tstzrange"))),
        output_field=DateTimeRangeField(null=True),
        db_persist=True,
        verbose_name=_("durée"),
    )
    contact = models.CharField(
        _("contact sur place"),
        max_length=200,
        blank=True,
        help_text=_("Visible de CUF seulement."),
        validators=NO_PASSPORT,
    )
    interpreter = models.CharField(_("interprète"), max_length=14, choices=Interpreter, default=Interpreter.UNKNOWN)
    notes = models.TextField(_("précisions"), blank=True, validators=NO_PASSPORT)
    state = models.CharField(_("état"), max_length=10, choices=StopState, default=StopState.PLANNED)
    cancelled_why = models.CharField(_("raison de l’annulation"), max_length=300, blank=True, validators=NO_PASSPORT)
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)

    objects = StopQuerySet.as_manager()

    REFUSED_AT = {"delegations_stop_one_place_at_a_time": "starts_at"}

    class Meta:
        verbose_name = _("étape")
        verbose_name_plural = _("étapes du programme")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(name="delegations_stop_hours", fields=["starts_at", "ends_at"])]
        constraints = [
            models.CheckConstraint(
                name="delegations_stop_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("Une étape finit après avoir commencé."),
            ),
            ExclusionConstraint(
                name="delegations_stop_one_place_at_a_time",
                expressions=[("delegation", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=~Q(state=StopState.CANCELLED),
                violation_error_message=_(
                    "La délégation est déjà attendue ailleurs à ces heures : déplacez l’une des deux étapes."
                ),
            ),
            models.CheckConstraint(
                name="delegations_stop_cancelled_says_why",
                condition=Q(state=StopState.CANCELLED) & ~Q(cancelled_why="")
                | ~Q(state=StopState.CANCELLED) & Q(cancelled_why=""),
                violation_error_message=_("Une étape annulée dit pourquoi, et elle seule."),
            ),
            TriggerConstraint(
                name="delegations_stop_within_its_visit",
                columns=("delegation_id", "starts_at", "ends_at", "time_zone", "state"),
                condition=WITHIN_ITS_VISIT,
                violation_error_message=_("Cette étape tombe hors des jours de la visite."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def starts(self):
        """The hour it begins, in the zone of its place."""
        return self.starts_at.astimezone(ZoneInfo(self.time_zone))

    @property
    def ends(self):
        return self.ends_at.astimezone(ZoneInfo(self.time_zone))


@tracked()
class Outcome(TimestampedModel):
    """What came of a visit; without it a delegation is not closed."""

    delegation = models.OneToOneField(
        Delegation, verbose_name=_("délégation"), on_delete=models.CASCADE, related_name="outcome"
    )
    summary = models.TextField(_("bilan"), validators=NO_PASSPORT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("écrit par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("bilan")
        verbose_name_plural = _("bilans")
        ordering = ["-pk"]

    def __str__(self):
        return labelled(_("bilan"), self.delegation.reference)


class CommitmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        delegations = Delegation.objects.readable_at(Detail.FULL, user).order_by()
        return self.filter(outcome__delegation__in=delegations.values("pk"))

    def open(self):
        return self.filter(state=CommitmentState.OPEN)


@tracked()
class Commitment(TimestampedModel):
    outcome = models.ForeignKey(Outcome, verbose_name=_("bilan"), on_delete=models.CASCADE, related_name="commitments")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
    )
    by_whom = models.CharField(
        _("qui s’engage"),
        max_length=200,
        blank=True,
        help_text=_("Si l’organisme n’est pas dans l’annuaire."),
        validators=NO_PASSPORT,
    )
    text = models.TextField(_("engagement"), validators=NO_PASSPORT)
    due_words = FuzzyWordsField()
    due = FuzzyDateField(_("échéance"), null=True, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=CommitmentState, default=CommitmentState.OPEN)
    settled_on = models.DateField(_("réglé le"), null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("engagement")
        verbose_name_plural = _("engagements")
        ordering = ["due__startswith", "pk"]
        constraints = [
            models.CheckConstraint(
                name="delegations_commitment_settled_means_dated",
                condition=Q(state=CommitmentState.OPEN, settled_on__isnull=True)
                | (~Q(state=CommitmentState.OPEN) & Q(settled_on__isnull=False)),
                violation_error_message=_("Un engagement réglé est daté, et lui seul."),
            ),
            models.CheckConstraint(
                name="delegations_commitment_of_somebody",
                condition=Q(organisation__isnull=False) | ~Q(by_whom=""),
                violation_error_message=_("Dites qui s’engage : un organisme, ou son nom."),
            ),
            fuzzy_date_constraint("delegations_commitment_due_some_day", "due"),
        ]

    def __str__(self):
        return self.text
