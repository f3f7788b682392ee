from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import TimestampedModel
from directory.models import CountryGroup
from partnerships.enums import ImportState, RowLeft, RowOutcome


class TableImportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Imports are the work of those who edit the records."""
        return self if user.is_authenticated and user.edits_records else self.none()

    def for_listing(self):
        return self.select_related("group", "created_by__person")


def by(label):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=label, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


@tracked(exclude=("answers", "records_read"))
class TableImport(TimestampedModel):
    """A spreadsheet of partnerships; the file itself is not kept, its sha256 is, and its lines for a while."""

    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.PROTECT, related_name="table_imports"
    )
    name = models.CharField(_("nom du fichier"), max_length=200, blank=True)
    kind = models.CharField(_("sorte de fichier"), max_length=4)
    sha256 = models.CharField(_("empreinte"), max_length=64)
    state = models.CharField(_("état"), max_length=8, choices=ImportState, default=ImportState.READ)
    header_line = models.PositiveIntegerField(_("ligne des titres"), default=1)
    row_count = models.PositiveIntegerField(_("lignes"), default=0)
    rows_read = models.PositiveIntegerField(_("lignes relues"), default=0)
    columns = ArrayField(models.CharField(max_length=200), verbose_name=_("colonnes"))
    mapping = models.JSONField(
        _("colonnes choisies"), default=dict, blank=True, help_text=_("Pour chaque champ, le rang de sa colonne.")
    )
    keeps_mapping = models.BooleanField(_("colonnes retenues pour la prochaine fois"), default=False)
    answers = models.JSONField(
        _("choix faits"), default=dict, blank=True, help_text=_("Pour chaque nom qui en désigne plusieurs, lequel.")
    )
    records_read = models.CharField(
        _("fiches à l’essai"),
        max_length=32,
        blank=True,
        default="",
        db_default="",
        help_text=_("Empreinte des fiches que l’essai a lues : si elle a changé, il est refait avant d’enregistrer."),
    )
    made = models.JSONField(
        _("collectivités créées"), default=list, blank=True, help_text=_("Numéros de celles que l’import a faites.")
    )
    created_by = by(_("importé par"))
    applied_by = by(_("enregistré par"))
    applied_at = models.DateTimeField(_("enregistré le"), null=True, blank=True)
    undone_by = by(_("annulé par"))
    undone_at = models.DateTimeField(_("annulé le"), null=True, blank=True)

    objects = TableImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import de tableau")
        verbose_name_plural = _("imports de tableaux")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="partnerships_tableimport_applied_means_dated",
                condition=Q(applied_at__isnull=True, state__in=["read", "checking", "checked"])
                | Q(applied_at__isnull=False, state__in=["applied", "undone"]),
                violation_error_message=_("Un import enregistré porte la date de l’enregistrement, et lui seul."),
            ),
            models.CheckConstraint(
                name="partnerships_tableimport_undone_means_dated",
                condition=Q(undone_at__isnull=True) ^ Q(state=ImportState.UNDONE),
                violation_error_message=_("Un import annulé porte la date de l’annulation, et lui seul."),
            ),
        ]

    def __str__(self):
        return self.name or self.sha256[:12]

    def get_absolute_url(self):
        return reverse("partnerships:table_import_detail", args=[self.pk])

    @property
    def may_change(self):
        """Its columns and its choices may still be changed."""
        return self.state in {ImportState.READ, ImportState.CHECKING, ImportState.CHECKED}

    @property
    def raised_by(self):
        """The name under which it raises doubts on records."""
        return f"import de tableau n° {self.pk}"

    def counts(self):
        """How many of its lines have each outcome, and how many a doubt."""
        counted = self.rows.order_by().values("outcome").annotate(n=Count("pk"), doubted=Count("pk", ~Q(doubts=[])))
        found = {line["outcome"]: line["n"] for line in counted}
        doubted = sum(line["doubted"] for line in counted)
        return {value: found.get(value, 0) for value in RowOutcome.values} | {"doubted": doubted}


class TableRow(models.Model):
    """One line of the file: what it says, what it would do, what it did. Lines are written and matched by SQL, in sets.

    Records are named by their numbers, which no constraint watches: a line must never stand in the way of a record.
    """

    table_import = models.ForeignKey(
        TableImport,
        verbose_name=_("import"),
        on_delete=models.CASCADE,
        related_name="rows",
        db_index=False,  # the constraint's begins with it
    )
    line = models.PositiveIntegerField(_("ligne"))
    cells = models.JSONField(_("cases"), default=list, blank=True)
    parsed = models.JSONField(_("valeurs lues"), default=dict, db_default={}, blank=True)
    problems = models.JSONField(
        _("refus"),
        default=list,
        db_default=[],
        blank=True,
        help_text=_("Liste de [champ, règle, ce qui est écrit, précision]."),
    )
    doubts = models.JSONField(_("doutes"), default=list, db_default=[], blank=True)
    outcome = models.CharField(_("effet"), max_length=8, choices=RowOutcome, blank=True, default="", db_default="")
    french = models.CharField(
        _("côté français"),
        max_length=24,
        blank=True,
        default="",
        db_default="",
        help_text=_("t et un numéro de territoire, ou o et un numéro d’organisme."),
    )
    foreign = models.CharField(_("côté étranger"), max_length=24, blank=True, default="", db_default="")
    partnership_number = models.BigIntegerField(_("numéro du partenariat"), null=True, blank=True)
    changes = models.JSONField(
        _("changements"), default=dict, db_default={}, blank=True, help_text=_("Pour chaque champ, [avant, après].")
    )
    left = models.CharField(
        _("laissé à l’annulation"), max_length=16, choices=RowLeft, blank=True, default="", db_default=""
    )
    created_at = models.DateTimeField(_("lue le"), auto_now_add=True, db_default=Now())

    class Meta:
        verbose_name = _("ligne de tableau")
        verbose_name_plural = _("lignes de tableau")
        ordering = ["line", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_tablerow_line_once",
                fields=["table_import", "line"],
                violation_error_message=_("Cette ligne du tableau est déjà lue."),
            )
        ]

    def __str__(self):
        return f"{self.table_import_id} / {self.line}"
