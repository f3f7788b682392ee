"""Erasure: account, contacts and name leave every table, their history and the files; the person's row stays, blanked."""

from functools import partial

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import ErasureState
from accounts.models import User
from accounts.services import decided, refuse_erasure, waiting_erasure
from core.history import told
from core.locks import lock
from core.sweeping import ERASED, sweep
from cufportal.privacy.account import empty_account
from cufportal.privacy.archive import (
    date_new_versions,
    keep_published_names,
    meetings_naming,
    spared_by_contacts,
    spared_by_names,
)
from cufportal.privacy.elsewhere import forget_elsewhere
from cufportal.privacy.leaving import leave_network
from cufportal.privacy.ledger import complete_ledger
from cufportal.privacy.letters import last_letter, send_unkept, tell_refusal
from cufportal.privacy.perms import can_decide_erasure
from cufportal.privacy.proposals import blank_proposals
from cufportal.privacy.requesters import forget_requester
from cufportal.privacy.subjects import requester_of, subject_of
from delegations.models import Delegation
from directory.models import Person
from partnerships.workbooks.removing import withdraw_workbooks

BLANK = {"civility": "", "first_name": "", "last_name": "", "email": "", "phone": ""}
NOT_DECIDER = _("Un chargé de mission ou un administrateur décide d’un effacement.")
LOCK = "cufportal.erasure"


def erase(*, erasure, by, surname_alone=False, new_versions=False):
    """Do what `erasure` asks, and note how much changed; ValidationError when it was decided already or `by` may not."""
    if not can_decide_erasure(by):
        raise ValidationError(NOT_DECIDER, code="not_allowed")
    options = {"surname_alone": surname_alone, "new_versions": new_versions}
    with lock(LOCK), transaction.atomic(), told(erasure=erasure.pk):
        erasure = waiting_erasure(erasure)
        letter = last_letter(erasure.record)
        report = erase_record(erasure.record, by=by, **options)
        erasure = decided(erasure, ErasureState.DONE, by, report={"options": options, "rows": report})
        transaction.on_commit(complete_ledger, robust=True)  # what fails here, the next pass of `tick` writes
        if letter:
            transaction.on_commit(partial(send_unkept, letter), robust=True)
    return erasure


@transaction.atomic
def refuse(*, erasure, reason, by):
    """Say no, and why: the person reads it."""
    if not can_decide_erasure(by):
        raise ValidationError(NOT_DECIDER, code="not_allowed")
    erasure = refuse_erasure(erasure=erasure, reason=reason, by=by)
    tell_refusal(erasure)
    return erasure


@transaction.atomic
def erase_record(record, *, by=None, at=None, **options) -> dict:
    """Erase a person, or whoever asked for a delegation, and return how many rows changed, by what they are.

    `surname_alone` blanks the family name wherever it stands alone too; `new_versions` takes the name out of published
    minutes, whose version then is of today. Run again, it erases what has been written since by the number of the record.
    """
    at = at or timezone.now()
    is_request = isinstance(record, Delegation)
    subject = requester_of(record) if is_request else subject_of(record, account_of(record))
    pattern = subject.name_pattern(surname_alone=options.get("surname_alone", False))
    forget = forget_requester if is_request else forget_person
    report = forget(record, subject, pattern, by=by, at=at, **options)
    report["proposals"] = blank_proposals(subject)  # while the two parts of the name stand side by side
    report |= counted("contacts", sweep(subject.contact_pattern, spared=spared_by_contacts()))
    spared = spared_by_names(new_versions=options.get("new_versions", False))
    report |= counted("names", sweep(pattern, spared=spared, addresses=False))
    report |= forget_elsewhere([subject.contact_pattern, pattern], subject.emails)
    report["workbooks of others"] = withdraw_workbooks()  # made from the texts of before
    return {name: count for name, count in report.items() if count}


def forget_person(person, subject, pattern, *, by, at, new_versions=False, **options):
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    user = User.objects.select_for_update(of=("self",)).filter(person=person).first()
    archived = list(meetings_naming(pattern, person))
    report = leave_network(person, user, subject, by)
    report |= empty_account(user) if user else {}
    if new_versions:
        report["minutes"] = date_new_versions(archived)
    else:
        report["names kept in minutes"] = keep_published_names(person)
    report["admin log"] = blank_log(person, user)
    return report | blank_person(person, at)


def blank_person(person, at):
    if person.erased_at is None:
        Person.objects.filter(pk=person.pk).update(**BLANK, erased_at=at)
    person.versions.update(**BLANK)
    return {"person": 1}


def blank_log(person, user):
    """What the administration noted about the two records names them."""
    entries = LogEntry.objects.none()
    for record in filter(None, (person, user)):
        about = ContentType.objects.get_for_model(record)
        entries |= LogEntry.objects.filter(content_type=about, object_id=str(record.pk))
    return entries.update(object_repr=ERASED)


def account_of(person):
    return User.objects.filter(person=person).first()


def counted(what, counts):
    return {f"{what}: {label}": count for label, count in counts.items()}
