from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.audiences import audience_reaches
from core.dates import FuzzyDate
from core.enums import Audience
from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint, fuzzy_order_constraint
from core.history import tracked
from core.models import TimestampedModel
from core.search import french_vector, word_said
from core.zones import TimeZoneField
from directory.lookups import organisations_designated, words_of
from directory.models import CountryGroup, Organisation, Theme
from events.enums import EntryState

SHOWN = [EntryState.ACCEPTED, EntryState.CANCELLED]


def entries_reaching(user):
    """What CUF has accepted, to whom it is meant for; until then, those who proposed it and staff. It holds of a version too."""
    signed_in = user.is_authenticated and user.is_active
    if signed_in and user.sees_all:
        return Q()
    reached = Q(audience_reaches(user), state__in=SHOWN)
    return reached | Q(proposed_by=user) if signed_in else reached


class AgendaEntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(entries_reaching(user))

    def matching(self, text):
        """Each word stands in the entry's own text or in a name of the organisation it is for."""
        found = self.alias(own_text=french_vector("title", "description", "place"))
        for word in words_of(text):
            found = found.filter(word_said(word) | Q(organisation__in=organisations_designated(word)))
        return found

    def in_agenda(self):
        return self.filter(state__in=SHOWN)

    def for_listing(self):
        return self.select_related("group", "organisation", "proposed_by__person")


def exact(field):
    """One day and no more."""
    return Q(**{f"{field}__isnull": True}) | Q(
        **{f"{field}__endswith": Func(F(f"{field}__startswith"), template="(%(expressions)s + 1)")}
    )


@tracked()
class AgendaEntry(TimestampedModel):
    """A date of a member that the shared agenda shows once CUF has accepted it."""

    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.PROTECT, related_name="agenda_entries"
    )
    title = models.CharField(_("titre"), max_length=200)
    description = models.TextField(_("présentation"), blank=True)
    first_day_words = FuzzyWordsField()
    first_day = FuzzyDateField(_("premier jour"))
    last_day_words = FuzzyWordsField()
    last_day = FuzzyDateField(_("dernier jour"), null=True, blank=True, help_text=_("Vide si tout tient en un jour."))
    starts_at = models.TimeField(_("heure de début"), null=True, blank=True)
    ends_at = models.TimeField(_("heure de fin"), null=True, blank=True)
    time_zone = TimeZoneField(_("fuseau horaire"))
    place = models.CharField(_("lieu"), max_length=200, blank=True)
    url = models.URLField(_("lien"), blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("thèmes"), blank=True, related_name="agenda_entries")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("pour"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_entries",
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("proposée par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_entries",
    )
    state = models.CharField(_("état"), max_length=10, choices=EntryState, default=EntryState.PROPOSED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("décidée par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("décidée le"), null=True, blank=True)
    reason = models.TextField(_("raison"), blank=True)
    audience = models.CharField(_("visible de"), max_length=10, choices=Audience, default=Audience.GROUP)
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)

    objects = AgendaEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("date proposée à l’agenda")
        verbose_name_plural = _("dates proposées à l’agenda")
        ordering = ["first_day__startswith", "title", "pk"]
        constraints = [
            fuzzy_date_constraint("events_agendaentry_first_day_some_day", "first_day"),
            fuzzy_date_constraint("events_agendaentry_last_day_some_day", "last_day"),
            fuzzy_order_constraint("events_agendaentry_days_in_order", "first_day", "last_day"),
            models.CheckConstraint(
                name="events_agendaentry_hours_need_exact_days",
                condition=Q(starts_at__isnull=True) | (exact("first_day") & exact("last_day")),
                violation_error_message=_("Une heure demande un jour exact : retirez l’heure, ou précisez le jour."),
            ),
            models.CheckConstraint(
                name="events_agendaentry_end_needs_start",
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False),
                violation_error_message=_("Une heure de fin demande une heure de début."),
            ),
            models.CheckConstraint(
                name="events_agendaentry_hours_in_order",
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at"))
                | (Q(last_day__isnull=False) & Q(last_day__startswith__gt=F("first_day__startswith"))),
                violation_error_message=_("L’heure de fin suit celle du début."),
            ),
            models.CheckConstraint(
                name="events_agendaentry_decided_means_dated",
                condition=Q(state__in=[EntryState.PROPOSED, EntryState.WITHDRAWN]) | Q(decided_at__isnull=False),
                violation_error_message=_("Une décision porte sa date."),
            ),
            models.CheckConstraint(
                name="events_agendaentry_refused_means_why",
                condition=~Q(state__in=[EntryState.REFUSED, EntryState.CANCELLED]) | ~Q(reason=""),
                violation_error_message=_("Dites en quelques mots pourquoi."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("cufportal:entry_detail", args=[self.pk])

    @property
    def day(self):
        last = self.last_day or self.first_day
        words = "" if self.last_day else self.first_day.words
        return FuzzyDate(self.first_day.first, max(self.first_day.last, last.last), words)

    @property
    def starts(self):
        """The first moment in the entry's own zone; None while the hour is not known."""
        return self.starts_at and datetime.combine(self.day.first, self.starts_at, ZoneInfo(self.time_zone))

    @property
    def ends(self):
        return self.ends_at and datetime.combine(self.day.last, self.ends_at, ZoneInfo(self.time_zone))

    @property
    def is_cancelled(self):
        return self.state == EntryState.CANCELLED
