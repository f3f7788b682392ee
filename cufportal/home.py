"""What the home page says: figures with their definition, the next dates, and for those who sign in what waits for them."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.models import ReviewFlag
from meetings.models import Announcement, Meeting, MinutesImport
from partnerships.models import Partnership

FRESH = timedelta(days=365)
NEXT = 6


@dataclass(frozen=True)
class Figure:
    value: int
    label: str
    definition: str


@dataclass(frozen=True)
class Task:
    label: str
    url: str


@dataclass(frozen=True)
class Date:
    when: object  # a FuzzyDate
    title: str
    url: str
    place: str = ""


def figures(partnerships):
    """Four counts over the open partnerships that the reader sees, in one query."""
    since = timezone.localdate() - FRESH
    counts = partnerships.open().aggregate(
        pairs=Count("pk"),
        french=Count("french_side", distinct=True),
        foreign=Count("foreign_side", distinct=True),
        fresh=Count("pk", filter=Q(confirmed_on__gte=since)),
    )
    return [
        Figure(
            counts["pairs"],
            ngettext("partenariat", "partenariats", counts["pairs"]),
            _("Paires de collectivités qui ne sont pas terminées et que vous pouvez lire."),
        ),
        Figure(
            counts["french"],
            ngettext("collectivité française", "collectivités françaises", counts["french"]),
            _("Celles qui ont au moins un de ces partenariats."),
        ),
        Figure(
            counts["foreign"],
            ngettext("territoire partenaire", "territoires partenaires", counts["foreign"]),
            _("Leurs partenaires, chacun compté une fois."),
        ),
        Figure(
            counts["fresh"],
            ngettext("fiche vérifiée", "fiches vérifiées", counts["fresh"]),
            _("Ceux que l’on a confirmés depuis moins d’un an."),
        ),
    ]


def next_dates(user):
    """The next meetings and announced events that `user` may read, soonest first."""
    today = timezone.localdate()
    meetings = Meeting.objects.visible_to(user).filter(first_day__gte=today).order_by("first_day")[:NEXT]
    events = (
        Announcement.objects.visible_to(user)
        .filter(when__endswith__gt=today)
        .select_related("meeting")
        .order_by("when__startswith")[:NEXT]
    )
    dates = [Date(meeting.day, meeting.title, meeting.get_absolute_url(), meeting.venue) for meeting in meetings]
    dates += [Date(event.when, event.title, event.meeting.get_absolute_url(), event.place) for event in events]
    return sorted(dates, key=lambda date: date.when)[:NEXT]


def tasks(user):
    """What waits for this reader; empty for a visitor."""
    if not user.is_authenticated:
        return []
    return staff_tasks() if user.sees_all else referent_tasks(user)


def staff_tasks():
    doubts = ReviewFlag.objects.open().count()
    waiting = MinutesImport.objects.filter(proposals__state="pending").distinct().count()
    never = Partnership.objects.open().filter(confirmed_on__isnull=True).count()
    found = [
        (
            doubts,
            ngettext("%d doute à lever", "%d doutes à lever", doubts),
            reverse("admin:core_reviewflag_changelist"),
        ),
        (
            waiting,
            ngettext("%d compte rendu à relire", "%d comptes rendus à relire", waiting),
            reverse("meetings:import_list"),
        ),
        (
            never,
            ngettext("%d partenariat jamais vérifié", "%d partenariats jamais vérifiés", never),
            reverse("partnerships:partnership_list"),
        ),
    ]
    return [Task(label % count, url) for count, label, url in found if count]


def referent_tasks(user):
    """The records of the referent's own organisation that nobody confirmed for a year."""
    mine = user.organisations_edited
    stale = Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=timezone.localdate() - FRESH)
    records = (
        Partnership.objects.visible_to(user)
        .open()
        .filter(stale, Q(french_side__in=mine) | Q(foreign_side__in=mine))
        .for_listing()
    )
    return [
        Task(_("Vérifier la fiche %(pair)s") % {"pair": record}, record.get_absolute_url()) for record in records[:10]
    ]
