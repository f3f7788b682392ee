"""The letter that tells an authority what became of the corrections it proposed."""

from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from core.letters import send_letter
from partnerships.enums import ChangeState
from partnerships.models import ProposedChange
from partnerships.verification.campaigns import NETWORK_LANGUAGE
from partnerships.verification.people import people_at, referents_of
from partnerships.verification.values import names_known, said

SUBJECT = _("Vos corrections sont relues : {title}")


@dataclass(frozen=True)
class Told:
    """One correction: the field, what was proposed ("" for nothing), whether it was accepted, and why it was not."""

    field: str
    proposed: str
    is_accepted: bool
    reason: str


@dataclass(frozen=True)
class ToldRecord:
    name: str
    changes: list[Told]

    @property
    def is_confirmed(self):
        return all(change.is_accepted for change in self.changes)


def tell_decisions(request):
    """Write to whoever answered `request`, all of whose corrections are decided, what was accepted, what was not, and why.

    Return whether a letter was written: who has left, was erased or can be written to no more gets none.
    """
    keepers = referents_of([request.organisation_id]).get(request.organisation_id, ())
    reader = next((one for one in keepers if one.person.pk == request.answered_by_id), None)
    if reader is None:
        return False
    with override(NETWORK_LANGUAGE):
        records = told_records(request)
    send_letter(
        to=reader.address,
        subject=format_lazy(SUBJECT, title=request.campaign.title),
        template="verification_decided",
        context={"request": request, "records": records},
        language=NETWORK_LANGUAGE,
    )
    return True


def told_records(request):
    """What was decided, record by record, in the active language."""
    names = names_known(people_at(request.organisation_id))
    sides = ("french_side__territory", "foreign_side__territory")
    rows = ProposedChange.objects.filter(answer__request=request).select_related(
        "answer", *(f"answer__partnership__{side}" for side in sides)
    )
    found = {}
    for change in rows.order_by("answer", "pk"):
        found.setdefault(change.answer, []).append(told_of(change, names))
    return [ToldRecord(str(answer.partnership), changes) for answer, changes in found.items()]


def told_of(change, names):
    proposed = said(change.field, change.value, names)
    return Told(change.get_field_display(), proposed, change.state == ChangeState.ACCEPTED, change.reason)
