"""How much of a delegation a person reads. What is said here of one delegation, the querysets say in SQL of many.

- existence: the territory it comes from, the month, the size, the state, how many authorities were approached;
- summary: also the purpose, the themes, the function of its head (never a name), who was approached and what they answered;
- full: also its head, the programme, the conditions and comments, the opinions, the documents, the outcome.

Who has it in full: CUF's staff, and those with an organisation that is approached, is asked for its opinion or sends the
delegation. The other members read `delegation.detail`; outside the network a public delegation shows that it exists.
Names and addresses of contacts, reasons and doubts are for staff, always.
"""

from dataclasses import dataclass

from delegations.enums import Detail
from delegations.models import Delegation
from delegations.perms import can_read_contact


@dataclass(frozen=True)
class Disclosure:
    detail: Detail
    has_contact: bool

    @property
    def has_summary(self):
        return self.detail.depth >= Detail.SUMMARY.depth

    @property
    def has_full(self):
        return self.detail == Detail.FULL


def detail_for(user, delegation) -> Detail:
    """Return how much `user` reads of a delegation that is visible to them; a row of `with_detail_for` costs no query."""
    known = getattr(delegation, "detail_shown", None)
    if known is None:
        found = Delegation.objects.filter(pk=delegation.pk).with_detail_for(user)
        known = found.values_list("detail_shown", flat=True).get()
    return Detail(known)


def disclosure_for(user, delegation) -> Disclosure:
    """The same, with whether `user` reads contacts, reasons and doubts: `{% if shown.has_summary %}`."""
    return Disclosure(detail_for(user, delegation), can_read_contact(user))
