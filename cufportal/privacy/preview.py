"""What an erasure would reach, shown to whoever decides: they see who it is, until it is done."""

from dataclasses import dataclass, field

from django.utils.text import Truncator

from core.needles import any_of, compiled
from core.sweeping import found_in, mentions, text_fields
from cufportal.privacy.archive import meetings_naming, spared_by_names
from cufportal.privacy.documents import documents_naming
from cufportal.privacy.erasing import account_of
from cufportal.privacy.subjects import requester_of, subject_of
from delegations.models import Delegation

SHOWN = 30
AROUND = 60  # characters on each side of a mention


@dataclass
class Preview:
    record: object
    account: object = None
    shared: list = field(default_factory=list)
    meetings: list = field(default_factory=list)
    mentions: int = 0
    alone: list = field(default_factory=list)
    documents: list = field(default_factory=list)


def preview_of(erasure):
    record = erasure.record
    if record is None:
        return None
    is_request = isinstance(record, Delegation)
    account = None if is_request else account_of(record)
    subject = requester_of(record) if is_request else subject_of(record, account)
    whole = any_of([subject.name_pattern(), subject.contact_pattern])
    spared = spared_by_names()
    return Preview(
        record=record,
        account=account,
        shared=sorted(" ".join(one) if isinstance(one, tuple) else one for one in subject.shared),
        meetings=list(meetings_naming(any_of([whole, subject.surname_pattern]), None if is_request else record)),
        mentions=len(mentions(whole, spared=spared)),
        alone=excerpts(subject.surname_pattern, whole, spared),
        documents=documents_naming(any_of([whole, subject.surname_pattern])),
    )


def excerpts(pattern, whole, spared):
    """Where the family name stands alone, with a few words around: is it this person?"""
    alone, named = compiled(pattern), compiled(whole)
    found = []
    for model, number in mentions(pattern, spared=spared):
        row = found_in(model, pattern).get(pk=number)
        for each in text_fields(model):
            text = named.sub("…", str(getattr(row, each.attname) or ""))
            if match := alone.search(text):
                around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
                found.append((model._meta.verbose_name, number, Truncator(around).chars(2 * AROUND + 60)))
        if len(found) >= SHOWN:
            break
    return found
