from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.constraints import TriggerConstraint
from core.dates import FuzzyDate
from core.enums import Audience
from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint
from core.history import tracked
from core.models import ReviewFlag, TimestampedModel
from core.zones import TimeZoneField
from delegations.enums import (
    DelegationState,
    Detail,
    Direction,
    Payer,
    ReceivedBy,
    SpokenLanguage,
    TerritoryLevel,
)
from delegations.models.querysets import DelegationQuerySet
from delegations.passports import refuse_passport_data
from directory.models import CountryGroup, Organisation, Territory, Theme
from partnerships.models import Partnership

NO_PASSPORT = [refuse_passport_data]
# The days of a stop are those of its own place; what ends at midnight ends the day before.
HOLDS_ITS_STOPS = """NOT EXISTS (
    SELECT FROM delegations_stop AS stop WHERE stop.delegation_id = NEW.id AND stop.state <> 'cancelled' AND (
        NEW.first_day IS NULL
        OR (stop.starts_at AT TIME ZONE stop.time_zone)::date < NEW.first_day
        OR (stop.ends_at AT TIME ZONE stop.time_zone - interval '1 microsecond')::date > NEW.last_day))"""


class ReferenceCounter(models.Model):
    """The last number given in a year. Its row is locked while a number is taken: no hole, no double."""

    year = models.PositiveSmallIntegerField(_("année"), unique=True)
    last = models.PositiveIntegerField(_("dernier numéro"), default=0)

    class Meta:
        verbose_name = _("compteur de références")
        verbose_name_plural = _("compteurs de références")
        ordering = ["-year"]

    def __str__(self):
        return str(self.year)


@tracked()
class Delegation(TimestampedModel):
    """A visit asked for or announced, from its request to what came of it. It holds no passport data."""

    reference = models.CharField(_("référence"), max_length=20, unique=True, editable=False)
    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.PROTECT, related_name="delegations"
    )
    direction = models.CharField(_("sens"), max_length=10, choices=Direction, default=Direction.INCOMING)
    title = models.CharField(_("titre"), max_length=200, blank=True, validators=NO_PASSPORT)
    sender_name = models.CharField(
        _("qui envoie la délégation"), max_length=200, help_text=_("Tel qu’il est écrit."), validators=NO_PASSPORT
    )
    sender = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme qui l’envoie"),
        on_delete=models.PROTECT,
        null=True,  # until somebody has recognised it in the directory
        blank=True,
        related_name="delegations_sent",
    )
    sender_place = models.CharField(
        _("d’où elle vient"), max_length=200, blank=True, help_text=_("Tel qu’il est écrit."), validators=NO_PASSPORT
    )
    sender_territory = models.ForeignKey(
        Territory,
        verbose_name=_("territoire d’où elle vient"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations_sent",
    )
    level = models.CharField(_("niveau"), max_length=12, choices=TerritoryLevel, default=TerritoryLevel.UNKNOWN)
    head_name = models.CharField(_("chef de la délégation"), max_length=200, blank=True, validators=NO_PASSPORT)
    head_function = models.CharField(
        _("fonction du chef de la délégation"), max_length=200, blank=True, validators=NO_PASSPORT
    )
    size = models.PositiveSmallIntegerField(
        _("nombre de personnes"), null=True, blank=True, help_text=_("Vide s’il n’est pas connu.")
    )
    purpose = models.TextField(_("objet de la visite"), blank=True, validators=NO_PASSPORT)
    themes = models.ManyToManyField(Theme, verbose_name=_("thèmes"), blank=True, related_name="delegations")
    wished_words = FuzzyWordsField()
    wished = FuzzyDateField(_("dates souhaitées"), null=True, blank=True)
    dates_flexible = models.BooleanField(
        _("dates souples"), null=True, blank=True, help_text=_("Vide si ce n’est pas dit.")
    )
    first_day = models.DateField(_("premier jour de la visite"), null=True, blank=True)
    last_day = models.DateField(_("dernier jour de la visite"), null=True, blank=True)
    time_zone = TimeZoneField(_("fuseau horaire"))
    languages = ArrayField(
        models.CharField(max_length=2, choices=SpokenLanguage),
        verbose_name=_("langues parlées"),
        default=list,
        blank=True,
    )
    payer = models.CharField(_("qui paie"), max_length=10, choices=Payer, default=Payer.UNKNOWN)
    payer_note = models.CharField(_("précisions sur les frais"), max_length=300, blank=True, validators=NO_PASSPORT)
    wished_hosts = models.TextField(
        _("collectivités souhaitées"), blank=True, help_text=_("Telles qu’elles sont écrites."), validators=NO_PASSPORT
    )
    contact_name = models.CharField(_("nom du contact"), max_length=200, blank=True, validators=NO_PASSPORT)
    contact_email = models.EmailField(_("courriel du contact"), blank=True)
    contact_phone = models.CharField(_("téléphone du contact"), max_length=60, blank=True, validators=NO_PASSPORT)
    language = models.CharField(_("langue du demandeur"), max_length=10, choices=settings.LANGUAGES, default="fr")
    received_on = models.DateField(_("reçue le"), default=timezone.localdate)
    received_by_way = models.CharField(_("reçue par"), max_length=10, choices=ReceivedBy, default=ReceivedBy.FORM)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("saisie par"),
        on_delete=models.PROTECT,
        null=True,  # the requester wrote it
        blank=True,
        related_name="+",
    )
    state = models.CharField(
        _("état"), max_length=12, choices=DelegationState, default=DelegationState.RECEIVED, editable=False
    )
    is_suspect = models.BooleanField(_("douteuse"), default=False, db_default=False)
    suspicion = models.CharField(_("pourquoi elle est douteuse"), max_length=300, blank=True)
    audience = models.CharField(_("visible de"), max_length=10, choices=Audience, default=Audience.INTERNAL)
    detail = models.CharField(
        _("ce qu’en lisent les autres membres"), max_length=10, choices=Detail, default=Detail.SUMMARY
    )
    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partenariat"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations",
    )
    sending_key = models.UUIDField(_("clé d’envoi"), unique=True, null=True, blank=True, editable=False)
    link_version = models.PositiveSmallIntegerField(_("version du lien de suivi"), default=1, editable=False)
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)
    flags = GenericRelation(ReviewFlag)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("délégation")
        verbose_name_plural = _("délégations")
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(name="delegations_group_audience", fields=["group", "audience"]),
            models.Index(name="delegations_state", fields=["state", "received_on"]),
            models.Index(name="delegations_visit", fields=["first_day", "last_day"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="delegations_delegation_reference_reads",
                condition=Q(reference__regex=r"^D-\d{4}-\d{3,}$"),
                violation_error_message=_("Une référence s’écrit comme D-2026-007."),
            ),
            models.CheckConstraint(
                name="delegations_delegation_days_in_order",
                condition=Q(first_day__isnull=True, last_day__isnull=True)
                | Q(first_day__isnull=False, last_day__isnull=False, last_day__gte=F("first_day")),
                violation_error_message=_("Une visite a un premier et un dernier jour, dans cet ordre."),
            ),
            models.CheckConstraint(
                name="delegations_delegation_scheduled_means_dated",
                condition=~Q(state__in=DelegationState.dated_ones())
                | Q(first_day__isnull=False, last_day__isnull=False),
                violation_error_message=_("Une délégation programmée a ses deux jours : datez la visite."),
            ),
            models.CheckConstraint(
                name="delegations_delegation_somebody_comes",
                condition=Q(size__isnull=True) | Q(size__gte=1),
                violation_error_message=_(
                    "Une délégation compte au moins une personne ; laissez vide si vous ne savez pas."
                ),
            ),
            models.CheckConstraint(
                name="delegations_delegation_suspect_until_screened",
                condition=Q(is_suspect=False)
                | Q(state__in=[DelegationState.RECEIVED, DelegationState.REFUSED, DelegationState.CANCELLED]),
                violation_error_message=_("Une demande examinée n’est plus douteuse."),
            ),
            fuzzy_date_constraint("delegations_delegation_wished_some_day", "wished"),
            TriggerConstraint(
                name="delegations_delegation_holds_its_stops",
                columns=("first_day", "last_day"),
                condition=HOLDS_ITS_STOPS,
                violation_error_message=_("Une étape du programme tomberait hors de la visite : déplacez-la d’abord."),
            ),
        ]

    def __str__(self):
        return f"{self.reference} – {self.title or self.sender_name}"

    def get_absolute_url(self):
        return reverse("delegations:delegation_detail", args=[self.pk])

    @property
    def is_open(self):
        return self.state not in DelegationState.ended_ones()

    @property
    def visit(self):
        """The days of the visit as a FuzzyDate, None while they are not known."""
        return FuzzyDate(self.first_day, self.last_day) if self.first_day and self.last_day else None

    @property
    def months(self):
        """The whole months in which the visit falls or is wished: all that the existence of a delegation tells; None unknown."""
        days = self.visit or self.wished
        if not days:
            return None
        return FuzzyDate(days.first.replace(day=1), FuzzyDate.month(days.last.year, days.last.month).last)
