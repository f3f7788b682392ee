from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import TimestampedModel
from core.wording import labelled
from directory.models import CountryGroup
from meetings.enums import ProposalKind, ProposalState
from meetings.models.meetings import Meeting

CERTAIN = 0.9  # from this confidence on, and without a doubt, a proposal may be applied unseen


class MinutesImportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The review of imports is the staff's work."""
        return self if user.is_authenticated and user.sees_all else self.none()

    def to_review(self):
        """Those with a proposal that nobody has decided."""
        return self.filter(pk__in=Proposal.objects.pending().values("minutes_import"))

    def for_listing(self):
        pending = Count("proposals", filter=Q(proposals__state=ProposalState.PENDING))
        counted = self.annotate(pending_count=pending, proposal_count=Count("proposals"))
        # A query that counts forgets the order of Meta
        return counted.select_related("group", "meeting").order_by("-created_at", "-pk")


@tracked(exclude=("pages",))
class MinutesImport(TimestampedModel):
    """The text of one imported document, reasons of absence cut out; the file itself is not kept, its sha256 is."""

    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.PROTECT, related_name="imports"
    )
    sha256 = models.CharField(_("empreinte"), max_length=64)
    name = models.CharField(_("nom du fichier"), max_length=200, blank=True)
    kind = models.CharField(_("sorte de document"), max_length=10)
    pages = models.JSONField(_("texte, page par page"), help_text=_("Liste de textes, un par page."))
    meeting = models.ForeignKey(
        Meeting, verbose_name=_("réunion"), on_delete=models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("importé par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = MinutesImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import de compte rendu")
        verbose_name_plural = _("imports de comptes rendus")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="meetings_minutesimport_once_per_group",
                fields=["group", "sha256"],
                violation_error_message=_("Ce fichier a déjà été importé pour ce groupe."),
            ),
        ]

    def __str__(self):
        return self.name or self.sha256[:12]

    def get_absolute_url(self):
        return reverse("meetings:import_review", args=[self.pk])


class ProposalQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(state=ProposalState.PENDING)

    def certain(self):
        return self.filter(confidence__gte=CERTAIN, doubts=[])


@tracked()
class Proposal(models.Model):
    """What one passage of the document would add, until a person accepts, corrects or rejects it."""

    minutes_import = models.ForeignKey(
        MinutesImport, verbose_name=_("import"), on_delete=models.CASCADE, related_name="proposals"
    )
    rank = models.PositiveIntegerField(_("rang"))
    kind = models.CharField(_("sorte"), max_length=12, choices=ProposalKind)
    fields = models.JSONField(_("valeurs lues"), help_text=_("Décrites dans docs/import.md."))
    match = models.JSONField(_("rapprochement"), null=True, blank=True)
    confidence = models.FloatField(_("confiance"))
    doubts = models.JSONField(_("doutes"), default=list, blank=True, help_text=_("Liste de {code, message}."))
    page = models.PositiveSmallIntegerField(_("page"))
    line = models.PositiveIntegerField(_("ligne"))
    excerpt = models.TextField(_("extrait"), blank=True)
    state = models.CharField(_("état"), max_length=10, choices=ProposalState, default=ProposalState.PENDING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("décidé par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("décidé le"), null=True, blank=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    record = GenericForeignKey("content_type", "object_id")

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposition")
        verbose_name_plural = _("propositions")
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(name="meetings_proposal_rank_once", fields=["minutes_import", "rank"]),
            models.CheckConstraint(
                name="meetings_proposal_confidence_a_share",
                condition=Q(confidence__range=(0, 1)),
                violation_error_message=_("La confiance va de 0 à 1."),
            ),
            models.CheckConstraint(
                name="meetings_proposal_decided_means_dated",
                condition=Q(state=ProposalState.PENDING, decided_at__isnull=True)
                | (~Q(state=ProposalState.PENDING) & Q(decided_at__isnull=False)),
                violation_error_message=_("Une proposition décidée porte la date de la décision, et elle seule."),
            ),
        ]

    def __str__(self):
        return labelled(self.get_kind_display(), self.excerpt[:60])

    @property
    def is_certain(self):
        return self.confidence >= CERTAIN and not self.doubts

    @property
    def is_pending(self):
        return self.state == ProposalState.PENDING

    @property
    def confidence_percent(self):
        return round(self.confidence * 100)

    @property
    def headline(self):
        """The few words by which a reader knows the proposal: a label, a name, a title or the first words said."""
        written = self.fields
        name = " ".join(filter(None, (written.get("first_name"), written.get("last_name"))))
        words = (written.get("label"), name, written.get("name"), written.get("title"), written.get("text"))
        return next((word for word in words if word), self.excerpt)[:160]

    @property
    def sides(self):
        """What the sides of a pair were matched with, for the review: dicts of label, name ("" when unknown) and code."""
        labels = {"french": _("Côté français"), "foreign": _("Côté étranger"), "organisation": _("Organisme")}
        match = self.match or {}
        return [{"name": "", **(match[side] or {}), "label": label} for side, label in labels.items() if side in match]
