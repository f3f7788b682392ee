from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from core.search import french_vector
from directory.lookups import words_of
from partnerships.models.querysets import word_found


class MeetingPartQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The parts of minutes one may read; internal passages are for staff only."""
        meetings = self.model._meta.get_field("meeting").related_model.objects.readable_by(user)
        parts = self.filter(meeting__in=meetings)
        return parts if user.is_authenticated and user.sees_all else parts.filter(is_internal=False)

    def with_own_text(self):
        return self.alias(own_text=french_vector(*self.model.SAID))

    def matching(self, text):
        """Each word stands in what the row says, or in a name of an organisation that it is about."""
        found = self.with_own_text()
        for word in words_of(text):
            found = found.filter(word_found(word, *self.model.ABOUT))
        return found


class MeetingPart(TimestampedModel):
    """A row of a meeting with its order, and where in an imported document it was read."""

    SAID = ()  # the fields that a search reads
    ABOUT = ()  # what leads to the organisations whose names it knows

    rank = models.PositiveSmallIntegerField(_("rang"), default=0)
    is_internal = models.BooleanField(
        _("interne à CUF"), default=False, help_text=_("Ne sort d’aucun document diffusé.")
    )
    page = models.PositiveSmallIntegerField(_("page"), null=True, blank=True, editable=False)
    line = models.PositiveIntegerField(_("ligne"), null=True, blank=True, editable=False)
    excerpt = models.TextField(_("extrait"), blank=True, editable=False)

    objects = MeetingPartQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["rank", "pk"]
