from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.audiences import audience_reaches
from core.constraints import TriggerConstraint
from core.dates import FuzzyDate
from core.enums import Audience
from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint, fuzzy_order_constraint
from core.history import tracked
from core.models import ReviewFlag, TimestampedModel, refuse_loop
from core.search import french_vector, word_said
from core.zones import TimeZoneField
from directory.lookups import organisations_designated, territories_designated, words_of
from directory.models import CountryGroup, Organisation, Territory, Theme
from events.enums import EventKind, EventStatus, RegistrationMode
from partnerships.models import Partnership

HOLDS_ITS_SESSIONS = """NOT EXISTS (
    SELECT FROM events_session AS session WHERE session.event_id = NEW.id AND NOT session.is_cancelled AND NOT (
        (session.starts_at AT TIME ZONE session.time_zone)::date >= lower(NEW.first_day)
        AND (session.ends_at AT TIME ZONE session.time_zone - interval '1 microsecond')::date
            < upper(coalesce(NEW.last_day, NEW.first_day))))"""


WITHOUT_LOOP = """NOT EXISTS (
    WITH RECURSIVE chain (id) AS (
        SELECT NEW.previous_id
        UNION SELECT event.previous_id FROM events_event AS event JOIN chain ON event.id = chain.id)
    SELECT FROM chain WHERE chain.id = NEW.id)"""


class EventQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(audience_reaches(user))

    def matching(self, text):
        """Each word stands in what the event says of itself, or in a name of a place or of an organiser; a stop word alone asks nothing."""
        found = self.alias(own_text=french_vector("title", "summary", "venue"))
        organisers, places = Event.organisers.through.objects, Event.places.through.objects
        for word in words_of(text):
            organised = organisers.filter(organisation__in=organisations_designated(word)).values("event")
            held = places.filter(territory__in=territories_designated(word)).values("event")
            found = found.filter(word_said(word) | Q(pk__in=organised) | Q(pk__in=held))
        return found

    def for_listing(self):
        return self.select_related("group").prefetch_related("places", "themes")

    def upcoming(self, on=None):
        """What is not over on a day; an end known to the month lasts to its last day."""
        day = on or timezone.localdate()
        return self.filter(Q(last_day__endswith__gt=day) | Q(last_day__isnull=True, first_day__endswith__gt=day))

    def in_order(self):
        return self.order_by("first_day__startswith", "title", "pk")

    def involving(self, organisations):
        """The events that one of `organisations` (a queryset of ids) organises, or that take place on its territory."""
        lands = Territory.objects.filter(organisations__in=organisations).order_by().values("pk")
        found = self.model.objects.filter(Q(organisers__in=organisations) | Q(places__in=lands))
        return self.filter(pk__in=found.order_by().values("pk"))


@tracked()
class Event(TimestampedModel):
    """One edition of what the network organises or attends; its dates may be known to the month only."""

    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.PROTECT, related_name="events"
    )
    kind = models.CharField(_("sorte"), max_length=10, choices=EventKind, default=EventKind.OTHER)
    edition = models.PositiveSmallIntegerField(_("édition"), null=True, blank=True, help_text=_("1, 2, 3…"))
    previous = models.ForeignKey(
        "self",
        verbose_name=_("fait suite à"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followers",
    )
    title = models.CharField(_("titre"), max_length=200)
    summary = models.TextField(_("présentation"), blank=True)
    first_day_words = FuzzyWordsField()
    first_day = FuzzyDateField(_("premier jour"))
    last_day_words = FuzzyWordsField()
    last_day = FuzzyDateField(_("dernier jour"), null=True, blank=True, help_text=_("Vide s’il tient en un jour."))
    time_zone = TimeZoneField(_("fuseau horaire"))
    status = models.CharField(_("état"), max_length=10, choices=EventStatus, default=EventStatus.TENTATIVE)
    places = models.ManyToManyField(Territory, verbose_name=_("lieux"), blank=True, related_name="events")
    venue = models.CharField(_("salle, adresse"), max_length=300, blank=True)
    organisers = models.ManyToManyField(
        Organisation, verbose_name=_("organisateurs"), blank=True, related_name="events_organised"
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("thèmes"), blank=True, related_name="events")
    partnerships = models.ManyToManyField(
        Partnership, verbose_name=_("partenariats concernés"), blank=True, related_name="events"
    )
    registration = models.CharField(
        _("inscription"), max_length=10, choices=RegistrationMode, default=RegistrationMode.NONE
    )
    registration_url = models.URLField(_("adresse de l’inscription"), blank=True)
    registration_opens_at = models.DateTimeField(_("ouverture des inscriptions"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("clôture des inscriptions"), null=True, blank=True)
    audience = models.CharField(_("visible de"), max_length=10, choices=Audience, default=Audience.GROUP)
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)
    flags = GenericRelation(ReviewFlag)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("événement")
        verbose_name_plural = _("événements")
        ordering = ["-first_day__startswith", "title", "pk"]
        constraints = [
            fuzzy_date_constraint("events_event_first_day_some_day", "first_day"),
            fuzzy_date_constraint("events_event_last_day_some_day", "last_day"),
            fuzzy_order_constraint("events_event_days_in_order", "first_day", "last_day"),
            models.UniqueConstraint(
                name="events_event_one_edition_of_each_number",
                fields=["group", "kind", "edition"],
                condition=Q(edition__isnull=False),
                violation_error_message=_("Cette édition est déjà enregistrée dans ce groupe."),
            ),
            models.UniqueConstraint(
                name="events_event_followed_once",
                fields=["previous"],
                condition=Q(previous__isnull=False),
                violation_error_message=_("Un autre événement fait déjà suite à celui-là."),
            ),
            models.CheckConstraint(
                name="events_event_not_its_own_previous",
                condition=~Q(previous=F("id")),
                violation_error_message=_("Un événement ne fait pas suite à lui-même."),
            ),
            models.CheckConstraint(
                name="events_event_external_registration_has_address",
                condition=~Q(registration=RegistrationMode.EXTERNAL) | ~Q(registration_url=""),
                violation_error_message=_("Une inscription chez l’organisateur demande son adresse (un lien)."),
            ),
            models.CheckConstraint(
                name="events_event_registration_opens_before_it_closes",
                condition=Q(registration_opens_at__isnull=True)
                | Q(registration_closes_at__isnull=True)
                | Q(registration_closes_at__gt=F("registration_opens_at")),
                violation_error_message=_("Les inscriptions se ferment après avoir ouvert."),
            ),
            TriggerConstraint(
                name="events_event_holds_its_sessions",
                columns=("first_day", "last_day"),
                condition=HOLDS_ITS_SESSIONS,
                violation_error_message=_("Un temps de l’événement tomberait hors de ces dates : déplacez-le d’abord."),
            ),
            TriggerConstraint(
                name="events_event_without_loop",
                columns=("previous_id",),
                condition=WITHOUT_LOOP,
                violation_error_message=_("Cet événement lui fait déjà suite : choisissez-en un autre."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("events:event_detail", args=[self.pk])

    def clean(self):
        refuse_loop(self, "previous", _("Cet événement lui fait déjà suite : choisissez-en un autre."))

    @property
    def day(self):
        """The day or days as one FuzzyDate, which templates write in the reader's language."""
        last = self.last_day or self.first_day
        words = "" if self.last_day else self.first_day.words
        return FuzzyDate(self.first_day.first, max(self.first_day.last, last.last), words)

    @property
    def is_dated(self):
        """Known to the day: only then can it clash."""
        return self.first_day.is_exact and (self.last_day is None or self.last_day.is_exact)

    @property
    def is_cancelled(self):
        return self.status == EventStatus.CANCELLED

    @property
    def takes_registrations(self):
        """Registration is held here, has opened and is not closed, at this moment."""
        now = timezone.now()
        opened = self.registration_opens_at is None or self.registration_opens_at <= now
        closed = self.registration_closes_at is not None and self.registration_closes_at <= now
        return self.registration == RegistrationMode.OPEN and opened and not closed and not self.is_cancelled


@tracked()
class AnnouncedDate(models.Model):
    """The dates of an event as they were announced, one after the other: what was first known to the month is kept."""

    event = models.ForeignKey(
        Event, verbose_name=_("événement"), on_delete=models.CASCADE, related_name="announced_dates"
    )
    first_day_words = FuzzyWordsField()
    first_day = FuzzyDateField(_("premier jour"))
    last_day_words = FuzzyWordsField()
    last_day = FuzzyDateField(_("dernier jour"), null=True, blank=True)
    announced_on = models.DateField(_("annoncé le"), default=timezone.localdate)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("par"),
        on_delete=models.PROTECT,  # who said it is part of the record
        null=True,  # an import or a demonstration
        blank=True,
        related_name="+",
    )
    reason = models.CharField(_("raison"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("date annoncée")
        verbose_name_plural = _("dates annoncées")
        ordering = ["announced_on", "pk"]
        constraints = [
            fuzzy_date_constraint("events_announceddate_first_day_some_day", "first_day"),
            fuzzy_date_constraint("events_announceddate_last_day_some_day", "last_day"),
            fuzzy_order_constraint("events_announceddate_days_in_order", "first_day", "last_day"),
        ]

    def __str__(self):
        return str(self.day)

    @property
    def day(self):
        return Event(first_day=self.first_day, last_day=self.last_day).day
