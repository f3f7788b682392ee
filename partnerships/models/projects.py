from functools import partial

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint, fuzzy_order_constraint
from core.history import tracked
from core.models import TimestampedModel
from core.search import french_vector
from directory.lookups import words_of
from directory.models import Theme
from partnerships.enums import RealisationPlace
from partnerships.models.partnerships import Partnership
from partnerships.models.querysets import word_found

NOT_NEGATIVE = _("Des moyens ne sont pas négatifs ; laissez vide s’ils ne sont pas connus.")
MEANS = ("french_euros", "french_days", "foreign_euros", "foreign_days")

means = partial(
    models.DecimalField,
    null=True,  # unknown, which is not zero
    blank=True,
    validators=[MinValueValidator(0, NOT_NEGATIVE)],
)


class ProjectQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As the partnership that it is a part of."""
        return self.filter(partnership__in=Partnership.objects.visible_to(user).order_by().values("pk"))

    def matching(self, text):
        """Each word stands in what a project says or in a name of one of the two sides."""
        found = self.alias(own_text=french_vector("title", "summary"))
        for word in words_of(text):
            found = found.filter(word_found(word, "partnership__french_side", "partnership__foreign_side"))
        return found

    def of_open_partnerships(self):
        return self.filter(partnership__in=Partnership.objects.open().order_by().values("pk"))

    def for_listing(self):
        sides = ("french_side__territory", "foreign_side__territory")
        pairs = Partnership.objects.select_related(*sides).defer("own_text", "summary", "source")
        newest = F("since__startswith").desc(nulls_last=True)
        return self.prefetch_related(models.Prefetch("partnership", queryset=pairs), "themes").order_by(newest, "pk")


@tracked()
class Project(TimestampedModel):
    """What the two sides carry out together, where, and what each puts into it: nothing said is unknown, never zero."""

    partnership = models.ForeignKey(
        Partnership, verbose_name=_("partenariat"), on_delete=models.CASCADE, related_name="projects"
    )
    title = models.CharField(_("projet"), max_length=200)
    place = models.CharField(
        _("lieu de réalisation"),
        max_length=10,
        choices=RealisationPlace,
        blank=True,
        help_text=_("Là où le projet se réalise ; vide si on ne le sait pas."),
    )
    since_words = FuzzyWordsField()
    since = FuzzyDateField(_("début"), null=True, blank=True)
    until_words = FuzzyWordsField()
    until = FuzzyDateField(_("fin"), null=True, blank=True)
    summary = models.TextField(_("résumé"), blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("thèmes"), blank=True, related_name="projects")
    french_euros = means(_("apport français, en euros"), max_digits=12, decimal_places=2)
    french_days = means(_("apport français, en jours d’agents"), max_digits=7, decimal_places=1)
    foreign_euros = means(_("apport étranger, en euros"), max_digits=12, decimal_places=2)
    foreign_days = means(_("apport étranger, en jours d’agents"), max_digits=7, decimal_places=1)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("projet")
        verbose_name_plural = _("projets")
        # What has no known date comes last; pk last: pages never shuffle between two equal days.
        ordering = [F("since__startswith").asc(nulls_last=True), "pk"]
        constraints = [
            fuzzy_date_constraint("partnerships_project_since_some_day", "since"),
            fuzzy_date_constraint("partnerships_project_until_some_day", "until"),
            fuzzy_order_constraint("partnerships_project_dates_in_order", "since", "until"),
            models.UniqueConstraint(
                name="partnerships_project_said_once",
                fields=["partnership", "title"],
                violation_error_message=_(
                    "Un projet de ce partenariat porte déjà ce titre : complétez-le, ou renommez-le."
                ),
            ),
            *(
                models.CheckConstraint(
                    name=f"partnerships_project_{name}_not_negative",
                    condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0}),
                    violation_error_message=NOT_NEGATIVE,
                )
                for name in MEANS
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{self.partnership.get_absolute_url()}#projet-{self.pk}"
