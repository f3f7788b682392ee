"""What an event leaves and what leads to it: the steps of its preparation, and the lessons that the next edition meets."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint
from core.history import tracked
from core.models import TimestampedModel
from directory.models import Organisation
from events.enums import LessonFate, LessonKind, PlanState
from events.models.events import Event


class EventPartQuerySet(models.QuerySet):
    def visible_to(self, user):
        """How an event is prepared is for those who work on it; a visitor sees the event alone."""
        parts = self.filter(event__in=Event.objects.visible_to(user))
        return parts if user.is_authenticated and user.in_network else parts.none()


@tracked()
class PlanStep(TimestampedModel):
    """A step of the preparation plan (*chronogramme*) with its deadline."""

    event = models.ForeignKey(Event, verbose_name=_("événement"), on_delete=models.CASCADE, related_name="plan_steps")
    text = models.CharField(_("étape"), max_length=300)
    due_words = FuzzyWordsField()
    due = FuzzyDateField(_("échéance"))
    owner = models.ForeignKey(
        Organisation,
        verbose_name=_("responsable"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_steps",
    )
    state = models.CharField(_("état"), max_length=10, choices=PlanState, default=PlanState.TO_DO)
    done_on = models.DateField(_("faite le"), null=True, blank=True)
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)

    objects = EventPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("étape de préparation")
        verbose_name_plural = _("chronogramme")
        ordering = ["due__startswith", "pk"]
        constraints = [
            fuzzy_date_constraint("events_planstep_due_some_day", "due"),
            models.CheckConstraint(
                name="events_planstep_done_means_dated",
                condition=Q(state=PlanState.DONE, done_on__isnull=False)
                | (~Q(state=PlanState.DONE) & Q(done_on__isnull=True)),
                violation_error_message=_("Une étape faite porte la date où elle l’a été, et elle seule."),
            ),
        ]

    def __str__(self):
        return self.text


@tracked()
class Lesson(TimestampedModel):
    """A conclusion, a lesson or a point of vigilance, and what the next edition made of it."""

    event = models.ForeignKey(Event, verbose_name=_("tiré de"), on_delete=models.CASCADE, related_name="lessons")
    kind = models.CharField(_("sorte"), max_length=10, choices=LessonKind, default=LessonKind.LESSON)
    text = models.TextField(_("texte"))
    stated_by = models.ForeignKey(
        Organisation, verbose_name=_("dit par"), on_delete=models.PROTECT, null=True, blank=True, related_name="lessons"
    )
    fate = models.CharField(_("suite donnée"), max_length=10, choices=LessonFate, blank=True)
    fate_at = models.ForeignKey(
        Event,
        verbose_name=_("à l’édition"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="lessons_met",
    )
    fate_note = models.TextField(_("en quels termes"), blank=True)

    objects = EventPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("leçon")
        verbose_name_plural = _("leçons et conclusions")
        ordering = ["event", "kind", "pk"]
        constraints = [
            models.CheckConstraint(
                name="events_lesson_fate_has_its_edition",
                condition=Q(fate="", fate_at__isnull=True) | (~Q(fate="") & Q(fate_at__isnull=False)),
                violation_error_message=_("Une suite se donne à une édition : indiquez les deux, ou aucune."),
            ),
            models.CheckConstraint(
                name="events_lesson_fate_at_another_edition",
                condition=~Q(fate_at=models.F("event")),
                violation_error_message=_("La suite se donne à une autre édition que celle d’où vient la leçon."),
            ),
        ]

    def __str__(self):
        return self.text
