from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What stands in the agenda; the order is that in which a day lists what has no hour."""

    EVENT = "event", _("événement")
    MEETING = "meeting", _("réunion")
    VISIT = "visit", _("visite")
    MEMBER_DATE = "member", _("date d’un membre")
    SESSION = "session", _("temps d’un événement")
    DEADLINE = "deadline", _("échéance")
    MILESTONE = "milestone", _("jalon")


# What one attends or hosts: two at once are worth saying. A session clashes with what is not its event.
CLASHING = frozenset({Kind.EVENT, Kind.MEETING, Kind.VISIT, Kind.MEMBER_DATE, Kind.SESSION})
