"""All that is held about somebody, as sections of rows that a page and a file show alike.

Nothing is listed by hand that the models say: each relation to a person or an account is found. What somebody wrote or
is theirs is given whole; where they only acted on a record of others, its sort and number, for the rest is not theirs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Erasure, User
from core.history import history_models
from core.models import Letter
from core.needles import any_of
from core.sweeping import kept_models, mentions
from cufportal.privacy.archive import MACHINERY, REFERENCE
from cufportal.privacy.subjects import proven_emails, subject_of
from delegations.models import Delegation
from directory.models import Person

# Relations whose rows are the person's own, or hold their words: with the fields given, all but NEVER if none is said.
WHOLE = {
    "directory.Affiliation.person": (),
    "directory.GroupMandate.person": (),
    "partnerships.PartnershipContact.person": (),
    "accounts.Consent.person": (),
    "accounts.FeedLink.user": (),
    "accounts.Invitation.accepted_by": (),
    "accounts.User_groups.user": (),
    "account.EmailAddress.user": (),
    "mfa.Authenticator.user": (),
    "usersessions.UserSession.user": (),
    "events.Registration.person": (),
    "events.Seat.person": (),
    "events.AgendaEntry.proposed_by": (),
    "meetings.Attendance.person": (),
    "delegations.Approach.answered_by": (
        "delegation",
        "organisation",
        "answer",
        "conditions",
        "service",
        "answered_at",
    ),
    "delegations.ApproachAnswer.by": (),
    "delegations.Opinion.given_by": (),
    "delegations.Outcome.written_by": (),
    "delegations.StateChange.by": (),
    "partnerships.WorkbookOrder.asked_by": ("created_at", "filters", "language", "state", "made_at", "row_count"),
    "core.ReviewFlag.decided_by": (),
}
NOT_GIVEN = {
    "accounts.User.person": "the account and the person are given whole",
    "accounts.User_user_permissions.user": "not used: rights follow the roles",
}
# What whoever asks for a visit said; the rest of the request is what CUF thinks and does of it.
OF_A_REQUEST = (
    *(
        "created_at",
        "reference",
        "sender_name",
        "sender_place",
        "level",
        "head_name",
        "head_function",
        "size",
        "purpose",
    ),
    *("wished", "wished_words", "dates_flexible", "languages", "payer", "payer_note", "wished_hosts"),
    *("contact_name", "contact_email", "contact_phone", "language", "received_on"),
)
NEVER = {"password", "data", "session_key", "key", "folded", "sort_key"}  # secrets, and what repeats another field
MOMENTS = ("at", "decided_at", "created_at", "action_time")


@dataclass
class Section:
    """Rows of one sort; `labels` says what each column is, `is_own` whether they are given whole."""

    key: str
    title: object
    labels: dict = field(default_factory=dict)
    rows: list = field(default_factory=list)
    is_own: bool = True


def held_about(person, user) -> Iterator[Section]:
    """Yield what is held about a person and their account (either may be None), the sections without rows left out."""
    subject = subject_of(person, user) if person else None
    # What anybody writes on their own record opens no letter of somebody else's.
    emails = subject.proven if subject else proven_emails(user)
    records = [(Person, person), (User, user)]
    for model, record in records:
        if record:
            yield section_of(model._meta.label, model._meta.verbose_name, model.objects.filter(pk=record.pk))
    for relation in relations():
        owner = person if relation.related_model is Person else user
        if owner:
            yield related(relation, owner)
    yield letters_to(emails)
    asked = addressed(Delegation, "contact_email", emails)
    yield section_of("delegations.Delegation.contact_email", _("demandes de visite"), asked, OF_A_REQUEST)
    yield from history_of(person, user)
    yield from noted_about(records)
    if subject:
        yield mentions_of(subject)


def relations() -> Iterator[models.ForeignKey]:
    """Each relation of a kept model, versions apart, to a person or an account."""
    for model in kept_models():
        for each in model._meta.local_concrete_fields:
            about = each.related_model in (Person, User) and not hasattr(model, "pgh_tracked_model")
            if about and name_of(each) not in NOT_GIVEN:
                yield each


def name_of(relation):
    return f"{relation.model._meta.label}.{relation.name}"


def related(relation, owner):
    model, key = relation.model, name_of(relation)
    rows = model._base_manager.filter(**{relation.name: owner}).order_by("pk")
    title = format_lazy("{} – {}", model._meta.verbose_name_plural, relation.verbose_name)
    return section_of(key, title, rows, WHOLE[key]) if key in WHOLE else acts_of(key, title, rows)


def section_of(key, title, rows, names=()):
    fields = [each for each in rows.model._meta.concrete_fields if not names or each.name in names]
    fields = [each for each in fields if each.name not in NEVER and not each.generated]
    followed = [each.name for each in fields if each.is_relation]
    rows = rows.select_related(*followed) if followed else rows
    labels = {each.name: str(each.verbose_name) for each in fields}
    return Section(key, title, labels, [{each.name: written(row, each) for each in fields} for row in rows])


def written(row, each):
    """The value as a text that reads the same in the page and in the file; None where there is none."""
    value = getattr(row, each.name if each.is_relation else each.attname, None)
    if each.choices:
        value = getattr(row, f"get_{each.name}_display")()
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return moment_of(value) if isinstance(value, datetime) else str(value)


def moment_of(value):
    """ISO 8601, by the clocks of the network."""
    return value and timezone.localtime(value).isoformat(timespec="seconds")


def acts_of(key, title, rows):
    """Where somebody acted on a record: its number and the moment, nothing of what others wrote there."""
    names = {each.name for each in rows.model._meta.concrete_fields}
    moment = next((name for name in MOMENTS if name in names), None)
    labels = {"number": str(_("numéro")), "when": str(_("le"))}
    found = (
        rows.values_list("pk", moment) if moment else ((number, None) for number in rows.values_list("pk", flat=True))
    )
    acts = [{"number": number, "when": moment_of(when)} for number, when in found]
    return Section(key, title, labels, acts, is_own=False)


def letters_to(emails):
    """The text of one that opens an account was sent to the address, and is written nowhere else."""
    section = section_of("core.Letter.to", _("courriels reçus"), addressed(Letter, "to", emails))
    for row in section.rows:
        row["body"] = "" if row["is_private"] else row["body"]
    return section


def addressed(model, name, emails):
    return model.objects.annotate(written_to=Lower(name)).filter(written_to__in=emails).order_by("pk")


def history_of(person, user):
    """The versions of what is theirs, whole; of what they changed, which record, when and from which page."""
    for model in history_models():
        rows = versions_about(model, person, user)
        yield section_of(f"{model._meta.label}", model._meta.verbose_name_plural, rows, given_of(model))
    if user:
        for model in history_models():
            changed = model.objects.filter(pgh_context__metadata__user=user.pk).order_by("pgh_id")
            yield changes_by(model, changed)


def given_of(model):
    """Of a version no more than of the row itself, and when."""
    relations = [each for each in model.pgh_tracked_model._meta.local_concrete_fields if name_of(each) in WHOLE]
    names = {name for each in relations for name in WHOLE[name_of(each)]}
    return (*names, "pgh_created_at", "pgh_label") if names else ()


def versions_about(model, person, user):
    """Those of the record itself, and of the rows that are theirs by a relation given whole."""
    tracked, condition = model.pgh_tracked_model, Q(pk__in=[])
    for owner, sort in ((person, Person), (user, User)):
        if owner and tracked is sort:
            condition |= Q(pgh_obj=owner.pk)
        for each in tracked._meta.local_concrete_fields if owner else ():
            if each.related_model is sort and name_of(each) in WHOLE:
                condition |= Q(**{each.name: owner.pk})
    return model.objects.filter(condition).order_by("pgh_id")


def changes_by(model, rows):
    title = format_lazy("{} – {}", model._meta.verbose_name_plural, _("faites par vous"))
    labels = {"number": str(_("numéro")), "act": str(_("acte")), "when": str(_("le")), "page": str(_("page"))}
    number = "pgh_obj" if hasattr(model, "pgh_obj") else "pgh_id"
    found = rows.values_list(number, "pgh_label", "pgh_created_at", "pgh_context__metadata__page")
    acts = [
        {"number": number, "act": label, "when": moment_of(when), "page": page} for number, label, when, page in found
    ]
    return Section(f"{model._meta.label}.by", title, labels, acts, is_own=False)


def noted_about(records):
    """What the administration's log and the list of erasures say of the two records."""
    about = Q(pk__in=[])
    for model, record in records:
        if record:
            about |= Q(content_type=ContentType.objects.get_for_model(model), object_id=str(record.pk))
    names = ("action_time", "object_repr", "action_flag", "change_message")
    yield section_of(
        "admin.LogEntry", _("journal de l’administration"), LogEntry.objects.filter(about).order_by("pk"), names
    )
    erasures = Erasure.objects.filter(about).order_by("pk")
    names = ("asked_at", "state", "decided_at", "reason")
    yield section_of("accounts.Erasure", Erasure._meta.verbose_name_plural, erasures, names)


def mentions_of(subject):
    """The texts in which their name or their contacts stand: which record, not the text, which is somebody else's."""
    pattern = any_of([subject.proven_pattern, subject.name_pattern()])
    labels = {"sort": str(_("sorte de fiche")), "number": str(_("numéro"))}
    found = mentions(pattern, spared=dict.fromkeys([*MACHINERY, *REFERENCE]))
    rows = [{"sort": str(model._meta.verbose_name), "number": str(number)} for model, number in found]
    return Section("mentions", _("textes où vous êtes nommé"), labels, rows, is_own=False)
