"""The board: the open delegations by state, each column with what presses most; a few queries in all, however many there are."""

from dataclasses import dataclass

from django.db.models import Count, F, Min, OuterRef, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from delegations.cards import cards_of
from delegations.enums import DelegationState
from delegations.models import Approach, Delegation

SHOWN = 25  # cards in a column; its list shows all
UNSAID = ("purpose", "wished_hosts", "payer_note", "contact_name", "contact_email", "contact_phone")
OPEN_STATES = [state for state in DelegationState if state not in DelegationState.ended_ones()]


@dataclass(frozen=True)
class Column:
    state: DelegationState
    count: int
    cards: tuple

    @property
    def is_cut(self):
        return self.count > len(self.cards)


def columns_for(user):
    """Return a Column for each open state: the first cards by deadline, then by day of the visit, then by day of receipt."""
    on_board = Delegation.objects.visible_to(user).open().filter(is_suspect=False)
    counts = dict(on_board.order_by().values_list("state").annotate(Count("pk")))
    first = on_board.filter(pk__in=first_of_each(on_board)).with_detail_for(user)
    first = first.select_related("sender__territory", "sender_territory__parent").defer(*UNSAID)
    cards = {}
    for card in cards_of(pressing(first).order_by("presses", "received_on", "pk"), user):
        cards.setdefault(card.delegation.state, []).append(card)
    return [Column(state, counts.get(state, 0), tuple(cards.get(state, ()))) for state in OPEN_STATES]


def pressing(delegations):
    """Say of each, as `presses`, the day by which somebody has to do something."""
    pending = Approach.objects.pending().filter(delegation=OuterRef("pk")).order_by()
    deadline = pending.values("delegation").annotate(earliest=Min("deadline")).values("earliest")
    return delegations.annotate(presses=Coalesce(Subquery(deadline), F("first_day"), F("received_on")))


def first_of_each(delegations):
    rank = Window(RowNumber(), partition_by="state", order_by=["presses", "received_on", "pk"])
    ranked = pressing(delegations).annotate(rank=rank).order_by().filter(rank__lte=SHOWN)
    return [pk for pk, _rank in ranked.values_list("pk", "rank")]
