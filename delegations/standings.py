"""The words in which a requester, a stranger to the house, is told where their request stands."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from delegations.enums import DelegationState


@dataclass(frozen=True)
class Standing:
    """A state as the requester is told of it: where the request stands, and what happens next."""

    title: Promise
    text: Promise
    next: Promise


STANDINGS = {
    DelegationState.RECEIVED: Standing(
        _("Votre demande est arrivée"),
        _("Cités Unies France l’a reçue et va la lire."),
        _("Vous n’avez rien à faire : la réponse vous viendra par courriel et sur la page de votre demande."),
    ),
    DelegationState.SCREENED: Standing(
        _("Votre demande est à l’étude"),
        _("Cités Unies France l’a lue et l’étudie avec ses partenaires : thèmes, dates, villes possibles."),
        _("Vous n’avez rien à faire. Si vos dates ou vos souhaits changent, dites-le sur la page de votre demande."),
    ),
    DelegationState.APPROACHING: Standing(
        _("Des collectivités françaises sont sollicitées"),
        _("Cités Unies France leur a présenté votre demande ; chacune répond pour elle-même."),
        _(
            "Vous n’avez rien à faire. Si vos dates ou vos souhaits changent, dites-le sans attendre sur la page de votre demande."
        ),
    ),
    DelegationState.SCHEDULED: Standing(
        _("Votre visite est programmée"),
        _(
            "Les jours de la visite sont fixés ; le programme est sur la page de votre demande, à l’heure de chaque lieu."
        ),
        _("Relisez le programme. Demandez vos visas au consulat de France ; le portail ne garde aucun passeport."),
    ),
    DelegationState.DONE: Standing(
        _("Votre visite a eu lieu"),
        _("Merci d’être venus. Les collectivités françaises en tirent le bilan."),
        _("Si vous avez pris des engagements ou souhaitez en proposer, dites-le sur la page de votre demande."),
    ),
    DelegationState.CLOSED: Standing(
        _("Votre visite a eu lieu"),
        _("Le bilan est écrit, et le dossier est clos."),
        _("Pour une nouvelle visite, envoyez une nouvelle demande."),
    ),
    DelegationState.REFUSED: Standing(
        _("Votre demande ne peut pas être retenue"),
        _("Cités Unies France ne peut pas donner suite à cette demande."),
        _("Pour une autre visite, vous pouvez envoyer une nouvelle demande."),
    ),
    DelegationState.CANCELLED: Standing(
        _("Cette demande est annulée"),
        _("Cités Unies France et les collectivités n’y donnent plus suite."),
        _("Pour une autre visite, vous pouvez envoyer une nouvelle demande."),
    ),
}
WITHDRAWN = Standing(
    _("Vous avez renoncé à cette demande"),
    _("Cités Unies France et les collectivités n’y donnent plus suite."),
    _("Pour une autre visite, vous pouvez envoyer une nouvelle demande."),
)
# That a request was qualified is an affair of CUF's: to a stranger it is still being studied.
STANDINGS[DelegationState.QUALIFIED] = STANDINGS[DelegationState.SCREENED]

STEPS = [
    (_("Reçue"), {DelegationState.RECEIVED}),
    (_("À l’étude"), {DelegationState.SCREENED, DelegationState.QUALIFIED}),
    (_("Collectivités sollicitées"), {DelegationState.APPROACHING}),
    (_("Programmée"), {DelegationState.SCHEDULED}),
    (_("Visite faite"), {DelegationState.DONE, DelegationState.CLOSED}),
]


def standing_after(change):
    """The Standing that a StateChange leads to; who gave up their own request reads that they did."""
    if change.to_state == DelegationState.CANCELLED and change.by_id is None:
        return WITHDRAWN
    return STANDINGS[change.to_state]


def steps_of(state):
    """The way of a request as (title, "done", "current" or "ahead") for each step; none once refused or cancelled."""
    present = next((rank for rank, (_title, states) in enumerate(STEPS) if state in states), None)
    if present is None:
        return []
    places = ["done"] * present + ["current"] + ["ahead"] * (len(STEPS) - present - 1)
    return [(title, place) for (title, _states), place in zip(STEPS, places, strict=True)]
