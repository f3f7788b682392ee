"""What waits for somebody who signs in: « À faire »."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Erasure
from cufportal.privacy.perms import can_decide_erasure
from cufportal.queues import FRESH, QUEUES
from delegations.enums import OpinionKind
from delegations.models import Approach, Delegation, Opinion
from events.enums import SeatState
from events.models import Seat
from meetings.enums import ActionState
from meetings.models import ActionItem
from partnerships.models import Partnership

SHOWN = 10  # of each sort


@dataclass(frozen=True)
class Task:
    label: str
    url: str
    due: date | None = None

    @property
    def is_late(self):
        return self.due is not None and self.due < timezone.localdate()


def tasks(user):
    """What waits for this reader, what is due soonest first; empty for a visitor."""
    if not user.is_authenticated:
        return []
    found = [*seats_offered(user), *(staff_tasks(user) if user.sees_all else network_tasks(user))]
    return sorted(found, key=lambda task: task.due or date.max)


def staff_tasks(user):
    """The queues that the team keeps empty and that have a page, each with how much waits in it, for who deals with it."""
    mine = [queue for queue in QUEUES if queue.page and (queue.model is not Erasure or can_decide_erasure(user))]
    measured = [(queue, *queue.measure()) for queue in mine]
    return [Task(queue.said(count) % count, queue.page_url) for queue, count, _oldest in measured if count]


def network_tasks(user):
    """What the organisations of this person were asked, and what its referents owe."""
    return [
        *approaches_to_answer(user),
        *opinions_asked(user),
        *actions_to_do(user),
        *records_to_confirm(user),
    ]


def seats_offered(user):
    """The seats that became free, until when they are kept: one's own, those one registered, those of one's organisation."""
    mine = Q(registration__registered_by=user) | Q(registration__organisation__in=user.edited_ids)
    if user.person_id:
        mine |= Q(registration__person=user.person_id)
    offered = Seat.objects.visible_to(user).filter(state=SeatState.OFFERED, offered_until__gt=timezone.now())
    seats = offered.filter(mine).select_related("session", "registration__person")
    label = _("Confirmer la place de %(person)s : %(session)s")
    return [
        Task(
            label % {"person": seat.registration.person, "session": seat.session},
            seat.session.get_absolute_url(),
            timezone.localdate(seat.offered_until),
        )
        for seat in seats.order_by("offered_until", "pk")[:SHOWN]
    ]


def approaches_to_answer(user):
    approaches = Approach.objects.visible_to(user).pending().filter(organisation__in=user.edited_ids)
    asked = approaches.filter(delegation__in=Delegation.objects.open()).select_related("delegation")
    label = _("Répondre à la sollicitation %(delegation)s")
    return [
        Task(label % {"delegation": one.delegation}, one.delegation.get_absolute_url(), one.deadline)
        for one in asked.order_by("deadline", "pk")[:SHOWN]
    ]


def opinions_asked(user):
    opinions = Opinion.objects.visible_to(user).filter(kind=OpinionKind.ASKED, organisation__in=user.organisation_ids)
    asked = opinions.filter(delegation__in=Delegation.objects.open()).select_related("delegation")
    label = _("Donner un avis sur la délégation %(delegation)s")
    return [
        Task(label % {"delegation": one.delegation}, one.delegation.get_absolute_url())
        for one in asked.order_by("asked_on", "pk")[:SHOWN]
    ]


def actions_to_do(user):
    """The open actions of the referent's organisation, not those that a later meeting took up again."""
    actions = ActionItem.objects.visible_to(user).filter(state=ActionState.OPEN, owner__in=user.edited_ids)
    rows = actions.filter(carried_to__isnull=True).select_related("meeting")
    return [
        Task(row.text, f"{row.meeting.get_absolute_url()}#actions", row.due and row.due.last)
        for row in rows.order_by("due__endswith", "pk")[:SHOWN]
    ]


def records_to_confirm(user):
    """The records of the referent's own organisation that nobody confirmed for a year."""
    mine = user.edited_ids
    stale = Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=timezone.localdate() - FRESH)
    ours = Q(french_side__in=mine) | Q(foreign_side__in=mine)
    records = Partnership.objects.visible_to(user).open().filter(stale, ours).for_listing()
    label = _("Vérifier la fiche %(pair)s")
    return [Task(label % {"pair": record}, record.get_absolute_url()) for record in records[:SHOWN]]
