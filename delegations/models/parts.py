"""What a delegation gathers on its way: documents, changes of state, answers of authorities, opinions."""

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.audiences import audience_reaches
from core.enums import Audience
from core.history import tracked
from core.models import TimestampedModel
from core.uploads import validate_pdf
from delegations.enums import Answer, ApproachOrigin, DelegationState, Detail, OpinionKind
from delegations.models.delegations import NO_PASSPORT, Delegation
from delegations.models.querysets import PartQuerySet, signed_in
from directory.models import Organisation

LEFT_BEHIND = [DelegationState.REFUSED, DelegationState.CANCELLED]


class DelegationDocumentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of delegations read in full: what its own audience opens, and to whom the delegation concerns what is not CUF's."""
        if signed_in(user) and user.sees_all:
            return self
        every = Delegation.objects.order_by()
        reached = audience_reaches(user, group="delegation__group")
        if signed_in(user):
            concerned = every.filter(every.concerning(user)).values("pk")
            reached |= Q(delegation__in=concerned) & ~Q(audience=Audience.INTERNAL)
        return self.filter(reached, delegation__in=every.readable_at(Detail.FULL, user).values("pk"))


@tracked()
class DelegationDocument(TimestampedModel):
    delegation = models.ForeignKey(
        Delegation, verbose_name=_("délégation"), on_delete=models.CASCADE, related_name="documents"
    )
    title = models.CharField(_("titre"), max_length=200, validators=NO_PASSPORT)
    file = models.FileField(
        _("document"),
        upload_to="delegations/%Y/",
        validators=[FileExtensionValidator(["pdf"]), validate_pdf],
        help_text=_("Un PDF de 20 Mo au plus, sans copie de passeport."),
    )
    audience = models.CharField(_("visible de"), max_length=10, choices=Audience, default=Audience.INTERNAL)

    objects = DelegationDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document de délégation")
        verbose_name_plural = _("documents de délégation")
        ordering = ["title", "pk"]

    def __str__(self):
        return self.title


@tracked()
class StateChange(models.Model):
    """One step of a delegation, written by the service that makes it and never changed."""

    delegation = models.ForeignKey(
        Delegation, verbose_name=_("délégation"), on_delete=models.CASCADE, related_name="changes"
    )
    from_state = models.CharField(_("de"), max_length=12, choices=DelegationState, blank=True)
    to_state = models.CharField(_("à"), max_length=12, choices=DelegationState)
    at = models.DateTimeField(_("le"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("par"),
        on_delete=models.PROTECT,  # who decided is part of the record
        null=True,  # the requester, who has no account
        blank=True,
        related_name="+",
    )
    reason = models.TextField(_("raison"), blank=True, validators=NO_PASSPORT)
    message = models.TextField(_("message au demandeur"), blank=True, validators=NO_PASSPORT)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("changement d’état")
        verbose_name_plural = _("changements d’état")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="delegations_statechange_goes_elsewhere",
                condition=~Q(from_state=F("to_state")),
                violation_error_message=_("La délégation est déjà dans cet état."),
            ),
            models.CheckConstraint(
                name="delegations_statechange_begins_received",
                condition=~Q(from_state="") | Q(to_state=DelegationState.RECEIVED),
                violation_error_message=_("Une délégation est d’abord reçue."),
            ),
            models.CheckConstraint(
                name="delegations_statechange_says_why",
                # Who withdraws their own request owes nobody a reason.
                condition=~Q(reason="")
                | (~Q(to_state__in=LEFT_BEHIND) & ~Q(from_state__in=LEFT_BEHIND))
                | Q(by__isnull=True, to_state=DelegationState.CANCELLED),
                violation_error_message=_("Dites en quelques mots pourquoi."),
            ),
            models.CheckConstraint(
                name="delegations_statechange_requester_asks_or_withdraws",
                condition=Q(by__isnull=False) | Q(to_state__in=[DelegationState.RECEIVED, DelegationState.CANCELLED]),
                violation_error_message=_("Le demandeur ne peut que demander une visite ou y renoncer."),
            ),
        ]

    def __str__(self):
        return self.get_to_state_display()


class ApproachQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who was approached is told from the summary on; see `disclosure` for what of each answer."""
        return self.filter(delegation__in=Delegation.objects.readable_at(Detail.SUMMARY, user).order_by().values("pk"))

    def pending(self):
        return self.filter(answer=Answer.PENDING)

    def welcoming(self):
        return self.filter(answer__in=Answer.welcoming_ones())

    def overdue(self, on=None):
        return self.pending().filter(deadline__lt=on or timezone.localdate())

    def for_listing(self):
        return self.select_related("delegation", "organisation__territory")


@tracked()
class Approach(TimestampedModel):
    """One authority asked to host one delegation, and what it answered; each answers for itself."""

    delegation = models.ForeignKey(
        Delegation, verbose_name=_("délégation"), on_delete=models.CASCADE, related_name="approaches"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("collectivité"), on_delete=models.PROTECT, related_name="approaches"
    )
    origin = models.CharField(_("sollicitée"), max_length=10, choices=ApproachOrigin, default=ApproachOrigin.CUF)
    asked_on = models.DateField(_("sollicitée le"), default=timezone.localdate)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("notée par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    deadline = models.DateField(_("réponse attendue le"))
    note = models.TextField(_("mot à la collectivité"), blank=True, validators=NO_PASSPORT)
    answer = models.CharField(_("réponse"), max_length=12, choices=Answer, default=Answer.PENDING)
    conditions = models.TextField(_("conditions ou précisions"), blank=True, validators=NO_PASSPORT)
    service = models.CharField(_("service mobilisé"), max_length=200, blank=True, validators=NO_PASSPORT)
    contact = models.CharField(
        _("contact"), max_length=200, blank=True, help_text=_("Visible de CUF seulement."), validators=NO_PASSPORT
    )
    answered_at = models.DateTimeField(_("répondu le"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("réponse notée par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    reminded_at = models.DateTimeField(_("relancée le"), null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(_("relances"), default=0, db_default=0)

    objects = ApproachQuerySet.as_manager()

    class Meta:
        verbose_name = _("sollicitation")
        verbose_name_plural = _("sollicitations")
        ordering = ["asked_on", "pk"]
        indexes = [models.Index(name="delegations_approach_due", fields=["answer", "deadline"])]
        constraints = [
            models.UniqueConstraint(
                name="delegations_approach_once_per_authority",
                fields=["delegation", "organisation"],
                violation_error_message=_("Cette collectivité est déjà sollicitée pour cette délégation."),
            ),
            models.CheckConstraint(
                name="delegations_approach_answered_means_dated",
                condition=Q(answer=Answer.PENDING, answered_at__isnull=True)
                | (~Q(answer=Answer.PENDING) & Q(answered_at__isnull=False)),
                violation_error_message=_("Une réponse est datée, et elle seule."),
            ),
            models.CheckConstraint(
                name="delegations_approach_time_to_answer",
                condition=Q(deadline__gte=F("asked_on")),
                violation_error_message=_("La réponse ne peut être attendue avant que la question soit posée."),
            ),
            models.CheckConstraint(
                name="delegations_approach_conditional_says_which",
                condition=~Q(answer=Answer.CONDITIONAL) | ~Q(conditions=""),
                violation_error_message=_("Une acceptation sous conditions dit lesquelles."),
            ),
            models.CheckConstraint(
                name="delegations_approach_reminded_means_dated",
                condition=Q(reminders=0, reminded_at__isnull=True) | Q(reminders__gte=1, reminded_at__isnull=False),
                violation_error_message=_("Une relance est datée."),
            ),
        ]

    def __str__(self):
        return str(self.organisation)

    @property
    def is_overdue(self):
        return self.answer == Answer.PENDING and self.deadline < timezone.localdate()


@tracked()
class ApproachAnswer(models.Model):
    """One answer an authority gave; the last one also stands on its approach."""

    approach = models.ForeignKey(
        Approach, verbose_name=_("sollicitation"), on_delete=models.CASCADE, related_name="answers"
    )
    answer = models.CharField(_("réponse"), max_length=12, choices=Answer)
    conditions = models.TextField(_("conditions ou précisions"), blank=True, validators=NO_PASSPORT)
    service = models.CharField(_("service mobilisé"), max_length=200, blank=True, validators=NO_PASSPORT)
    at = models.DateTimeField(_("le"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("par"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("réponse de collectivité")
        verbose_name_plural = _("réponses de collectivités")
        ordering = ["pk"]

    def __str__(self):
        return self.get_answer_display()


@tracked()
class Opinion(TimestampedModel):
    """What a ministry, or another partner, thinks of a delegation."""

    delegation = models.ForeignKey(
        Delegation, verbose_name=_("délégation"), on_delete=models.CASCADE, related_name="opinions"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisme consulté"), on_delete=models.PROTECT, related_name="opinions"
    )
    kind = models.CharField(_("avis"), max_length=12, choices=OpinionKind, default=OpinionKind.ASKED)
    text = models.TextField(_("texte de l’avis"), blank=True, validators=NO_PASSPORT)
    asked_on = models.DateField(_("demandé le"), default=timezone.localdate)
    given_on = models.DateField(_("donné le"), null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noté par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("avis")
        verbose_name_plural = _("avis")
        ordering = ["asked_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="delegations_opinion_once_per_organisation",
                fields=["delegation", "organisation"],
                violation_error_message=_("Cet organisme est déjà consulté sur cette délégation."),
            ),
            models.CheckConstraint(
                name="delegations_opinion_given_means_dated",
                condition=Q(kind=OpinionKind.ASKED, given_on__isnull=True)
                | (~Q(kind=OpinionKind.ASKED) & Q(given_on__isnull=False)),
                violation_error_message=_("Un avis donné est daté, et lui seul."),
            ),
            models.CheckConstraint(
                name="delegations_opinion_given_after_asked",
                condition=Q(given_on__isnull=True) | Q(given_on__gte=F("asked_on")),
                violation_error_message=_("Un avis ne se donne pas avant d’être demandé."),
            ),
        ]

    def __str__(self):
        return str(self.organisation)
