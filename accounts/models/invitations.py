from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.enums import InvitationState, Role
from accounts.models.users import User
from core.history import tracked
from core.models import TimestampedModel
from directory.enums import AffiliationKind
from directory.models import Organisation


class InvitationQuerySet(models.QuerySet):
    def open(self):
        """Neither accepted nor taken back; it may have expired."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True)

    def pending(self):
        return self.open().filter(expires_at__gt=timezone.now())

    def visible_to(self, user):
        """Staff see all; a referent those of the organisations whose records they keep."""
        if not user.is_authenticated:
            return self.none()
        return self if user.sees_all else self.filter(organisation__in=user.edited_ids)

    def for_listing(self):
        return self.select_related("organisation", "invited_by__person", "accepted_by__person")


@tracked()
class Invitation(TimestampedModel):
    """An account offered to a person: for an organisation, or with a role of the team or of a partner, or both."""

    email = models.EmailField(_("adresse électronique"))
    civility = models.CharField(_("civilité"), max_length=20, blank=True)
    first_name = models.CharField(_("prénom"), max_length=80, blank=True)
    last_name = models.CharField(pgettext_lazy("personne", "nom"), max_length=80)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme"),
        on_delete=models.PROTECT,
        null=True,  # CUF's own people
        blank=True,
        related_name="invitations",
    )
    function = models.CharField(_("fonction"), max_length=200, blank=True)
    kind = models.CharField(_("qualité"), max_length=10, choices=AffiliationKind, default=AffiliationKind.TECHNICAL)
    may_edit = models.BooleanField(
        _("référent"), default=False, help_text=_("Tient à jour les fiches de son organisme.")
    )
    role = models.CharField(_("rôle"), max_length=16, choices=Role, blank=True)
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES, default="fr")
    invited_by = models.ForeignKey(
        User,
        verbose_name=_("invité par"),
        on_delete=models.PROTECT,  # who let somebody in is part of the record
        related_name="invitations_sent",
    )
    expires_at = models.DateTimeField(_("valable jusqu’au"))
    accepted_at = models.DateTimeField(_("acceptée le"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        User,
        verbose_name=_("compte"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
    )
    revoked_at = models.DateTimeField(_("reprise le"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                F("organisation"),
                name="accounts_invitation_one_open_per_address",
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                nulls_distinct=False,
                violation_error_message=_("Une invitation attend déjà cette personne : renvoyez-la, ou reprenez-la."),
            ),
            models.CheckConstraint(
                name="accounts_invitation_somewhere",
                condition=Q(organisation__isnull=False) | ~Q(role=""),
                violation_error_message=_("Indiquez un organisme, ou un rôle de l’équipe."),
            ),
            models.CheckConstraint(
                name="accounts_invitation_accepted_by_somebody",
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                violation_error_message=_("Une invitation acceptée dit quand, et par quel compte."),
            ),
            models.CheckConstraint(
                name="accounts_invitation_accepted_or_revoked",
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                violation_error_message=_("Une invitation acceptée ne se reprend plus : clôturez le compte."),
            ),
            models.CheckConstraint(
                name="accounts_invitation_referent_of_an_organisation",
                condition=Q(may_edit=False) | Q(organisation__isnull=False),
                violation_error_message=_("Un référent l’est d’un organisme : indiquez lequel."),
            ),
        ]

    def __str__(self):
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_open(self):
        return self.accepted_at is None and self.revoked_at is None

    @property
    def state(self):
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        return InvitationState.PENDING if self.is_pending else InvitationState.EXPIRED

    @property
    def is_pending(self):
        return self.is_open and self.expires_at > timezone.now()
