from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.enums import Audience
from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint, fuzzy_order_constraint
from core.history import tracked
from core.models import ReviewFlag, TimestampedModel
from core.search import french_vector
from directory.models import CountryGroup, Organisation, Theme
from partnerships.enums import ConfirmationMeans, Freshness, PartnershipForm, PartnershipStatus
from partnerships.models.querysets import LISTED, PartnershipQuerySet, stale_before


@tracked(exclude=LISTED)
class Partnership(TimestampedModel):
    """One lasting relation of a pair within a group; what was signed comes and goes, the relation stays."""

    group = models.ForeignKey(
        CountryGroup,
        verbose_name=_("groupe-pays"),
        on_delete=models.PROTECT,
        related_name="partnerships",
        db_index=False,  # two others begin with it
    )
    french_side = models.ForeignKey(
        Organisation,
        verbose_name=_("côté français"),
        on_delete=models.PROTECT,
        related_name="partnerships_as_french_side",
    )
    foreign_side = models.ForeignKey(
        Organisation,
        verbose_name=_("côté étranger"),
        on_delete=models.PROTECT,
        related_name="partnerships_as_foreign_side",
    )
    status = models.CharField(_("état"), max_length=12, choices=PartnershipStatus, default=PartnershipStatus.ACTIVE)
    form_stated = models.CharField(
        _("forme déclarée"),
        max_length=24,
        choices=PartnershipForm,
        blank=True,
        help_text=_("Telle qu’elle est dite, tant qu’aucun accord n’est connu."),
    )
    title = models.CharField(_("titre"), max_length=200, blank=True)
    summary = models.TextField(_("objet"), blank=True)
    since_words = FuzzyWordsField()
    since = FuzzyDateField(_("depuis"), null=True, blank=True)
    until_words = FuzzyWordsField()
    until = FuzzyDateField(_("jusqu’à"), null=True, blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("thèmes"), blank=True, related_name="partnerships")
    audience = models.CharField(_("visible de"), max_length=10, choices=Audience, default=Audience.GROUP)
    source = models.TextField(
        _("source"), blank=True, help_text=_("D’où vient ce que dit la fiche : document, page, date.")
    )
    confirmed_on = models.DateField(_("vérifié le"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("vérifié par"),
        on_delete=models.PROTECT,  # who vouched for it is part of the record
        null=True,
        blank=True,
        related_name="+",
    )
    confirmed_for = models.ForeignKey(
        Organisation, verbose_name=_("au nom de"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_how = models.CharField(_("vérifié comment"), max_length=10, choices=ConfirmationMeans, blank=True)
    flags = GenericRelation(ReviewFlag)
    # The record's own words alone: names are resolved when they are looked for, so that renaming rewrites nothing here.
    own_text = models.GeneratedField(
        expression=french_vector("title", "summary"),
        output_field=SearchVectorField(),
        db_persist=True,
        verbose_name=_("forme de recherche"),
    )
    # The form of the agreement in force (null: none is) and the days on which it stays so (null: nothing was ever signed).
    listed_form = models.CharField(  # noqa: DJ001
        _("forme de l’accord en vigueur"), max_length=24, editable=False, null=True, blank=True
    )
    listed_form_days = DateRangeField(_("jours où elle vaut"), editable=False, null=True, blank=True)
    listed_themes = ArrayField(
        models.BigIntegerField(), verbose_name=_("thèmes, pour les listes"), editable=False, blank=True, default=list
    )

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partenariat")
        verbose_name_plural = _("partenariats")
        ordering = ["french_side__sort_key", "foreign_side__sort_key", "pk"]
        indexes = [
            models.Index(name="partnerships_group_audience", fields=["group", "audience"]),
            models.Index(name="partnerships_status", fields=["status"]),
            models.Index(F("since__startswith"), name="partnerships_since"),
            models.Index(name="partnerships_confirmed", fields=["confirmed_on"]),
            # What waits to be sorted in is read at each search: 512 kB cost it 0.3 ms, and spare an import a fifth of its writing.
            GinIndex(name="partnerships_own_text", fields=["own_text"], fastupdate=True, gin_pending_list_limit=512),
        ]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_partnership_one_per_pair",
                fields=["group", "french_side", "foreign_side"],
                violation_error_message=_(
                    "Ce partenariat existe déjà : rouvrez sa fiche plutôt que d’en faire une seconde."
                ),
            ),
            models.CheckConstraint(
                name="partnerships_partnership_two_sides",
                condition=~Q(french_side=F("foreign_side")),
                violation_error_message=_("Un partenariat lie deux organismes différents."),
            ),
            models.CheckConstraint(
                name="partnerships_partnership_end_means_ended",
                condition=Q(until__isnull=True) | Q(status=PartnershipStatus.ENDED),
                violation_error_message=_("Seul un partenariat terminé porte une date de fin."),
            ),
            models.CheckConstraint(
                name="partnerships_partnership_confirmed_says_how",
                condition=Q(confirmed_on__isnull=True, confirmed_how="", confirmed_by__isnull=True)
                | (Q(confirmed_on__isnull=False) & ~Q(confirmed_how="")),
                violation_error_message=_("Une vérification dit quand et comment elle a été faite."),
            ),
            fuzzy_date_constraint("partnerships_partnership_since_some_day", "since"),
            fuzzy_date_constraint("partnerships_partnership_until_some_day", "until"),
            fuzzy_order_constraint("partnerships_partnership_dates_in_order", "since", "until"),
        ]

    def __str__(self):
        return self.title or f"{self.french_side.place_name} – {self.foreign_side.place_name}"

    def get_absolute_url(self):
        return reverse("partnerships:partnership_detail", args=[self.pk])

    @property
    def sides(self):
        return [self.french_side, self.foreign_side]

    @property
    def is_open(self):
        return self.status != PartnershipStatus.ENDED

    @cached_property
    def form(self):
        """The form of the latest agreement in force, or the form as stated when none is known; "" when neither is.

        Lists read it with the row (`with_form`); elsewhere the agreements should be prefetched.
        """
        binding = [agreement for agreement in self.agreements.all() if agreement.binds]
        replaced = {agreement.replaces_id for agreement in binding}
        return next((agreement.form for agreement in binding if agreement.pk not in replaced), self.form_stated)

    @property
    def form_label(self):
        return PartnershipForm(self.form).label if self.form else ""

    @property
    def status_label(self):
        """As `get_status_display`, which hashes all the words of the choices each time: a list says hundreds."""
        return str(PartnershipStatus(self.status).label)

    @property
    def confirmed_name(self):
        """Who vouches for the record, as anybody may read it: an organisation, never the address of an account."""
        if self.confirmed_for:
            return str(self.confirmed_for)
        return "Cités Unies France" if self.confirmed_how == ConfirmationMeans.OFFICER else ""

    @property
    def freshness(self):
        if self.confirmed_on is None:
            return Freshness.NEVER
        return Freshness.STALE if self.confirmed_on < stale_before() else Freshness.RECENT

    @property
    def is_stale(self):
        return self.freshness == Freshness.STALE
