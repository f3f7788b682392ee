from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import TimestampedModel, refuse_loop
from core.search import Folded, Unaccented, joined
from directory.enums import NameKind, NameLanguage, OrganisationKind, TerritoryKind
from directory.models.territories import NameQuerySet, Territory, always, some_day


class OrganisationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Organisations are public bodies; what they do together has audiences of its own."""
        return self

    def authorities(self):
        return self.filter(kind=OrganisationKind.AUTHORITY)

    def french(self):
        return self.filter(territory__country="FR")

    def foreign(self):
        return self.exclude(territory__country="FR").filter(territory__isnull=False)

    def of_group(self, group):
        """The members of a group today."""
        today = timezone.localdate()
        return self.filter(memberships__group=group, memberships__period__contains=today)

    def for_listing(self):
        return self.select_related("territory__parent")


# Written by the database (`directory.0008`) whenever the organisation, its territory or a territory above changes:
# lists of a hundred thousand pairs sort and count by them without climbing the territories each time.
LISTED = ("listed_key", "listed_kind", "listed_country", "listed_level", "listed_top", "listed_second")


@tracked(exclude=LISTED)
class Organisation(TimestampedModel):
    kind = models.CharField(_("nature"), max_length=12, choices=OrganisationKind)
    name = models.CharField(_("nom"), max_length=200)
    acronym = models.CharField(_("sigle"), max_length=30, blank=True)
    name_zh = models.CharField(_("nom en chinois"), max_length=100, blank=True)
    sort_key = models.GeneratedField(
        expression=Unaccented("name"), output_field=models.TextField(), db_persist=True, verbose_name=_("clé de tri")
    )
    territory = models.ForeignKey(
        Territory,
        verbose_name=_("territoire"),
        on_delete=models.PROTECT,
        null=True,  # a ministry or an association has none
        blank=True,
        related_name="organisations",
    )
    folded = models.GeneratedField(
        expression=Folded(joined("name", "name_zh")),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("forme de recherche"),
    )
    listed_key = models.TextField(_("clé de tri du nom montré"), editable=False, default="", db_default="")
    listed_kind = models.TextField(_("nature montrée"), editable=False, default="", db_default="")
    listed_country = models.TextField(_("pays du territoire"), editable=False, default="", db_default="")
    listed_level = models.PositiveSmallIntegerField(_("niveau du territoire"), editable=False, null=True)
    listed_top = models.BigIntegerField(_("région ou province"), editable=False, null=True)
    listed_second = models.BigIntegerField(_("département ou préfecture"), editable=False, null=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("dépend de"), on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    website = models.URLField(_("site"), blank=True)
    cuf_paid_until = models.DateField(_("adhérent de CUF jusqu’au"), null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisme")
        verbose_name_plural = _("organismes")
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(name="directory_organisation_sort", fields=["sort_key"]),
            GinIndex(OpClass("sort_key", name="gin_trgm_ops"), name="directory_organisation_trgm"),
            models.Index(name="directory_organisation_listed", fields=["listed_key"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="directory_organisation_one_authority_per_territory",
                fields=["territory"],
                condition=Q(kind=OrganisationKind.AUTHORITY),
                violation_error_message=_("Ce territoire a déjà sa collectivité dans l’annuaire."),
            ),
            models.CheckConstraint(
                name="directory_organisation_authority_has_territory",
                condition=~Q(kind=OrganisationKind.AUTHORITY) | Q(territory__isnull=False),
                violation_error_message=_("Une collectivité a un territoire : choisissez-le."),
            ),
            models.CheckConstraint(
                name="directory_organisation_not_its_own_parent",
                condition=~Q(parent=F("id")),
                violation_error_message=_("Un organisme ne dépend pas de lui-même."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        refuse_loop(self, "parent", _("Celui-là dépend déjà de cet organisme : choisissez-en un autre."))

    def get_absolute_url(self):
        return reverse("directory:organisation_detail", args=[self.pk])

    @property
    def place_name(self):
        """The short name that a pair shows: the territory of an authority, else the organisation."""
        return str(self.territory) if self.kind == OrganisationKind.AUTHORITY else self.name

    @property
    def place_zh(self):
        return self.territory.name_beside if self.kind == OrganisationKind.AUTHORITY else self.name_zh

    @property
    def place_latin(self):
        return self.territory.name_latin if self.kind == OrganisationKind.AUTHORITY else ""

    @property
    def place_kind(self):
        """The words of the enumeration: `get_kind_display` hashes all of them each time, and a list says hundreds."""
        if self.kind == OrganisationKind.AUTHORITY:
            return str(TerritoryKind(self.territory.kind).label)
        return str(OrganisationKind(self.kind).label)


@tracked()
class OrganisationName(models.Model):
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisme"), on_delete=models.CASCADE, related_name="names"
    )
    text = models.CharField(_("nom"), max_length=200)
    language = models.CharField(_("langue"), max_length=8, choices=NameLanguage, default=NameLanguage.FRENCH)
    kind = models.CharField(_("sorte"), max_length=10, choices=NameKind, default=NameKind.ALIAS)
    valid = DateRangeField(_("en usage"), default=always)
    folded = models.GeneratedField(
        expression=Folded("text"),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("forme de recherche"),
    )

    objects = NameQuerySet.as_manager()

    REFUSED_AT = {"directory_organisationname_said_once": "text"}

    class Meta:
        verbose_name = _("nom d’organisme")
        verbose_name_plural = _("noms d’organisme")
        ordering = ["kind", "text", "pk"]
        indexes = [GinIndex(OpClass("folded", name="gin_trgm_ops"), name="directory_orgname_trgm")]
        constraints = [
            models.UniqueConstraint(
                name="directory_organisationname_said_once",
                fields=["organisation", "text", "language", "kind"],
                violation_error_message=_("Ce nom est déjà noté pour cet organisme."),
            ),
            some_day("directory_organisationname_some_day"),
        ]

    def __str__(self):
        return self.text
