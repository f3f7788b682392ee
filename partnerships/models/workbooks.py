import hashlib
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5, Cast
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from partnerships.enums import WorkbookFailure, WorkbookState
from partnerships.models.partnerships import Partnership

KEPT = timedelta(days=7)  # since it was made, or could not be


def reach_of(user):
    """A name for what `user` may see, by its condition: it is another one as soon as their rights are."""
    seen = Partnership.objects.visible_to(user).order_by().values("pk").query.sql_with_params()
    return hashlib.sha256(repr(seen).encode()).hexdigest()


class WorkbookOrderQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Its own owner, the team no more than others, until it is over."""
        if not (user.is_authenticated and user.is_active):
            return self.none()
        lasting = Q(state=WorkbookState.WAITING) | Q(updated_at__gt=timezone.now() - KEPT)
        return self.filter(lasting, asked_by=user.pk)

    def waiting(self):
        return self.filter(state=WorkbookState.WAITING)


class WorkbookOrder(TimestampedModel):
    """A list of partnerships asked for as a workbook that is too large to be made while one waits; made by `tick`."""

    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("demandé par"),
        on_delete=models.PROTECT,
        related_name="workbook_orders",
    )
    # As words, not as an address: what names somebody is found in it, and blanked
    filters = models.JSONField(_("filtres de la liste"), default=dict, blank=True)
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES)
    state = models.CharField(_("état"), max_length=8, choices=WorkbookState, default=WorkbookState.WAITING)
    failure = models.CharField(_("pourquoi il n’est pas fait"), max_length=10, choices=WorkbookFailure, blank=True)
    attempts = models.PositiveSmallIntegerField(_("essais"), default=0, db_default=0)
    made_at = models.DateTimeField(_("fait le"), null=True, blank=True)
    row_count = models.PositiveIntegerField(_("partenariats"), null=True, blank=True)  # unknown until it is made
    size = models.PositiveBigIntegerField(_("taille en octets"), null=True, blank=True)
    file = models.FileField(_("classeur"), upload_to="workbooks/", blank=True)
    reach = models.CharField(
        _("droits de lecture"),
        max_length=64,
        blank=True,
        help_text=_("Empreinte de ce que son lecteur pouvait voir : le classeur ne s’ouvre plus quand elle change."),
    )

    objects = WorkbookOrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("classeur demandé")
        verbose_name_plural = _("classeurs demandés")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                F("asked_by"),
                F("language"),
                MD5(Cast("filters", models.TextField())),  # filters may be longer than what an index holds
                name="partnerships_workbookorder_waits_once",
                condition=Q(state=WorkbookState.WAITING),
                violation_error_message=_("Ce classeur est déjà en préparation."),
            ),
            models.CheckConstraint(
                name="partnerships_workbookorder_made_means_file",
                condition=(
                    Q(state=WorkbookState.MADE, made_at__isnull=False, row_count__isnull=False, size__isnull=False)
                    & ~Q(file="")
                )
                | (~Q(state=WorkbookState.MADE) & Q(made_at=None, row_count=None, size=None, file="")),
                violation_error_message=_("Un classeur prêt a un fichier, une taille et une date, et lui seul."),
            ),
            models.CheckConstraint(
                name="partnerships_workbookorder_failed_means_why",
                condition=Q(failure="") ^ Q(state=WorkbookState.FAILED),
                violation_error_message=_("Un classeur qui n’a pas été fait dit pourquoi, et lui seul."),
            ),
        ]

    def __str__(self):
        when = date_format(timezone.localtime(self.created_at), "SHORT_DATETIME_FORMAT")
        return gettext("Classeur demandé le %(when)s") % {"when": when}

    def get_absolute_url(self):
        return reverse("partnerships:workbook_detail", args=[self.pk])

    @property
    def query(self):
        """The filters as the list reads them in its address."""
        query = QueryDict(mutable=True)
        for name, values in self.filters.items():
            query.setlist(name, values)
        return query

    @property
    def is_waiting(self):
        return self.state == WorkbookState.WAITING

    @property
    def is_made(self):
        return self.state == WorkbookState.MADE

    @property
    def expires_at(self):
        return self.updated_at + KEPT
