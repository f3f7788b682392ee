"""What the home page says to everybody: figures with their definition, and the next dates."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cufportal.agenda.entries import upcoming
from events.models import Event
from meetings.models import Announcement
from partnerships.counting import kept

FRESH = timedelta(days=365)
NEXT = 6


@dataclass(frozen=True)
class Figure:
    value: int
    label: str
    definition: str


@dataclass(frozen=True)
class Date:
    when: object  # a FuzzyDate
    title: str
    url: str
    place: str = ""


def counted(partnerships):
    """Four counts; each side's by itself, since to tell apart both in one reading the database sorts all rows twice."""
    since = timezone.localdate() - FRESH
    counts = partnerships.aggregate(pairs=Count("pk"), fresh=Count("pk", filter=Q(confirmed_on__gte=since)))
    for side in ("french", "foreign"):
        counts[side] = partnerships.order_by().values(f"{side}_side").distinct().count()
    return counts


def figures(partnerships):
    """Four figures over the open partnerships that the reader sees, kept until one of them changes."""
    counts = kept("partnership-figures", partnerships.open(), counted)
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
    """The next dates of the agenda, and what meetings announced that has no page of its own, soonest first."""
    today = timezone.localdate()
    dates = [Date(entry.day, entry.title, entry.url, entry.place) for entry in upcoming(user, NEXT)]
    announced = (
        Announcement.objects.visible_to(user)
        .filter(when__endswith__gt=today)
        .exclude(event__in=Event.objects.visible_to(user))
        .select_related("meeting")
        .order_by("when__startswith", "pk")[:NEXT]
    )
    dates += [Date(one.when, one.title, f"{one.meeting.get_absolute_url()}#agenda", one.place) for one in announced]
    return sorted(dates, key=lambda date: date.when)[:NEXT]
