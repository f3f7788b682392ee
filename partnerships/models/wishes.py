from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.audiences import audience_reaches
from core.enums import Audience
from core.history import tracked
from core.models import ReviewFlag, TimestampedModel
from core.search import french_vector
from core.wording import labelled
from directory.lookups import words_of
from directory.models import Affiliation, CountryGroup, Organisation, Person, Theme
from partnerships.enums import WishedKind, WishState
from partnerships.models.partnerships import Partnership
from partnerships.models.querysets import word_found


def wishes_reaching(user):
    """The condition behind `visible_to`, which holds of a version too."""
    reached = audience_reaches(user)
    if user.is_authenticated and not user.sees_all:
        reached |= Q(organisation__in=user.organisations_edited) & ~Q(audience=Audience.INTERNAL)
    return reached


class PartnerWishQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(wishes_reaching(user))

    def open(self):
        return self.filter(state__in=WishState.open_ones())

    def matching(self, text):
        """Each word stands in what is sought or in a name of the organisation that seeks."""
        found = self.alias(own_text=french_vector("sought", "text"))
        for word in words_of(text):
            found = found.filter(word_found(word, "organisation"))
        return found

    def for_listing(self):
        return self.select_related("group", "organisation__territory__parent", "became").prefetch_related("themes")


@tracked()
class PartnerWish(TimestampedModel):
    """An authority that looks for a partner; never counted as a partnership, even when it becomes one."""

    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.PROTECT, related_name="wishes"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisme"), on_delete=models.PROTECT, related_name="wishes"
    )
    sought = models.CharField(
        _("territoire recherché"), max_length=300, help_text=_("Par exemple : ville ou province portuaire.")
    )
    sought_kind = models.CharField(_("ce qui est recherché"), max_length=10, choices=WishedKind, blank=True)
    text = models.TextField(_("précisions"), blank=True)
    contact = models.ForeignKey(
        Person,
        verbose_name=_("personne à joindre"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="wishes_answered_for",
        help_text=_("Quelqu’un qui a aujourd’hui une fonction dans l’organisme qui recherche."),
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("thèmes"), blank=True, related_name="wishes")
    state = models.CharField(_("état"), max_length=10, choices=WishState, default=WishState.OPEN)
    became = models.OneToOneField(
        Partnership,
        verbose_name=_("devenu le partenariat"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="wish",
    )
    audience = models.CharField(_("visible de"), max_length=10, choices=Audience, default=Audience.GROUP)
    flags = GenericRelation(ReviewFlag)

    objects = PartnerWishQuerySet.as_manager()

    class Meta:
        verbose_name = _("recherche de partenaire")
        verbose_name_plural = _("recherches de partenaire")
        ordering = ["-updated_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="partnerships_partnerwish_said_once",
                fields=["group", "organisation", "sought"],
                violation_error_message=_("Cette recherche est déjà notée."),
            ),
            models.CheckConstraint(
                name="partnerships_partnerwish_became_means_met",
                condition=Q(became__isnull=True) | Q(state=WishState.MET),
                violation_error_message=_(
                    "Une recherche devenue un partenariat est dans l’état « partenaire trouvé »."
                ),
            ),
        ]

    def __str__(self):
        return labelled(self.organisation, self.sought)

    def get_absolute_url(self):
        return reverse("partnerships:wish_list") + f"#recherche-{self.pk}"

    def clean(self):
        """Whoever leaves afterwards stays noted, and is shown no more: the rest of the wish can still be saved."""
        chosen_now = self.contact_id and self.organisation_id and self.contact_id != self.contact_before
        if chosen_now and not self.people().filter(person=self.contact_id).exists():
            message = _("Cette personne n’a aujourd’hui pas de fonction dans l’organisme qui recherche.")
            raise ValidationError({"contact": message}, code="elsewhere")

    @property
    def contact_before(self):
        known = type(self).objects.filter(pk=self.pk).values_list("contact", flat=True) if self.pk else []
        return next(iter(known), None)

    def people(self):
        """The functions held today in the organisation that seeks."""
        return Affiliation.objects.current().filter(organisation=self.organisation_id, person__erased_at__isnull=True)

    @property
    def is_open(self):
        return self.state in WishState.open_ones()
