from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.audiences import audience_reaches
from core.dates import FuzzyDate
from core.enums import Audience
from core.history import tracked
from core.models import ReviewFlag, TimestampedModel
from core.search import french_vector, word_said
from core.zones import validate_time_zone
from directory.lookups import words_of
from directory.models import CountryGroup, Organisation, Person
from meetings.enums import (
    AttendanceLevel,
    AttendanceRole,
    MeetingKind,
    MeetingMode,
    MinutesGenre,
    MinutesState,
    Presence,
)
from meetings.models.parts import MeetingPart, MeetingPartQuerySet
from partnerships.models.querysets import word_found

HEADING = ("title", "venue", "address")
PASSAGES = ("sections", "entries", "decisions", "actions", "announcements")
READABLE_STATES = [MinutesState.AMENDMENT, MinutesState.APPROVED, MinutesState.PUBLISHED]


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(audience_reaches(user))

    def readable_by(self, user):
        """The visible ones whose minutes may be read: a draft is for staff."""
        visible = self.visible_to(user)
        if user.is_authenticated and user.sees_all:
            return visible
        return visible.filter(minutes_state__in=READABLE_STATES)

    def matching(self, text, user):
        """Each word stands in the heading, in part or whole, or in a passage of the minutes that `user` may read."""
        found = self.alias(own_text=french_vector(*HEADING))
        models = [self.model._meta.get_field(name).related_model for name in PASSAGES]
        passages = [model.objects.visible_to(user).with_own_text().order_by() for model in models]
        for word in words_of(text):
            said = word_said(word)
            for name in HEADING:
                said |= Q(**{f"{name}__unaccent__icontains": word})
            for rows in passages:
                said |= Q(pk__in=rows.filter(word_found(word, *rows.model.ABOUT)).values("meeting"))
            found = found.filter(said)
        return found

    def for_listing(self):
        return self.select_related("group")


@tracked()
class Meeting(TimestampedModel):
    group = models.ForeignKey(
        CountryGroup, verbose_name=_("groupe-pays"), on_delete=models.PROTECT, related_name="meetings"
    )
    kind = models.CharField(_("sorte"), max_length=10, choices=MeetingKind, default=MeetingKind.GROUP)
    title = models.CharField(_("titre"), max_length=200)
    first_day = models.DateField(_("jour"))
    last_day = models.DateField(
        _("dernier jour"), null=True, blank=True, help_text=_("Vide si la réunion tient en un jour.")
    )
    starts_at = models.TimeField(_("début"), null=True, blank=True)
    ends_at = models.TimeField(_("fin"), null=True, blank=True)
    time_zone = models.CharField(
        _("fuseau horaire"), max_length=40, default="Europe/Paris", validators=[validate_time_zone]
    )
    mode = models.CharField(_("mode"), max_length=10, choices=MeetingMode, default=MeetingMode.ON_SITE)
    venue = models.CharField(_("lieu"), max_length=200, blank=True)
    address = models.CharField(_("adresse"), max_length=300, blank=True)
    access = models.CharField(_("accès"), max_length=300, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)
    genre = models.CharField(_("genre du document"), max_length=10, choices=MinutesGenre, default=MinutesGenre.MINUTES)
    minutes_state = models.CharField(
        _("état du compte rendu"), max_length=10, choices=MinutesState, default=MinutesState.TO_WRITE
    )
    version_on = models.DateField(_("version du"), null=True, blank=True)
    is_cancelled = models.BooleanField(
        _("annulée"), default=False, db_default=False, help_text=_("Elle reste dans la liste et dans l’agenda, barrée.")
    )
    audience = models.CharField(_("visible de"), max_length=10, choices=Audience, default=Audience.GROUP)
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)
    flags = GenericRelation(ReviewFlag)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("réunion")
        verbose_name_plural = _("réunions")
        ordering = ["-first_day", "-starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="meetings_meeting_once_per_group_day_and_title",
                fields=["group", "first_day", "title"],
                violation_error_message=_("Cette réunion est déjà enregistrée pour ce groupe et ce jour."),
            ),
            models.CheckConstraint(
                name="meetings_meeting_days_in_order",
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                violation_error_message=_("Le dernier jour ne précède pas le premier."),
            ),
            models.CheckConstraint(
                name="meetings_meeting_hours_in_order",
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at"))
                | Q(last_day__isnull=False, last_day__gt=F("first_day")),  # an unknown comparison would pass
                violation_error_message=_("La réunion finit après avoir commencé."),
            ),
            models.CheckConstraint(
                name="meetings_meeting_end_needs_start",
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False),
                violation_error_message=_("Une heure de fin demande une heure de début."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("meetings:meeting_detail", args=[self.pk])

    @property
    def starts(self):
        """The first moment, in the meeting's own zone; None while the hour is not known."""
        return self.starts_at and datetime.combine(self.first_day, self.starts_at, ZoneInfo(self.time_zone))

    @property
    def ends(self):
        return self.ends_at and datetime.combine(
            self.last_day or self.first_day, self.ends_at, ZoneInfo(self.time_zone)
        )

    @property
    def day(self):
        """The day or days of the meeting as a FuzzyDate, which templates write in the reader's language."""
        return FuzzyDate(self.first_day, self.last_day or self.first_day)

    @property
    def minutes_readable(self):
        return self.minutes_state in READABLE_STATES


class AttendanceQuerySet(MeetingPartQuerySet):
    def visible_to(self, user):
        """Outside the network one sees organisations, elected people and those who led the meeting."""
        rows = super().visible_to(user)
        if user.is_authenticated and user.in_network:
            return rows
        led = Q(role__in=[AttendanceRole.CHAIR, AttendanceRole.FACILITATOR])
        return rows.filter(Q(person__isnull=True) | Q(level=AttendanceLevel.ELECTED) | led)


@tracked()
class Attendance(MeetingPart):
    """Who was there, or should have been, in which quality. The reason of an absence is never kept."""

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("réunion"), on_delete=models.CASCADE, related_name="attendances"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("personne"), on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
    )
    kept_name = models.CharField(
        _("nom gardé"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        editable=False,
        help_text=_("Celui d’une personne effacée, tel que le compte rendu publié le porte."),
    )
    function = models.CharField(_("fonction dite"), max_length=300, blank=True)
    presence = models.CharField(_("présence"), max_length=12, choices=Presence, default=Presence.PRESENT)
    role = models.CharField(_("rôle"), max_length=16, choices=AttendanceRole, default=AttendanceRole.PARTICIPANT)
    level = models.CharField(_("niveau"), max_length=10, choices=AttendanceLevel, blank=True)
    represented_by = models.ForeignKey(
        "self",
        verbose_name=_("représenté par"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="represents",
    )
    part = models.CharField(_("partie de la réunion"), max_length=120, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta(MeetingPart.Meta):
        verbose_name = _("présence")
        verbose_name_plural = _("présences")
        constraints = [
            models.UniqueConstraint(
                name="meetings_attendance_person_once",
                fields=["meeting", "person"],
                condition=Q(person__isnull=False),
                violation_error_message=_("Cette personne figure déjà dans la liste."),
            ),
            models.UniqueConstraint(
                name="meetings_attendance_organisation_once",
                fields=["meeting", "organisation"],
                condition=Q(person__isnull=True),
                violation_error_message=_("Cet organisme figure déjà dans la liste."),
            ),
            models.CheckConstraint(
                name="meetings_attendance_of_somebody",
                condition=Q(person__isnull=False) | Q(organisation__isnull=False),
                violation_error_message=_("Indiquez une personne ou un organisme."),
            ),
            models.CheckConstraint(
                name="meetings_attendance_not_by_itself",
                condition=~Q(represented_by=F("id")),
                violation_error_message=_("Personne ne se représente soi-même."),
            ),
        ]

    def __str__(self):
        return str(self.who or self.organisation)

    @property
    def who(self):
        """The person; once erased, the name that published minutes keep, None for an organisation."""
        return self.kept_name or self.person
