from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import TimestampedModel
from core.wording import labelled
from directory.models import CountryGroup, Organisation, Person
from partnerships.enums import CampaignState, ChangeState, RequestState, VerifiedField
from partnerships.models.partnerships import Partnership

LONGEST_WORDS = 4000


class CampaignQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The team alone: whom it writes to, and what they answer before anything of it is accepted."""
        return self if user.is_authenticated and user.sees_all else self.none()

    def running(self):
        """Sent, and still taking answers today."""
        return self.filter(sent_at__isnull=False, closed_at__isnull=True, answer_by__gte=timezone.localdate())

    def for_listing(self):
        return (
            self.select_related("group")
            .annotate(
                asked_count=Count("requests"),
                answered_count=Count("requests", filter=~Q(requests__state=RequestState.ASKED)),
                to_review_count=Count("requests", filter=Q(requests__state=RequestState.ANSWERED)),
            )
            .order_by("-created_at", "-pk")
        )


@tracked()
class VerificationCampaign(TimestampedModel):
    """Authorities of a group are asked, by one letter, whether what the portal says of them is still true."""

    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.PROTECT, related_name="verification_campaigns"
    )
    title = models.CharField(_("titre"), max_length=120, help_text=_("Par exemple : vérification de l’année 2027."))
    message = models.TextField(
        _("message"),
        blank=True,
        validators=[MaxLengthValidator(LONGEST_WORDS)],
        help_text=_("Il ouvre la lettre ; le lien, la date et les fiches suivent d’eux-mêmes."),
    )
    answer_by = models.DateField(_("réponse attendue le"), help_text=_("Les liens s’ouvrent jusqu’à ce jour compris."))
    sent_at = models.DateTimeField(_("envoyée le"), null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("envoyée par"),
        on_delete=models.PROTECT,  # who wrote to the network is part of the record
        null=True,
        blank=True,
        related_name="+",
    )
    closed_at = models.DateTimeField(_("close le"), null=True, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campagne de vérification")
        verbose_name_plural = _("campagnes de vérification")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_verificationcampaign_one_of_a_title",
                fields=["group", "title"],
                violation_error_message=_("Une campagne de ce groupe porte déjà ce titre : choisissez-en un autre."),
            ),
            models.CheckConstraint(
                name="partnerships_verificationcampaign_closed_once_sent",
                condition=Q(closed_at__isnull=True) | Q(sent_at__isnull=False),
                violation_error_message=_("Une campagne se clôt une fois envoyée."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("partnerships:campaign_detail", args=[self.pk])

    @property
    def state(self):
        if self.sent_at is None:
            return CampaignState.DRAFT
        return CampaignState.CLOSED if self.closed_at else CampaignState.RUNNING

    @property
    def is_draft(self):
        return self.state == CampaignState.DRAFT

    @property
    def is_running(self):
        return self.state == CampaignState.RUNNING

    @property
    def is_late(self):
        return self.is_running and self.answer_by < timezone.localdate()


class RequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.is_authenticated and user.sees_all else self.none()

    def to_review(self):
        return self.filter(state=RequestState.ANSWERED)

    def unanswered(self):
        return self.filter(state=RequestState.ASKED)

    def for_listing(self):
        return self.select_related("campaign__group", "organisation__territory", "answered_by").order_by(
            "organisation__sort_key", "pk"
        )


@tracked()
class VerificationRequest(TimestampedModel):
    """One authority asked in a campaign, and what became of it."""

    campaign = models.ForeignKey(
        VerificationCampaign, verbose_name=_("campagne"), on_delete=models.CASCADE, related_name="requests"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisme"), on_delete=models.PROTECT, related_name="verification_requests"
    )
    state = models.CharField(_("état"), max_length=10, choices=RequestState, default=RequestState.ASKED)
    link_version = models.PositiveSmallIntegerField(_("version du lien"), default=1, editable=False)
    sent_at = models.DateTimeField(
        _("envoyée le"),
        null=True,  # there was nobody to write to
        blank=True,
    )
    reminders = models.PositiveSmallIntegerField(_("relances"), default=0)
    reminded_at = models.DateTimeField(_("relancée le"), null=True, blank=True)
    answered_at = models.DateTimeField(_("réponse reçue le"), null=True, blank=True)
    answered_by = models.ForeignKey(
        Person,
        verbose_name=_("réponse donnée par"),
        on_delete=models.PROTECT,
        null=True,  # retention takes the name away
        blank=True,
        related_name="verifications_answered",
    )
    comment = models.TextField(_("commentaire"), blank=True, validators=[MaxLengthValidator(LONGEST_WORDS)])

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("demande de vérification")
        verbose_name_plural = _("demandes de vérification")
        ordering = ["campaign", "organisation__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_verificationrequest_once_in_a_campaign",
                fields=["campaign", "organisation"],
                violation_error_message=_("Cet organisme est déjà sollicité dans cette campagne."),
            ),
            models.CheckConstraint(
                name="partnerships_verificationrequest_answered_means_dated",
                condition=Q(state=RequestState.ASKED, answered_at__isnull=True)
                | (~Q(state=RequestState.ASKED) & Q(answered_at__isnull=False)),
                violation_error_message=_("Une réponse reçue porte sa date, et elle seule."),
            ),
        ]

    def __str__(self):
        return labelled(self.campaign, self.organisation)

    def get_absolute_url(self):
        return reverse("partnerships:verification_review", args=[self.pk])


@tracked()
class VerificationAnswer(TimestampedModel):
    """What an authority says of one record: exact as it stands, or not."""

    request = models.ForeignKey(
        VerificationRequest, verbose_name=_("demande"), on_delete=models.CASCADE, related_name="answers"
    )
    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partenariat"),
        on_delete=models.CASCADE,  # what was said of a record goes with it
        related_name="verification_answers",
    )
    is_exact = models.BooleanField(_("tout est exact"))
    comment = models.TextField(_("commentaire"), blank=True, validators=[MaxLengthValidator(LONGEST_WORDS)])

    class Meta:
        verbose_name = _("réponse de vérification")
        verbose_name_plural = _("réponses de vérification")
        ordering = ["request", "partnership__french_side__sort_key", "partnership__foreign_side__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_verificationanswer_once_per_record",
                fields=["request", "partnership"],
                violation_error_message=_("Cette fiche a déjà sa réponse dans cette demande."),
            ),
        ]

    def __str__(self):
        return str(self.partnership)


@tracked()
class ProposedChange(TimestampedModel):
    """One field that an authority says otherwise; `before` and `value` as `verification.values` writes them."""

    answer = models.ForeignKey(
        VerificationAnswer, verbose_name=_("réponse"), on_delete=models.CASCADE, related_name="changes"
    )
    field = models.CharField(_("champ"), max_length=20, choices=VerifiedField)
    before = models.JSONField(_("ce que disait la fiche"), default=str, blank=True)
    value = models.JSONField(_("ce que dit la collectivité"), default=str, blank=True)
    state = models.CharField(_("décision"), max_length=10, choices=ChangeState, default=ChangeState.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("décidé par"),
        on_delete=models.PROTECT,  # who decided is part of the record
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("décidé le"), null=True, blank=True)
    reason = models.TextField(_("raison"), blank=True)

    class Meta:
        verbose_name = _("correction proposée")
        verbose_name_plural = _("corrections proposées")
        ordering = ["answer", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_proposedchange_once_per_field",
                fields=["answer", "field"],
                violation_error_message=_("Ce champ a déjà une correction proposée dans cette réponse."),
            ),
            models.CheckConstraint(
                name="partnerships_proposedchange_decided_means_dated",
                condition=Q(state=ChangeState.WAITING, decided_at__isnull=True)
                | (~Q(state=ChangeState.WAITING) & Q(decided_at__isnull=False)),
                violation_error_message=_("Une décision porte sa date, et elle seule."),
            ),
        ]

    def __str__(self):
        return self.get_field_display()
