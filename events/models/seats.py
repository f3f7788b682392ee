from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.constraints import TriggerConstraint
from core.history import tracked
from core.models import TimestampedModel
from directory.models import Organisation, Person
from events.enums import SeatState
from events.models.events import Event
from events.models.sessions import Session

WITHIN_THE_SHARE = """NEW.state = 'cancelled' OR NOT EXISTS (
    SELECT FROM events_session AS session
    JOIN events_seat AS seat ON seat.session_id = session.id AND seat.state <> 'cancelled'
    JOIN events_registration AS registration ON registration.id = seat.registration_id
    WHERE session.id = NEW.session_id AND registration.organisation_id = (
        SELECT organisation_id FROM events_registration WHERE id = NEW.registration_id)
    GROUP BY session.id HAVING count(*) > session.seats_per_organisation)"""
OF_ITS_EVENT = """EXISTS (
    SELECT FROM events_registration AS registration JOIN events_session AS session USING (event_id)
    WHERE registration.id = NEW.registration_id AND session.id = NEW.session_id)"""

SESSION_HELD = """NEW.state = 'cancelled' OR EXISTS (
    SELECT FROM events_session WHERE id = NEW.session_id AND NOT is_cancelled)"""
REGISTRATION_WITHIN_THE_SHARE = """NOT EXISTS (
    SELECT FROM events_seat AS mine JOIN events_session AS session ON session.id = mine.session_id
    WHERE mine.registration_id = NEW.id AND mine.state <> 'cancelled' AND session.seats_per_organisation < (
        SELECT count(*) FROM events_seat AS seat
        JOIN events_registration AS registration ON registration.id = seat.registration_id
        WHERE seat.session_id = session.id AND seat.state <> 'cancelled'
            AND registration.organisation_id = NEW.organisation_id))"""
REGISTRATION_KEEPS_ITS_EVENT = """NOT EXISTS (
    SELECT FROM events_seat AS seat JOIN events_session AS session ON session.id = seat.session_id
    WHERE seat.registration_id = NEW.id AND session.event_id <> NEW.event_id)"""


def seats_shown(user, *, registration=""):
    """The condition under which a registration, or what belongs to it, is shown: one's own, those one made, those of
    the organisations one is a referent of; staff see all. Who else waits is nobody's business."""
    if not user.is_authenticated:
        return Q(pk__in=[])
    if user.sees_all:
        return Q()
    mine = Q(**{f"{registration}registered_by": user})
    if user.person_id:
        mine |= Q(**{f"{registration}person": user.person_id})
    return mine | Q(**{f"{registration}organisation__in": user.organisations_edited})


class RegistrationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(seats_shown(user), event__in=Event.objects.visible_to(user))

    def for_listing(self):
        return self.select_related("person", "organisation", "event").prefetch_related("seats__session")


@tracked()
class Registration(TimestampedModel):
    """A person at an event, for an organisation; the seats say at which *temps*."""

    event = models.ForeignKey(
        Event, verbose_name=_("événement"), on_delete=models.PROTECT, related_name="registrations"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("personne"), on_delete=models.PROTECT, related_name="registrations"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("pour"), on_delete=models.PROTECT, related_name="registrations"
    )
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("inscrit par"),
        on_delete=models.PROTECT,  # who registered a colleague is part of the record
        null=True,
        blank=True,
        related_name="registrations_made",
    )

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("inscription")
        verbose_name_plural = _("inscriptions")
        ordering = ["person__sort_key", "person__first_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="events_registration_person_once",
                fields=["event", "person"],
                violation_error_message=_("Cette personne est déjà inscrite à cet événement."),
            ),
            TriggerConstraint(
                name="events_registration_within_the_share",
                columns=("organisation_id",),
                condition=REGISTRATION_WITHIN_THE_SHARE,
                violation_error_message=_(
                    "L’autre organisme a déjà toutes les places auxquelles il a droit pour un de ces temps."
                ),
            ),
            TriggerConstraint(
                name="events_registration_keeps_its_event",
                columns=("event_id",),
                condition=REGISTRATION_KEEPS_ITS_EVENT,
                violation_error_message=_("Cette inscription a des places : elle reste à son événement."),
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.event}"


class SeatQuerySet(models.QuerySet):
    def visible_to(self, user):
        events = Event.objects.visible_to(user)
        return self.filter(seats_shown(user, registration="registration__"), session__event__in=events)

    def live(self):
        return self.filter(state__in=SeatState.live())

    def waiting(self):
        return self.filter(state=SeatState.WAITING).order_by("rank")

    def lapsed(self, at=None):
        return self.filter(state=SeatState.OFFERED, offered_until__lte=at or timezone.now())

    def for_listing(self):
        return self.select_related("registration__person", "registration__organisation", "session__event").order_by(
            "session__starts_at", "session_id", "state", "rank", "pk"
        )


@tracked()
class Seat(TimestampedModel):
    """A place at a *temps*, or a rank in its waiting list. `person` and `during` follow the registration and the session:
    the database copies them, so that it can refuse that one person be at two *temps* at once."""

    registration = models.ForeignKey(
        Registration, verbose_name=_("inscription"), on_delete=models.CASCADE, related_name="seats"
    )
    session = models.ForeignKey(Session, verbose_name=_("temps"), on_delete=models.PROTECT, related_name="seats")
    state = models.CharField(_("état"), max_length=10, choices=SeatState)
    rank = models.PositiveIntegerField(_("rang d’attente"), null=True, blank=True)
    offered_until = models.DateTimeField(_("proposée jusqu’au"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("annulée le"), null=True, blank=True)
    person = models.ForeignKey(
        Person, verbose_name=_("personne"), on_delete=models.PROTECT, related_name="seats", editable=False
    )
    during = DateTimeRangeField(_("horaire"), editable=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["session", "rank", "pk"]
        indexes = [models.Index(name="events_seat_session_state", fields=["session", "state"])]
        constraints = [
            models.UniqueConstraint(
                name="events_seat_one_live_seat_each",
                fields=["registration", "session"],
                condition=~Q(state=SeatState.CANCELLED),
                violation_error_message=_("Cette personne a déjà une place, ou attend, pour ce temps."),
            ),
            models.UniqueConstraint(
                name="events_seat_one_person_a_rank",
                fields=["session", "rank"],
                deferrable=Deferrable.IMMEDIATE,  # all ranks move up in one statement
                violation_error_message=_("Deux personnes ne peuvent avoir le même rang d’attente."),
            ),
            models.CheckConstraint(
                name="events_seat_waiting_means_ranked",
                condition=Q(state=SeatState.WAITING, rank__isnull=False, rank__gte=1)
                | (~Q(state=SeatState.WAITING) & Q(rank__isnull=True)),
                violation_error_message=_("Qui attend a un rang, et personne d’autre."),
            ),
            models.CheckConstraint(
                name="events_seat_offered_means_until",
                condition=Q(state=SeatState.OFFERED, offered_until__isnull=False)
                | (~Q(state=SeatState.OFFERED) & Q(offered_until__isnull=True)),
                violation_error_message=_("Une place proposée l’est jusqu’à une date, et elle seule."),
            ),
            models.CheckConstraint(
                name="events_seat_cancelled_means_dated",
                condition=Q(state=SeatState.CANCELLED, cancelled_at__isnull=False)
                | (~Q(state=SeatState.CANCELLED) & Q(cancelled_at__isnull=True)),
                violation_error_message=_("Une place annulée porte sa date d’annulation, et elle seule."),
            ),
            ExclusionConstraint(
                name="events_seat_one_place_at_a_time",
                expressions=[("person", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=~Q(state=SeatState.CANCELLED),
                violation_error_message=_("Cette personne est déjà inscrite à un autre temps à ces heures."),
            ),
            TriggerConstraint(
                name="events_seat_within_the_share",
                columns=("state", "registration_id"),
                condition=WITHIN_THE_SHARE,
                violation_error_message=_(
                    "Cet organisme a déjà toutes les places auxquelles il a droit pour ce temps."
                ),
            ),
            TriggerConstraint(
                name="events_seat_of_its_event",
                columns=("registration_id", "session_id"),
                condition=OF_ITS_EVENT,
                violation_error_message=_("Ce temps est celui d’un autre événement que l’inscription."),
            ),
            TriggerConstraint(
                name="events_seat_in_a_session_held",
                columns=("state",),
                condition=SESSION_HELD,
                violation_error_message=_("Ce temps est annulé : il n’y a plus de place à prendre."),
            ),
        ]

    def __str__(self):
        return f"{self.registration.person}, {self.session}, {self.get_state_display()}"

    @property
    def is_live(self):
        return self.state != SeatState.CANCELLED
