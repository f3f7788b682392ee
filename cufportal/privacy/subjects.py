"""Who somebody is, in every form the portal has known: what a download looks for, and what an erasure must leave nowhere."""

from dataclasses import dataclass, field

from allauth.account.models import EmailAddress
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.models import Invitation, User
from core.needles import address_pattern, alone_pattern, any_of, bare, called_patterns, name_patterns, phone_pattern
from delegations.models import Delegation
from directory.models import Affiliation, Person


@dataclass
class Subject:
    """`emails` are in lower case; `names` are pairs (first, last). What somebody else answers to as well is theirs too:
    it is in `shared`, and no text is searched for it. `proven` are the addresses at which the account was reached: anybody
    may write the others on their own record."""

    emails: set = field(default_factory=set)
    proven: set = field(default_factory=set)
    invitations: list = field(default_factory=list)
    phones: set = field(default_factory=set)
    names: set = field(default_factory=set)
    shared: set = field(default_factory=set)

    @property
    def contact_pattern(self):
        addresses = [address_pattern(email) for email in self.emails - self.shared]
        return any_of([*addresses, *(phone_pattern(phone) for phone in self.phones - self.shared)])

    @property
    def proven_pattern(self):
        return any_of(address_pattern(email) for email in self.proven - self.shared)

    def name_pattern(self, *, surname_alone=False):
        own = self.names - self.shared
        found = [pattern for name in own for pattern in name_patterns(*name)]
        # Who has no first name is known by the other alone: never without a word from whoever decides.
        for last in {last for _first, last in own} - self.shared:
            found += [alone_pattern(last)] if surname_alone else called_patterns(last)
        return any_of(found)

    @property
    def surname_pattern(self):
        return any_of(alone_pattern(last) for _first, last in self.names - self.shared if last not in self.shared)


def subject_of(person, user=None):
    """Gather from the record, the account and every version of both."""
    rows = [person, *person.versions.all()]
    subject = Subject(proven=proven_emails(user))
    emails = {row.email for row in rows} | account_emails(user) | subject.proven
    subject.emails = {email.lower() for email in emails if email}
    for _again in range(2):  # what one says of another address leads to those that went there
        subject.invitations = invitations_of(person, user, subject, rows)
        subject.emails |= {row.email.lower() for row in subject.invitations if row.email}
    subject.phones = {row.phone for row in rows if row.phone}
    rows = [*rows, *subject.invitations]
    subject.names = {(row.first_name.strip(), row.last_name.strip()) for row in rows if row.last_name.strip()}
    subject.shared = shared_with_others(subject, person, user)
    return subject


def proven_emails(user):
    if user is None:
        return set()
    verified = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return {email.lower() for email in (user.email, *verified)}


def account_emails(user):
    if user is None:
        return set()
    addresses = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
    return {*addresses, *user.versions.values_list("email", flat=True)}


def invitations_of(person, user, subject, rows) -> list:
    """Those that their account accepted, or that went to an address of theirs that is proven. Of those that nobody accepted,
    the ones in their family name at another address of theirs, and in their whole name for an organisation of theirs."""
    theirs = Q(accepted_by=user) if user else Q(pk__in=[])
    unused = Q(accepted_by=None)
    lasts = {bare(row.last_name) for row in rows if row.last_name}
    names = {(bare(row.first_name), bare(row.last_name)) for row in rows if row.last_name}
    versions = Affiliation.versions.rel.related_model.objects.filter(person_id=person.pk)
    organisations = set(versions.values_list("organisation_id", flat=True))
    found = Invitation.objects.annotate(address=Lower("email")).filter(
        theirs | unused & (Q(address__in=subject.emails) | Q(organisation__in=organisations))
    )
    return [
        row
        for row in found
        if (user and row.accepted_by_id == user.pk)
        or row.address in subject.proven
        or (row.address in subject.emails and bare(row.last_name) in lasts)
        or (row.organisation_id in organisations and (bare(row.first_name), bare(row.last_name)) in names)
    ]


def shared_with_others(subject, person, user):
    """An address of an office, a homonym, a family name that is also somebody else's."""
    others = Person.objects.exclude(pk=person.pk)
    accounts = User.objects.exclude(pk=user.pk) if user else User.objects.all()
    emails = (
        others.annotate(address=Lower("email")).filter(address__in=subject.emails).values_list("address", flat=True)
    )
    taken = (
        accounts.annotate(address=Lower("email")).filter(address__in=subject.emails).values_list("address", flat=True)
    )
    phones = others.filter(phone__in=subject.phones).values_list("phone", flat=True)
    shared = {*emails, *taken, *phones, *(written_by_others(subject) if user else ())}
    for first, last in subject.names:
        namesakes = others.filter(last_name__iexact=last)
        shared |= {last} if namesakes.exists() else set()
        shared |= {(first, last)} if namesakes.filter(first_name__iexact=first).exists() else set()
    return shared


def written_by_others(subject):
    """Addresses that somebody wrote on their own record without proof, and that somebody else was invited at, or asked for
    a visit from."""
    doubtful = subject.emails - subject.proven
    ours = [row.pk for row in subject.invitations]
    invited = Invitation.objects.exclude(pk__in=ours).annotate(address=Lower("email")).filter(address__in=doubtful)
    asked = Delegation.objects.annotate(address=Lower("contact_email")).filter(address__in=doubtful)
    lasts = [bare(last) for _first, last in subject.names]
    asked = [one for one in asked if one.contact_name and not any(last in bare(one.contact_name) for last in lasts)]
    return {*invited.values_list("address", flat=True), *(one.address for one in asked)}


def requester_of(delegation):
    """Whoever asks for a visit, and has no account: what the request and its versions say of them."""
    rows = [delegation, *delegation.versions.all()]
    subject = Subject(
        emails={row.contact_email.lower() for row in rows if row.contact_email},
        phones={row.contact_phone for row in rows if row.contact_phone},
        names={split(row.contact_name) for row in rows if row.contact_name.strip()},
    )
    others = Delegation.objects.exclude(pk=delegation.pk)
    known = others.annotate(address=Lower("contact_email")).filter(address__in=subject.emails)
    subject.shared |= set(known.values_list("address", flat=True))
    subject.shared |= set(others.filter(contact_phone__in=subject.phones).values_list("contact_phone", flat=True))
    people = Person.objects.annotate(address=Lower("email")).filter(address__in=subject.emails)
    subject.shared |= set(people.values_list("address", flat=True))
    for first, last in subject.names:
        if Person.objects.filter(first_name__iexact=first, last_name__iexact=last).exists():
            subject.shared.add((first, last))
    return subject


def split(name):
    """A name as it was typed, cut where its last word begins; a Chinese one after its first character."""
    first, _space, last = name.strip().rpartition(" ")
    if not first and len(name.strip()) <= 4 and "\u3400" <= name.strip()[0] <= "\u9fff":
        return name.strip()[1:], name.strip()[0]
    return first, last
