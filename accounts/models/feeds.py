from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.users import User


class FeedLink(models.Model):
    """The secret link by which a person's calendar program reads their agenda without signing in; one of them works."""

    user = models.ForeignKey(User, verbose_name=_("compte"), on_delete=models.CASCADE, related_name="feed_links")
    created_at = models.DateTimeField(_("créé le"), default=timezone.now, editable=False)
    revoked_at = models.DateTimeField(_("révoqué le"), null=True, blank=True)

    class Meta:
        verbose_name = _("lien d’abonnement à l’agenda")
        verbose_name_plural = _("liens d’abonnement à l’agenda")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="accounts_feedlink_one_that_works_per_account",
                fields=["user"],
                condition=Q(revoked_at__isnull=True),
                violation_error_message=_("Ce compte a déjà un lien : remplacez-le."),
            ),
            models.CheckConstraint(
                name="accounts_feedlink_revoked_after_it_was_made",
                condition=Q(revoked_at__isnull=True) | Q(revoked_at__gte=F("created_at")),
                violation_error_message=_("Un lien est révoqué après avoir été créé."),
            ),
        ]

    def __str__(self):
        return f"{self.user} – {self.created_at:%d/%m/%Y}"
