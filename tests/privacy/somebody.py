"""Somebody whose name, address and telephone exist nowhere else, with rows wherever the portal may hold any."""

from datetime import UTC, date, datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.utils import timezone

from accounts.models import Invitation, User
from accounts.services import give_consent, renew_feed_link
from core.dates import FuzzyDate
from core.history import told
from core.models import Letter
from core.services import raise_flag
from delegations.models import DelegationDocument
from directory.models import GroupMandate, Person
from events.services import register
from meetings.minutes.importing import store_import
from meetings.minutes.reading.document import SourceDocument
from tests.delegations.factories import (
    ApproachFactory,
    DelegationFactory,
    OpinionFactory,
    OutcomeFactory,
    StopFactory,
)
from tests.events.rows import seat_at
from tests.factories import (
    AffiliationFactory,
    AgendaEntryFactory,
    GroupMembershipFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)
from tests.meetings.part_factories import ActionItemFactory, AttendanceFactory, SectionFactory

FIRST, LAST = "Éloïse", "Kerguézec"
EMAIL, OLD_EMAIL = "eloise.kerguezec@villaudric.example.org", "e.kerguezec@ancien.example.org"
PHONE, PHONE_OTHERWISE = "+33 6 98 76 54 32", "06.98.76.54.32"
WHOLE = f"{FIRST} {LAST}"
SAID = f"Madame {LAST.upper()} ({EMAIL.upper()}, tél. {PHONE_OTHERWISE}) et {LAST} {FIRST}"
TRACES = (
    "kerguezec",
    "kerguézec",
    "u00e9zec",
    "éloïse",
    "eloise",
    "u00e9lo",
    "98765432",
    "98 76 54 32",
    "98.76.54.32",
    "villaudric",
)


def traces_in(text):
    """What is left of them in `text`, each with the line it stands in."""
    lines = text.lower().splitlines()
    return [(trace, line[:300]) for line in lines for trace in TRACES if trace in line]


def somebody(group, officer, *, minutes_state="approved"):
    """Return the person; the account is `person.user`."""
    organisation = OrganisationFactory()
    GroupMembershipFactory(group=group, organisation=organisation)
    person = PersonFactory(first_name=FIRST, last_name=LAST.upper(), email=OLD_EMAIL, phone="")
    Person.objects.filter(pk=person.pk).update(last_name=LAST, email=EMAIL, phone=PHONE, email_audience="network")
    person.refresh_from_db()
    AffiliationFactory(
        person=person, organisation=organisation, may_edit=True, function=f"Adjointe ({PHONE_OTHERWISE})"
    )
    user = UserFactory(person=person, email=OLD_EMAIL)
    User.objects.filter(pk=user.pk).update(email=EMAIL)
    user.refresh_from_db()
    person.user = user
    has_account(user, officer, organisation)
    takes_part(person, group, organisation, minutes_state)
    writes(person, group, organisation, officer)
    is_written_about(person, group, officer)
    return person


def has_account(user, officer, organisation):
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    EmailAddress.objects.create(user=user, email=OLD_EMAIL, verified=True)
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x", "name": WHOLE})
    renew_feed_link(user=user)
    give_consent(person=user.person, purpose="mailings", by=user)
    client = Client()
    client.force_login(user)
    client.get("/")
    key = client.session.session_key
    UserSession.objects.get_or_create(user=user, session_key=key, defaults={"ip": "192.0.2.7", "user_agent": "Firefox"})
    names = {"first_name": FIRST, "last_name": LAST, "invited_by": officer}
    Invitation.objects.create(
        email=OLD_EMAIL,
        organisation=organisation,
        expires_at=timezone.now(),
        accepted_at=timezone.now(),
        accepted_by=user,
        **names,
    )
    Invitation.objects.create(
        email=EMAIL, organisation=organisation, expires_at=datetime(2040, 1, 1, tzinfo=UTC), **names
    )


def takes_part(person, group, organisation, minutes_state):
    session = SessionFactory(event__group=group, event__audience="public", capacity=1)
    register(sessions=[session], person=person, organisation=organisation, by=person.user)
    past = FuzzyDate(date(2020, 1, 7), date(2020, 1, 7))
    seat_at(SessionFactory(event__group=group, event__first_day=past, event__last_day=past), person=person)
    meeting = MeetingFactory(group=group, minutes_state=minutes_state, introduction=f"Présidée par {WHOLE}.")
    AttendanceFactory(
        meeting=meeting, person=person, level="elected", function="Adjointe", excerpt=f"Mme {WHOLE}, adjointe"
    )
    SectionFactory(meeting=meeting, title="Bilan", body=f"<p>Mme {LAST} a rappelé que {WHOLE}&nbsp;: {EMAIL}</p>")
    ActionItemFactory(meeting=meeting, text=f"Écrire à {WHOLE}")
    GroupMandate.objects.create(group=group, person=person, role="officer", period=DateRange(None, None))


def writes(person, group, organisation, officer):
    user = person.user
    AgendaEntryFactory(group=group, proposed_by=user, description=f"Contact : {SAID}", organisation=organisation)
    delegation = DelegationFactory(
        group=group,
        contact_email=EMAIL,
        contact_name=WHOLE,
        contact_phone=PHONE_OTHERWISE,
        received_by=user,
        dated=True,
    )
    ApproachFactory(
        delegation=delegation, organisation=organisation, note=SAID, answered_by=user, contact=f"{WHOLE}, {PHONE}"
    )
    OpinionFactory(delegation=delegation, text=f"{FIRST[0]}. {LAST} est favorable", given_by=user)
    StopFactory(delegation=delegation, contact=f"{WHOLE} {PHONE}")
    OutcomeFactory(delegation=delegation, summary=f"Merci à {WHOLE}.", written_by=user)
    file = ContentFile(b"%PDF-1.4", name=f"Lettre de {WHOLE}.pdf")
    document = DelegationDocument(delegation=delegation, title=f"Lettre de {WHOLE}")
    document.file.save(file.name, file)


def is_written_about(person, group, officer):
    text = f"Réunion Groupe-pays\nLe 14 septembre 2017\nÉtaient présents : {WHOLE}, adjointe.\n{SAID}"
    pages = (text,)
    store_import(
        document=SourceDocument(sha256="1" * 64, kind="text", pages=pages),
        group=group,
        name=f"CR {WHOLE}.txt",
        by=officer,
    )
    Letter.objects.create(to=EMAIL.upper(), subject="Bonjour", body=f"Chère {WHOLE}", language="fr")
    Letter.objects.create(
        to="collegue@example.org",
        subject=f"Inscription de {WHOLE}",
        body=SAID,
        language="fr",
        last_error=f"550 {EMAIL}",
    )
    partnership = PartnershipFactory(group=group)
    with told(user=officer.pk, reason=f"À la demande de {WHOLE} <{EMAIL}>"):
        type(partnership).objects.update(summary=f"Suivi par {WHOLE}")
    type(partnership).objects.update(summary=f"Suivi par une autre ; avant : M. {LAST}")
    raise_flag(record=partnership, code="doubt", message=f"Selon {WHOLE}, 1982", raised_by="test")
    LogEntry.objects.log_actions(
        officer.pk, [person, person.user], CHANGE, [{"changed": {"name": "fonction", "object": WHOLE}}]
    )
    LogEntry.objects.log_actions(person.user.pk, [partnership], CHANGE, [{"changed": {"fields": ["titre"]}}])
    cache.set("a", {"email": EMAIL}, 600)
    watching = Client()
    watching.force_login(officer)
    session = watching.session
    session["note"] = f"{WHOLE} est inscrite"
    session.save()
