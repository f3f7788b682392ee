from datetime import timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.constraints import TriggerConstraint
from core.history import tracked
from core.models import TimestampedModel
from core.search import french_vector, word_said
from core.zones import TimeZoneField
from directory.lookups import territories_designated, words_of
from directory.models import Territory
from events.enums import SessionKind
from events.models.events import Event

WITHIN_ITS_EVENT = """NEW.is_cancelled OR EXISTS (
    SELECT FROM events_event AS event WHERE event.id = NEW.event_id
        AND (NEW.starts_at AT TIME ZONE NEW.time_zone)::date >= lower(event.first_day)
        AND (NEW.ends_at AT TIME ZONE NEW.time_zone - interval '1 microsecond')::date
            < upper(coalesce(event.last_day, event.first_day))
    FOR SHARE)"""


KEEPS_ITS_EVENT = """NOT EXISTS (
    SELECT FROM events_seat AS seat JOIN events_registration AS registration ON registration.id = seat.registration_id
    WHERE seat.session_id = NEW.id AND registration.event_id <> NEW.event_id)"""
SHARES_HELD = """NEW.seats_per_organisation IS NULL OR NOT EXISTS (
    SELECT FROM events_seat AS seat JOIN events_registration AS registration ON registration.id = seat.registration_id
    WHERE seat.session_id = NEW.id AND seat.state <> 'cancelled'
    GROUP BY registration.organisation_id HAVING count(*) > NEW.seats_per_organisation)"""
CANCELLED_WITHOUT_SEATS = """NOT NEW.is_cancelled OR NOT EXISTS (
    SELECT FROM events_seat WHERE session_id = NEW.id AND state <> 'cancelled')"""


class SessionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(event__in=Event.objects.visible_to(user))

    def matching(self, text):
        """Each word stands in what the session says of itself, or in a name of its place."""
        found = self.alias(own_text=french_vector("title", "description", "venue"))
        for word in words_of(text):
            found = found.filter(word_said(word) | Q(place__in=territories_designated(word)))
        return found

    def for_listing(self):
        return self.select_related("event", "place")

    def with_room(self):
        return self.filter(Q(capacity__isnull=True) | Q(taken__lt=F("capacity")))


@tracked(exclude=("taken",))
class Session(TimestampedModel):
    """A *temps* of an event, with its own hours, room and seats."""

    event = models.ForeignKey(Event, verbose_name=_("événement"), on_delete=models.CASCADE, related_name="sessions")
    kind = models.CharField(_("sorte"), max_length=12, choices=SessionKind, default=SessionKind.WORKSHOP)
    title = models.CharField(_("titre"), max_length=200)
    description = models.TextField(_("présentation"), blank=True)
    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"))
    time_zone = TimeZoneField(_("fuseau horaire"))
    place = models.ForeignKey(
        Territory,
        verbose_name=_("territoire"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sessions",
    )
    venue = models.CharField(_("lieu"), max_length=200, blank=True)
    room = models.CharField(_("salle"), max_length=120, blank=True)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True, help_text=_("Vide : sans limite."))
    seats_per_organisation = models.PositiveSmallIntegerField(
        _("places par organisme"), null=True, blank=True, help_text=_("Vide : sans limite.")
    )
    taken = models.PositiveIntegerField(
        _("places prises"), default=0, db_default=0, editable=False
    )  # counted by the database at each change of a seat
    is_cancelled = models.BooleanField(_("annulé"), default=False, db_default=False)
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)

    objects = SessionQuerySet.as_manager()

    REFUSED_AT = {"events_session_within_its_event": "starts_at"}

    class Meta:
        verbose_name = _("temps")
        verbose_name_plural = _("temps")
        ordering = ["starts_at", "ends_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="events_session_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("Un temps finit après avoir commencé."),
            ),
            models.CheckConstraint(
                name="events_session_never_fuller_than_its_room",
                condition=Q(capacity__isnull=True) | Q(taken__lte=F("capacity")),
                violation_error_message=_("Il n’y a plus de place pour ce temps."),
            ),
            models.CheckConstraint(
                name="events_session_share_of_an_organisation",
                condition=Q(seats_per_organisation__isnull=True) | Q(seats_per_organisation__gte=1),
                violation_error_message=_("Un organisme a droit à une place au moins."),
            ),
            TriggerConstraint(
                name="events_session_within_its_event",
                columns=("event_id", "starts_at", "ends_at", "time_zone", "is_cancelled"),
                condition=WITHIN_ITS_EVENT,
                violation_error_message=_("Ce temps tombe hors des dates de son événement."),
            ),
            TriggerConstraint(
                name="events_session_keeps_its_event",
                columns=("event_id",),
                condition=KEEPS_ITS_EVENT,
                violation_error_message=_("Des personnes y sont inscrites : ce temps reste à son événement."),
            ),
            TriggerConstraint(
                name="events_session_shares_held",
                columns=("seats_per_organisation",),
                condition=SHARES_HELD,
                violation_error_message=_("Un organisme a déjà plus de places que cela pour ce temps."),
            ),
            TriggerConstraint(
                name="events_session_cancelled_without_seats",
                columns=("is_cancelled",),
                condition=CANCELLED_WITHOUT_SEATS,
                violation_error_message=_("Des personnes y ont encore une place : annulez ce temps avec ses places."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('events:event_detail', args=[self.event_id])}#temps-{self.pk}"

    def clean(self):
        if self.event_id is None or self.starts_at is None or self.ends_at is None or self.is_cancelled:
            return
        days = self.event.day
        if not days.first <= self.local_start.date() <= self.last_local_day <= days.last:
            message = _("Ce temps tombe hors des dates de son événement.")
            raise ValidationError({"starts_at": message}, code="outside_its_event")

    @property
    def local_start(self):
        return self.starts_at.astimezone(ZoneInfo(self.time_zone))

    @property
    def local_end(self):
        return self.ends_at.astimezone(ZoneInfo(self.time_zone))

    @property
    def last_local_day(self):
        """What ends at midnight has not reached the next day."""
        return (self.local_end - timedelta(microseconds=1)).date()

    @property
    def during(self):
        return DateTimeTZRange(self.starts_at, self.ends_at)

    @property
    def is_held(self):
        return not self.is_cancelled and not self.event.is_cancelled

    @property
    def has_begun(self):
        return self.starts_at <= timezone.now()

    @property
    def seats_left(self):
        """How many seats are free; None when there is no limit."""
        return None if self.capacity is None else max(self.capacity - self.taken, 0)

    @property
    def has_room(self):
        return self.capacity is None or self.taken < self.capacity
