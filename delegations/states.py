"""The one table of who moves a delegation from where to where; the services, the buttons and `docs/delegations.md` read it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from delegations.enums import Actor, DelegationState

RECEIVED, SCREENED, QUALIFIED = DelegationState.RECEIVED, DelegationState.SCREENED, DelegationState.QUALIFIED
APPROACHING, SCHEDULED = DelegationState.APPROACHING, DelegationState.SCHEDULED
DONE, CLOSED = DelegationState.DONE, DelegationState.CLOSED
REFUSED, CANCELLED = DelegationState.REFUSED, DelegationState.CANCELLED


@dataclass(frozen=True)
class Guard:
    """What a step asks of a delegation: in a few words, how it is tried, and the sentence when it is not so."""

    needs: Promise
    holds: Callable
    sentence: Promise

    def refusal(self, delegation):
        days = {"last_day": delegation.last_day and date_format(delegation.last_day)}
        return None if self.holds(delegation) else self.sentence % days


@dataclass(frozen=True)
class Transition:
    source: DelegationState
    target: DelegationState
    verb: Promise  # what the button says
    actors: frozenset
    guards: tuple = ()
    needs_reason: bool = False
    tells_requester: bool = False

    def refusals(self, delegation):
        """The sentences that say why this step is not possible today; none when it is."""
        said = (guard.refusal(delegation) for guard in self.guards)
        return [sentence for sentence in said if sentence]


THEMES_KNOWN = Guard(
    _("un thème au moins"),
    lambda delegation: delegation.themes.exists(),
    _("Une délégation qualifiée a au moins un thème : choisissez-le d’abord."),
)
SOMEBODY_ASKED = Guard(
    _("une collectivité sollicitée au moins"),
    lambda delegation: delegation.approaches.exists(),
    _("Aucune collectivité n’est sollicitée : ajoutez-en une d’abord."),
)
SOMEBODY_WELCOMES = Guard(
    _("une collectivité qui accepte, sous conditions ou non"),
    lambda delegation: delegation.approaches.welcoming().exists(),
    _("Aucune collectivité n’a encore accepté : attendez ou notez une réponse."),
)
DAYS_KNOWN = Guard(
    _("les deux jours de la visite"),
    lambda delegation: delegation.visit is not None,
    _("La visite n’est pas datée : indiquez son premier et son dernier jour."),
)
LAST_DAY_COME = Guard(
    _("le dernier jour de la visite venu"),
    lambda delegation: delegation.last_day is not None and delegation.last_day <= timezone.localdate(),
    _("La visite dure jusqu’au %(last_day)s : elle ne peut être dite faite avant ce jour."),
)
OUTCOME_WRITTEN = Guard(
    _("le bilan écrit"),
    lambda delegation: hasattr(delegation, "outcome"),
    _("Le bilan n’est pas écrit : une délégation ne se clôt pas sans lui."),
)

OFFICER = frozenset({Actor.OFFICER})
STAFF = OFFICER | {Actor.SECRETARIAT}
OFFICER_OR_REQUESTER = OFFICER | {Actor.REQUESTER}

FORWARD = [
    Transition(RECEIVED, SCREENED, _("Retenir pour examen"), STAFF, tells_requester=True),
    Transition(SCREENED, QUALIFIED, _("Qualifier"), OFFICER | {Actor.PARTNER}, (THEMES_KNOWN,)),
    Transition(
        QUALIFIED, APPROACHING, _("Solliciter les collectivités"), OFFICER, (SOMEBODY_ASKED,), tells_requester=True
    ),
    Transition(APPROACHING, SCHEDULED, _("Programmer"), OFFICER, (SOMEBODY_WELCOMES, DAYS_KNOWN), tells_requester=True),
    Transition(SCHEDULED, DONE, _("Dire la visite faite"), STAFF, (LAST_DAY_COME,)),
    Transition(DONE, CLOSED, _("Clore"), OFFICER, (OUTCOME_WRITTEN,)),
]
BACK = [
    Transition(QUALIFIED, SCREENED, _("Reprendre l’examen"), OFFICER, needs_reason=True),
    Transition(APPROACHING, QUALIFIED, _("Revoir la qualification"), OFFICER, needs_reason=True),
    # A host withdraws: the days and the programme stay, another host is looked for.
    Transition(SCHEDULED, APPROACHING, _("Chercher un autre hôte"), OFFICER, needs_reason=True, tells_requester=True),
    Transition(DONE, SCHEDULED, _("Dire que la visite n’est pas faite"), OFFICER, needs_reason=True),
    Transition(CLOSED, DONE, _("Rouvrir le suivi"), OFFICER, needs_reason=True),
]
REFUSING = [
    Transition(RECEIVED, REFUSED, _("Refuser"), STAFF, needs_reason=True, tells_requester=True),
    *(
        Transition(source, REFUSED, _("Refuser"), OFFICER, needs_reason=True, tells_requester=True)
        for source in (SCREENED, QUALIFIED, APPROACHING)
    ),
]
CANCELLING = [
    Transition(source, CANCELLED, _("Annuler"), OFFICER_OR_REQUESTER, needs_reason=True, tells_requester=True)
    for source in (RECEIVED, SCREENED, QUALIFIED, APPROACHING, SCHEDULED)
]
REOPENING = [
    Transition(source, SCREENED, _("Rouvrir"), OFFICER, needs_reason=True, tells_requester=True)
    for source in (REFUSED, CANCELLED)
]
TRANSITIONS = (*FORWARD, *BACK, *REFUSING, *CANCELLING, *REOPENING)
BY_STEP = {(transition.source, transition.target): transition for transition in TRANSITIONS}


def transition_between(source, target):
    """Return the Transition from one state to another, None when there is none."""
    return BY_STEP.get((source, target))


def actor_of(user):
    """Return the Actor that `user` is; None is the requester, who follows a link and has no account."""
    if user is None:
        return Actor.REQUESTER
    if not user.is_authenticated or not user.is_active:
        return None
    if user.edits_records:
        return Actor.OFFICER
    if user.sees_all:
        return Actor.SECRETARIAT
    return Actor.PARTNER if Role.PARTNER in user.roles else None


def transitions_for(actor, state):
    """The steps that `actor` (an Actor or None) may take from `state`, in the order in which buttons show them."""
    return [transition for transition in TRANSITIONS if transition.source == state and actor in transition.actors]
