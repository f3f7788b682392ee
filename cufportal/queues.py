"""The queues that the team keeps empty: how much waits in each, since when, and where it is dealt with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Min, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from accounts.enums import InvitationState
from accounts.models import Erasure, Invitation
from core.models import LegalPage, Letter, ReviewFlag
from delegations.enums import DelegationState
from delegations.models import Approach, Delegation
from events.enums import EntryState
from events.models import AgendaEntry
from meetings.models import MinutesImport
from partnerships.enums import RequestState
from partnerships.models import Partnership, VerificationRequest

FRESH = timedelta(days=365)


@dataclass(frozen=True)
class Queue:
    said: Callable[[int], str]  # the sentence for a number of rows
    rows: Callable[[], QuerySet]
    since: str  # the field that says since when a row waits
    query: str = ""  # what leaves in the list of the administration just these rows
    page: str = ""  # the page of the portal where they are dealt with, for the home page
    page_query: str = ""

    @property
    def model(self):
        return self.rows().model

    @property
    def list_url(self):
        opts = self.model._meta
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist") + self.query

    @property
    def page_url(self):
        return reverse(self.page) + self.page_query

    def measure(self):
        """Return (how many wait, the day since when the oldest does), in one query."""
        measured = self.rows().order_by().aggregate(count=Count("pk", distinct=True), oldest=Min(self.since))
        return measured["count"], day_of(measured["oldest"])


@dataclass(frozen=True)
class Waiting:
    label: str
    url: str
    oldest: date


def day_of(moment):
    return timezone.localdate(moment) if isinstance(moment, datetime) else moment


def waiting(queues=None):
    """What waits in the administration, queue by queue; the empty ones are left out."""
    measured = [(queue, *queue.measure()) for queue in (QUEUES if queues is None else queues)]
    return [Waiting(queue.said(count) % count, queue.list_url, oldest) for queue, count, oldest in measured if count]


def requests():
    return Delegation.objects.filter(state=DelegationState.RECEIVED)


RECEIVED = f"?state={DelegationState.RECEIVED}"
QUEUES = (
    Queue(
        lambda n: ngettext("%d délégation à examiner", "%d délégations à examiner", n),
        lambda: requests().filter(is_suspect=False),
        "received_on",
        f"?state__exact={DelegationState.RECEIVED}&is_suspect__exact=0",
        "delegations:delegation_list",
        RECEIVED,
    ),
    Queue(
        lambda n: ngettext("%d demande douteuse", "%d demandes douteuses", n),
        lambda: requests().filter(is_suspect=True),
        "received_on",
        f"?state__exact={DelegationState.RECEIVED}&is_suspect__exact=1",
        "delegations:delegation_list",
        "?suspect=oui",
    ),
    Queue(
        lambda n: ngettext("%d sollicitation sans réponse à temps", "%d sollicitations sans réponse à temps", n),
        lambda: Approach.objects.overdue().filter(delegation__in=Delegation.objects.open()),
        "deadline",
        "?echeance=passee",
        "delegations:delegation_list",
        "?late=oui",
    ),
    Queue(
        lambda n: ngettext("%d date proposée à l’agenda", "%d dates proposées à l’agenda", n),
        lambda: AgendaEntry.objects.filter(state=EntryState.PROPOSED),
        "created_at",
        f"?state__exact={EntryState.PROPOSED}",
        "cufportal:entry_list",
    ),
    Queue(
        lambda n: ngettext("%d doute à lever", "%d doutes à lever", n),
        lambda: ReviewFlag.objects.open(),
        "created_at",
        page="admin:core_reviewflag_changelist",
    ),
    Queue(
        lambda n: ngettext("%d compte rendu à relire", "%d comptes rendus à relire", n),
        lambda: MinutesImport.objects.to_review(),
        "created_at",
        "?relecture=a_faire",
        "meetings:import_list",
    ),
    Queue(
        lambda n: ngettext("%d partenariat jamais vérifié", "%d partenariats jamais vérifiés", n),
        lambda: Partnership.objects.open().filter(confirmed_on__isnull=True),
        "created_at",
        "?verification=jamais",
        "partnerships:partnership_list",
        "?freshness=never",
    ),
    Queue(
        lambda n: ngettext("%d fiche vérifiée il y a plus d’un an", "%d fiches vérifiées il y a plus d’un an", n),
        lambda: Partnership.objects.open().filter(confirmed_on__lt=timezone.localdate() - FRESH),
        "confirmed_on",
        "?verification=ancienne",
    ),
    Queue(
        lambda n: ngettext("%d réponse de vérification à relire", "%d réponses de vérification à relire", n),
        lambda: VerificationRequest.objects.to_review(),
        "answered_at",
        f"?state__exact={RequestState.ANSWERED}",
        "partnerships:campaign_list",
    ),
    Queue(
        lambda n: ngettext("%d lettre abandonnée", "%d lettres abandonnées", n),
        lambda: Letter.objects.given_up(),
        "created_at",
        "?etat=given_up",
    ),
    Queue(
        lambda n: ngettext("%d demande d’effacement à décider", "%d demandes d’effacement à décider", n),
        lambda: Erasure.objects.waiting(),
        "asked_at",
        "?state__exact=asked",
        "cufportal:erasure_list",
    ),
    Queue(
        lambda n: ngettext("%d invitation expirée", "%d invitations expirées", n),
        lambda: Invitation.objects.open().filter(expires_at__lte=timezone.now()),
        "expires_at",
        f"?etat={InvitationState.EXPIRED}",
    ),
    Queue(
        lambda n: ngettext("%d page légale à compléter", "%d pages légales à compléter", n),
        lambda: LegalPage.objects.to_complete(),
        "updated_at",
        "?a_completer=oui",
    ),
)
