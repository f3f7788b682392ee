from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import TimestampedModel, refuse_loop
from core.search import Unaccented


class ThemeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Themes are a public list."""
        return self

    def roots(self):
        return self.filter(parent__isnull=True)


@tracked()
class Theme(TimestampedModel):
    slug = models.SlugField(_("identifiant"), max_length=80, unique=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("thème parent"), on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    name = models.CharField(_("nom en français"), max_length=120)
    name_en = models.CharField(_("nom en anglais"), max_length=120, blank=True)
    name_zh = models.CharField(_("nom en chinois"), max_length=120, blank=True)
    synonyms = ArrayField(models.CharField(max_length=120), verbose_name=_("synonymes"), default=list, blank=True)
    sdgs = ArrayField(
        models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(17)]),
        verbose_name=_("objectifs de développement durable"),
        help_text=_("Numéros de 1 à 17, séparés par des virgules."),
        default=list,
        blank=True,
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    sort_key = models.GeneratedField(
        expression=Unaccented("name"), output_field=models.TextField(), db_persist=True, verbose_name=_("clé de tri")
    )

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("thème")
        verbose_name_plural = _("thèmes")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                name="directory_theme_not_its_own_parent",
                condition=~Q(parent=F("id")),
                violation_error_message=_("Un thème n’est pas son propre parent."),
            ),
        ]

    def clean(self):
        refuse_loop(self, "parent", _("Ce thème contient déjà celui-là : choisissez un autre parent."))

    def __str__(self):
        language = (get_language() or "fr")[:2]
        return {"en": self.name_en, "zh": self.name_zh}.get(language) or self.name

    def get_absolute_url(self):
        return reverse("directory:theme_detail", args=[self.slug])

    @property
    def name_beside(self):
        """The Chinese name that stands beside the name; "" where it is itself the name shown."""
        return "" if str(self) == self.name_zh else self.name_zh

    @property
    def chain(self):
        """The themes under which this one lies, the widest first."""
        above, found = self.parent, []
        while above is not None:
            found.append(above)
            above = above.parent
        return found[::-1]
