from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator, MinValueValidator
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint, fuzzy_order_constraint
from core.history import tracked
from core.models import TimestampedModel, refuse_loop
from core.uploads import validate_pdf
from partnerships.enums import PartnershipForm

NOT_NEGATIVE = _("Un montant n’est pas négatif ; laissez vide s’il n’est pas connu.")


class AgreementQuerySet(models.QuerySet):
    def with_force(self, on=None):
        """Say of each, as `is_in_force`, whether it binds on a day (today unless told): begun or of unknown beginning,
        not over, and not replaced by one that binds."""
        day = on or timezone.localdate()
        begun = Q(since__isnull=True) | Q(since__startswith__lte=day)
        binds = begun & (Q(until__isnull=True) | Q(until__endswith__gt=day))
        replaced = Exists(self.model.objects.filter(binds, replaces=OuterRef("pk")))
        return self.annotate(is_in_force=Case(When(binds & ~replaced, then=True), default=False))

    def in_force(self, on=None):
        return self.with_force(on).filter(is_in_force=True)


@tracked()
class Agreement(TimestampedModel):
    """What was signed: its object, its provisional amount and its legal life (CGCT, art. L1115-1)."""

    partnership = models.ForeignKey(
        "partnerships.Partnership", verbose_name=_("partenariat"), on_delete=models.CASCADE, related_name="agreements"
    )
    form = models.CharField(_("forme"), max_length=24, choices=PartnershipForm)
    object = models.TextField(_("objet"), blank=True)
    provisional_amount = models.DecimalField(
        _("montant prévisionnel, en euros"),
        max_digits=12,
        decimal_places=2,
        null=True,  # unknown, which is not zero
        blank=True,
        validators=[MinValueValidator(0, NOT_NEGATIVE)],
    )
    deliberated_on = models.DateField(_("délibéré le"), null=True, blank=True)
    signed_words = FuzzyWordsField()
    signed = FuzzyDateField(_("signé"), null=True, blank=True)
    transmitted_on = models.DateField(
        _("transmis au préfet le"), null=True, blank=True, help_text=_("La convention prend effet ce jour-là.")
    )
    since_words = FuzzyWordsField()
    since = FuzzyDateField(_("en vigueur depuis"), null=True, blank=True)
    until_words = FuzzyWordsField()
    until = FuzzyDateField(_("jusqu’à"), null=True, blank=True)
    file = models.FileField(
        _("document"),
        upload_to="agreements/%Y/",
        blank=True,
        validators=[FileExtensionValidator(["pdf"]), validate_pdf],
        help_text=_("Un PDF de 20 Mo au plus."),
    )
    replaces = models.ForeignKey(
        "self", verbose_name=_("remplace"), on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("accord")
        verbose_name_plural = _("accords")
        # What has no known date comes last, not first as PostgreSQL would have it.
        ordering = [F("signed__startswith").desc(nulls_last=True), "-pk"]
        indexes = [
            models.Index(
                "partnership",
                F("signed__startswith").desc(nulls_last=True),
                F("id").desc(),
                name="partnerships_agreement_latest",
            )
        ]
        constraints = [
            fuzzy_date_constraint("partnerships_agreement_signed_some_day", "signed"),
            fuzzy_date_constraint("partnerships_agreement_since_some_day", "since"),
            fuzzy_date_constraint("partnerships_agreement_until_some_day", "until"),
            fuzzy_order_constraint("partnerships_agreement_dates_in_order", "since", "until"),
            models.CheckConstraint(
                name="partnerships_agreement_amount_not_negative",
                condition=Q(provisional_amount__isnull=True) | Q(provisional_amount__gte=0),
                violation_error_message=NOT_NEGATIVE,
            ),
            models.CheckConstraint(
                name="partnerships_agreement_deliberated_before_transmitted",
                condition=Q(deliberated_on__isnull=True)
                | Q(transmitted_on__isnull=True)
                | Q(deliberated_on__lte=F("transmitted_on")),
                violation_error_message=_("Une convention est délibérée avant d’être transmise au préfet."),
            ),
            models.CheckConstraint(
                name="partnerships_agreement_does_not_replace_itself",
                condition=~Q(replaces=F("id")),
                violation_error_message=_("Un accord ne se remplace pas lui-même."),
            ),
        ]

    def __str__(self):
        return self.get_form_display()

    def clean(self):
        if self.replaces and self.replaces.partnership_id != self.partnership_id:
            raise ValidationError({"replaces": _("Un accord n’en remplace qu’un du même partenariat.")})
        refuse_loop(self, "replaces", _("Deux accords ne se remplacent pas l’un l’autre."))

    @property
    def binds(self):
        """Its days hold today; `with_force` also asks that nothing has replaced it."""
        today = timezone.localdate()
        begun = self.since is None or self.since.first <= today
        return begun and (self.until is None or self.until.last >= today)
