from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import TimestampedModel, refuse_loop
from core.search import Folded, Unaccented
from directory.enums import CodeSystem, Dataset, NameKind, NameLanguage, TerritoryKind
from directory.naming import english_exonym


def always():
    """The period of what has no known start and no end; see docs/decisions on open periods."""
    return DateRange(None, None)


def some_day(name, field="valid"):
    """Refuse an empty period, which would escape every exclusion and which no day would ever find."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__isempty": False}),
        violation_error_message=_("La période ne contient aucun jour."),
    )


class TerritoryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Territories are public facts."""
        return self

    def current(self, on=None):
        return self.filter(valid__contains=on or timezone.localdate())

    def with_code(self, system, code, on=None):
        """The one territory that holds `code` on a day (today unless told); codes move, territories stay."""
        day = on or timezone.localdate()
        return self.filter(codes__system=system, codes__code=code, codes__valid__contains=day)

    def for_listing(self):
        return self.select_related("parent")

    def named(self):
        """With what a choice needs to be written in the active language, and no more."""
        return self.select_related(None).only("name", "name_zh", "country")


def shown_name(name, name_zh, country):
    """What a territory of these names is called in the active language."""
    language = (get_language() or "fr")[:2]
    if language == "zh" and name_zh:
        return name_zh
    return english_exonym(name) if language == "en" and country != "FR" else name


@tracked(additions=False)
class Territory(TimestampedModel):
    country = models.CharField(
        _("pays"), max_length=2, validators=[RegexValidator("^[A-Z]{2}$", _("Deux lettres capitales, par exemple FR."))]
    )
    kind = models.CharField(_("nature"), max_length=40, choices=TerritoryKind)
    level = models.PositiveSmallIntegerField(
        _("niveau"),
        help_text=_(
            "1 : région ou province ; 2 : département ou ville-préfecture ; 3 : intercommunalité, district ; 4 : commune."
        ),
        validators=[MinValueValidator(1), MaxValueValidator(4)],
    )
    name = models.CharField(_("nom en français"), max_length=200)
    name_zh = models.CharField(_("nom en chinois"), max_length=100, blank=True)
    name_latin = models.CharField(
        _("nom en lettres latines"), max_length=200, blank=True, help_text=_("Pinyin, sans tons.")
    )
    sort_key = models.GeneratedField(
        expression=Unaccented("name"), output_field=models.TextField(), db_persist=True, verbose_name=_("clé de tri")
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("territoire parent"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successeur"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
    )
    intercommunality = models.ForeignKey(
        "self",
        verbose_name=_("intercommunalité"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="members",
    )
    valid = DateRangeField(_("existe"), default=always)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    dataset = models.CharField(
        _("jeu de données"),
        max_length=20,
        choices=Dataset,
        blank=True,
        db_default="",
        help_text=_("Vide pour un territoire ajouté à la main ; le chargement ne touche qu’aux siens."),
    )

    objects = TerritoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("territoire")
        verbose_name_plural = _("territoires")
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(name="directory_territory_sort", fields=["sort_key"]),
            models.Index(name="directory_territory_kind", fields=["country", "kind"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="directory_territory_latitude_on_earth",
                condition=Q(latitude__isnull=True) | Q(latitude__range=(-90, 90)),
                violation_error_message=_("La latitude va de −90 à 90."),
            ),
            models.CheckConstraint(
                name="directory_territory_longitude_on_earth",
                condition=Q(longitude__isnull=True) | Q(longitude__range=(-180, 180)),
                violation_error_message=_("La longitude va de −180 à 180."),
            ),
            models.CheckConstraint(
                name="directory_territory_not_its_own_parent",
                condition=~Q(parent=F("id")),
                violation_error_message=_("Un territoire n’est pas son propre parent."),
            ),
            some_day("directory_territory_some_day"),
            models.CheckConstraint(
                name="directory_territory_successor_means_closed",
                condition=Q(successor__isnull=True) | Q(valid__upper_inf=False),
                violation_error_message=_("Seul un territoire qui a cessé d’exister a un successeur."),
            ),
        ]

    def __str__(self):
        return shown_name(self.name, self.name_zh, self.country)

    def get_absolute_url(self):
        return reverse("directory:territory_detail", args=[self.pk])

    def clean(self):
        refuse_loop(self, "parent", _("Ce territoire contient déjà celui-là : choisissez un autre parent."))

    @property
    def name_beside(self):
        """The Chinese name that stands beside the name; "" where it is itself the name shown."""
        return "" if str(self) == self.name_zh else self.name_zh

    @property
    def is_french(self):
        return self.country == "FR"

    @property
    def is_current(self):
        return self.valid.upper is None or self.valid.upper > timezone.localdate()

    @property
    def chain(self):
        """The territories in which this one lies, the widest first."""
        above, found = self.parent, []
        while above is not None:
            found.append(above)
            above = above.parent
        return found[::-1]

    @property
    def coordinates(self):
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)


class ValidQuerySet(models.QuerySet):
    def current(self, on=None):
        return self.filter(valid__contains=on or timezone.localdate())


DISPLAYED = (
    *(NameKind.OFFICIAL, NameKind.AUTHORITY, NameKind.SHORT, NameKind.EXONYM, NameKind.ALIAS),
    NameKind.FORMER,
)


class NameQuerySet(ValidQuerySet):
    def for_listing(self):
        """What it is called, then what it is also called, then what it was called."""
        rank = Case(*(When(kind=kind, then=Value(at)) for at, kind in enumerate(DISPLAYED)))
        return self.order_by(rank, "language", "text", "pk")


@tracked(additions=False)
class TerritoryName(models.Model):
    """Every name under which people look for a territory, with the days on which it was in use."""

    territory = models.ForeignKey(
        Territory, verbose_name=_("territoire"), on_delete=models.CASCADE, related_name="names"
    )
    text = models.CharField(_("nom"), max_length=200)
    language = models.CharField(_("langue"), max_length=8, choices=NameLanguage, default=NameLanguage.FRENCH)
    kind = models.CharField(_("sorte"), max_length=10, choices=NameKind, default=NameKind.ALIAS)
    valid = DateRangeField(_("en usage"), default=always)
    dataset = models.CharField(_("jeu de données"), max_length=20, choices=Dataset, blank=True, db_default="")
    folded = models.GeneratedField(
        expression=Folded("text"),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("forme de recherche"),
    )

    objects = NameQuerySet.as_manager()

    REFUSED_AT = {"directory_territoryname_said_once": "text"}

    class Meta:
        verbose_name = _("nom de territoire")
        verbose_name_plural = _("noms de territoire")
        ordering = ["kind", "text", "pk"]
        indexes = [
            GinIndex(OpClass("folded", name="gin_trgm_ops"), name="directory_territoryname_trgm"),
            models.Index(name="directory_territoryname_folded", fields=["folded"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="directory_territoryname_said_once",
                fields=["territory", "text", "language", "kind"],
                violation_error_message=_("Ce nom est déjà noté pour ce territoire."),
            ),
            some_day("directory_territoryname_some_day"),
        ]

    def __str__(self):
        return self.text


@tracked(additions=False)
class TerritoryCode(models.Model):
    """A code held by a territory for a period; the same code may pass to another territory later."""

    territory = models.ForeignKey(
        Territory, verbose_name=_("territoire"), on_delete=models.CASCADE, related_name="codes"
    )
    system = models.CharField(_("nomenclature"), max_length=20, choices=CodeSystem)
    code = models.CharField(_("code"), max_length=20)
    valid = DateRangeField(_("en vigueur"), default=always)

    REFUSED_AT = {"directory_territorycode_one_holder_per_code_and_day": "code"}

    class Meta:
        verbose_name = _("code de territoire")
        verbose_name_plural = _("codes de territoire")
        ordering = ["system", "code", "pk"]
        indexes = [models.Index(name="directory_territorycode_code", fields=["code", "system"])]
        constraints = [
            ExclusionConstraint(
                name="directory_territorycode_one_holder_per_code_and_day",
                expressions=[
                    ("system", RangeOperators.EQUAL),
                    ("code", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Ce code désigne déjà un autre territoire à ces dates."),
            ),
            some_day("directory_territorycode_some_day"),
        ]

    def __str__(self):
        return f"{self.get_system_display()} {self.code}"
